//! What columns say of each other and what the names of a table may be, checked while the table is read.

use std::collections::BTreeMap;

use super::column::{Average, Column, ColumnKind, Leaves};
use super::formula::Formula;
use super::own_id::{COUNTS, OwnId, TOTAL};
use super::row::Row;
use crate::diagnostic::{Code, Diagnostic};
use crate::schema::Reader;
use crate::source::Span;
use crate::value::Spanned;
use crate::vietnamese;

/// Columns have ids of their own; formulas and means read columns of numbers that stand in the table.
pub(super) fn check_columns(leaves: &Leaves<'_>, reader: &mut Reader) {
    let ids = leaves.0.iter().filter_map(|column| column.id.as_ref());
    check_unique(ids, "cột", reader);
    for column in &leaves.0 {
        for formula in column.formula.iter().chain(column.checks.iter()) {
            check_formula(formula, leaves, reader);
        }
        check_kind(column, leaves, reader);
        if let Some(Spanned { value: Average::Weighted(weight), span }) = &column.average {
            let message = |what: &str| format!("trung bình tính theo cột «{weight}», {what}");
            check_number(weight, span.clone(), &message, leaves, reader);
        }
    }
}

/// Rows have ids of their own, and none that the table has another meaning for.
pub(super) fn check_names(is_called: bool, leaves: &Leaves<'_>, rows: &[Row], reader: &mut Reader) {
    let ids = || rows.iter().filter_map(|row| row.id.as_ref());
    check_unique(ids(), "dòng", reader);
    let columns = leaves.0.iter().filter_map(|column| column.id.as_ref()).filter(|_| is_called);
    let totals = ids().filter(|id| id.0.value == TOTAL).map(|id| (id, "dòng tổng"));
    let counts = ids().chain(columns).filter(|id| COUNTS.contains(&id.0.as_str())).map(|id| (id, "số đếm của bảng"));
    for (OwnId(id), meaning) in totals.chain(counts) {
        let message = format!("mã «{}» dành riêng cho {meaning}", id.value);
        reader.report(Diagnostic::error(Code::DuplicateId, id.span.clone(), message).help("đặt mã khác"));
    }
}

fn check_unique<'a>(ids: impl Iterator<Item = &'a OwnId>, what: &str, reader: &mut Reader) {
    let mut known: BTreeMap<&str, &Span> = BTreeMap::new();
    for OwnId(id) in ids {
        let Some(first) = known.insert(id.as_str(), &id.span) else { continue };
        let message = format!("hai {what} cùng mang mã «{}»", id.value);
        reader.report(
            Diagnostic::error(Code::DuplicateId, id.span.clone(), message)
                .label(first.clone(), format!("{what} thứ nhất"))
                .help(format!("đặt cho mỗi {what} một mã riêng")),
        );
    }
}

/// A formula reads numbers of columns that stand in the table.
fn check_formula(formula: &Spanned<Formula>, leaves: &Leaves<'_>, reader: &mut Reader) {
    for name in formula.value.columns() {
        let message = |what: &str| format!("công thức dùng cột «{name}», {what}");
        check_number(name, formula.value.place_of(name, &formula.span), &message, leaves, reader);
    }
}

/// A name is that of a column of numbers.
fn check_number(name: &str, span: Span, message: &dyn Fn(&str) -> String, leaves: &Leaves<'_>, reader: &mut Reader) {
    let is_figure = |at: usize| leaves.0[at].holds().is_figure();
    let what = match leaves.position(name) {
        Some(at) if is_figure(at) => return,
        Some(_) => "không phải cột số",
        None => "bảng không có cột nào mang mã ấy",
    };
    let numbers = leaves.0.iter().filter(|column| column.holds().is_figure());
    let ids: Vec<_> = numbers.map(|column| column.called()).filter(|id| !id.is_empty()).collect();
    let help = vietnamese::did_you_mean(name, ids.iter().copied())
        .unwrap_or_else(|| format!("các cột số: {}", ids.join(", ")));
    reader.report(Diagnostic::error(Code::UnknownId, span, message(what)).help(help));
}

/// What follows from times and dates may be a number, a time or a date: the column says which.
fn check_kind(column: &Column, leaves: &Leaves<'_>, reader: &mut Reader) {
    let (Some(formula), None) = (&column.formula, &column.kind) else { return };
    let is_special = |name: &&str| {
        let kind = leaves.position(name).map(|at| leaves.0[at].holds());
        kind.is_some_and(|kind| kind.is_figure() && kind != ColumnKind::Numbers)
    };
    if let Some(name) = formula.value.columns().into_iter().find(is_special) {
        let message = format!("công thức dùng cột giờ hay ngày «{name}» mà không nói kết quả là gì");
        let words = "thoi_luong (1 giờ 30 phút), phut, gio, ngay, hoặc so (số phút, số ngày)";
        reader.report(
            Diagnostic::error(Code::Incompatible, formula.span.first_line(), message)
                .help(format!("thêm loai: {words}")),
        );
    }
}
