//! From plans written in YAML to official documents in DOCX and PDF, laid out as Nghị định 30/2020/NĐ-CP demands.

pub mod units;

pub mod emphasis;
pub mod vietnamese;

pub mod source;

pub mod diagnostic;

pub mod decree;

pub mod plan;

pub mod template;

pub mod document;

pub mod writer;

pub mod pipeline;

pub mod world;

pub mod cli;
