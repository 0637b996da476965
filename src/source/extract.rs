//! Some lines of a file, held without the others: what a finding needs long after its file is closed.

use std::ops::Range;
use std::sync::Arc;

use super::gaps::{Gap, Gaps};
use super::{Disk, SourceFile, Span, Stretch};

/// Some lines of a file, by which its places are known without the others.
#[derive(Debug)]
pub struct Extract {
    file: Arc<SourceFile>,
    /// The lines that are held: where they stand in the whole text, and where they begin in what is held.
    kept: Vec<(Range<usize>, usize)>,
}

impl Extract {
    /// Some lines of a whole file, each stretch from the beginning of a line to the end of one.
    pub fn new(file: &Arc<SourceFile>, lines: impl IntoIterator<Item = Range<usize>>) -> Self {
        let mut held = Held::default();
        let mut kept = Vec::new();
        for lines in joined(lines) {
            // The end of the last line belongs to it.
            let lines = lines.start..(lines.end + 1).min(file.text.len());
            kept.push((lines.clone(), held.text.len()));
            held.add(file, lines);
        }
        let disk = file.disk.is_some().then_some(held.disk);
        let file = SourceFile {
            name: file.name.clone(),
            text: held.text,
            disk,
            gaps: Gaps(held.gaps),
            lines: super::lines::Lines::default(),
        };
        Self { file: Arc::new(file), kept }
    }

    /// A place of the whole file, whose ends stand on lines that are held, in what is held of it.
    pub fn span(&self, span: &Span) -> Span {
        Span::new(&self.file, self.held(span.range.start)..self.held(span.range.end))
    }

    fn held(&self, offset: usize) -> usize {
        let behind = self.kept.partition_point(|(whole, _)| whole.start <= offset);
        let Some((whole, own)) = behind.checked_sub(1).and_then(|last| self.kept.get(last)) else { return 0 };
        own + (offset.min(whole.end) - whole.start)
    }
}

/// Stretches in their order, those that touch as one.
fn joined(lines: impl IntoIterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut sorted: Vec<_> = lines.into_iter().collect();
    sorted.sort_by_key(|lines| lines.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for lines in sorted {
        match joined.last_mut() {
            Some(last) if lines.start <= last.end + 1 => last.end = last.end.max(lines.end),
            _ => joined.push(lines),
        }
    }
    joined
}

/// What is held so far.
#[derive(Default)]
struct Held {
    text: String,
    disk: Disk,
    gaps: Vec<Gap>,
    /// Where the part that was added last ends on disk.
    end: usize,
    /// Bytes and lines left out so far.
    left_out: (usize, usize),
}

impl Held {
    /// Adds lines of a file, which stand behind those that were added before.
    fn add(&mut self, file: &SourceFile, lines: Range<usize>) {
        // The mark of the byte order is no letter of the text, but one of the first line.
        let on_disk = if lines.start == 0 { 0 } else { file.held_offset(lines.start) }..file.held_offset(lines.end);
        let between = &file.on_disk()[self.end..on_disk.start];
        self.left_out.0 += between.len();
        self.left_out.1 += super::lines_in(between);
        let own = if file.disk.is_some() { self.disk.text.len() } else { self.text.len() };
        self.gaps.push(Gap { at: own, bytes: self.left_out.0, lines: self.left_out.1 });
        if let Some(disk) = &file.disk {
            self.add_stretches(disk, &lines, on_disk.start);
            self.disk.text.push_str(&disk.text[on_disk.clone()]);
        }
        self.text.push_str(&file.text[lines]);
        self.end = on_disk.end;
    }

    /// Adds where some lines of the text come from on disk.
    fn add_stretches(&mut self, disk: &Disk, lines: &Range<usize>, start: usize) {
        let first = disk.stretches.partition_point(|stretch| stretch.uniform <= lines.start).saturating_sub(1);
        let own = disk.stretches[first..].iter().take_while(|stretch| stretch.uniform < lines.end);
        let (uniform, held) = (self.text.len(), self.disk.text.len());
        self.disk.stretches.extend(own.map(|stretch| Stretch {
            uniform: uniform + stretch.uniform.saturating_sub(lines.start),
            disk: held + stretch.disk.saturating_sub(start),
            alike: stretch.alike,
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts that every letter of the second and fourth of five lines is known by its place in the whole.
    #[track_caller]
    fn check(text: &str) {
        let file = SourceFile::from_text("a.yaml", text);
        let starts: Vec<usize> =
            std::iter::once(0).chain(file.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let lines = [1, 3].map(|line: usize| starts[line]..starts[line + 1] - 1);
        let extract = Extract::new(&file, lines.clone());
        assert!(extract.file.text.len() < file.text.len());
        for at in lines.into_iter().flatten().filter(|at| file.text.is_char_boundary(*at)) {
            let end = at + file.text[at..].chars().next().map_or(0, char::len_utf8);
            let (whole, held) = (Span::new(&file, at..end), extract.span(&Span::new(&file, at..end)));
            assert_eq!(held.text(), whole.text());
            assert_eq!(held.on_disk(), whole.on_disk(), "{text:?} at {at}");
            assert_eq!(held.file.line_column(held.range.start), file.line_column(at), "{text:?} at {at}");
            assert_eq!(held.file.on_disk()[held.held()], whole.file.on_disk()[whole.held()]);
        }
    }

    #[test]
    fn places_in_lines_that_are_held_are_those_of_the_whole() {
        check("một\nhai ba\nbốn\nnăm sáu\nbảy");
        check("\u{feff}một\r\nhai ba\r\nbốn\r\nnăm sáu\r\nbảy\r\n");
        check("\u{feff}\u{feff}a\n\u{feff}b\n\u{feff}\n\u{feff}c\n");
        check("Tra\u{302}\u{300}m\nxo\u{301}m Tra\u{302}\u{300}m\ne\u{302}\nTra\u{302}\u{300}m e\u{302}\u{301}x\n");
    }

    #[test]
    fn lines_that_touch_are_held_once() {
        let file = SourceFile::from_text("a.yaml", "a\nb\nc\nd\ne\n");
        let extract = Extract::new(&file, [2..5, 0..3, 8..9]);
        assert_eq!(extract.file.text, "a\nb\nc\ne\n");
        assert_eq!(extract.file.line_column(6), (5, 1));
    }
}
