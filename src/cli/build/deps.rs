//! What each output is made of, as a file that make and ninja include.

use std::fmt::Write;

/// One plan: its outputs, and what they are made of.
pub(super) struct Rule {
    pub(super) outputs: Vec<String>,
    pub(super) inputs: Vec<String>,
}

/// Rules as a depfile.
///
/// Every input has a rule of its own without a recipe, so that one which is gone does not stop make.
pub(super) fn encode(rules: &[Rule]) -> String {
    let words = |names: &[String]| names.iter().map(|name| escaped(name)).collect::<Vec<_>>().join(" ");
    let mut text = String::new();
    for Rule { outputs, inputs } in rules {
        let _ = writeln!(text, "{}: {}", words(outputs), words(inputs));
    }
    let mut inputs: Vec<_> = rules.iter().flat_map(|rule| &rule.inputs).collect();
    inputs.sort();
    inputs.dedup();
    for input in inputs {
        let _ = writeln!(text, "{}:", escaped(input));
    }
    text
}

/// A name as make and ninja read it.
fn escaped(name: &str) -> String {
    let mut escaped = String::new();
    for letter in name.replace('\\', "/").chars() {
        match letter {
            ' ' | '#' | ':' => escaped.extend(['\\', letter]),
            '$' => escaped.push_str("$$"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_make_reads_them() {
        let rule = |outputs: &[&str], inputs: &[&str]| Rule {
            outputs: outputs.iter().map(|name| (*name).to_owned()).collect(),
            inputs: inputs.iter().map(|name| (*name).to_owned()).collect(),
        };
        let rules =
            [rule(&["o/a.docx", "o/a.pdf"], &["_c.yaml", "a b$.yaml"]), rule(&["o/b.pdf"], &["_c.yaml", "b.yaml"])];
        let expected =
            "o/a.docx o/a.pdf: _c.yaml a\\ b$$.yaml\no/b.pdf: _c.yaml b.yaml\n_c.yaml:\na\\ b$$.yaml:\nb.yaml:\n";
        assert_eq!(encode(&rules), expected);
    }
}
