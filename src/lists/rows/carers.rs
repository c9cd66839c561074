//! 教育 关爱责任人台账: who stands by each pupil of a poor household; two distinct carers a child.
use super::words::has;
use super::{Number, Person, PersonRow, Who};
use crate::domain::identity::fold_name;
use crate::lists::columns::ListKind;
use crate::lists::normalise::date::When;
use crate::lists::normalise::{phone, text};
use crate::lists::schools::school_name;
use crate::lists::taking::{ListRow, RowCells};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CarersRow {
    pub school: Option<String>,
    pub name: String,
    pub id_number: Number,
    pub sex: Option<u8>,
    pub birth: Option<When>,
    /// Each name once.
    pub carers: Vec<Carer>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Carer {
    pub name: String,
    pub phone: Option<String>,
}

/// Each name once, with a phone where any of the rows has one.
fn distinct(carers: &mut Vec<Carer>) {
    carers.sort_by(|a, b| {
        fold_name(&a.name)
            .cmp(&fold_name(&b.name))
            .then(b.phone.is_some().cmp(&a.phone.is_some()))
            .then(a.cmp(b))
    });
    carers.dedup_by(|b, a| fold_name(&a.name) == fold_name(&b.name));
}

impl ListRow for CarersRow {
    const KIND: ListKind = ListKind::Carers;

    fn read(cells: &mut RowCells) -> Option<CarersRow> {
        let Who { name, number, birth, sex } = Who::read(cells, None, None)?;
        let mut carers = Vec::new();
        for (key, phone_key) in [("carer1", "phone1"), ("carer2", "phone2")] {
            let names = cells.may(key, text::names).unwrap_or_default();
            let phone = cells.may(phone_key, phone::read);
            let nobody = |name: &str| has(name, &["待定", "待安排", "空缺", "未定", "未安排", "同上"]);
            let named = names.into_iter().filter(|name| !nobody(name));
            carers.extend(named.map(|name| Carer { name, phone: phone.clone() }));
        }
        // In the list's order; a name that stands twice is one carer.
        let mut seen: Vec<Carer> = Vec::new();
        for carer in carers {
            if !seen.iter().any(|other| fold_name(&other.name) == fold_name(&carer.name)) {
                seen.push(carer);
            }
        }
        Some(CarersRow {
            school: cells.may("school", school_name),
            name,
            id_number: number,
            sex,
            birth,
            carers: seen,
        })
    }

    crate::row_of_child!();

    fn absorb(&mut self, left_out: &Self) {
        self.carers.extend(left_out.carers.iter().cloned());
        distinct(&mut self.carers);
    }

    crate::list_row_fields!(school, name, id_number, sex, birth, carers);
}

impl PersonRow for CarersRow {
    fn person(&self) -> Person<'_> {
        Person {
            birth: self.birth,
            sex: self.sex,
            school: self.school.as_deref(),
            ..Person::of(&self.name, &self.id_number)
        }
    }
}
