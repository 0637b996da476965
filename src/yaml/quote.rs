//! Advice to put a sentence between quotes, in which YAML leaves it as it is.

use crate::vietnamese::shortened;

/// What to write in place of a sentence in which YAML sees a sign of its own.
pub fn quoting(sentence: &str) -> String {
    if sentence.starts_with(['“', '”', '‘', '«']) {
        "dấu nháy cong không bao được câu; đặt cả câu trong dấu nháy kép thẳng: \"…\"".to_owned()
    } else if sentence.contains('"') {
        // In single quotes a double one is a letter; a single one is written twice.
        format!("đặt cả câu trong dấu nháy đơn: '{}'", shortened(&sentence.replace('\'', "''")))
    } else {
        format!("đặt cả câu trong dấu nháy kép: \"{}\"", shortened(sentence))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_within_are_kept_apart() {
        assert_eq!(quoting("A: b"), "đặt cả câu trong dấu nháy kép: \"A: b\"");
        assert_eq!(
            quoting("cơ quan \"thường trực\": A"),
            "đặt cả câu trong dấu nháy đơn: 'cơ quan \"thường trực\": A'"
        );
        assert!(quoting("“A”: b").starts_with("dấu nháy cong"));
    }
}
