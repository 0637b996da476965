//! The type of a document (tên loại văn bản): its term, symbol and frame, in one place.

/// A type of document.
#[derive(Debug)]
pub struct DocumentType {
    /// Its name, as titles and citations print it.
    pub term: &'static str,
    /// Its abbreviation, with which symbols begin. Phụ lục III, mục I.
    pub symbol: &'static str,
    /// The template of its frame.
    pub frame: &'static str,
}

/// Kế hoạch.
pub static PLAN: DocumentType = DocumentType { term: "Kế hoạch", symbol: "KH", frame: "khung/ke_hoach.xml" };
