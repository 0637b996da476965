//! From a plan to what templates see: ids replaced by what they stand for, numbers by how they are printed.

use std::collections::BTreeMap;

use super::values::{self, Citation, Values};
use super::view::{
    AllMounts, AppendixView, BasisView, BodyView, CellView, Event, FundingValues, FundingView, HeaderCellView,
    ItemGroupView, ItemView, MountView, PlanView, ProjectView, RecipientView, ReportView, ResponsibilityView,
    ShareView, SignatureView, SourceRowView, SourceTableView, StepView, TableRowView, TableView, TargetView, TaskView,
    ValuesView,
};
use crate::diagnostic::Diagnostic;

use crate::plan::date::BLANK;
use crate::plan::number::{Decimal, MONEY_UNITS, Money, MoneyUnit};
use crate::plan::table::{Align, Cell, CellContent, HeaderCell, Table};
use crate::plan::{
    Amount, Block, Body, CitedDocument, Deadline, DutyForm, Funding, FundingItem, Id, IdOrText, LegalBasis, Mount,
    MountForm, MountKind, Plan, Project, Recipient, Registry, Report, Responsibility, Status, Target, Task, Text,
};
use crate::vietnamese::{self, roman};

/// Turns a plan into what templates see, with its citations.
///
/// # Errors
/// Values that a text names and the plan does not hold.
pub(super) fn view(plan: &Plan) -> Result<(PlanView, BTreeMap<String, Citation>), Vec<Diagnostic>> {
    // Values are made of texts that name none themselves.
    let names = Viewer { plan, expand: &|text: &Text| text.words.clone() };
    let values = Values::new(|| names.values());
    let viewer = Viewer { plan, expand: &|text: &Text| values.expand(text) };
    let citations = viewer.citations();
    let mut view = viewer.plan();
    view.tieu_de = values::write_short(&view.tieu_de, &citations);
    view.dinh_danh = values::write_short(&view.dinh_danh, &citations);
    let faults = values.faults();
    if faults.is_empty() { Ok((view, citations)) } else { Err(faults) }
}

struct Viewer<'a> {
    plan: &'a Plan,
    /// Puts values in place of their names.
    expand: &'a dyn Fn(&Text) -> String,
}

