//! What templates see of a plan: plain words and numbers, with ids replaced by what they stand for.
//!
//! Names are the keys that clerks write, so that whoever edits a template finds them in the guide. Values are words that
//! are ready to print; templates only put them together.

use serde::Serialize;

use crate::plan::date::BLANK;
use crate::plan::number::Decimal;
use crate::plan::{
    Block, Body, CitedDocument, DutyForm, Funding, FundingItem, Id, IdOrText, LegalBasis, Mount, MountForm, MountKind,
    Plan, Project, Recipient, Registry, Report, Responsibility, Status, Target, Task, Text,
};
use crate::vietnamese::{self, roman};

/// A body (cơ quan).
#[derive(Debug, Clone, Serialize)]
struct BodyView {
    ten: String,
    ten_ngan: String,
}

/// A document cited.
#[derive(Debug, Clone, Serialize)]
struct DocumentView {
    day_du: String,
    ngan: String,
}

#[derive(Debug, Clone, Serialize)]
struct BasisView {
    dong_tu: String,
    van_ban: Vec<DocumentView>,
    loi: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct TargetView {
    loi: Option<String>,
    mo: Option<String>,
    ten: Option<String>,
    doi_tuong: Option<String>,
    ket_qua: Option<String>,
    so_sanh: Option<&'static str>,
    /// Value with its unit: `0,79%`, `05 hộ`.
    gia_tri: Option<String>,
    /// Value without a unit, for a population that begins with the unit's noun.
    gia_tri_tron: Option<String>,
    tu: Option<String>,
    den: Option<String>,
    /// `giảm` or `tăng`, from the two levels.
    huong: Option<&'static str>,
    giam: Option<String>,
    tang: Option<String>,
    chuan: Option<String>,
    thoi_han: Option<String>,
    trong_do: Vec<Self>,
    phan_bo: Vec<ShareView>,
    phu_trach: Option<BodyView>,
}

#[derive(Debug, Clone, Serialize)]
struct ShareView {
    noi: String,
    gia_tri: String,
}

#[derive(Debug, Clone, Serialize)]
struct ProjectView {
    ten_goi: String,
    ten: String,
    muc_tieu: Option<String>,
    doi_tuong: Vec<String>,
    noi_dung: Vec<Event>,
    chu_tri: Option<BodyView>,
    phoi_hop: Vec<BodyView>,
    kinh_phi: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct FundingView {
    don_vi: &'static str,
    tong: Option<String>,
    tong_so: Option<String>,
    tong_so_luong: Option<String>,
    khoan: Vec<ItemView>,
    nhom: Vec<ItemGroupView>,
}

#[derive(Debug, Clone, Serialize)]
struct ItemGroupView {
    /// `None` for items without a group.
    ten: Option<String>,
    khoan: Vec<ItemView>,
}

#[derive(Debug, Clone, Serialize)]
struct ItemView {
    ten: String,
    so_luong: Option<String>,
    so_luong_so: Option<String>,
    so_tien: Option<String>,
    so_tien_so: Option<String>,
    muc_toi_da: Option<String>,
    nguon: Vec<String>,
    loi: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct TaskView {
    viec: String,
    chu_tri: Option<BodyView>,
    phoi_hop: Vec<BodyView>,
    thoi_han: Option<String>,
    san_pham: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct ResponsibilityView {
    ten: String,
    de_nghi: bool,
    dang: &'static str,
    loi: Option<String>,
    viec: Vec<Event>,
}

#[derive(Debug, Clone, Serialize)]
struct ReportView {
    noi_dung: String,
    co_quan: Vec<BodyView>,
    gui: Vec<BodyView>,
    qua: Option<BodyView>,
    thoi_han: Option<String>,
}

/// Data printed at one place of the body.
#[derive(Debug, Clone, Default, Serialize)]
struct MountView {
    /// Which data: the key's word.
    loai: &'static str,
    /// How: the key's word.
    dang: &'static str,
    /// Numbering style of the entries; empty lets their depth decide.
    kieu: &'static str,
    chi_tieu: Vec<TargetView>,
    du_an: Vec<ProjectView>,
    kinh_phi: Option<FundingView>,
    nhiem_vu: Vec<TaskView>,
    trach_nhiem: Vec<ResponsibilityView>,
    bao_cao: Vec<ReportView>,
}

/// A step through the body tree, in the order in which it is printed: templates cannot walk a tree, a list they can.
#[derive(Debug, Clone, Serialize)]
struct Event {
    /// `doan` a paragraph, `mo` opens an item, `dong` closes it, `in` prints data.
    buoc: &'static str,
    kieu: &'static str,
    nhan: String,
    ten: Option<String>,
    loi: Option<String>,
    in_du_lieu: Option<MountView>,
}

#[derive(Debug, Clone, Serialize)]
struct RecipientView {
    loi: String,
    de: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct SignatureView {
    quyen_han: Vec<String>,
    chuc_vu: String,
    chuc_vu_khac: Option<String>,
    ho_ten: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct AppendixView {
    so: String,
    ten: String,
    huong: &'static str,
    kem_theo: String,
    noi_dung: Vec<Event>,
}

/// The plan as templates see it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PlanView {
    tieu_de: String,
    tac_gia: String,
    dinh_danh: String,
    ngay_may: String,
    du_thao: bool,
    co_quan_chu_quan: Vec<String>,
    co_quan_ban_hanh: Vec<String>,
    so: String,
    ky_hieu: String,
    dia_danh: String,
    ngay: String,
    trich_yeu: String,
    thoi_ky: Option<String>,
    danh_so: String,
    can_cu: Vec<BasisView>,
    mo_dau: Vec<String>,
    muc_dich: Vec<String>,
    yeu_cau: Vec<String>,
    noi_dung: Vec<Event>,
    /// Every entry of each kind, for the usual outline.
    tat_ca: AllMounts,
    ket_thuc: Vec<String>,
    phu_luc: Vec<AppendixView>,
    noi_nhan: Vec<RecipientView>,
    luu: Vec<String>,
    nguoi_ky: SignatureView,
}

#[derive(Debug, Clone, Serialize)]
struct AllMounts {
    chi_tieu: MountView,
    du_an: MountView,
    kinh_phi: MountView,
    nhiem_vu: MountView,
    trach_nhiem: MountView,
    bao_cao: MountView,
}

/// Turns a plan into what templates see.
pub(super) fn view(plan: &Plan) -> PlanView {
    Viewer { plan }.plan()
}

/// The words of a clerk as templates carry them: a line break becomes a letter that the document tree understands.
fn words(text: &Text) -> String {
    text.words.replace('\n', "\u{2028}")
}

fn all_words(texts: &[Text]) -> Vec<String> {
    texts.iter().map(words).collect()
}

fn opt_words(text: Option<&Text>) -> Option<String> {
    text.map(words)
}

struct Viewer<'a> {
    plan: &'a Plan,
}

impl Viewer<'_> {
    fn plan(&self) -> PlanView {
        let plan = self.plan;
        let number = plan.number.map(|number| format!("{number:02}"));
        let (year, month, day) = plan.date.or_first();
        let subject = crate::emphasis::strip(&plan.subject.words.replace('\n', " "));
        PlanView {
            tieu_de: format!("Kế hoạch {}", vietnamese::uncapitalize(&subject)),
            tac_gia: self.issuer_name(),
            dinh_danh: number.as_ref().map_or_else(
                || format!("{}/{}/{subject}", plan.date.year, plan.symbol.words),
                |number| format!("{}/{number}/{}", plan.date.year, plan.symbol.words),
            ),
            ngay_may: format!("{year:04}-{month:02}-{day:02}"),
            du_thao: plan.status == Status::Draft,
            co_quan_chu_quan: plan.parent.iter().map(|parent| self.named(parent).ten).collect(),
            co_quan_ban_hanh: self.issuer_lines(),
            so: number.unwrap_or_else(|| BLANK.to_owned()),
            ky_hieu: words(&plan.symbol),
            dia_danh: words(&plan.place),
            ngay: plan.date.display_full(),
            trich_yeu: words(&plan.subject),
            thoi_ky: plan.period.map(|period| period.display()),
            danh_so: plan.numbering.join(" "),
            can_cu: plan.legal_bases.iter().map(|basis| self.basis(basis)).collect(),
            mo_dau: all_words(&plan.opening),
            muc_dich: all_words(&plan.purposes),
            yeu_cau: all_words(&plan.demands),
            noi_dung: self.events(&plan.body, ""),
            tat_ca: AllMounts {
                chi_tieu: self.everything(MountKind::Targets),
                du_an: self.everything(MountKind::Projects),
                kinh_phi: self.everything(MountKind::Funding),
                nhiem_vu: self.everything(MountKind::Tasks),
                trach_nhiem: self.everything(MountKind::Responsibilities),
                bao_cao: self.everything(MountKind::Reports),
            },
            ket_thuc: all_words(&plan.closing),
            phu_luc: self.appendices(),
            noi_nhan: plan.recipients.iter().map(|recipient| self.recipient(recipient)).collect(),
            luu: if plan.archive.is_empty() { vec!["VT".to_owned()] } else { all_words(&plan.archive) },
            nguoi_ky: SignatureView {
                quyen_han: all_words(&plan.signature.authority),
                chuc_vu: words(&plan.signature.post),
                chuc_vu_khac: opt_words(plan.signature.other_post.as_ref()),
                ho_ten: opt_words(plan.signature.name.as_ref()),
            },
        }
    }

    /// The entity behind an id; the reader has checked that it is there.
    fn known<'r, T>(registry: &'r Registry<T>, id: &Id) -> &'r T {
        registry.get(&id.name).expect("the reader lets no unknown id through")
    }

