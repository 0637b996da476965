//! What the office's settings say that no file can tell.

/// What a file is compared with besides the decree; what is `None` is not compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expected {
    /// Whether it is to be issued, so that nothing may be blank, or a draft; `None` to see it from the file.
    pub is_final: Option<bool>,
    /// The official name of the agency that issues it.
    pub issuer: Option<String>,
    /// Its abbreviation in the symbol: `UBND`.
    pub symbol: Option<String>,
    /// The place before the date.
    pub place: Option<String>,
}