impl Viewer<'_> {
    /// The words of a clerk as templates carry them: a line break becomes a letter that the document tree understands.
    fn words(&self, text: &Text) -> String {
        (self.expand)(text).replace('\n', "\u{2028}")
    }

    fn all_words(&self, texts: &[Text]) -> Vec<String> {
        texts.iter().map(|text| self.words(text)).collect()
    }

    fn opt_words(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.words(text))
    }

    fn citations(&self) -> BTreeMap<String, Citation> {
        self.plan.documents.iter().map(|(id, document)| (id.name.clone(), self.citation(document))).collect()
    }

    /// The values that a text may name.
    fn values(&self) -> ValuesView {
        let plan = self.plan;
        let named = |id: &Id, value: String| (id.name.clone(), value);
        let bodies = || plan.bodies.iter().map(|(id, _)| (id, self.body(id)));
        let mount = |kind| self.everything(kind);
        ValuesView {
            nam: plan.date.year,
            thoi_ky: plan.period.map(|period| period.display()),
            ngay: plan.date.display_full(),
            dia_danh: self.words(&plan.place),
            van_ban: plan.documents.iter().map(|(id, _)| named(id, values::cite(&id.name))).collect(),
            co_quan: bodies().map(|(id, body)| named(id, body.ten_ngan)).collect(),
            ten_co_quan: bodies().map(|(id, body)| named(id, body.ten)).collect(),
            dinh_nghia: bodies()
                .map(|(id, body)| named(id, format!("{} (sau đây gọi tắt là {})", body.ten, body.ten_ngan)))
                .collect(),
            du_an: self.project_names().map(|(id, (called, _))| named(id, called)).collect(),
            ten_du_an: self.project_names().map(|(id, (_, name))| named(id, name)).collect(),
            phu_luc: plan.appendices.iter().zip(self.appendices_numbers()).map(|((id, _), so)| named(id, so)).collect(),
            chi_tieu: plan.targets.iter().map(|(id, target)| (id.name.clone(), self.target(target))).collect(),
            so_chi_tieu: count(plan.targets.iter().count()),
            so_nhiem_vu: count(plan.tasks.iter().count()),
            kinh_phi: mount(MountKind::Funding).kinh_phi.map(|funding| FundingValues {
                tong: funding.tong,
                tong_bang_chu: plan.funding.as_ref().and_then(|funding| funding.total).map(Money::in_words),
                tong_so_luong: funding.tong_so_luong,
                don_vi: funding.don_vi,
                khoan: plan
                    .funding
                    .iter()
                    .flat_map(|funding| {
                        funding.items.iter().map(|(id, item)| (id.name.clone(), self.funding_item(funding, item)))
                    })
                    .collect(),
            }),
        }
    }

    /// The Dự án and Tiểu dự án of the programme: what each is called, and its name.
    fn project_names(&self) -> impl Iterator<Item = (&Id, (String, String))> {
        let programme = self.plan.programme.iter();
        programme.flat_map(|programme| programme.projects.iter()).map(|(id, _)| (id, self.project_name(id)))
    }

    fn appendices_numbers(&self) -> Vec<String> {
        let count = self.plan.appendices.iter().count();
        (1..=count)
            .map(|number| if count > 1 { format!("Phụ lục {}", roman(number)) } else { "Phụ lục".to_owned() })
            .collect()
    }

    fn plan(&self) -> PlanView {
        let plan = self.plan;
        let number = plan.number.map(|number| format!("{number:02}"));
        let (year, month, day) = plan.date.or_first();
        let subject = crate::emphasis::strip(&self.words(&plan.subject).replace('\u{2028}', " "));
        PlanView {
            tieu_de: format!("Kế hoạch {}", vietnamese::uncapitalize(&subject)),
            tac_gia: self.issuer_name(),
            dinh_danh: number.as_ref().map_or_else(
                || format!("{}/{}/{subject}", plan.date.year, plan.symbol.words),
                |number| format!("{}/{number}/{}", plan.date.year, plan.symbol.words),
            ),
            ngay_may: format!("{year:04}-{month:02}-{day:02}"),
            du_thao: (plan.status == Status::Draft)
                .then(|| self.opt_words(plan.draft_mark.as_ref()).unwrap_or_else(|| "Dự thảo".to_owned())),
            do_khan: plan.urgency,
            luu_hanh: plan.circulation,
            co_quan_chu_quan: plan.parent.iter().map(|parent| self.named(parent).ten).collect(),
            co_quan_ban_hanh: self.issuers(),
            so: number.unwrap_or_else(|| BLANK.to_owned()),
            ky_hieu: self.words(&plan.symbol),
            dia_danh: self.words(&plan.place),
            ngay: plan.date.display_full(),
            trich_yeu: self.words(&plan.subject),
            thoi_ky: plan.period.map(|period| period.display()),
            danh_so: plan.numbering.join(" "),
            can_cu: plan.legal_bases.iter().map(|basis| self.basis(basis)).collect(),
            mo_dau: self.all_words(&plan.opening),
            muc_dich: self.all_words(&plan.purposes),
            yeu_cau: self.all_words(&plan.demands),
            noi_dung: self.events(&plan.body, ""),
            tat_ca: AllMounts {
                chi_tieu: self.everything(MountKind::Targets),
                du_an: self.everything(MountKind::Projects),
                kinh_phi: self.everything(MountKind::Funding),
                nhiem_vu: self.everything(MountKind::Tasks),
                trach_nhiem: self.everything(MountKind::Responsibilities),
                bao_cao: self.everything(MountKind::Reports),
            },
            ket_thuc: self.all_words(&plan.closing),
            phu_luc: self.appendices(),
            noi_nhan: plan.recipients.iter().map(|recipient| self.recipient(recipient)).collect(),
            luu: if plan.archive.is_empty() { vec!["VT".to_owned()] } else { self.all_words(&plan.archive) },
            soan_thao: plan.drafter.as_ref().map(|drafter| match plan.copies {
                Some(copies) => format!("{}.({})", self.words(drafter), copies.display()),
                None => format!("{}.", self.words(drafter)),
            }),
            dia_chi: self.opt_words(plan.address.as_ref()),
            nguoi_ky: plan
                .signatures
                .iter()
                .map(|signature| SignatureView {
                    quyen_han: self.all_words(&signature.authority),
                    chuc_vu: self.words(&signature.post),
                    chuc_vu_khac: self.opt_words(signature.other_post.as_ref()),
                    ho_ten: self.opt_words(signature.name.as_ref()),
                })
                .collect(),
        }
    }

    /// The entity behind an id; the reader has checked that it is there.
    fn known<'r, T>(registry: &'r Registry<T>, id: &Id) -> &'r T {
        registry.get(&id.name).expect("the reader lets no unknown id through")
    }

    fn body(&self, id: &Id) -> BodyView {
        let body = Self::known(&self.plan.bodies, id);
        let ten = self.words(&body.name);
        BodyView { ten_ngan: self.opt_words(body.short.as_ref()).unwrap_or_else(|| ten.clone()), ten }
    }

    fn bodies(&self, ids: &[Id]) -> Vec<BodyView> {
        ids.iter().map(|id| self.body(id)).collect()
    }

    fn named(&self, name: &IdOrText) -> BodyView {
        match name {
            IdOrText::Id(id) => self.body(id),
            IdOrText::Text(text) => BodyView { ten: self.words(text), ten_ngan: self.words(text) },
        }
    }

    fn issuer_name(&self) -> String {
        let names: Vec<_> = self.plan.issuers.iter().map(|issuer| self.named(issuer).ten).collect();
        crate::emphasis::strip(&names.join(", "))
    }

    /// The issuers' names, broken into lines.
    fn issuers(&self) -> Vec<String> {
        self.plan.issuers.iter().map(|issuer| self.lines_of(issuer).join("\u{2028}")).collect()
    }

    /// A name in lines: as declared, else broken after "Ủy ban nhân dân".
    fn lines_of(&self, issuer: &IdOrText) -> Vec<String> {
        let lines = match issuer {
            IdOrText::Id(id) => {
                let body: &Body = Self::known(&self.plan.bodies, id);
                self.all_words(&body.lines)
            }
            IdOrText::Text(_) => Vec::new(),
        };
        if !lines.is_empty() {
            return lines;
        }
        let name = self.named(issuer).ten;
        for kind in ["Ủy ban nhân dân ", "Hội đồng nhân dân "] {
            if let Some(place) = name.strip_prefix(kind) {
                return vec![kind.trim_end().to_owned(), place.to_owned()];
            }
        }
        vec![name]
    }

    fn basis(&self, basis: &LegalBasis) -> BasisView {
        let usual = match &basis.proposer {
            Some(proposer) if basis.documents.is_empty() => format!("Theo đề nghị của {}", self.named(proposer).ten),
            Some(proposer) => format!("Theo đề nghị của {} tại", self.named(proposer).ten),
            None => "Căn cứ".to_owned(),
        };
        BasisView {
            dong_tu: self.opt_words(basis.verb.as_ref()).unwrap_or(usual),
            van_ban: basis.documents.iter().map(|id| values::cite_in_full(&id.name)).collect(),
            loi: self.opt_words(basis.text.as_ref()),
        }
    }

    /// A citation in full and in short. Phụ lục I, phần I, mục II, khoản 6: a law has neither number nor issuer.
    fn citation(&self, document: &CitedDocument) -> Citation {
        let kind = self.words(&document.kind);
        let date = document.date.map(|date| format!(" {}", date.display_full())).unwrap_or_default();
        let subject =
            self.opt_words(document.subject.as_ref()).map(|subject| format!(" {subject}")).unwrap_or_default();
        if ["Luật", "Bộ luật", "Pháp lệnh"].contains(&kind.as_str()) {
            return Citation { full: format!("{kind}{subject}{date}"), short: format!("{kind}{subject}") };
        }
        let number = self.opt_words(document.number.as_ref()).map(|number| format!(" số {number}")).unwrap_or_default();
        let issuer = document.issuer.as_ref().map(|issuer| format!(" của {}", self.named(issuer).ten));
        Citation {
            full: format!("{kind}{number}{date}{}{subject}", issuer.unwrap_or_default()),
            short: format!("{kind}{number}"),
        }
    }

    fn appendices(&self) -> Vec<AppendixView> {
        let plan = self.plan;
        let number = plan.number.map_or_else(|| BLANK.to_owned(), |number| format!("{number:02}"));
        let reference = format!(
            "(Kèm theo Kế hoạch số {number}/{} {} của {})",
            self.words(&plan.symbol),
            plan.date.display_full(),
            self.issuer_name()
        );
        plan.appendices
            .iter()
            .zip(self.appendices_numbers())
            .map(|((_, appendix), so)| AppendixView {
                so,
                ten: self.words(&appendix.title),
                huong: if appendix.landscape { "ngang" } else { "doc" },
                kem_theo: reference.clone(),
                noi_dung: self.events(&appendix.content, ""),
            })
            .collect()
    }

    fn recipient(&self, recipient: &Recipient) -> RecipientView {
        let names =
            || self.bodies(&recipient.bodies).into_iter().map(|body| body.ten_ngan).collect::<Vec<_>>().join(", ");
        let group = recipient.group.as_ref().map(|group| {
            let member = |body: &Body| body.groups.iter().any(|known| known.words == group.words);
            let ids = self.plan.bodies.iter().filter(|(_, body)| member(body)).map(|(id, _)| self.body(id).ten_ngan);
            ids.collect::<Vec<_>>().join(", ")
        });
        RecipientView {
            loi: self.opt_words(recipient.text.as_ref()).or(group).unwrap_or_else(names),
            de: self.opt_words(recipient.purpose.as_ref()),
        }
    }

    /// The body tree as steps. `style` is the style of items that have none of their own and are no plain paragraphs.
    fn events(&self, blocks: &[Block], style: &'static str) -> Vec<Event> {
        let mut events = Vec::new();
        for block in blocks {
            self.push_events(block, style, &mut events);
        }
        events
    }

    fn push_events(&self, block: &Block, usual: &'static str, events: &mut Vec<Event>) {
        let event =
            |buoc| Event { buoc, kieu: "", nhan: String::new(), ten: None, loi: None, in_du_lieu: None, bang: None };
        let style = block.style.unwrap_or(usual);
        let mount = block.mount.as_ref().map(|mount| self.mount(mount, style));
        let in_words =
            block.mount.as_ref().is_some_and(|mount| matches!(mount.form, MountForm::Paragraph | MountForm::Total));
        let (heading, text) = (self.opt_words(block.heading.as_ref()), self.opt_words(block.text.as_ref()));
        let is_item = heading.is_some() || block.label.is_some() || ((text.is_some() || in_words) && !style.is_empty());
        if is_item {
            events.push(Event {
                kieu: style,
                nhan: self.opt_words(block.label.as_ref()).unwrap_or_default(),
                ten: heading,
                loi: text,
                in_du_lieu: mount.clone().filter(|_| in_words),
                ..event("mo")
            });
        } else if text.is_some() || in_words {
            events.push(Event { loi: text, in_du_lieu: mount.clone().filter(|_| in_words), ..event("doan") });
        }
        if let Some(mount) = mount.filter(|_| !in_words) {
            let kieu = if is_item { "" } else { mount.kieu };
            events.push(Event { in_du_lieu: Some(MountView { kieu, ..mount }), ..event("in") });
        }
        if let Some(table) = &block.table {
            events.push(Event { bang: Some(self.table(table)), ..event("bang") });
        }
        for child in &block.children {
            self.push_events(child, "", events);
        }
        if is_item {
            events.push(event("dong"));
        }
    }

    fn everything(&self, kind: MountKind) -> MountView {
        self.mount(&Mount { kind, group: None, pick: Vec::new(), form: MountForm::List }, "")
    }

    fn mount(&self, mount: &Mount, style: &'static str) -> MountView {
        let plan = self.plan;
        let empty = MountView { dang: mount.form.name(), kieu: style, ..MountView::default() };
        let in_group = |group: Option<&Text>| match &mount.group {
            None => true,
            Some(wanted) => group.is_some_and(|group| group.words == wanted.words),
        };
        match mount.kind {
            MountKind::Targets => MountView {
                loai: "chi_tieu",
                chi_tieu: picked(&plan.targets, &mount.pick)
                    .filter(|target| in_group(target.group.as_ref()))
                    .map(|target| self.target(target))
                    .collect(),
                ..empty
            },
            MountKind::Projects => MountView {
                loai: "du_an",
                du_an: picked_ids(&plan.projects, &mount.pick).map(|(id, project)| self.project(id, project)).collect(),
                ..empty
            },
            MountKind::Funding => MountView {
                loai: "kinh_phi",
                kinh_phi: plan.funding.as_ref().map(|funding| self.funding(funding, mount)),
                ..empty
            },
            MountKind::Tasks => MountView {
                loai: "nhiem_vu",
                nhiem_vu: picked(&plan.tasks, &mount.pick).map(|task| self.task(task)).collect(),
                ..empty
            },
            MountKind::Responsibilities => MountView {
                loai: "trach_nhiem",
                trach_nhiem: plan
                    .responsibilities
                    .iter()
                    .filter(|duty| in_group(duty.group.as_ref()))
                    .filter(|duty| {
                        let wanted = |id: &Id| mount.pick.iter().any(|pick| pick.words == id.name);
                        mount.pick.is_empty() || duty.bodies.iter().any(wanted)
                    })
                    .map(|duty| self.responsibility(duty))
                    .collect(),
                ..empty
            },
            MountKind::Reports => MountView {
                loai: "bao_cao",
                bao_cao: picked(&plan.reports, &mount.pick).map(|report| self.report(report)).collect(),
                ..empty
            },
        }
    }

    fn target(&self, target: &Target) -> TargetView {
        let unit = target.unit.as_ref().map(|unit| unit.words.as_str());
        let direction = match (target.from, target.to) {
            (Some(from), Some(to)) => Some(if to.is_less_than(from) { "giảm" } else { "tăng" }),
            _ => None,
        };
        TargetView {
            loi: self.opt_words(target.text.as_ref()),
            mo: self.opt_words(target.lead_in.as_ref()),
            ten: self.opt_words(target.name.as_ref()),
            doi_tuong: self.opt_words(target.population.as_ref()),
            ket_qua: self.opt_words(target.result.as_ref()),
            so_sanh: target.comparator.map(|comparator| comparator.words),
            gia_tri: target.value.map(|value| with_unit(value, unit)),
            gia_tri_tron: target.value.map(|value| match unit {
                Some("%") => with_unit(value, unit),
                _ => value.display_count(),
            }),
            con: target.level.map(|value| with_unit(value, unit)),
            phan: self.opt_words(target.fraction.as_ref()),
            moi: self.opt_words(target.per.as_ref()),
            so_voi: self.opt_words(target.against.as_ref()),
            giao: self.opt_words(target.set_by.as_ref()),
            chi_so: target.indicator,
            tung_nam: target
                .steps
                .iter()
                .map(|(year, value)| StepView { nam: year.name.clone(), gia_tri: with_unit(*value, unit) })
                .collect(),
            tu: target.from.map(|value| with_unit(value, unit)),
            den: target.to.map(|value| with_unit(value, unit)),
            huong: direction,
            giam: target.decrease.map(|amount| range_with_unit(amount, unit)),
            tang: target.increase.map(|amount| range_with_unit(amount, unit)),
            chuan: self.opt_words(target.standard.as_ref()),
            thoi_han: self.opt_words(target.deadline.as_ref()),
            trong_do: target.parts.iter().map(|(_, part)| self.target(part)).collect(),
            phan_bo: target
                .breakdown
                .iter()
                .map(|share| ShareView { noi: self.words(&share.place), gia_tri: with_unit(share.value, unit) })
                .collect(),
            phu_trach: target.owner.as_ref().map(|id| self.body(id)),
        }
    }

    fn project(&self, id: &Id, project: &Project) -> ProjectView {
        let (ten_goi, ten) = self.project_name(id);
        ProjectView {
            ten_goi,
            ten,
            muc_tieu: self.opt_words(project.goal.as_ref()),
            doi_tuong: self.all_words(&project.groups),
            noi_dung: self.events(&project.content, "+"),
            chu_tri: project.lead.as_ref().map(|id| self.body(id)),
            dong_chu_tri: self.bodies(&project.co_leads),
            phoi_hop: self.bodies(&project.cooperating),
            kinh_phi: project
                .amount
                .map(|amount| amount.display(self.money_unit(amount)))
                .or_else(|| self.opt_words(project.funding.as_ref())),
            phan_cong: self.opt_words(project.assignment.as_ref()),
        }
    }

    /// The unit of the plan's money; without one, the largest in which an amount is whole.
    fn money_unit(&self, amount: Money) -> MoneyUnit {
        let whole = || MONEY_UNITS.into_iter().find(|unit| amount.0 != 0 && amount.0 % unit.dong == 0);
        self.plan.funding.as_ref().map(|funding| funding.unit).or_else(whole).unwrap_or(MONEY_UNITS[3])
    }

    /// What a project is called, such as "Tiểu dự án 2 - Dự án 6", and its name.
    fn project_name(&self, id: &Id) -> (String, String) {
        let programme = self.plan.programme.as_ref().expect("the reader lets no project without a programme through");
        let project = Self::known(&programme.projects, id);
        let number = self.words(&project.number);
        let called = match &project.part_of {
            None => format!("Dự án {number}"),
            Some(parent) => {
                let parent = Self::known(&programme.projects, parent);
                format!("Tiểu dự án {number} - Dự án {}", self.words(&parent.number))
            }
        };
        (called, self.words(&project.name))
    }

    fn funding(&self, funding: &Funding, mount: &Mount) -> FundingView {
        let chosen: Vec<_> = picked(&funding.items, &mount.pick)
            .filter(|item| match &mount.group {
                None => true,
                Some(wanted) => item.group.as_ref().is_some_and(|group| group.words == wanted.words),
            })
            .collect();
        let mut groups: Vec<ItemGroupView> = Vec::new();
        for item in &chosen {
            let name = self.opt_words(item.group.as_ref());
            let view = self.funding_item(funding, item);
            match groups.last_mut() {
                Some(group) if group.ten == name => group.khoan.push(view),
                _ => groups.push(ItemGroupView { ten: name, khoan: vec![view] }),
            }
        }
        // Counts of different things do not add up.
        let one_unit = chosen
            .windows(2)
            .all(|pair| pair[0].unit.as_ref().map(|unit| &unit.words) == pair[1].unit.as_ref().map(|unit| &unit.words));
        let counts: Option<i128> = chosen.iter().map(|item| item.count.and_then(Decimal::to_whole)).sum();
        let counts = counts.filter(|_| one_unit && !chosen.is_empty());
        FundingView {
            don_vi: funding.unit.name,
            tong: funding.total.map(|total| total.display(funding.unit)),
            tong_so: funding.total.map(|total| total.display_in(funding.unit)),
            tong_so_luong: counts.map(|count| Decimal::whole(count).display_count()),
            khoan: chosen.iter().map(|item| self.funding_item(funding, item)).collect(),
            nhom: groups,
            theo_nguon: if mount.form == MountForm::SourceTable {
                self.by_source(funding, &chosen)
            } else {
                SourceTableView::default()
            },
        }
    }

    /// Items in rows, sources in columns; an item without allocations stands under its only source.
    fn by_source(&self, funding: &Funding, items: &[&FundingItem]) -> SourceTableView {
        let amount = |item: &FundingItem, source: &Id| -> Option<Money> {
            if item.allocations.is_empty() {
                return item.amount.filter(|_| matches!(item.sources.as_slice(), [only] if only.name == source.name));
            }
            let parts = item.allocations.iter().filter(|allocation| allocation.source.name == source.name);
            let parts: Vec<_> = parts.map(|allocation| allocation.amount.0).collect();
            (!parts.is_empty()).then(|| Money(parts.iter().sum()))
        };
        let show = |amount: Option<Money>| amount.map(|amount| amount.display_in(funding.unit)).unwrap_or_default();
        let sources: Vec<_> = funding.sources.iter().collect();
        SourceTableView {
            nguon: sources.iter().map(|(_, name)| self.words(name)).collect(),
            dong: items
                .iter()
                .map(|item| SourceRowView {
                    ten: self.words(&item.name),
                    cong: item.amount.map(|amount| amount.display_in(funding.unit)),
                    o: sources.iter().map(|(id, _)| show(amount(item, id))).collect(),
                })
                .collect(),
            tong: sources
                .iter()
                .map(|(id, _)| {
                    let parts: Vec<_> = items.iter().filter_map(|item| amount(item, id)).map(|money| money.0).collect();
                    show((!parts.is_empty()).then(|| Money(parts.iter().sum())))
                })
                .collect(),
        }
    }

    fn funding_item(&self, funding: &Funding, item: &FundingItem) -> ItemView {
        let unit = item.unit.as_ref().map(|unit| unit.words.as_str());
        ItemView {
            ten: self.words(&item.name),
            so_luong: item.count.map(|count| with_unit(count, unit)),
            so_luong_so: item.count.map(Decimal::display_count),
            so_tien: item.amount.map(|amount| amount.display(funding.unit)),
            theo: item.basis,
            so_tien_so: item.amount.map(|amount| amount.display_in(funding.unit)),
            muc_toi_da: item.cap.map(|cap| match &item.cap_unit {
                Some(unit) => format!("{}/{}", cap.display(funding.unit), self.words(unit)),
                None => cap.display(funding.unit),
            }),
            nguon: item.sources.iter().map(|id| self.words(Self::known(&funding.sources, id))).collect(),
            loi: self.opt_words(item.text.as_ref()),
        }
    }

    fn task(&self, task: &Task) -> TaskView {
        TaskView {
            viec: self.words(&task.text),
            chu_tri: task.lead.as_ref().map(|id| self.body(id)),
            phoi_hop: self.bodies(&task.cooperating),
            dong_chu_tri: self.bodies(&task.co_leads),
            thoi_han: task.deadline.as_ref().map(|deadline| self.deadline(deadline)),
            san_pham: self.opt_words(task.product.as_ref()),
        }
    }

    fn responsibility(&self, duty: &Responsibility) -> ResponsibilityView {
        let names = || self.bodies(&duty.bodies).into_iter().map(|body| body.ten).collect::<Vec<_>>().join(", ");
        ResponsibilityView {
            ten: self.opt_words(duty.heading.as_ref()).unwrap_or_else(names),
            de_nghi: duty.requested,
            dang: match duty.form {
                DutyForm::Block => "rieng_dong",
                DutyForm::RunIn => "lien_dong",
                DutyForm::Sentence => "ca_cau",
            },
            loi: self.opt_words(duty.text.as_ref()),
            // Duties are dashes unless they say otherwise.
            viec: self.events(&duty.items, "-"),
        }
    }

    fn report(&self, report: &Report) -> ReportView {
        ReportView {
            noi_dung: self.words(&report.what),
            co_quan: self.bodies(&report.from),
            gui: self.bodies(&report.to),
            qua: report.via.as_ref().map(|id| self.body(id)),
            thoi_han: report.when.as_ref().map(|deadline| self.deadline(deadline)),
            ky: self.opt_words(report.period.as_ref()),
        }
    }

    fn deadline(&self, deadline: &Deadline) -> String {
        match deadline {
            Deadline::Text(text) => self.words(text),
            Deadline::Before(date) => format!("trước ngày {}", date.display_short()),
            Deadline::On(date) => format!("ngày {}", date.display_short()),
            Deadline::Quarter { quarter, year } => format!("quý {quarter} năm {year}"),
            Deadline::Month(date) => format!("tháng {}", date.display_short()),
            Deadline::Every { every, at: None } => self.words(every),
            Deadline::Every { every, at: Some(at) } => format!("{}, trước {}", self.words(every), self.words(at)),
            Deadline::DaysAfterIssue(days) => {
                format!("trong {} ngày kể từ ngày ban hành Kế hoạch", Decimal::whole(*days).display_count())
            }
        }
    }

    fn table(&self, table: &Table) -> TableView {
        let cell = |cell: &Cell| CellView {
            doan: match &cell.content {
                CellContent::Words(texts) => self.all_words(texts),
                CellContent::Figure(figure) => vec![figure.clone()],
            },
            can: match cell.align {
                Align::Left => "left",
                Align::Center => "center",
                Align::Right => "right",
            },
            colspan: cell.colspan,
            rowspan: cell.rowspan,
        };
        let head = |head: &HeaderCell| HeaderCellView {
            chu: head.text.replace('\n', "\u{2028}"),
            colspan: head.colspan,
            rowspan: head.rowspan,
        };
        TableView {
            ten: self.opt_words(table.caption.as_ref()),
            don_vi: self.opt_words(table.unit.as_ref()),
            rong: table.widths.clone(),
            dau: table.header.iter().map(|row| row.iter().map(head).collect()).collect(),
            chi_so: table.index.clone(),
            dong: table
                .rows
                .iter()
                .map(|row| TableRowView { dam: row.emphasized, o: row.cells.iter().map(cell).collect() })
                .collect(),
            chu_thich: self.all_words(&table.notes),
        }
    }
}

