//! Sections: their paper and margins, and the numbers on their pages.

use super::numbering::number;
use super::piece::{self, next_stop};
use super::raw::{Block, Paragraph, each_paragraph};
use super::section::{Pages, Section};
use super::setting::StopKind;
use super::settings::Settings;
use crate::inspect::observed::{Align, PageNumber, Place, Sheet};
use crate::inspect::width;
use crate::units::Length;

/// Twips of the paper of a section that names none: Letter.
const USUAL_PAPER: (i64, i64) = (12_240, 15_840);

/// A header or footer that was read.
pub(super) struct Margin<'h> {
    pub(super) is_header: bool,
    pub(super) blocks: &'h [Block],
}

/// The sheet of a section. `margins` says what stands above and below on its first page or on the others.
pub(super) fn sheet<'h>(
    section: &Section,
    settings: &Settings,
    place: Place,
    paragraphs: std::ops::Range<usize>,
    margins: impl Fn(Pages) -> Vec<Margin<'h>>,
) -> Sheet {
    let (wide, high) = section.size.unwrap_or(USUAL_PAPER);
    let numbered = |pages: Pages| {
        let mut found: Vec<_> = margins(pages).iter().filter_map(|margin| page_number(margin, section)).collect();
        found.sort_by_key(|number| !number.is_above);
        found.into_iter().next()
    };
    let first = if section.has_first_header { Pages::First } else { Pages::Usual };
    Sheet {
        place,
        width: Length::twips(wide),
        height: Length::twips(high),
        is_landscape: section.is_landscape,
        top: section.top.map(Length::twips),
        bottom: section.bottom.map(Length::twips),
        left: section.left.map(Length::twips),
        right: section.right.map(Length::twips),
        gutter: Some(Length::twips(section.gutter.unwrap_or(0))),
        is_mirrored: Some(settings.is_mirrored),
        number: numbered(Pages::Usual).or_else(|| numbered(Pages::Even).filter(|_| settings.has_even_headers)),
        first_number: numbered(first),
        restart: section.restart.and_then(|start| u32::try_from(start).ok()),
        paragraphs,
    }
}

/// The number that a header or footer prints.
fn page_number(margin: &Margin<'_>, section: &Section) -> Option<PageNumber> {
    let mut found = None;
    each_paragraph(margin.blocks, &mut |paragraph, is_whole| {
        if found.is_none() && paragraph.page_number.is_some() {
            found = Some((paragraph, is_whole));
        }
    });
    let (paragraph, is_whole) = found?;
    let field = paragraph.page_number.as_ref()?;
    let line = paragraph.lines.iter().map(piece::runs).find(|runs| runs.iter().any(|run| run.text.contains('#')))?;
    let own = line.iter().find(|run| run.text.contains('#'))?;
    let digits = field.digits.or(section.digits.as_deref()).unwrap_or("decimal");
    let frame = paragraph.setting.frame;
    let placed = paragraph.placed.or(frame.and_then(|frame| frame.align));
    let align = placed.or(paragraph.setting.align).unwrap_or(Align::Left);
    let text_width = section.text_width();
    // A frame is as wide as its number; so is what stands behind a tab that goes by the page.
    let off_center = if placed.is_some() || frame.is_some() {
        placed.filter(|align| *align == Align::Center).map(|_| 0)
    } else {
        text_width.filter(|_| is_whole).and_then(|width| off_center(paragraph, &line, align, width))
    };
    Some(PageNumber {
        is_above: margin.is_header,
        value: None,
        is_decimal: number(digits, 4) == "4",
        line: piece::text(&line).trim().to_owned(),
        face: own.face.clone(),
        align: Some(align),
        off_center: off_center.map(Length::twips),
    })
}

/// From the middle of the text to the middle of the words round the number, in twips.
fn off_center(paragraph: &Paragraph, line: &[crate::inspect::observed::Run], align: Align, room: i64) -> Option<i64> {
    /// Twips from one tab stop to the next; those of headers are set.
    const EVERY: i64 = 720;
    let setting = &paragraph.setting;
    let all: String = line.iter().map(|run| run.text.as_str()).collect();
    let (left, right) = (setting.left.unwrap_or(0) + setting.first_line.unwrap_or(0), setting.right.unwrap_or(0));
    let face = &line.first()?.face;
    let wide = |text: &str| width::letters(text, face.size, face.is_bold, face.is_italic).map(Length::to_twips);
    let Some((before, rest)) = all.split_once('\t') else {
        let own = wide(all.trim())?;
        return Some(match align {
            Align::Center => (left - right) / 2,
            Align::Right => room / 2 - right - own / 2,
            Align::Left | Align::Both => left + own / 2 - room / 2,
        });
    };
    // Only what follows the last tab before the number stands at its stop.
    let tabs = 1 + rest[..rest.find('#').unwrap_or(0)].matches('\t').count();
    if align == Align::Center || align == Align::Right {
        return None;
    }
    let mut at = left + wide(before)?;
    let mut kind = StopKind::Left;
    for _ in 0..tabs.min(20) {
        let stop = next_stop(at, setting, EVERY);
        (at, kind) = (stop.at, stop.kind);
    }
    let own = wide(all.split('\t').find(|part| part.contains('#'))?.trim())?;
    let middle = match kind {
        StopKind::Center => at,
        StopKind::Right => at - own / 2,
        StopKind::Left | StopKind::Cleared => at + own / 2,
    };
    Some(middle - room / 2)
}
