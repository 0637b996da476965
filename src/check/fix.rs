//! Writing what findings say into a file: the letters of each fix, and no other byte.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Fix};
use crate::source::SourceFile;

/// A file with fixes in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text as it goes to disk.
    pub text: String,
    /// How many fixes were written.
    pub count: usize,
}

/// The fixes of findings that stand in a file, in its order.
pub fn fixes_in<'a>(file: &SourceFile, findings: &'a [Diagnostic]) -> Vec<&'a Fix> {
    let mut fixes: Vec<_> =
        findings.iter().filter_map(|found| found.fix.as_ref()).filter(|fix| is_in(file, fix)).collect();
    fixes.sort_by_key(|fix| (fix.span.range.start, fix.span.range.end));
    fixes
}

/// Whether a fix stands in a file as it was read.
fn is_in(file: &SourceFile, fix: &Fix) -> bool {
    std::ptr::eq(&raw const *fix.span.file, file) || *fix.span.file == *file
}

/// Writes fixes into a file; `None` where one of them stands in another file, or in another state of this one.
///
/// Of fixes that overlap the first wins: the others are found again, if they still apply, when the file is read anew. The
/// text is that on disk: byte-order mark and line ends stay as they are, and so do decomposed letters, unless one fix leaves
/// its letters as they are: then it is their marks that are wrong, and those of all letters of the file are joined to them.
pub fn apply(file: &SourceFile, fixes: &[&Fix]) -> Option<Fixed> {
    if !fixes.iter().all(|fix| is_in(file, fix)) {
        return None;
    }
    let (composing, mut sorted): (Vec<&Fix>, Vec<&Fix>) = fixes.iter().partition(|fix| is_composing(fix));
    sorted.sort_by_key(|fix| (fix.span.range.start, fix.span.range.end));
    let mut chosen: Vec<(Range<usize>, &str)> = Vec::new();
    for fix in sorted {
        let range = fix.span.on_disk();
        // Two insertions at one place overlap as well.
        if chosen.last().is_none_or(|(last, _)| last.end <= range.start && last.start != range.start) {
            chosen.push((range, &fix.with));
        }
    }
    let mut count = chosen.len();
    if !composing.is_empty() {
        count += 1;
        let letters = letters(file, &chosen);
        chosen.extend(letters);
        chosen.sort_by_key(|(range, _)| range.start);
    }
    let disk = file.on_disk();
    let mut text = String::with_capacity(disk.len());
    let mut end = 0;
    for (range, with) in chosen {
        text.push_str(&disk[end..range.start]);
        text.push_str(with);
        end = range.end;
    }
    text.push_str(&disk[end..]);
    Some(Fixed { text, count })
}

/// Whether a fix asks for composed letters alone.
fn is_composing(fix: &Fix) -> bool {
    fix.span.text() == fix.with
}

/// The decomposed letters of a file that no other fix writes anew, on disk, each composed.
fn letters<'f>(file: &'f SourceFile, chosen: &[(Range<usize>, &str)]) -> Vec<(Range<usize>, &'f str)> {
    let is_free = |range: &Range<usize>| {
        let next = chosen.partition_point(|(other, _)| other.end <= range.start);
        chosen.get(next).is_none_or(|(other, _)| range.end <= other.start)
    };
    let letters = file
        .decomposed()
        .map(|range| (file.disk_offset(range.start)..file.disk_offset(range.end), &file.text[range.clone()]));
    letters.filter(|(range, _)| is_free(range)).collect()
}

