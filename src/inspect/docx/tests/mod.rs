//! Word files made from fragments, and what is read of them.
