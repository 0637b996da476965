//! What a table says: its columns by name, its rows by what stands in which column.

use super::Table;
use super::cell::Cell;
use super::column::{self, Column};
use super::row::{self, Row, RowKind};
use super::standing::Standing;
use super::{AGREEMENTS, CAPTION, COLUMNS, ID, INDEX, NOTES, NUMBERING, ROWS, SPLIT, TABLE, UNIT};
use crate::schema::{Mean, Meaning, Stated, YesNo};

impl Mean for Table {
    fn mean(&self) -> Meaning {
        let names = self.column_names();
        let yes = |is_so: bool| if is_so { YesNo::Yes.mean() } else { Meaning::Nothing };
        let rows =
            self.rows.iter().map(|row| Stated { meaning: self.row(row, &names), span: Some(row.place.first_line()) });
        let members = vec![
            (&ID.key, self.id.mean()),
            (&CAPTION.key, self.caption.mean()),
            (&UNIT.key, self.unit.mean()),
            (&COLUMNS.key, self.columns.mean()),
            (&INDEX.key, yes(self.index)),
            (&SPLIT.key, yes(self.splits)),
            (&NUMBERING.key, self.numbering.mean()),
            (&ROWS.key, Meaning::list(rows)),
            (&AGREEMENTS.key, self.agreements.mean()),
            (&NOTES.key, self.notes.mean()),
        ];
        Meaning::record(&TABLE, &self.place, members)
    }
}

impl Table {
    /// A name for each column that holds cells: its id, else its titles from the outermost in.
    fn column_names(&self) -> Vec<String> {
        let mut names = Vec::new();
        name(&self.columns, "", &mut names);
        for at in 1..names.len() {
            if names[..at].contains(&names[at]) {
                names[at] = format!("{} ({})", names[at], at + 1);
            }
        }
        names
    }

    fn row(&self, row: &Row, names: &[String]) -> Meaning {
        let kind = |wanted: fn(&RowKind) -> bool| match row.name() {
            Some(name) if wanted(&row.kind) => name.mean(),
            _ => Meaning::Nothing,
        };
        let stands_in =
            |wanted: fn(Standing) -> Option<usize>| match wanted(row.standing).and_then(|at| self.rows.get(at)) {
                Some(outer) => Meaning::Plain(outer.called()),
                None => Meaning::Nothing,
            };
        let column = |at: usize| names.get(at).cloned().unwrap_or_default();
        let cells = row.cells.iter().enumerate().map(|(at, cell)| (column(at), cell.stated()));
        let stated = row.stated.iter().map(|(at, number)| (column(*at), number.stated()));
        let spans =
            row.spans.iter().map(|span| (column(span.column), Meaning::Plain(span.rows.value.to_string()).into()));
        let members = vec![
            (&row::ID.key, row.id.mean()),
            (&row::GROUP.key, kind(|kind| matches!(kind, RowKind::Group(_)))),
            (&row::SUBTOTAL.key, kind(|kind| matches!(kind, RowKind::Subtotal(_)))),
            (&row::TOTAL.key, kind(|kind| matches!(kind, RowKind::Total(_)))),
            (&row::ACROSS.key, kind(|kind| matches!(kind, RowKind::Across(_)))),
            (&row::ORDINAL.key, row.ordinal.mean()),
            (&row::CELLS.key, Meaning::entries(cells.filter(|(_, cell)| !cell.meaning.is_nothing()))),
            (&row::STATED.key, Meaning::entries(stated)),
            (&row::SPANS.key, Meaning::entries(spans)),
            (
                &row::INNER.key,
                stands_in(|standing| match standing {
                    Standing::In(at) => Some(at),
                    Standing::Beside | Standing::PartOf(_) => None,
                }),
            ),
            (
                &row::PARTS.key,
                stands_in(|standing| match standing {
                    Standing::PartOf(at) => Some(at),
                    Standing::Beside | Standing::In(_) => None,
                }),
            ),
        ];
        Meaning::record(&row::ROW, &row.place, members)
    }
}

fn name(columns: &[Column], outer: &str, names: &mut Vec<String>) {
    for column in columns {
        let title = column.title.as_ref().map(crate::value::Text::letters).unwrap_or_default();
        let title = if outer.is_empty() { title } else { format!("{outer}, {title}") };
        if column.place.has(column::CHILDREN.name()) {
            name(&column.children, &title, names);
        } else {
            names.push(column.id.as_ref().map_or(title, |id| id.0.value.clone()));
        }
    }
}

impl Row {
    /// By what a reader knows it: its name, else the first words that stand in it, else its id.
    pub fn called(&self) -> String {
        let named = self.name().map(crate::value::Text::letters);
        let worded = self.cells.iter().find_map(|cell| match cell {
            Cell::Words(texts) => texts.first().map(crate::value::Text::letters),
            Cell::Blank | Cell::Dash | Cell::Number(_) | Cell::Value(_) => None,
        });
        let by_id = || self.id.as_ref().map(|id| id.0.value.clone());
        named.or(worded).or_else(by_id).unwrap_or_default()
    }
}

impl Mean for Cell {
    fn mean(&self) -> Meaning {
        match self {
            Self::Blank => Meaning::Nothing,
            Self::Dash => Meaning::Plain("-".to_owned()),
            Self::Number(number) => number.mean(),
            Self::Value(text) => text.mean(),
            Self::Words(texts) => match texts.as_slice() {
                [text] => text.mean(),
                texts => Meaning::list(texts.iter().map(Mean::stated)),
            },
        }
    }

    fn stated(&self) -> Stated {
        match self {
            Self::Number(number) => number.stated(),
            Self::Value(text) => text.stated(),
            Self::Words(texts) if texts.len() == 1 => texts[0].stated(),
            Self::Blank | Self::Dash | Self::Words(_) => self.mean().into(),
        }
    }
}
