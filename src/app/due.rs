//! What is due and whose it is, reckoned once after each change for every page that shows it.
use crate::app::register::Register;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::records::case::Team;
use crate::register::summary::PupilSummary;
use crate::register::tasks::{Task, Urgency};
use leptos::prelude::*;
use std::sync::Arc;

/// Who "my pupils" are: those I teach, and the open cases of my inspection teams.
#[derive(Clone, PartialEq)]
struct Own {
    me: FileId,
    teams: Vec<String>,
    today: Date,
}

impl Own {
    /// As the register stands now (tracked).
    fn of(register: Register) -> Own {
        let me = register.me();
        let of_mine = |team: &&Team| team.lead == Some(me) || team.members.contains(&me);
        let teams = register
            .policy
            .with(|policy| policy.teams.iter().filter(of_mine).map(|team| team.name.clone()).collect());
        Own { me, teams, today: register.today.get() }
    }

    fn has(&self, pupil: &PupilSummary) -> bool {
        let of_team = |team: &String| self.teams.contains(team);
        let open = || pupil.cases.iter().filter(|case| case.is_open(self.today));
        pupil.teachers.contains(&self.me) || open().any(|case| of_team(&case.team))
    }
}

/// Context: what is due.
#[derive(Clone, Copy)]
pub struct Due {
    pub register: Register,
    /// Everybody's tasks, the most urgent first.
    pub all: Memo<Arc<Vec<Task>>>,
    own: Memo<Own>,
    /// Whether the person at the tablet has pupils of their own.
    pub any_mine: Memo<bool>,
}

impl Due {
    pub fn new(register: Register) -> Due {
        let own = Memo::new(move |_| Own::of(register));
        let any_mine = Memo::new(move |_| {
            register.summaries.with(|all| {
                let mut listed = all.values().filter(|summary| summary.is_listed());
                own.with(|own| listed.any(|summary| summary.pupil().is_some_and(|pupil| own.has(pupil))))
            })
        });
        Due { register, all: Memo::new(move |_| Arc::new(register.tasks())), own, any_mine }
    }

    /// Whether this is one of the own pupils (tracked).
    pub fn is_mine(self, pupil: &PupilSummary) -> bool {
        self.own.with(|own| own.has(pupil))
    }

    /// The tasks of the own pupils, or everybody's (tracked).
    pub fn shown(self, mine: bool) -> Vec<Task> {
        let all = self.all.get();
        if !mine {
            return all.to_vec();
        }
        self.register.summaries.with(|files| {
            let of_mine = |task: &&Task| {
                let pupil = files.get(&task.file).and_then(|summary| summary.pupil());
                pupil.is_some_and(|pupil| self.is_mine(pupil))
            };
            all.iter().filter(of_mine).cloned().collect()
        })
    }

    /// How many wait today for the person at the tablet; everybody's where they have no pupils of their own (tracked).
    pub fn today(self) -> usize {
        let tasks = self.shown(self.any_mine.get());
        tasks.iter().filter(|task| task.urgency <= Urgency::Today).count()
    }
}

pub fn use_due() -> Due {
    expect_context::<Due>()
}
