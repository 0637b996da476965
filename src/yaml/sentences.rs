//! What the parser reads: the text of a file, a line of a quoted sentence at once.
//!
//! The parser's own input hands a quoted sentence over word by word, since a line that ends inside quotes is folded, and asks
//! a dozen questions between two words. Most sentences of a plan stand in quotes on one line. This one hands over all that
//! stands on the line; only blanks before the end of a line are left to the parser, for it alone folds.

use serde_saphyr::granit_parser::input::{SkipTabs, WhitespaceResult};
use serde_saphyr::granit_parser::{BorrowedInput, ErrorKind, Input, StrInput};

/// The text of a file.
pub(super) struct Sentences<'a> {
    text: &'a str,
    input: StrInput<'a>,
}

impl<'a> Sentences<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, input: StrInput::new(text) }
    }

    fn at(&self) -> usize {
        self.input.byte_offset().unwrap_or(self.text.len())
    }

    /// What of a quoted sentence stands on the line, as far as no letter in it means something to the parser.
    fn words(&self, quote: u8) -> &'a str {
        let rest = &self.text[self.at()..];
        let end = rest.bytes().position(|byte| means(byte) || byte == quote).unwrap_or(rest.len());
        rest[..end].trim_end_matches(' ')
    }
}

/// Whether something begins with a byte that the parser must see: a control, an escape, or letters of which YAML cannot print
/// all, U+0080 to U+00BF and U+F000 to U+FFFF.
fn means(byte: u8) -> bool {
    matches!(byte, 0..0x20 | 0x7f | b'\\' | 0xc2 | 0xef)
}

impl Input for Sentences<'_> {
    fn take_quoted_scalar_chunk(&mut self, single: bool) -> (&str, usize) {
        let words = self.words(if single { b'\'' } else { b'"' });
        let letters = words.chars().count();
        self.input.skip_n(letters);
        if letters == 0 { self.input.take_quoted_scalar_chunk(single) } else { (words, letters) }
    }

    // All else is as in the parser's own input.

    fn lookahead(&mut self, count: usize) {
        self.input.lookahead(count);
    }

    fn buflen(&self) -> usize {
        self.input.buflen()
    }

    fn bufmaxlen(&self) -> usize {
        self.input.bufmaxlen()
    }

    fn raw_read_ch(&mut self) -> char {
        self.input.raw_read_ch()
    }

    fn raw_read_non_breakz_ch(&mut self) -> Option<char> {
        self.input.raw_read_non_breakz_ch()
    }

    fn skip(&mut self) {
        self.input.skip();
    }

    fn skip_n(&mut self, count: usize) {
        self.input.skip_n(count);
    }

    fn peek(&self) -> char {
        self.input.peek()
    }

    fn peek_nth(&self, n: usize) -> char {
        self.input.peek_nth(n)
    }

    fn byte_offset(&self) -> Option<usize> {
        self.input.byte_offset()
    }

    fn slice_bytes(&self, start: usize, end: usize) -> Option<&str> {
        self.input.slice_bytes(start, end)
    }

    fn next_is_document_indicator(&self) -> bool {
        self.input.next_is_document_indicator()
    }

    fn next_is_document_start(&self) -> bool {
        self.input.next_is_document_start()
    }

    fn next_is_document_end(&self) -> bool {
        self.input.next_is_document_end()
    }

    fn next_is_blank_or_break(&self) -> bool {
        self.input.next_is_blank_or_break()
    }

    fn next_is_blank_or_breakz(&self) -> bool {
        self.input.next_is_blank_or_breakz()
    }

    fn next_is_blank(&self) -> bool {
        self.input.next_is_blank()
    }

    fn next_is_break(&self) -> bool {
        self.input.next_is_break()
    }

    fn next_is_breakz(&self) -> bool {
        self.input.next_is_breakz()
    }

    fn next_is_z(&self) -> bool {
        self.input.next_is_z()
    }

    fn next_is_flow(&self) -> bool {
        self.input.next_is_flow()
    }

    fn skip_ws_to_eol(&mut self, skip_tabs: SkipTabs) -> (usize, Result<WhitespaceResult, ErrorKind>) {
        self.input.skip_ws_to_eol(skip_tabs)
    }

    fn skip_ws_to_eol_blanks(&mut self, skip_tabs: SkipTabs) -> (usize, WhitespaceResult) {
        self.input.skip_ws_to_eol_blanks(skip_tabs)
    }

    fn skip_while_non_breakz(&mut self) -> usize {
        self.input.skip_while_non_breakz()
    }

    fn skip_while_blank(&mut self) -> usize {
        self.input.skip_while_blank()
    }

    fn fetch_while_is_yaml_non_space(&mut self, out: &mut String) -> usize {
        self.input.fetch_while_is_yaml_non_space(out)
    }

    fn fetch_block_scalar_line(&mut self, out: &mut String) -> usize {
        self.input.fetch_block_scalar_line(out)
    }

    fn fetch_plain_scalar_chunk(&mut self, out: &mut String, count: usize, in_flow: bool) -> (bool, usize) {
        self.input.fetch_plain_scalar_chunk(out, count, in_flow)
    }

    fn skip_plain_scalar_chunk(&mut self, count: usize, in_flow: bool) -> (bool, usize) {
        self.input.skip_plain_scalar_chunk(count, in_flow)
    }
}

impl<'a> BorrowedInput<'a> for Sentences<'a> {
    fn slice_borrowed(&self, start: usize, end: usize) -> Option<&'a str> {
        self.input.slice_borrowed(start, end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_saphyr::granit_parser::Parser;

    use super::*;

    /// What a parser says of a text, with the places.
    fn events<'a>(parser: Parser<'a, impl BorrowedInput<'a>>) -> Vec<String> {
        let told = parser.map(|event| format!("{event:?}"));
        let mut is_over = false;
        told.take_while(|told| !std::mem::replace(&mut is_over, told.starts_with("Err"))).collect()
    }

    #[track_caller]
    fn check(text: &str) {
        assert_eq!(events(Parser::new(Sentences::new(text))), events(Parser::new_from_str(text)), "{text}");
    }

    #[test]
    fn quoted_sentences_are_read_as_the_parser_reads_them() {
        check("a: \"Rà soát  hộ nghèo, hộ cận nghèo. \"\n");
        check("a: 'Hộ ''nghèo'' ở xã '\n");
        check("a: \"Câu dài  \n  xuống dòng \\\n  hai lần\\tở \\u1ea1 đây\"\n");
        check("- \"một \n\n   hai\"\n- ' ba\t bốn'\n- {\"k\": \"v w\", l: [\"x y\", 'z ']}\n");
        check("a: \"không đóng lại\nb: 2\n");
        check("a: \"thừa\" chữ\nb: \"\u{1} x\"\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn whatever_is_written_is_read_as_the_parser_reads_it(text in "([ab ấ\"'\\\\\n\t:#,-]|\"a |: \"|\\[|\\]|\\{|\\}){0,40}") {
            check(&text);
        }
    }
}
