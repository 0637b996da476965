//! The integration tests: one binary, a module a concern.

mod cli;
mod decree;
mod docs;
mod property;
mod shapes;
mod tidy;
