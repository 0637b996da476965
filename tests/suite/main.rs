//! The integration tests: one binary, a module a concern.

#![expect(clippy::disallowed_methods, reason = "tests make projects of their own and read what is built")]
#![allow(clippy::wildcard_enum_match_arm, reason = "readers of XML name many events; a test looks at a few")]

mod bad_input;
mod benches;
mod cli;
mod costly;
mod decree;
mod diff;
mod diff_html;
mod diff_table;
mod docs;
mod fuzz;
mod golden;
mod incremental;
mod inspect;
mod inspect_docx;
#[cfg(unix)]
mod kits;
mod next_year;
mod planted;
mod project;
mod property;
mod redline;
mod revisions;
mod rows;
mod seen;
mod shapes;
mod shell;
mod tidy;
mod watch;
