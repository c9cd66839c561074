//! 铁脚板摸排 (K): a child found door to door, on no list, given in by hand.
use super::{Number, Person, PersonRow};
use crate::lists::normalise::date::When;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FoundRow {
    pub name: String,
    pub id_number: Number,
    pub birth: Option<When>,
    pub sex: Option<u8>,
    pub town: Option<String>,
    pub village: Option<String>,
    pub guardian: Option<String>,
    pub phone: Option<String>,
    pub note: Option<String>,
}

impl PersonRow for FoundRow {
    fn person(&self) -> Person<'_> {
        Person {
            birth: self.birth,
            sex: self.sex,
            guardian: self.guardian.as_deref(),
            home: self.village.as_deref(),
            ..Person::of(&self.name, &self.id_number)
        }
    }
}
