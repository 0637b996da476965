//! From plans written in YAML to official documents in DOCX and PDF, laid out as Nghị định 30/2020/NĐ-CP demands.
//!
//! The plan says what. The tree says what each thing is. The decree says how it must look. The writer says how the format
//! spells it.
//!
//! ```text
//! text ─yaml─▶ nodes ─schema, plan─▶ Plan ─template─▶ XML ─document─▶ Document ─layout─▶ Layout ─┬─writer::docx──▶ .docx
//!                                     ├─table─▶ Computed                           ▲             └─writer::typst─▶ .pdf
//!                                     └─check─▶ findings                         Decree
//! ```
//!
//! Every arrow is a function from values to values. Only [`world`] touches the disk; nothing asks for the date or the network.
//! A function that reads what people wrote returns what it could build *and* all that it found ([`diagnostic::Checked`]): it
//! never stops at the first mistake, and what could not be read is missing, never a dummy.
//!
//! - **Reading.** [`yaml`] keeps each scalar as it was written, with its place. A key of [`schema`] reads itself: its type
//!   says what it accepts, what messages say of it and what editors are told. [`plan`] has a file for each noun. Values
//!   ([`value`]) know their place and are equal when they mean the same; which words bound a number («trên», «không quá») and
//!   when two bounded numbers agree is said there once, for targets, tables and money. Words are parsed once, into letters,
//!   names of values, line breaks and emphasis; nothing searches the file again.
//! - **Judging.** [`check`] has a file for each rule: a whole plan in, findings out. Words are read by [`language`], which
//!   knows neither plans nor files, so that those of a document from elsewhere are read alike. What a table adds up to is computed in
//!   [`table`], apart from what is written there, and never merged with it.
//! - **Printing.** [`template`] makes every value into XML, escaped, before a template sees it: data is never markup. A
//!   template only puts it together; what it makes is a document or its own fault. [`document`] reads the XML strictly and
//!   numbers the sections. [`layout`] measures the tree under the [`decree`], once for both formats; [`writer`] decides no
//!   length.
//!
//! - **Renewing.** [`next_year`] edits the text of a plan into that of another year and marks what a clerk must decide; a
//!   rule finds each mark until it is gone.
//! - **Comparing.** [`redline`] puts two layouts into one: what stayed, came and went. The writer of DOCX spells that as tracked
//!   changes, as it spells a layout in which nothing changed; what it wrote is read back and held against both versions.
//!
//! - **Remembering.** [`cache`] keeps of each plan which contents were read, what of it was printed and what was found, so that
//!   what has not changed is not built again. It changes no result: whatever is not proven to be the same is made anew.
//!
//! - **Proving.** [`inspect`] measures a finished DOCX or PDF, of this program or of anyone else, with readers of its own, and
//!   judges it by the decree.
//!
//! What is absent holds the rest together. `plan` knows no layout number, no format and no file. `check` knows no template
//! and no writer. `document` knows no plan. `decree` knows nothing but lengths, and no length stands elsewhere. `writer`
//! knows no plan and no disk. [`pipeline`] knows the order of the steps for one plan, [`project`] where plans lie and what
//! they share, [`cli`] the words of the command line; none of them knows a rule or a number. No file knows itself through
//! others. `tests/suite/tidy.rs` holds the list of who may know whom and reads the sources against it.
//!
//! To add a key: one line in the noun's file. A rule: one file in `check/rules`. A wording: a template. A measure: a line in
//! the decree, with its clause.

// What everything stands on.
pub mod units;

pub mod vietnamese;

pub mod language;

pub mod visible;

pub mod digest;

pub mod source;

pub mod diagnostic;

// A plan, read and judged.
pub mod value;

pub mod yaml;

pub mod schema;

pub mod plan;

pub mod table;

pub mod check;

// Two plans, compared.
pub mod diff;
pub mod next_year;

// A plan, printed.
pub mod template;

pub mod document;

pub mod decree;

pub mod layout;

pub mod redline;

pub mod writer;

// A finished document, judged.
pub mod inspect;

pub mod pipeline;

// The program around it.
pub mod world;

pub mod project;

pub mod cache;

pub mod cli;
