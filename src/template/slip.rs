//! What the template of slips sees (phiếu kiểm tra thể thức).

use serde::Serialize;
use tera::Context;

use super::Templates;
use super::xml::Xml;

/// A slip on a file's layout.
#[derive(Debug)]
pub struct Slip {
    /// The office that issued the file, line by line.
    pub issuer: Vec<String>,
    /// The name of the file.
    pub file: String,
    /// Its format.
    pub medium: &'static str,
    /// Its kind.
    pub kind: String,
    /// Rules that were measured.
    pub measured: usize,
    /// Of these, those that are kept.
    pub fine: usize,
    /// Rules that are not about such a file.
    pub not_applicable: usize,
    /// Rules about which the file does not tell.
    pub not_measured: usize,
    /// Findings that are errors.
    pub errors: usize,
    /// Findings that are warnings.
    pub warnings: usize,
    /// Findings that are worth knowing.
    pub infos: usize,
    /// The gravest findings.
    pub findings: Vec<Finding>,
    /// Findings that the page does not hold.
    pub more: usize,
    /// Why rules were not measured.
    pub reasons: Vec<String>,
}

/// A finding of a slip.
#[derive(Debug)]
pub struct Finding {
    /// Its code.
    pub code: &'static str,
    /// How grave it is.
    pub level: &'static str,
    /// What is wrong.
    pub message: String,
    /// Where.
    pub place: String,
}

/// The names under which the template sees a slip; all words are XML already.
#[derive(Serialize)]
struct View<'s> {
    co_quan: Xml,
    tac_gia: Xml,
    tep: Xml,
    dang: &'s str,
    loai: Xml,
    da_do: usize,
    dung: usize,
    khong_ap_dung: usize,
    khong_do: usize,
    loi: usize,
    canh_bao: usize,
    luu_y: usize,
    dong: Vec<Row<'s>>,
    con: usize,
    ly_do: Xml,
}

#[derive(Serialize)]
struct Row<'s> {
    ma: &'s str,
    muc: &'s str,
    sai: Xml,
    cho: Xml,
}

impl Templates {
    /// A slip as XML of the vocabulary of documents, by the built-in template.
    ///
    /// # Panics
    /// When the built-in template does not run, which is a mistake of ours.
    pub fn render_slip(&self, slip: &Slip) -> String {
        let row = |found: &Finding| Row {
            ma: found.code,
            muc: found.level,
            sai: Xml::words(&found.message),
            cho: Xml::words(&found.place),
        };
        let view = View {
            co_quan: lines(&slip.issuer),
            tac_gia: Xml::words(&slip.issuer.join(" ")).attribute(),
            tep: Xml::words(&slip.file),
            dang: slip.medium,
            loai: Xml::words(&slip.kind),
            da_do: slip.measured,
            dung: slip.fine,
            khong_ap_dung: slip.not_applicable,
            khong_do: slip.not_measured,
            loi: slip.errors,
            canh_bao: slip.warnings,
            luu_y: slip.infos,
            dong: slip.findings.iter().map(row).collect(),
            con: slip.more,
            ly_do: Xml::words(&slip.reasons.join("; ")),
        };
        let context = Context::from_serialize(&view).expect("a view of numbers and words serializes");
        self.tera
            .render("khung/phieu.xml", &context)
            .unwrap_or_else(|error| panic!("the template of slips runs: {error}"))
    }
}

/// Lines as XML, one below the other.
fn lines(lines: &[String]) -> Xml {
    let mut out = Xml::default();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            out = Xml::concat([&out, &Xml::line_break()]);
        }
        out = Xml::concat([&out, &Xml::words(line)]);
    }
    out
}