    fn body(&self, id: &Id) -> BodyView {
        let body = Self::known(&self.plan.bodies, id);
        let ten = words(&body.name);
        BodyView { ten_ngan: opt_words(body.short.as_ref()).unwrap_or_else(|| ten.clone()), ten }
    }

    fn bodies(&self, ids: &[Id]) -> Vec<BodyView> {
        ids.iter().map(|id| self.body(id)).collect()
    }

    fn named(&self, name: &IdOrText) -> BodyView {
        match name {
            IdOrText::Id(id) => self.body(id),
            IdOrText::Text(text) => BodyView { ten: words(text), ten_ngan: words(text) },
        }
    }

    fn issuer_name(&self) -> String {
        crate::emphasis::strip(&self.named(&self.plan.issuer).ten)
    }

    /// The issuer's name in lines: as declared, else broken after "Ủy ban nhân dân".
    fn issuer_lines(&self) -> Vec<String> {
        let lines = match &self.plan.issuer {
            IdOrText::Id(id) => {
                let body: &Body = Self::known(&self.plan.bodies, id);
                all_words(&body.lines)
            }
            IdOrText::Text(_) => Vec::new(),
        };
        if !lines.is_empty() {
            return lines;
        }
        let name = self.named(&self.plan.issuer).ten;
        for kind in ["Ủy ban nhân dân ", "Hội đồng nhân dân "] {
            if let Some(place) = name.strip_prefix(kind) {
                return vec![kind.trim_end().to_owned(), place.to_owned()];
            }
        }
        vec![name]
    }

