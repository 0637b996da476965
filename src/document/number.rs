//! Numbers and marks of sections.
