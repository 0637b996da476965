//! The plan as templates see it.

use serde::Serialize;

use super::body::BasisView;
use super::step::{Event, MountView};
use crate::plan::Status;
use crate::plan::mount::MountKind;
use crate::plan::recipient::{Recipient, Signature};
use crate::plan::settings::Margins;
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::Name;
use crate::value::date::BLANK;

/// A line of nơi nhận.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct RecipientView {
    loi: Xml,
    de: Option<Xml>,
}

/// Who signs.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct SignatureView {
    quyen_han: Vec<Xml>,
    chuc_vu: Xml,
    chuc_vu_khac: Option<Xml>,
    ho_ten: Option<Xml>,
}

/// An appendix.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct AppendixView {
    so: Xml,
    ten: Xml,
    huong: &'static str,
    co_chu: Option<&'static str>,
    co_chu_bang: Option<Xml>,
    le: MarginsView,
    kem_theo: Xml,
    noi_dung: Vec<Event>,
    nguoi_ky: Vec<SignatureView>,
}

/// The margins that an appendix chooses.
#[derive(Debug, Clone, Default, Serialize)]
struct MarginsView {
    tren: Option<Xml>,
    duoi: Option<Xml>,
    trai: Option<Xml>,
    phai: Option<Xml>,
}

impl MarginsView {
    fn new(margins: &Margins) -> Self {
        let [tren, duoi, trai, phai] =
            [&margins.top, &margins.bottom, &margins.left, &margins.right].map(|margin| margin.as_ref().map(length));
        Self { tren, duoi, trai, phai }
    }
}

/// A length for an attribute.
fn length(name: &Name) -> Xml {
    Xml::words(&name.words).attribute()
}

/// Every entry of each kind, for the usual outline.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct AllMounts {
    chi_tieu: MountView,
    du_an: MountView,
    kinh_phi: MountView,
    nhiem_vu: MountView,
    trach_nhiem: MountView,
    bao_cao: MountView,
}

/// The plan as templates see it. Names are the keys that clerks write, so that whoever edits a template finds them in the
/// guide; values are words that are ready to print, and templates only put them together.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct PlanView {
    tieu_de: Xml,
    tac_gia: Xml,
    dinh_danh: Xml,
    ngay_may: Xml,
    ten_loai: &'static str,
    /// Draft or issued: the key's word.
    trang_thai: &'static str,
    /// Words of the draft mark; nothing once the plan is issued.
    du_thao: Option<Xml>,
    do_khan: Option<&'static str>,
    luu_hanh: Option<&'static str>,
    co_quan_chu_quan: Vec<Xml>,
    /// One name for each issuer, broken into lines.
    co_quan_ban_hanh: Vec<Xml>,
    so: Xml,
    ky_hieu: Xml,
    dia_danh: Xml,
    ngay: Xml,
    trich_yeu: Xml,
    /// The line in brackets that names the document with which the plan is issued.
    kem_theo: Option<Xml>,
    thoi_ky: Option<Xml>,
    danh_so: String,
    can_cu: Vec<BasisView>,
    mo_dau: Vec<Xml>,
    muc_dich: Vec<Xml>,
    yeu_cau: Vec<Xml>,
    noi_dung: Vec<Event>,
    tat_ca: Option<AllMounts>,
    ket_thuc: Vec<Xml>,
    phu_luc: Vec<AppendixView>,
    noi_nhan: Vec<RecipientView>,
    luu: Vec<Xml>,
    /// Drafter and number of copies: `PL.(300)`.
    soan_thao: Option<Xml>,
    dia_chi: Option<Xml>,
    nguoi_ky: Vec<SignatureView>,
}

