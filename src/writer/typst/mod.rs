//! The layout as PDF bytes, through the Typst compiler.
