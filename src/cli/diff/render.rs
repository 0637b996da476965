//! Differences, in the form that was asked for.

use super::super::arguments::{self, Diff, DiffFormat};
use super::super::terminal::Terminal;
use super::side::{Pair, Side};
use crate::diff::render::{Entry, html, json, markdown, text};
use crate::pipeline::{self, Format, NoRedline, guarded};
use crate::redline::Stamp;
use crate::template::comparison::{self, Compared};
use crate::value::Date;

/// What is written, and whether anything differs.
pub(super) struct Rendered {
    pub(super) bytes: Vec<u8>,
    pub(super) differs: bool,
}

/// Who makes tracked changes when nobody is named.
const AUTHOR: &str = "kehoach";

/// Renders what differs between the plans of each pair.
///
/// # Errors
/// Why the form cannot be written, in a sentence.
pub(super) fn render(pairs: Vec<Pair>, diff: &Diff, terminal: &Terminal) -> Result<Rendered, String> {
    let compared = pairs.into_iter().filter_map(|pair| Some((entry(&pair)?, pair)));
    // Of all plans since a revision only those that say something else, or stand elsewhere, are told of.
    let is_since = matches!(diff.compared, arguments::Compared::Since { .. });
    let told = |(entry, _): &(Entry, Pair)| !is_since || entry.differs() || is_elsewhere(entry);
    let (entries, pairs): (Vec<Entry>, Vec<Pair>) = compared.filter(told).unzip();
    let differs = entries.iter().any(Entry::differs);
    let bytes = match diff.format {
        DiffFormat::Text => text::render(&entries, terminal.look(diff.out.is_some())).into_bytes(),
        DiffFormat::Markdown => markdown::render(&entries).into_bytes(),
        DiffFormat::Json => json::render(&entries).into_bytes(),
        DiffFormat::Html => html::render(&entries).into_bytes(),
        DiffFormat::Docx => table(&pairs, &entries, Format::Docx)?,
        DiffFormat::Pdf => table(&pairs, &entries, Format::Pdf)?,
        DiffFormat::Redline => redline(&pairs, diff, terminal)?,
    };
    Ok(Rendered { bytes, differs })
}

/// Whether a plan has another path than it had at the revision, whose paths begin at the root of the repository.
fn is_elsewhere(entry: &Entry) -> bool {
    match (&entry.old, &entry.new) {
        (Some(old), Some(new)) => !old.ends_with(new.as_str()),
        (None, _) | (_, None) => true,
    }
}

/// What differs between two plans; a plan that stands alone is new or gone.
fn entry(pair: &Pair) -> Option<Entry> {
    match (&pair.old, &pair.new) {
        (Some(old), Some(new)) => {
            let comparison = comparison::compare(&old.printable.plan, &new.printable.plan);
            Some(Entry::of(&comparison, &old.shown, &new.shown))
        }
        (Some(old), None) => Some(Entry::alone(&old.printable.plan, &old.shown, false)),
        (None, Some(new)) => Some(Entry::alone(&new.printable.plan, &new.shown, true)),
        (None, None) => None,
    }
}

/// The table of comparison, laid out by the office of the newest plan.
fn table(pairs: &[Pair], entries: &[Entry], format: Format) -> Result<Vec<u8>, String> {
    let both = |pair: &Pair| pair.old.is_some() || pair.new.is_some();
    let kept: Vec<&Pair> = pairs.iter().filter(|pair| both(pair)).collect();
    let sides = |pair: &'_ Pair| pair.new.as_ref().or(pair.old.as_ref()).map(|side| side.office.clone());
    let Some(office) = kept.iter().find_map(|pair| sides(pair)) else {
        return Err("không có kế hoạch nào đổi, nên không có bảng so sánh để viết".to_owned());
    };
    let plan = |side: &'_ Option<Side>| side.as_ref().map(|side| side.printable.plan.clone());
    let plans: Vec<_> = kept.iter().map(|pair| (plan(&pair.old), plan(&pair.new))).collect();
    let compared: Vec<Compared<'_>> = entries
        .iter()
        .zip(&plans)
        .map(|(entry, (old, new))| Compared { entry, old: old.as_ref(), new: new.as_ref() })
        .collect();
    let written = guarded(|| pipeline::comparison(&office, &compared, format));
    match written {
        Some(Ok(bytes)) => Ok(bytes),
        Some(Err(_)) | None => Err("chưa viết được bảng so sánh: lỗi của kehoach, xin báo lại".to_owned()),
    }
}

/// The new plan with every change tracked; its two plans must be there.
fn redline(pairs: &[Pair], diff: &Diff, terminal: &Terminal) -> Result<Vec<u8>, String> {
    let [Pair { old: Some(old), new: Some(new) }] = pairs else {
        return Err(match pairs.len() {
            0 => "không có kế hoạch nào đổi".to_owned(),
            1 => "kế hoạch này chỉ có ở một bên; redline cần cả bản cũ và bản mới".to_owned(),
            many => format!("redline là một tệp cho một kế hoạch, mà có {many} kế hoạch đã đổi: nêu đường dẫn của một"),
        });
    };
    let time = match &diff.time {
        Some(time) => time.clone(),
        None => issued(new.printable.plan.issue_date()).ok_or_else(|| {
            "kế hoạch mới chưa có đủ ngày ban hành để ghi vào chỗ sửa: thêm --time, như \
             --time 2026-03-02T08:00:00+07:00"
                .to_owned()
        })?,
    };
    let author = diff.author.as_deref().unwrap_or(AUTHOR);
    let stamp = Stamp::new(author, &time).ok_or_else(|| format!("--time «{time}» không phải một lúc"))?;
    let layout = |side: &Side| {
        let document = side.office.document(&side.printable).map_err(NoRedline::Template)?;
        Ok(side.office.layout(&document))
    };
    let made = guarded(|| {
        let (before, now) = (layout(old)?, layout(new)?);
        let bytes = new.office.redline(&before, &now, &stamp).map_err(NoRedline::Untrue)?;
        Ok((bytes, new.office.restyled(&before, &now)))
    });
    match made {
        Some(Ok((bytes, restyled))) => {
            if restyled > 0 {
                terminal.talk(&format!(
                    "{restyled} đoạn chỉ đổi chữ đậm, chữ nghiêng: bản có dấu sửa in như bản mới, không đánh dấu chỗ ấy"
                ));
            }
            Ok(bytes)
        }
        Some(Err(NoRedline::Template(found))) => {
            let first = found.first().map(|found| found.message.clone()).unwrap_or_default();
            Err(format!("mẫu in không dựng được kế hoạch: {first}"))
        }
        Some(Err(NoRedline::Untrue(untrue))) => {
            Err(format!("không viết bản có dấu sửa, vì bản ấy sẽ không đúng: {untrue}"))
        }
        None => Err("chưa viết được bản có dấu sửa: lỗi của kehoach, xin báo lại".to_owned()),
    }
}

/// The first moment of a day, as tracked changes give it.
fn issued(date: Option<Date>) -> Option<String> {
    let (year, month, day) = (date?.year, date?.month?, date?.day?);
    Some(format!("{year:04}-{month:02}-{day:02}T00:00:00Z"))
}
