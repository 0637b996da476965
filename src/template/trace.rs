//! The traces that templates leave in what they render, so that a fault there finds its template.

/// What stands before a template's output, up to its name.
const OPENING_MARK: &str = "<?mau ";
/// What stands after it.
const CLOSING_MARK: &str = "<?het?>";

/// The start and end of a template leave a trace in what it renders, so that a fault there finds its template.
///
/// The trace adds no line, and the same number of bytes before every template's text is taken off again in errors.
pub(super) fn marked(name: &str, text: &str) -> String {
    if text.trim_start().starts_with("{% extends") || text.trim_start().starts_with("{%- extends") {
        return text.to_owned();
    }
    format!("{}{text}{}", opening_mark(name), CLOSING_MARK)
}

fn opening_mark(name: &str) -> String {
    format!("{}{name}?>", OPENING_MARK)
}

/// The template that wrote a place of the rendered XML.
pub(super) fn template_at(xml: &str, at: usize) -> Option<&str> {
    let mut at = at.min(xml.len());
    while !xml.is_char_boundary(at) {
        at -= 1;
    }
    let mut closed = 0_usize;
    let mut rest = &xml[..at];
    loop {
        let opening = rest.rfind(OPENING_MARK)?;
        if let Some(closing) = rest.rfind(CLOSING_MARK)
            && closing > opening
        {
            closed += 1;
            rest = &rest[..closing];
            continue;
        }
        if closed == 0 {
            return rest[opening + OPENING_MARK.len()..].split("?>").next();
        }
        closed -= 1;
        rest = &rest[..opening];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_finds_the_template_that_wrote_it() {
        let xml = "<?mau a?>1<?mau b?>2<?het?>3<?mau c?>4<?het?>5<?het?>";
        let at = |letter: char| template_at(xml, xml.find(letter).expect("in the text"));
        assert_eq!(
            [at('1'), at('2'), at('3'), at('4'), at('5')],
            [Some("a"), Some("b"), Some("a"), Some("c"), Some("a")]
        );
        assert_eq!(template_at("không có", 3), None);
    }
}