    fn basis(&self, basis: &LegalBasis) -> BasisView {
        BasisView {
            dong_tu: opt_words(basis.verb.as_ref()).unwrap_or_else(|| "Căn cứ".to_owned()),
            van_ban: basis.documents.iter().map(|id| self.document(Self::known(&self.plan.documents, id))).collect(),
            loi: opt_words(basis.text.as_ref()),
        }
    }

    /// A citation in full and in short. Phụ lục I, phần I, mục II, khoản 6: a law has neither number nor issuer.
    fn document(&self, document: &CitedDocument) -> DocumentView {
        let kind = words(&document.kind);
        let date = document.date.map(|date| format!(" {}", date.display_full())).unwrap_or_default();
        let subject = opt_words(document.subject.as_ref()).map(|subject| format!(" {subject}")).unwrap_or_default();
        if ["Luật", "Bộ luật", "Pháp lệnh"].contains(&kind.as_str()) {
            return DocumentView { day_du: format!("{kind}{subject}{date}"), ngan: format!("{kind}{subject}") };
        }
        let number = opt_words(document.number.as_ref()).map(|number| format!(" số {number}")).unwrap_or_default();
        let issuer = document.issuer.as_ref().map(|issuer| format!(" của {}", self.named(issuer).ten));
        DocumentView {
            day_du: format!("{kind}{number}{date}{}{subject}", issuer.unwrap_or_default()),
            ngan: format!("{kind}{number}"),
        }
    }

