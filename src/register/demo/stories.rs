//! What is particular about some children of the practice register, so that every kind of task has its child.
use super::child::Child;
use super::writer::{Event, Writer, at};
use super::{Demo, DemoSize};
use crate::domain::date::Date;
use crate::domain::records::placement::Deferral;
use crate::domain::value::{Value, Values};
use crate::register::change::{Act, RecordKey};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Story {
    Usual,
    /// Two tablets changed the address without knowing of each other.
    TwoAddresses,
    /// One tablet moved a visit's beginning, another its end: the halves do not fit.
    BrokenVisit,
    NoConsent,
    NoPlan,
    ReviewSoon,
    /// Fields of the child's page are still empty.
    Gaps,
    /// In hospital for three weeks.
    LongAway,
    OneCarer,
    ForgottenCarer,
    /// A norm of one visit a week, with its reason.
    OnceAWeek,
    CalledOff,
    TalkOverdue,
    /// Entry was deferred, and the time is nearly over.
    DeferralEnds,
}

impl Story {
    pub fn of(size: DemoSize, n: usize) -> Story {
        match (size, n) {
            (DemoSize::Practice, 1) => Story::TwoAddresses,
            (DemoSize::Practice, 2) => Story::BrokenVisit,
            (DemoSize::Practice, 3) => Story::NoConsent,
            (DemoSize::Practice, 5) => Story::NoPlan,
            (DemoSize::Practice, 6) => Story::ReviewSoon,
            (DemoSize::Practice, 7) => Story::Gaps,
            (DemoSize::Practice, 8) => Story::OneCarer,
            (DemoSize::Practice, 9) => Story::OnceAWeek,
            (DemoSize::Practice, 10) => Story::LongAway,
            (DemoSize::Practice, 12) => Story::ForgottenCarer,
            (DemoSize::Practice, 14) => Story::CalledOff,
            (DemoSize::Practice, 36) => Story::TalkOverdue,
            (DemoSize::Practice, 39) => Story::DeferralEnds,
            _ => Story::Usual,
        }
    }

    /// What the story adds at the end of the file.
    pub fn write(self, demo: &Demo, child: &mut Child, writer: &mut Writer) {
        let yesterday = demo.today.plus_days(-1);
        let root = RecordKey::root("pupil");
        let event = |by, time| Event::new(yesterday, by, Act::EDIT).at(time);
        let [one, other] = child.team.teachers;
        let text = |key: &str, value: &str| Values::from([(key.to_owned(), Value::from(value))]);
        match self {
            Story::TwoAddresses => writer.add_beside(
                event(one, at(18, 2)).sets(root.clone(), text("address", "青禾县云岭镇上石门村(暂住外婆家)")),
                event(other, at(18, 40)).sets(root, text("address", "青禾县柳河镇双桥头村26号")),
            ),
            Story::BrokenVisit => {
                let key = child.key("visit");
                let made = Event::new(yesterday, one, Act::RECORD_VISIT).at(at(17, 5));
                writer.add(made.sets(key.clone(), family_visit(yesterday, child)));
                writer.add_beside(
                    event(one, at(18, 10)).sets(key.clone(), text("start", "16:50")),
                    event(other, at(18, 20)).sets(key, text("end", "16:40")),
                );
            }
            Story::Gaps => {
                let gone = [("household_address", Value::Null), ("safety_note", Value::Null)];
                let gone = gone.map(|(key, value)| (key.to_owned(), value)).into();
                writer.add(event(one, at(17, 40)).sets(root, gone));
            }
            Story::DeferralEnds => {
                let deferral = Deferral {
                    kind: "DEFER".into(),
                    applicant: "母亲".into(),
                    reason: "心脏手术后恢复,医生建议推迟入学。".into(),
                    proof: "县人民医院诊断证明".into(),
                    approver: "青禾县教育局".into(),
                    from: Some(child.begin),
                    to: Some(demo.today.plus_days(20)),
                };
                let made = Event::new(child.begin, one, Act::EDIT).at(at(14, 0));
                writer.add(made.sets(child.key("deferral"), deferral.write()));
            }
            _ => {}
        }
    }
}

/// A short visit to the family late in the day, outside the hours of lessons.
fn family_visit(day: Date, child: &Child) -> Values {
    let visit = crate::domain::records::visit::Visit {
        visit_type: "FAMILY".into(),
        date: Some(day),
        start: Some(at(16, 20)),
        end: Some(at(16, 55)),
        periods: Some(0),
        mode: "HOME".into(),
        teachers: child.team.teachers.to_vec(),
        done: Some(true),
        states: vec!["SPIRIT_GOOD".into()],
        content: "了解家庭近况,商量下周送教时间。".into(),
        rating: Some(2),
        guidance: vec!["TALK".into()],
        guardian_present: Some(true),
        guardian: Some(child.guardian),
        sign_method: "HAND".into(),
        strokes: super::words::STROKES.into(),
        ..Default::default()
    };
    visit.write()
}
