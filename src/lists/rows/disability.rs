//! 残联 持证残疾儿童 (E): children who hold a disability certificate.
use super::{Number, Person, PersonRow, Who};
use crate::domain::codes::{DISABILITY_GRADE, DISABILITY_TYPE};
use crate::domain::identity::CertNumber;
use crate::lists::columns::ListKind;
use crate::lists::issue::{Fault, Weight};
use crate::lists::normalise::date::When;
use crate::lists::normalise::{count, identity, phone, text};
use crate::lists::taking::{ListRow, RowCells};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DisabilityRow {
    pub name: String,
    pub sex: Option<u8>,
    pub id_number: Number,
    pub certificate: Option<String>,
    /// A code of [`DISABILITY_TYPE`], or the list's words.
    pub disability_type: Option<String>,
    /// A code of [`DISABILITY_GRADE`], or the list's words.
    pub disability_grade: Option<String>,
    pub birth: Option<When>,
    pub address: Option<String>,
    pub guardian: Option<String>,
    pub phone: Option<String>,
}

impl ListRow for DisabilityRow {
    const KIND: ListKind = ListKind::Disability;

    fn read(cells: &mut RowCells) -> Option<DisabilityRow> {
        let certificate = cells.may("certificate", identity::certificate);
        let Who { name, number, birth, sex } = Who::read(cells, certificate.as_deref(), None)?;
        let disability_type =
            cells.may("disability_type", |cell| count::code_or_words(cell, &DISABILITY_TYPE));
        let disability_grade =
            cells.may("disability_grade", |cell| count::code_or_words(cell, &DISABILITY_GRADE));
        // The certificate's nineteenth and twentieth characters are type and grade (domain.md §3.4).
        if let Some(cert) = certificate.as_deref().and_then(|text| CertNumber::parse(text).ok()) {
            let columns = [
                ("disability_type", &disability_type, cert.disability_type()),
                ("disability_grade", &disability_grade, cert.disability_grade()),
            ];
            for (key, said, expected) in columns {
                if said.as_deref().is_some_and(|said| said != expected) {
                    cells.say(key, Fault::DiffersFromNumber { expected: expected.to_owned() }, Weight::Doubt);
                }
            }
        }
        Some(DisabilityRow {
            name,
            sex,
            id_number: number,
            certificate,
            disability_type,
            disability_grade,
            birth,
            address: cells.may("address", text::words),
            guardian: cells.may("guardian", text::name),
            phone: cells.may("phone", phone::read),
        })
    }

    crate::row_of_child!();

    crate::list_row_fields!(
        name,
        sex,
        id_number,
        certificate,
        disability_type,
        disability_grade,
        birth,
        address,
        guardian,
        phone,
    );
}

impl PersonRow for DisabilityRow {
    fn person(&self) -> Person<'_> {
        Person {
            birth: self.birth,
            sex: self.sex,
            guardian: self.guardian.as_deref(),
            home: self.address.as_deref(),
            ..Person::of(&self.name, &self.id_number)
        }
    }
}
