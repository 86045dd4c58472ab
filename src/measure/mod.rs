//! Measures: plain arrays in, plain arrays out.
