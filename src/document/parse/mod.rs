//! The XML vocabulary that templates produce, read into the tree.
//!
//! | tag | holds | attributes |
//! |---|---|---|
//! | `van-ban` | `dau ten-loai trich-yeu kem-theo? can-cu* than cuoi dia-chi? phu-luc*` | `tieu-de tac-gia dinh-danh ngay` |
//! | `dau` | `du-thao? khan? luu-hanh? chu-quan* co-quan+ so dia-danh` | |
//! | `than` | blocks | `huong` = `doc`, `ngang`; `danh-so` |
//! | block | `p`, `muc`, `bang` | |
//! | `muc` | `nhan? ten? loi?`, then blocks | `kieu`; `ma`; `lien-dong` = `co` |
//! | `bang` | `ten-bang? don-vi? cot* thead? tbody ghi-chu*` | `ngat-dong` = `co` |
//! | `cot` | nothing | `rong`: 1 to 1000, such as `3.5` |
//! | `thead`, `tbody` | `tr+` | |
//! | `tr` | `td+` | `loai` = `tong` |
//! | `td` | words, or `p+` | `colspan rowspan align` |
//! | `cuoi` | `noi-nhan ky+` | |
//! | `noi-nhan` | `nhan* luu? soan?` | |
//! | `ky` | `quyen-han* chuc-vu chuc-vu-khac? ho-ten?` | |
//! | `phu-luc` | `so ten kem-theo`, then blocks, `ky*` | `huong` = `doc`, `ngang`; `danh-so` |
//! | words | `b i br nhac vien-dan` | |
//! | `nhac` | nothing | `muc`: the `ma` of a `muc`; `hoa` = `co` |
//! | `vien-dan` | `day-du ngan goi-tat?`, words without `vien-dan` | `ma`; `day-du` = `co` |
//!
//! Anything else is a fault with its place. Numbers of sections and the marks that end a basis, a recipient and the body
//! are generated here, so no template can forget them. A document is cited in full (`day-du`) where it is printed first or
//! where its citation says `day-du="co"`, and in short (`ngan`) elsewhere. Where it is first cited outside titles, the short
//! name is defined (`goi-tat`). A `muc` with a `ma` is named (`nhac`) by its number: `điểm a khoản 2 mục III`. A `van-ban`
//! with `kem-theo` is issued by another document: its `so`, `dia-danh` and `cuoi` need not be there and are not printed.

mod appendix;
mod blocks;
mod fault;
mod grid;
mod header;
mod inline;
mod table;
#[cfg(test)]
mod tests;
mod walker;

use roxmltree::{Document as Xml, Node};

use self::appendix::{appendix, orientation};
use self::blocks::numbered_blocks;
use self::header::{closing, header};
use self::inline::{title, words};
use self::walker::{Walker, name};
use super::ending::{bases_with_marks, close};
use super::tree::{Document, Meta, Orientation, plain_text};

pub use self::fault::Fault;

/// Reads rendered XML into a document.
///
/// # Errors
/// Every fault found, in the order of the text.
pub fn parse(xml: &str) -> Result<Document, Vec<Fault>> {
    let tree = Xml::parse(xml).map_err(|error| vec![fault::malformed(xml, &error)])?;
    let mut walker = Walker::default();
    let root = tree.root_element();
    if name(root) != "van-ban" {
        walker.fault(root, format!("thẻ ngoài cùng là «{}»", name(root)), "viết <van-ban> ngoài cùng");
        return Err(walker.faults);
    }
    let mut read = document(&mut walker, root);
    if walker.names_parts && walker.faults.is_empty() {
        // A part may be named before it is numbered, so what names parts is read again once all have their numbers.
        walker = Walker { known: Some(walker.addresses), ..Walker::default() };
        read = document(&mut walker, root);
    }
    if walker.faults.is_empty() {
        return Ok(read);
    }
    walker.faults.sort_by_key(|fault| fault.range.start);
    Err(walker.faults)
}

/// The whole document, read in the order in which it is printed: a first citation is the first on paper.
fn document(walker: &mut Walker, root: Node<'_, '_>) -> Document {
    walker.attributes(root, &["tieu-de", "tac-gia", "dinh-danh", "ngay"]);
    let parts = ["dau", "ten-loai", "trich-yeu", "kem-theo", "can-cu", "than", "cuoi", "dia-chi", "phu-luc"];
    let children = walker.children(root, &parts);
    walker.once(root, &["dau", "ten-loai", "trich-yeu", "kem-theo", "than", "cuoi", "dia-chi"]);
    let find = |wanted: &str| children.iter().find(|child| name(**child) == wanted).copied();
    let all = |wanted: &'static str| children.iter().copied().filter(move |child| name(*child) == wanted);
    let is_attached = find("kem-theo").is_some();
    for name in ["dau", "ten-loai", "trich-yeu", "than", "cuoi"] {
        walker.required(root, find(name).is_some() || name == "cuoi" && is_attached, name);
    }
    let meta = meta(walker, root);
    let header = find("dau").map(|node| header(walker, node, is_attached)).unwrap_or_default();
    let document_type = find("ten-loai").map(|node| title(walker, node)).unwrap_or_default();
    walker.document_type = plain_text(&document_type);
    let subject = find("trich-yeu").map(|node| title(walker, node)).unwrap_or_default();
    let reference = find("kem-theo").map(|node| title(walker, node)).unwrap_or_default();
    let mut body = bases_with_marks(all("can-cu").map(|node| words(walker, node)).collect());
    body.extend(find("than").map(|node| numbered_blocks(walker, node, &["danh-so", "huong"])).unwrap_or_default());
    let orientation = find("than").map_or(Orientation::Portrait, |node| orientation(walker, node));
    close(&mut body);
    let closing = find("cuoi").filter(|_| !is_attached).map(|node| closing(walker, node)).unwrap_or_default();
    let address = find("dia-chi").map(|node| words(walker, node)).unwrap_or_default();
    let appendices = all("phu-luc").map(|node| appendix(walker, node)).collect();
    Document { meta, header, document_type, subject, reference, orientation, body, closing, address, appendices }
}

fn meta(walker: &mut Walker, root: Node<'_, '_>) -> Meta {
    let mut attribute = |name: &str| match root.attribute(name) {
        Some(value) => value.to_owned(),
        None => {
            walker.fault(root, format!("thẻ «van-ban» thiếu thuộc tính «{name}»"), "thêm thuộc tính này");
            String::new()
        }
    };
    let (title, author, identifier) = (attribute("tieu-de"), attribute("tac-gia"), attribute("dinh-danh"));
    let date = attribute("ngay");
    let mut numbers = date.split('-').map(str::parse::<u16>);
    let date = match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(Ok(year)), Some(Ok(month @ 1..=12)), Some(Ok(day @ 1..=31))) => (i32::from(year), month as u8, day as u8),
        _ => {
            walker.fault(root, format!("thuộc tính «ngay» là «{date}»"), "viết năm-tháng-ngày: 2026-02-26");
            (1970, 1, 1)
        }
    };
    Meta { title, author, identifier, date }
}