/// What fixes change in a file, as a unified diff: `--- a.yaml`, `+++ a.yaml`, lines with `-` and `+`.
pub fn diff(file: &SourceFile, fixed: &Fixed) -> String {
    let lines = similar::TextDiff::from_lines(file.on_disk(), &fixed.text);
    lines.unified_diff().context_radius(1).header(&file.name, &file.name).to_string()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::Span;

    fn fix(file: &Arc<SourceFile>, words: &str, with: &str) -> Fix {
        let at = file.text.find(words).expect("the words are there");
        Fix { span: Span::new(file, at..at + words.len()), with: with.to_owned() }
    }

    #[track_caller]
    fn check(text: &str, fixes: &[(&str, &str)], expected: &str, count: usize) {
        let file = SourceFile::from_text("a.yaml", text);
        let fixes: Vec<_> = fixes.iter().map(|(words, with)| fix(&file, words, with)).collect();
        let fixed = apply(&file, &fixes.iter().collect::<Vec<_>>()).expect("the fixes stand there");
        assert_eq!((fixed.text.as_str(), fixed.count), (expected, count));
    }

    #[test]
    fn only_the_letters_of_fixes_change() {
        check("a: một  # lời\r\nb: hai\r\n", &[("hai", "ba"), ("một", "mốt")], "a: mốt  # lời\r\nb: ba\r\n", 2);
        check("\u{feff}a: Tra\u{302}\u{300}m hai\n", &[("hai", "ba")], "\u{feff}a: Tra\u{302}\u{300}m ba\n", 1);
        check("a: Tra\u{302}\u{300}m hai\n", &[("Trầm", "Trăm")], "a: Trăm hai\n", 1);
        let decomposed = "\u{feff}a: Tra\u{302}\u{300}m  hai\r\n# o\u{302}ng\r\n";
        check(decomposed, &[("ầ", "ầ")], "\u{feff}a: Trầm  hai\r\n# ông\r\n", 1);
        check(decomposed, &[("ầ", "ầ"), ("Trầm", "Trăm")], "\u{feff}a: Trăm  hai\r\n# ông\r\n", 2);
        check("a: một , hai\n", &[(" , hai", ", hai"), (" ,", ",")], "a: một, hai\n", 1);
        check("a: một\n", &[], "a: một\n", 0);
    }

    #[test]
    fn what_is_fixed_once_needs_no_other_fix() {
        let text = "mo_dau:\n  - Rà soát , lòng ghép\n    các các nguồn vốn 7.5%  # lời\n  - \"Họp ngày 5/03/2026 ;\n    **Ủy Ban Nhân Dân** xã\"\n";
        let found = |text: &str| {
            let plan = crate::check::trial::plan(text);
            let file = Arc::clone(&plan.place.span.file);
            (crate::check::check(&plan, crate::plan::Status::Draft), file)
        };
        let (first, file) = found(text);
        let fixed = apply(&file, &fixes_in(&file, &first)).expect("the fixes stand there");
        assert_eq!(fixed.count, 7);
        let expected = "mo_dau:\n  - Rà soát, lồng ghép\n    các nguồn vốn 7,5%  # lời\n  - \"Họp ngày 05/3/2026;\n    **Ủy ban nhân dân** xã\"\n";
        assert!(fixed.text.starts_with(expected), "{}", fixed.text);
        let (second, file) = found(&fixed.text);
        assert!(fixes_in(&file, &second).is_empty(), "{second:?}");
    }

    #[test]
    fn fixes_of_another_file_are_refused() {
        let file = SourceFile::from_text("a.yaml", "a: một\n");
        for (name, text) in [("b.yaml", "a: một\n"), ("a.yaml", "a: một hai\n")] {
            let other = SourceFile::from_text(name, text);
            let strange = fix(&other, "một", "hai");
            assert_eq!(apply(&file, &[&strange]), None);
            let found =
                crate::diagnostic::Diagnostic::error(crate::diagnostic::Code::BadValue, strange.span.clone(), "x")
                    .fix(strange.span, "hai");
            assert!(fixes_in(&file, &[found]).is_empty());
        }
    }

    #[test]
    fn what_is_fixed_is_shown_by_lines() {
        let file = SourceFile::from_text("a.yaml", "a: một\nb: hai\nc: ba\nd: bốn\n");
        let fixed = apply(&file, &[&fix(&file, "ba", "năm")]).expect("the fix stands there");
        let expected = "--- a.yaml\n+++ a.yaml\n@@ -2,3 +2,3 @@\n b: hai\n-c: ba\n+c: năm\n d: bốn\n";
        assert_eq!(diff(&file, &fixed), expected);
    }
}
