//! The layout as DOCX bytes.
