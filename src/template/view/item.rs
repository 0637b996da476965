//! Items of the funding as templates see them, and where each stands among the others.

use serde::Serialize;

use crate::plan::funding::FundingItem;
use crate::template::xml::Xml;
use crate::vietnamese::{point_letter, roman};

/// The part of an amount that one source gives, or that falls to one year.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct PartView {
    pub(super) ten: Xml,
    pub(super) so_tien: Xml,
    pub(super) so_tien_so: Xml,
}

/// An item where it stands among the others.
#[derive(Debug, Clone, Serialize)]
pub(super) struct RowView {
    /// Its number in a table: I, 1, a.
    pub(super) stt: String,
    /// How many items hold it.
    pub(super) cap: usize,
    /// Whether it holds items.
    pub(super) nhom: bool,
    /// How many items end with it, itself among them if it holds none.
    pub(super) khep: usize,
    #[serde(flatten)]
    pub(super) khoan: ItemView,
}

/// An item of the funding.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct ItemView {
    pub(super) ten: Xml,
    pub(super) so_luong: Option<Xml>,
    pub(super) so_luong_so: Option<Xml>,
    pub(super) don_vi: Option<Xml>,
    pub(super) so_tien: Option<Xml>,
    pub(super) so_tien_so: Option<Xml>,
    /// Words in place of an amount.
    pub(super) theo: Option<&'static str>,
    pub(super) muc_toi_da: Option<Xml>,
    pub(super) hien_vat: bool,
    pub(super) du_an: Option<Xml>,
    pub(super) nguon: Vec<Xml>,
    pub(super) theo_nguon: Vec<PartView>,
    pub(super) theo_nam: Vec<PartView>,
    pub(super) loi: Option<Xml>,
}

/// An item that is printed, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) item: &'a FundingItem,
    pub(super) depth: usize,
    /// Its place among its siblings, from 1.
    pub(super) number: usize,
    pub(super) closes: usize,
}

/// Items with all within them, in the order in which they are printed.
pub(super) fn rows<'a>(items: &[&'a FundingItem], depth: usize, rows_so_far: &mut Vec<Row<'a>>) {
    for (at, item) in items.iter().enumerate() {
        rows_so_far.push(Row { item, depth, number: at + 1, closes: usize::from(item.children.is_empty()) });
        if !item.children.is_empty() {
            rows(&item.children.values().collect::<Vec<_>>(), depth + 1, rows_so_far);
            if let Some(last) = rows_so_far.last_mut() {
                last.closes += 1;
            }
        }
    }
}

impl Row<'_> {
    /// Its number in a table; one level alone is numbered 1, 2, 3.
    pub(super) fn label(&self, is_flat: bool) -> String {
        match self.depth {
            0 if !is_flat => roman(self.number),
            0 | 1 => self.number.to_string(),
            _ => point_letter(self.number),
        }
    }
}
