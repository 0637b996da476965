//! Terminal sessions.
#[test]
fn sessions() {}
