//! Tables whose columns found no room, as findings about the plan.

use crate::diagnostic::{Code, Diagnostic};
use crate::layout::{Cramped, CrampedColumn, Layout};
use crate::plan::Plan;
use crate::plan::block::Content;
use crate::plan::mount::Mount;
use crate::plan::table::Table;
use crate::plan::table::column::Leaves;
use crate::source::Span;

/// What is wrong with the widths of a plan's tables, at the place of the table or of its columns.
pub fn room(layout: &Layout, plan: &Plan) -> Vec<Diagnostic> {
    let tables = plan.tables();
    let find = |origin: Option<usize>| {
        let is_origin = |table: &&&Table| Some(table.place.span.range.start) == origin;
        tables.iter().find(is_origin).copied()
    };
    let mounts = plan.mounts();
    let printed =
        |origin: Option<usize>| mounts.iter().find(|mount| Some(mount.kind.span.range.start) == origin).copied();
    let judge = |cramped: &Cramped| {
        let (table, mount) = (find(cramped.origin), printed(cramped.origin));
        let origin = Origin { table, mount, agenda: cramped.origin.and_then(|origin| agenda(plan, origin)) };
        finding(cramped, &origin, plan)
    };
    layout.cramped.iter().map(judge).collect()
}

/// What a table was made from.
struct Origin<'p> {
    /// The table that a clerk wrote.
    table: Option<&'p Table>,
    /// The place where data is printed as a table.
    mount: Option<&'p Mount>,
    /// The place of the agenda that a clerk wrote.
    agenda: Option<Span>,
}

/// The place of the agenda that begins there.
fn agenda(plan: &Plan, origin: usize) -> Option<Span> {
    let mut found = None;
    for tree in plan.trees().chain(plan.inner_trees()) {
        tree.visit(&mut |block| {
            for content in &block.content {
                if let Content::Agenda(agenda) = content
                    && agenda.place.span.range.start == origin
                {
                    found = Some(agenda.place.span.first_line());
                }
            }
        });
    }
    found
}

impl Origin<'_> {
    /// Where the title of a column was written.
    fn column(&self, title: &str) -> Option<Span> {
        let own = self.table.and_then(|table| column_of(&table.leaves(), title));
        let asked = |mount: &Mount| {
            let titles = mount.columns.iter().filter_map(|column| column.title.as_ref());
            titles.into_iter().find(|own| own.letters() == title).map(|own| own.span.first_line())
        };
        own.or_else(|| self.mount.and_then(asked))
    }

    /// Where it stands.
    fn span(&self) -> Option<Span> {
        let mount = || self.mount.map(|mount| mount.kind.span.clone());
        self.table.map(|table| table.place.span.first_line()).or_else(mount).or_else(|| self.agenda.clone())
    }
}

fn finding(cramped: &Cramped, origin: &Origin<'_>, plan: &Plan) -> Diagnostic {
    let place = |column: &CrampedColumn| origin.column(&column.title);
    let cuts = cramped.columns.iter().any(|column| column.cuts) || cramped.leaves_paper;
    let code = if cuts { Code::FigureCut } else { Code::ColumnTooNarrow };
    let first = cramped.columns.iter().find(|column| column.cuts);
    let first = first.or_else(|| cramped.columns.first()).filter(|_| cramped.over.is_zero());
    // Data printed as a table says which; a table of the clerk's own has its place.
    let which = origin.mount.map(|mount| format!("bảng «in: {}»: ", mount.kind.value.word())).unwrap_or_default();
    let message = match first {
        Some(column) => {
            let (has, needs) = (column.has.display_mm(), column.needs.display_mm());
            let CrampedColumn { title, word, .. } = column;
            format!("{which}cột «{title}» chỉ còn rộng {has}, mà «{word}» cần {needs}")
        }
        None => {
            let (over, widest) = (cramped.over.display_mm(), &cramped.widest);
            format!("{which}bảng rộng hơn phần chữ của trang {over}, lấn ra lề phải; cột rộng nhất là «{widest}»")
        }
    };
    let span = if first.is_some() { first.and_then(place) } else { origin.column(&cramped.widest) };
    let span = span.or_else(|| origin.span());
    let found = match span {
        Some(span) => Diagnostic::error(code, span, message),
        None => Diagnostic::in_file(code, &plan.place.span.file.name, message),
    };
    let others = cramped.columns.iter().filter(|column| !first.is_some_and(|first| std::ptr::eq(first, *column)));
    let found = others.filter_map(|column| Some((place(column)?, column))).fold(found, |found, (span, column)| {
        found.label(span, format!("cột này cũng thiếu chỗ: cần {}", column.needs.display_mm()))
    });
    let found = found.help(advice(cramped));
    if cuts { found } else { found.as_warning() }
}

fn column_of(leaves: &Leaves<'_>, title: &str) -> Option<Span> {
    let titles = leaves.0.iter().filter_map(|column| column.title.as_ref());
    titles.into_iter().find(|own| own.letters() == title).map(|own| own.span.first_line())
}

/// What makes room, as far as it has not been done yet.
fn advice(cramped: &Cramped) -> String {
    let mut ways = Vec::new();
    if let Some(column) = cramped.columns.iter().find(|column| column.is_fixed) {
        let millimeters = column.needs.to_whole_mm();
        return format!("viết rong: {millimeters} mm trở lên, hoặc bỏ «rong» để chương trình tự tính");
    }
    if cramped.has_fixed {
        ways.push("giảm «rong» của các cột");
    }
    match (cramped.in_appendix, cramped.landscape) {
        (true, false) => ways.push("đặt phụ lục ở khổ ngang bằng huong: ngang"),
        (false, _) => ways.push("đưa bảng vào một phụ lục có huong: ngang"),
        (true, true) => {}
    }
    let (size, least) = cramped.size;
    let smaller = format!("giảm cỡ chữ trong bảng bằng co_chu_bang: {}", least.display_pt());
    if size > least {
        ways.push(&smaller);
    }
    if cramped.has_margin {
        ways.push("thu hẹp lề bằng khóa le");
    }
    ways.push("bớt cột, hoặc đổi đơn vị tính cho số ngắn lại");
    ways.join("; ")
}