/// An amount or a range with its unit: `0,6 - 1,0%`.
fn range_with_unit(amount: Amount, unit: Option<&str>) -> String {
    match amount.high {
        None => with_unit(amount.low, unit),
        Some(high) => format!("{} - {}", amount.low.display(), with_unit(high, unit)),
    }
}

/// A value with its unit: `%` close behind, other units after a space, counts padded.
fn with_unit(value: Decimal, unit: Option<&str>) -> String {
    match unit {
        None => value.display_count(),
        Some("%") => format!("{}%", value.display()),
        Some(unit) => format!("{} {unit}", value.display_count()),
    }
}

fn picked<'a, T>(registry: &'a Registry<T>, pick: &'a [Text]) -> impl Iterator<Item = &'a T> {
    picked_ids(registry, pick).map(|(_, entity)| entity)
}

/// The entities that a mount picks, in its order; all if it picks none.
fn picked_ids<'a, T>(registry: &'a Registry<T>, pick: &'a [Text]) -> Box<dyn Iterator<Item = (&'a Id, &'a T)> + 'a> {
    if pick.is_empty() {
        return Box::new(registry.iter());
    }
    Box::new(pick.iter().filter_map(|wanted| registry.iter().find(|(id, _)| id.name == wanted.words)))
}

fn count(number: usize) -> String {
    Decimal::whole(number as i128).display_count()
}
