//! What people decided about the rows of department lists. These records stand in a file of their own, which stays at the
//! bureau: no caseload carries it.
use crate::domain::codes;
use crate::domain::field::Field;
use crate::record;

record! {
    /// Are two rows of two lists one child? Keyed by what the rows say of the child, never by where they stand, so that the
    /// decision holds when next term's lists come. Who decided and when stand in the change.
    Match, "match" {
        matching {
            pair: String = Field::text().personal().required();
            verdict: String = Field::code(&codes::MATCH_VERDICT).required();
            /// A weak likeness needs two people: the second one's word on the first one's verdict.
            second: String = Field::code(&codes::MATCH_VERDICT);
            note: String = Field::text().personal();
        }
    }
}
