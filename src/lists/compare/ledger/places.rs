//! Towns and schools by name, each once; and what a query lets through.
use super::{Line, Query, Roll};
use crate::domain::schooling::Schooling;
use crate::register::search::filter::town_key;
use std::collections::HashMap;

/// Names of places, each once, with its key; a line names one by its position.
#[derive(Clone, Debug, Default)]
pub struct Places {
    names: Vec<(String, String)>,
    at: HashMap<String, u32>,
}

impl Places {
    pub fn put(&mut self, name: &str) -> Option<u32> {
        if name.is_empty() {
            return None;
        }
        if let Some(at) = self.at.get(name) {
            return Some(*at);
        }
        let at = self.names.len() as u32;
        self.names.push((name.to_owned(), town_key(name)));
        self.at.insert(name.to_owned(), at);
        Some(at)
    }

    pub fn name(&self, at: Option<u32>) -> &str {
        at.and_then(|at| self.names.get(at as usize)).map_or("", |(name, _)| name)
    }

    fn wanted(&self, key: Option<&str>) -> Wanted {
        let Some(key) = key else { return Wanted::Any };
        let at = self.names.iter().position(|(_, of)| of == key);
        at.map_or_else(
            || if key == town_key("") { Wanted::None } else { Wanted::Nowhere },
            |at| Wanted::At(at as u32),
        )
    }
}

#[derive(Clone, Copy)]
enum Wanted {
    Any,
    /// Those of whom no place is known.
    None,
    At(u32),
    /// A place that nobody is of.
    Nowhere,
}

impl Wanted {
    fn lets(self, at: Option<u32>) -> bool {
        match self {
            Wanted::Any => true,
            Wanted::None => at.is_none(),
            Wanted::At(wanted) => at == Some(wanted),
            Wanted::Nowhere => false,
        }
    }
}

pub struct Filter {
    town: Wanted,
    school: Wanted,
    schooling: Option<Schooling>,
    age: Option<u8>,
}

impl Filter {
    pub fn of(roll: &Roll, query: &Query) -> Filter {
        Filter {
            town: roll.towns.wanted(query.town.as_deref()),
            school: roll.schools.wanted(query.school.as_deref()),
            schooling: query.schooling,
            age: query.age,
        }
    }

    pub fn each(&self, line: &Line) -> [bool; 4] {
        [
            self.town.lets(line.town),
            self.school.lets(line.school),
            self.schooling.is_none_or(|wanted| line.schooling == Some(wanted)),
            self.age.is_none_or(|wanted| line.age == Some(wanted)),
        ]
    }

    pub fn lets(&self, line: &Line) -> bool {
        self.each(line).iter().all(|lets| *lets)
    }
}
