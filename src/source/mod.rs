//! stub
use crate::base::{set::vocabulary, token::token};
token! {
    /// id
    pub struct SourceId(24), "source", shown;
}
impl SourceId {
    /// Design
    pub const DESIGN: Self = Self::from_static("design");
    /// Knowledge
    pub const KNOWLEDGE: Self = Self::from_static("field-knowledge");
}
vocabulary! {
    /// b
    pub closed enum Basis {
        /// m
        Manual = "manual",
        /// m
        Guideline = "guideline",
        /// m
        Trial = "trial",
        /// m
        Practice = "practice",
        /// m
        Unseen = "unseen",
        /// m
        Design = "design",
    }
}
