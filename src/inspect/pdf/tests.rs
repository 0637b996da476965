//! What stands in a PDF is read as it is seen.