    fn appendices(&self) -> Vec<AppendixView> {
        let plan = self.plan;
        let many = plan.appendices.iter().count() > 1;
        let number = plan.number.map_or_else(|| BLANK.to_owned(), |number| format!("{number:02}"));
        let reference = format!(
            "(Kèm theo Kế hoạch số {number}/{} {} của {})",
            words(&plan.symbol),
            plan.date.display_full(),
            self.issuer_name()
        );
        plan.appendices
            .iter()
            .enumerate()
            .map(|(index, (_, appendix))| AppendixView {
                so: if many { format!("Phụ lục {}", roman(index + 1)) } else { "Phụ lục".to_owned() },
                ten: words(&appendix.title),
                huong: if appendix.landscape { "ngang" } else { "doc" },
                kem_theo: reference.clone(),
                noi_dung: self.events(&appendix.content, ""),
            })
            .collect()
    }

    fn recipient(&self, recipient: &Recipient) -> RecipientView {
        let names =
            || self.bodies(&recipient.bodies).into_iter().map(|body| body.ten_ngan).collect::<Vec<_>>().join(", ");
        RecipientView {
            loi: opt_words(recipient.text.as_ref()).unwrap_or_else(names),
            de: opt_words(recipient.purpose.as_ref()),
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
        let event = |buoc| Event { buoc, kieu: "", nhan: String::new(), ten: None, loi: None, in_du_lieu: None };
        let style = block.style.unwrap_or(usual);
        let mount = block.mount.as_ref().map(|mount| self.mount(mount, style));
        let in_words =
            block.mount.as_ref().is_some_and(|mount| matches!(mount.form, MountForm::Paragraph | MountForm::Total));
        let (heading, text) = (opt_words(block.heading.as_ref()), opt_words(block.text.as_ref()));
        let is_item = heading.is_some() || block.label.is_some() || (text.is_some() && !style.is_empty());
        if is_item {
            events.push(Event {
                kieu: style,
                nhan: opt_words(block.label.as_ref()).unwrap_or_default(),
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
        let bare = |value: Decimal| match unit {
            Some("%") => with_unit(value, unit),
            _ => value.display_count(),
        };
        // A population names what is counted itself: `giảm 45 hộ cận nghèo`.
        let change = |value| if target.population.is_some() { bare(value) } else { with_unit(value, unit) };
        TargetView {
            loi: opt_words(target.text.as_ref()),
            mo: opt_words(target.lead_in.as_ref()),
            ten: opt_words(target.name.as_ref()),
            doi_tuong: opt_words(target.population.as_ref()),
            ket_qua: opt_words(target.result.as_ref()),
            so_sanh: target.comparator.map(|comparator| comparator.words),
            gia_tri: target.value.map(|value| with_unit(value, unit)),
            gia_tri_tron: target.value.map(bare),
            tu: target.from.map(|value| with_unit(value, unit)),
            den: target.to.map(|value| with_unit(value, unit)),
            huong: direction,
            giam: target.decrease.map(change),
            tang: target.increase.map(change),
            chuan: opt_words(target.standard.as_ref()),
            thoi_han: opt_words(target.deadline.as_ref()),
            trong_do: target.parts.iter().map(|(_, part)| self.target(part)).collect(),
            phan_bo: target
                .breakdown
                .iter()
                .map(|share| ShareView { noi: words(&share.place), gia_tri: with_unit(share.value, unit) })
                .collect(),
            phu_trach: target.owner.as_ref().map(|id| self.body(id)),
        }
    }

    fn project(&self, id: &Id, project: &Project) -> ProjectView {
        let (ten_goi, ten) = self.project_name(id);
        ProjectView {
            ten_goi,
            ten,
            muc_tieu: opt_words(project.goal.as_ref()),
            doi_tuong: all_words(&project.groups),
            noi_dung: self.events(&project.content, "+"),
            chu_tri: project.lead.as_ref().map(|id| self.body(id)),
            phoi_hop: self.bodies(&project.cooperating),
            kinh_phi: opt_words(project.funding.as_ref()),
        }
    }

    /// What a project is called, such as "Tiểu dự án 2 - Dự án 6", and its name.
    fn project_name(&self, id: &Id) -> (String, String) {
        let programme = self.plan.programme.as_ref().expect("the reader lets no project without a programme through");
        let project = Self::known(&programme.projects, id);
        let number = words(&project.number);
        let called = match &project.part_of {
            None => format!("Dự án {number}"),
            Some(parent) => {
                let parent = Self::known(&programme.projects, parent);
                format!("Tiểu dự án {number} - Dự án {}", words(&parent.number))
            }
        };
        (called, words(&project.name))
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
            let name = opt_words(item.group.as_ref());
            let view = self.funding_item(funding, item);
            match groups.last_mut() {
                Some(group) if group.ten == name => group.khoan.push(view),
                _ => groups.push(ItemGroupView { ten: name, khoan: vec![view] }),
            }
        }
        let counts: Option<i128> = chosen.iter().map(|item| item.count.and_then(Decimal::to_whole)).sum();
        FundingView {
            don_vi: funding.unit.name,
            tong: funding.total.map(|total| total.display(funding.unit)),
            tong_so: funding.total.map(|total| total.display_in(funding.unit)),
            tong_so_luong: counts.map(|count| Decimal::whole(count).display_count()),
            khoan: chosen.iter().map(|item| self.funding_item(funding, item)).collect(),
            nhom: groups,
        }
    }

    fn funding_item(&self, funding: &Funding, item: &FundingItem) -> ItemView {
        let unit = item.unit.as_ref().map(|unit| unit.words.as_str());
        ItemView {
            ten: words(&item.name),
            so_luong: item.count.map(|count| with_unit(count, unit)),
            so_luong_so: item.count.map(Decimal::display_count),
            so_tien: item.amount.map(|amount| amount.display(funding.unit)),
            so_tien_so: item.amount.map(|amount| amount.display_in(funding.unit)),
            muc_toi_da: item.cap.map(|cap| match &item.cap_unit {
                Some(unit) => format!("{}/{}", cap.display(funding.unit), words(unit)),
                None => cap.display(funding.unit),
            }),
            nguon: item.sources.iter().map(|id| words(Self::known(&funding.sources, id))).collect(),
            loi: opt_words(item.text.as_ref()),
        }
    }

    fn task(&self, task: &Task) -> TaskView {
        TaskView {
            viec: words(&task.text),
            chu_tri: task.lead.as_ref().map(|id| self.body(id)),
            phoi_hop: self.bodies(&task.cooperating),
            thoi_han: opt_words(task.deadline.as_ref()),
            san_pham: opt_words(task.product.as_ref()),
        }
    }

    fn responsibility(&self, duty: &Responsibility) -> ResponsibilityView {
        let names = || self.bodies(&duty.bodies).into_iter().map(|body| body.ten).collect::<Vec<_>>().join(", ");
        ResponsibilityView {
            ten: opt_words(duty.heading.as_ref()).unwrap_or_else(names),
            de_nghi: duty.requested,
            dang: match duty.form {
                DutyForm::Block => "rieng_dong",
                DutyForm::RunIn => "lien_dong",
                DutyForm::Sentence => "ca_cau",
            },
            loi: opt_words(duty.text.as_ref()),
            // Duties are dashes unless they say otherwise.
            viec: self.events(&duty.items, "-"),
        }
    }

    fn report(&self, report: &Report) -> ReportView {
        ReportView {
            noi_dung: words(&report.what),
            co_quan: self.bodies(&report.from),
            gui: self.bodies(&report.to),
            qua: report.via.as_ref().map(|id| self.body(id)),
            thoi_han: opt_words(report.when.as_ref()),
        }
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
