//! From a plan to what templates see: ids replaced by what they stand for, numbers by how they are printed.

use std::collections::BTreeMap;

use super::values::{self, Citation, Values};
use super::view::{
    AllMounts, AppendixView, BasisView, BodyView, Event, FundingValues, MountView, PlanView, RecipientView,
    SignatureView, ValuesView,
};
use crate::diagnostic::Diagnostic;
use crate::plan::date::BLANK;
use crate::plan::number::{Decimal, Money};
use crate::plan::{
    Block, Body, CitedDocument, Id, IdOrText, LegalBasis, Mount, MountForm, MountKind, Plan, Recipient, Registry,
    Status, Text,
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

/// A plan and how the values that its texts name are put in.
pub(super) struct Viewer<'a> {
    pub(super) plan: &'a Plan,
    /// Puts values in place of their names.
    expand: &'a dyn Fn(&Text) -> String,
}

impl Viewer<'_> {
    /// The words of a clerk as templates carry them: a line break becomes a letter that the document tree understands.
    pub(super) fn words(&self, text: &Text) -> String {
        (self.expand)(text).replace('\n', "\u{2028}")
    }

    pub(super) fn all_words(&self, texts: &[Text]) -> Vec<String> {
        texts.iter().map(|text| self.words(text)).collect()
    }

    pub(super) fn opt_words(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.words(text))
    }

    /// The citations of all documents; one inside the title of another is in short.
    pub(super) fn citations(&self) -> BTreeMap<String, Citation> {
        let documents = || self.plan.documents.iter();
        let mut citations: BTreeMap<String, Citation> =
            documents().map(|(id, document)| (id.name.clone(), self.citation(document))).collect();
        for (id, _) in documents() {
            let full = citations.get(&id.name).map(|citation| values::write_short(&citation.full, &citations));
            if let (Some(full), Some(citation)) = (full, citations.get_mut(&id.name)) {
                citation.full = full;
            }
        }
        citations
    }

    /// The values that a text may name.
    pub(super) fn values(&self) -> ValuesView {
        let plan = self.plan;
        let named = |id: &Id, value: String| (id.name.clone(), value);
        let bodies = || plan.bodies.iter().map(|(id, _)| (id, self.body(id)));
        let mount = |kind| self.everything(kind);
        ValuesView {
            nam: plan.period.filter(|period| period.from == period.to).map_or(plan.date.year, |period| period.from),
            thoi_ky: plan.period.map(|period| period.display()),
            ngay: plan.date.display_full(),
            dia_danh: self.words(&plan.place),
            van_ban: plan.documents.iter().map(|(id, _)| named(id, values::cite(&id.name))).collect(),
            co_quan: bodies().map(|(id, body)| named(id, body.ten_ngan)).collect(),
            ten_co_quan: bodies().map(|(id, body)| named(id, body.ten)).collect(),
            dinh_nghia: bodies()
                .map(|(id, body)| {
                    let defined = format!("{} (sau đây gọi tắt là {})", body.ten, body.ten_ngan);
                    named(id, if body.ten == body.ten_ngan { body.ten } else { defined })
                })
                .collect(),
            du_an: self.project_names().map(|(id, (called, _))| named(id, called)).collect(),
            ten_du_an: self.project_names().map(|(id, (_, name))| named(id, name)).collect(),
            phu_luc: plan.appendices.iter().zip(self.appendices_numbers()).map(|((id, _), so)| named(id, so)).collect(),
            chi_tieu: plan.targets.iter().map(|(id, target)| (id.name.clone(), self.target(target))).collect(),
            so_chi_tieu: count(plan.targets.iter().count()),
            so_nhiem_vu: count(plan.tasks.iter().count()),
            chuong_trinh: plan
                .programme
                .iter()
                .flat_map(|programme| {
                    let short = programme.short.as_ref().unwrap_or(&programme.name);
                    [("ten", self.words(&programme.name)), ("ten_ngan", self.words(short))]
                })
                .collect(),
            kinh_phi: mount(MountKind::Funding).kinh_phi.map(|funding| FundingValues {
                tong: funding.tong,
                tong_bang_chu: plan.funding.as_ref().and_then(|funding| funding.total).map(Money::in_words),
                tong_so_luong: funding.tong_so_luong,
                don_vi: funding.don_vi,
                nguon: plan.funding.iter().flat_map(|funding| self.source_totals(funding)).collect(),
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
    pub(super) fn project_names(&self) -> impl Iterator<Item = (&Id, (String, String))> {
        let programme = self.plan.programme.iter();
        programme.flat_map(|programme| programme.projects.iter()).map(|(id, _)| (id, self.project_name(id)))
    }

    pub(super) fn appendices_numbers(&self) -> Vec<String> {
        let count = self.plan.appendices.iter().count();
        (1..=count)
            .map(|number| if count > 1 { format!("Phụ lục {}", roman(number)) } else { "Phụ lục".to_owned() })
            .collect()
    }

    pub(super) fn plan(&self) -> PlanView {
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
    pub(super) fn known<'r, T>(registry: &'r Registry<T>, id: &Id) -> &'r T {
        registry.get(&id.name).expect("the reader lets no unknown id through")
    }

    pub(super) fn body(&self, id: &Id) -> BodyView {
        let body = Self::known(&self.plan.bodies, id);
        let ten = self.words(&body.name);
        BodyView { ten_ngan: self.opt_words(body.short.as_ref()).unwrap_or_else(|| ten.clone()), ten }
    }

    pub(super) fn bodies(&self, ids: &[Id]) -> Vec<BodyView> {
        ids.iter().map(|id| self.body(id)).collect()
    }

    pub(super) fn named(&self, name: &IdOrText) -> BodyView {
        match name {
            IdOrText::Id(id) => self.body(id),
            IdOrText::Text(text) => {
                let words = self.words(text);
                BodyView { ten: words.clone(), ten_ngan: words }
            }
        }
    }

    pub(super) fn issuer_name(&self) -> String {
        let names: Vec<_> = self.plan.issuers.iter().map(|issuer| self.named(issuer).ten).collect();
        crate::emphasis::strip(&names.join(", "))
    }

    /// The issuers' names, broken into lines.
    pub(super) fn issuers(&self) -> Vec<String> {
        self.plan.issuers.iter().map(|issuer| self.lines_of(issuer).join("\u{2028}")).collect()
    }

    /// A name in lines: as declared, else broken after "Ủy ban nhân dân".
    pub(super) fn lines_of(&self, issuer: &IdOrText) -> Vec<String> {
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

    pub(super) fn basis(&self, basis: &LegalBasis) -> BasisView {
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
    pub(super) fn citation(&self, document: &CitedDocument) -> Citation {
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

    pub(super) fn appendices(&self) -> Vec<AppendixView> {
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

    pub(super) fn recipient(&self, recipient: &Recipient) -> RecipientView {
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
    pub(super) fn events(&self, blocks: &[Block], style: &'static str) -> Vec<Event> {
        let mut events = Vec::new();
        for block in blocks {
            self.push_events(block, style, &mut events);
        }
        events
    }

    pub(super) fn push_events(&self, block: &Block, usual: &'static str, events: &mut Vec<Event>) {
        let event =
            |buoc| Event { buoc, kieu: "", nhan: String::new(), ten: None, loi: None, in_du_lieu: None, bang: None };
        let style = block.style.unwrap_or(usual);
        let mount = block.mount.as_ref().map(|mount| self.mount(mount, style));
        let in_words =
            block.mount.as_ref().is_some_and(|mount| matches!(mount.form, MountForm::Paragraph | MountForm::Total));
        let (within, apart) = if in_words { (mount, None) } else { (None, mount) };
        let (heading, text) = (self.opt_words(block.heading.as_ref()), self.opt_words(block.text.as_ref()));
        let is_item = heading.is_some() || block.label.is_some() || ((text.is_some() || in_words) && !style.is_empty());
        if is_item {
            events.push(Event {
                kieu: style,
                nhan: self.opt_words(block.label.as_ref()).unwrap_or_default(),
                ten: heading,
                loi: text,
                in_du_lieu: within,
                ..event("mo")
            });
        } else if text.is_some() || in_words {
            events.push(Event { loi: text, in_du_lieu: within, ..event("doan") });
        }
        if let Some(mount) = apart {
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

    pub(super) fn everything(&self, kind: MountKind) -> MountView {
        self.mount(&Mount { kind, group: None, pick: Vec::new(), form: MountForm::List, part_style: None }, "")
    }

    pub(super) fn mount(&self, mount: &Mount, style: &'static str) -> MountView {
        let plan = self.plan;
        let part_style = mount.part_style.unwrap_or("-");
        let inner_style = if part_style == "-" { "+" } else { "-" };
        let empty = MountView {
            dang: mount.form.name(),
            kieu: style,
            kieu_phan: part_style,
            kieu_con: inner_style,
            ..MountView::default()
        };
        match mount.kind {
            MountKind::Targets => MountView {
                loai: "chi_tieu",
                chi_tieu: picked(&plan.targets, &mount.pick)
                    .filter(|target| mount.takes(target.group.as_ref()))
                    .map(|target| self.target(target))
                    .collect(),
                ..empty
            },
            MountKind::Projects => MountView { loai: "du_an", du_an: self.projects(mount, inner_style), ..empty },
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
                    .filter(|duty| mount.takes(duty.group.as_ref()))
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
}

pub(super) fn picked<'a, T>(registry: &'a Registry<T>, pick: &'a [Text]) -> impl Iterator<Item = &'a T> {
    picked_ids(registry, pick).map(|(_, entity)| entity)
}

/// The entities that a mount picks, in its order; all if it picks none.
pub(super) fn picked_ids<'a, T>(
    registry: &'a Registry<T>,
    pick: &'a [Text],
) -> Box<dyn Iterator<Item = (&'a Id, &'a T)> + 'a> {
    if pick.is_empty() {
        return Box::new(registry.iter());
    }
    Box::new(pick.iter().filter_map(|wanted| registry.iter().find(|(id, _)| id.name == wanted.words)))
}

fn count(number: usize) -> String {
    Decimal::whole(number as i128).display_count()
}