impl Viewer<'_> {
    pub(in crate::template) fn plan(&self) -> PlanView {
        let plan = self.plan;
        let words = |text| self.opt_words(text).unwrap_or_default();
        let date = plan.date.as_ref().map(|date| date.value);
        let issuing = plan.issuing_document();
        let (year, month, day) = plan.issue_date().map_or((1, 1, 1), crate::value::Date::or_first);
        let subject = words(plan.subject.as_ref());
        let of_document = || words(issuing.and_then(|document| document.number.as_ref())).attribute();
        let symbol = plan.symbol.as_ref().map_or_else(of_document, |symbol| Xml::from(symbol.0.clone()));
        let number = plan.number.as_ref().map(|number| Xml::from(number.display()));
        let plain = subject.attribute();
        PlanView {
            tieu_de: Xml::format(
                "{} {}",
                &[&plan.document_type().term.into(), &plain.filtered(crate::value::Filter::Uncapitalize)],
            ),
            tac_gia: self.issuer_name(),
            dinh_danh: match &number {
                Some(number) => Xml::format("{}/{}/{}", &[&year.to_string().into(), number, &symbol]),
                None => Xml::format("{}/{}/{}", &[&year.to_string().into(), &symbol, &plain]),
            },
            ngay_may: format!("{year:04}-{month:02}-{day:02}").into(),
            ten_loai: plan.document_type().term,
            trang_thai: self.status.word(),
            du_thao: (self.status == Status::Draft)
                .then(|| self.opt_words(plan.draft_mark.as_ref()).unwrap_or_else(|| Xml::words("Dự thảo"))),
            do_khan: plan.urgency.map(crate::plan::whole::Urgency::meaning),
            luu_hanh: plan.circulation.map(crate::plan::whole::Circulation::meaning),
            co_quan_chu_quan: plan.parent.iter().map(|parent| self.lines_of(parent)).collect(),
            co_quan_ban_hanh: self.issuers(),
            so: number.unwrap_or_else(|| Xml::words(BLANK)),
            ky_hieu: symbol,
            dia_danh: words(plan.seat.as_ref()),
            ngay: date.map(|date| date.display_full().into()).unwrap_or_default(),
            trich_yeu: subject,
            kem_theo: self.issued_with().map(|line| Xml::format("({})", &[&line])),
            thoi_ky: plan.period_in_words().map(Xml::from),
            danh_so: plan.numbering.iter().map(|style| style.word()).collect::<Vec<_>>().join(" "),
            can_cu: plan.legal_bases.iter().map(|basis| self.basis(basis)).collect(),
            mo_dau: self.all_words(plan.opening.iter()),
            muc_dich: self.all_words(plan.purposes.iter()),
            yeu_cau: self.all_words(plan.demands.iter()),
            noi_dung: self.events(&plan.content, None),
            // A plan with a body tree prints what it mounts.
            tat_ca: plan.content.is_empty().then(|| self.all_mounts()),
            ket_thuc: self.all_words(plan.closing.iter()),
            phu_luc: self.appendices(),
            noi_nhan: plan.recipients.iter().map(|recipient| self.recipient(recipient)).collect(),
            luu: if plan.archive.is_empty() { vec![Xml::words("VT")] } else { self.all_words(plan.archive.iter()) },
            soan_thao: plan.drafter.as_ref().map(|drafter| match &plan.copies {
                Some(copies) => Xml::format("{}.({})", &[&self.words(drafter), &copies.value.0.to_string().into()]),
                None => Xml::format("{}.", &[&self.words(drafter)]),
            }),
            dia_chi: self.opt_words(plan.address.as_ref()),
            nguoi_ky: plan.signatures.iter().map(|signature| self.signature(signature)).collect(),
        }
    }

    fn all_mounts(&self) -> AllMounts {
        AllMounts {
            chi_tieu: self.everything(MountKind::Targets),
            du_an: self.everything(MountKind::Projects),
            kinh_phi: self.everything(MountKind::Funding),
            nhiem_vu: self.everything(MountKind::Tasks),
            trach_nhiem: self.everything(MountKind::Responsibilities),
            bao_cao: self.everything(MountKind::Reports),
        }
    }

    fn signature(&self, signature: &Signature) -> SignatureView {
        SignatureView {
            quyen_han: self.all_words(signature.authority.iter().map(|line| &line.0)),
            chuc_vu: self.opt_words(signature.post.as_ref()).unwrap_or_default(),
            chuc_vu_khac: self.opt_words(signature.other_post.as_ref()),
            ho_ten: self.opt_words(signature.name.as_ref()),
        }
    }

    /// The number of an appendix: `Phụ lục II`.
    pub(in crate::template) fn appendix_number(&self, index: usize) -> Xml {
        self.plan.appendix_number(index).into()
    }

    /// The document with which the plan is issued, in words.
    fn issued_with(&self) -> Option<Xml> {
        let attached = self.plan.attached.as_ref()?;
        let words = self.opt_words(attached.words.as_ref()).unwrap_or_else(|| Xml::words("Ban hành kèm theo"));
        Some(self.attachment(&words, self.plan.issuing_document()?))
    }

    fn appendices(&self) -> Vec<AppendixView> {
        let plan = self.plan;
        let number = plan.number.as_ref().map_or_else(|| BLANK.to_owned(), |number| number.display());
        let symbol = plan.symbol.as_ref().map(|symbol| symbol.0.as_str()).unwrap_or_default();
        let date = plan.date.as_ref().map(|date| date.display_full()).unwrap_or_default();
        let term = plan.document_type().term;
        let own = || {
            let words = format!("(Kèm theo {term} số {number}/{symbol} {date} của {{}})");
            Xml::format(&words, &[&self.issuer_name()])
        };
        let attached = self.issued_with().map(|line| line.filtered(crate::value::Filter::Uncapitalize));
        let reference = attached.map_or_else(own, |line| Xml::format(&format!("(Kèm theo {term} {{}})"), &[&line]));
        plan.appendices
            .values()
            .enumerate()
            .map(|(index, appendix)| AppendixView {
                so: self.appendix_number(index),
                ten: self.opt_words(appendix.title.as_ref()).unwrap_or_default(),
                huong: appendix.orientation.map_or("doc", crate::plan::appendix::Orientation::word),
                co_chu: appendix.body_size.as_ref().map(|size| size.value.word()),
                co_chu_bang: appendix.table_size.as_ref().map(length),
                le: appendix.margins.as_ref().map(MarginsView::new).unwrap_or_default(),
                kem_theo: reference.clone(),
                noi_dung: self.events_below(
                    &appendix.content,
                    None,
                    self.opt_words(appendix.title.as_ref()).as_slice(),
                ),
                nguoi_ky: appendix.signatures.iter().map(|signature| self.signature(signature)).collect(),
            })
            .collect()
    }

    fn recipient(&self, recipient: &Recipient) -> RecipientView {
        let join = |names: Vec<Xml>| Xml::join(&names, ", ");
        let names = || join(self.bodies(&recipient.bodies).into_iter().map(|body| body.ten_ngan).collect());
        let group = recipient.group.as_ref().map(|group| {
            let of_group = self.plan.bodies.iter().filter(|(_, body)| body.groups.contains(group));
            join(of_group.map(|(id, _)| self.body_named(&id.name).ten_ngan).collect())
        });
        RecipientView {
            loi: self.opt_words(recipient.text.as_ref()).or(group).unwrap_or_else(names),
            de: self.opt_words(recipient.purpose.as_ref()),
        }
    }
}
