//! A pupil's summary, made of the records of the file.
use super::{
    AbsenceBrief, Away, BookingBrief, Break, CarerBrief, CaseBrief, FlagBrief, Given, GuardianBrief,
    MeasureBrief, Missed, Moved, Norm, OwnPlanBrief, PlacementBrief, PlanBrief, PupilSummary, Talk, TalkPlan,
    VisitBrief, root,
};
use crate::domain::id::RecordId;
use crate::domain::records::care::{Carer, CarerContact, Counselling, CounsellingPlan, Measure, OwnPlan};
use crate::domain::records::case::{Absence, Check};
use crate::domain::records::documents::{Consent, Document};
use crate::domain::records::learning::Plan;
use crate::domain::records::placement::{Decision, Deferral, Placement};
use crate::domain::records::pupil::{Aid, Distinct, Flag, Guardian, Pupil, Transfer};
use crate::domain::records::visit::{Booking, Visit};
use crate::register::file::File;

/// The latest visits that a summary keeps: a school year at twice a week, and some.
const RECENT_VISITS: usize = 100;

/// As much of a remark as a ledger's column holds.
const REMARK_CHARS: usize = 80;

/// The child's name and what is known of the child.
pub(super) fn pupil(file: &File) -> (String, PupilSummary) {
    let page = Pupil::read(&root(file));
    let mut visits: Vec<VisitBrief> =
        file.table("visit").filter_map(|(id, record)| visit(id, Visit::read(&record.values))).collect();
    visits.sort_unstable_by_key(|v| std::cmp::Reverse((v.date, v.start, v.record)));
    let visit_count = visits.len() as u32;
    let (given, missed) = sums(&visits);
    visits.truncate(RECENT_VISITS);
    let mut decisions: Vec<Decision> =
        file.table("decision").map(|(_, r)| Decision::read(&r.values)).collect();
    decisions.sort_by_key(|d| d.date);
    let talks: Vec<Counselling> =
        file.table("counselling").map(|(_, r)| Counselling::read(&r.values)).collect();
    let last_talk = talks.iter().max_by_key(|talk| talk.date);
    let last_talk = last_talk.and_then(|talk| talk.next_on);
    let summary = PupilSummary {
        sex: page.sex,
        birth: page.birth,
        number_lost: page.id_no.is_empty() && !page.alt_no.is_empty() && page.id_type == "1",
        id_no: page.id_no,
        roll_no: page.roll_no,
        cert_no: page.cert_no,
        town: page.town,
        village: page.village,
        address: page.address,
        household_address: page.household_address,
        ethnic: page.ethnic,
        grade: page.grade,
        class: page.class,
        student_status: page.student_status,
        disability_type: page.disability_type,
        disability_grade: page.disability_grade,
        remark: page.remark.chars().take(REMARK_CHARS).collect(),
        school: page.school,
        teachers: page.main_teacher.into_iter().chain(page.second_teacher).collect(),
        guardians: file.table("guardian").map(|(_, r)| guardian(Guardian::read(&r.values))).collect(),
        flags: file
            .table("flag")
            .map(|(_, r)| Flag::read(&r.values))
            .map(|f| FlagBrief { flag: f.flag, since: f.since, until: f.until })
            .collect(),
        aids: file.table("aid").filter_map(|(_, r)| Aid::read(&r.values).date).collect(),
        safety_note: page.safety_note,
        placements: placements(file),
        plans: file.table("plan").filter_map(|(id, r)| plan(id, Plan::read(&r.values))).collect(),
        norms: file.table("plan").filter_map(|(_, r)| norm(Plan::read(&r.values))).collect(),
        own_plans: file
            .table("own_plan")
            .filter_map(|(id, r)| own_plan(id, OwnPlan::read(&r.values)))
            .collect(),
        measures: measures(file),
        visits,
        visit_count,
        given,
        missed,
        bookings: file.table("booking").filter_map(|(id, r)| booking(id, Booking::read(&r.values))).collect(),
        consents: consents(file),
        learnable: decisions.pop().map(|d| d.learnable).unwrap_or_default(),
        next_counselling: last_talk,
        talks: talked(&talks),
        talk_plans: file.table("counselling_plan").map(|(id, r)| talk_plan(id, &r.values)).collect(),
        carers: carers(file),
        deferrals: file
            .table("deferral")
            .filter_map(|(record, r)| {
                let deferral = Deferral::read(&r.values);
                Some(Break { record, kind: deferral.kind, from: deferral.from?, to: deferral.to? })
            })
            .collect(),
        moves: moves(file),
        aways: aways(file),
        absence: absence(file),
        cases: crate::register::case::cases(file).iter().map(CaseBrief::of).collect(),
        evidence: evidence(file),
        gaps: crate::register::check::gaps(file),
        photos: file.table("photo").count() as u32,
        distinct: file.table("distinct").filter_map(|(_, r)| Distinct::read(&r.values).other).collect(),
    };
    (page.name, summary)
}

fn guardian(guardian: Guardian) -> GuardianBrief {
    GuardianBrief { name: guardian.name, kinship: guardian.kinship, phone: guardian.phone }
}

fn visit(record: RecordId, visit: Visit) -> Option<VisitBrief> {
    Some(VisitBrief {
        record,
        date: visit.date?,
        start: visit.start,
        end: visit.end,
        done: visit.done == Some(true),
        reason: visit.not_done_reason,
        periods: visit.periods.unwrap_or(0),
        visit_type: visit.visit_type,
        teachers: visit.teachers,
    })
}

/// What was given day by day, and what was not, of all visits (newest first), the earliest first.
fn sums(visits: &[VisitBrief]) -> (Vec<Given>, Vec<Missed>) {
    let (mut given, mut missed): (Vec<Given>, Vec<Missed>) = (Vec::new(), Vec::new());
    for visit in visits.iter().rev() {
        match (visit.done, visit.is_lesson()) {
            (false, true) => missed.push(Missed { day: visit.date, reason: visit.reason.clone() }),
            (false, false) => {}
            (true, is_lesson) => {
                if given.last().is_none_or(|last| last.day != visit.date) {
                    given.push(Given { day: visit.date, ..Given::default() });
                }
                if let Some(day) = given.last_mut() {
                    day.visits += 1;
                    day.lessons += u16::from(is_lesson);
                    day.periods += if is_lesson { u16::try_from(visit.periods).unwrap_or(0) } else { 0 };
                }
            }
        }
    }
    (given, missed)
}

fn talked(talks: &[Counselling]) -> Vec<Talk> {
    let talk = |talk: &Counselling| {
        let with = talk.with_whom.as_str();
        Some(Talk {
            on: talk.date?,
            child: matches!(with, "PUPIL" | "BOTH"),
            parents: matches!(with, "PARENT" | "BOTH"),
        })
    };
    let mut all: Vec<Talk> = talks.iter().filter_map(talk).collect();
    all.sort_unstable();
    all
}

fn talk_plan(record: RecordId, values: &crate::domain::value::Values) -> TalkPlan {
    let plan = CounsellingPlan::read(values);
    let times = |times: Option<i64>| times.and_then(|n| u16::try_from(n).ok()).unwrap_or_default();
    TalkPlan { record, term: plan.term, child: times(plan.child_times), parents: times(plan.parent_times) }
}

fn moves(file: &File) -> Vec<Moved> {
    let mut all: Vec<(RecordId, Moved)> = file
        .table(Transfer::TABLE.key)
        .filter_map(|(id, r)| {
            let transfer = Transfer::read(&r.values);
            Some((id, Moved { on: transfer.on?, from: transfer.from_school, to: transfer.to_school }))
        })
        .collect();
    all.sort_unstable_by_key(|(id, moved)| (moved.on, *id));
    all.into_iter().map(|(_, moved)| moved).collect()
}

fn aways(file: &File) -> Vec<Away> {
    let of = |absence: Absence| {
        let away = Away { from: absence.from?, back: absence.back_on };
        absence.is_unexcused().then_some(away)
    };
    let all = file.table(Absence::TABLE.key).map(|(_, r)| Absence::read(&r.values));
    let mut aways: Vec<Away> = all.filter_map(of).collect();
    aways.sort_unstable_by_key(|away| (away.from, away.back));
    aways
}

fn booking(record: RecordId, booking: Booking) -> Option<BookingBrief> {
    Some(BookingBrief {
        record,
        date: booking.date?,
        start: booking.start,
        skipped: booking.skipped,
        moved_from: booking.moved_from,
    })
}

fn plan(record: RecordId, plan: Plan) -> Option<PlanBrief> {
    plan.closed_on.is_none().then_some(PlanBrief {
        record,
        term: plan.term,
        mid_review_on: plan.mid_review_on,
        end_review_on: plan.end_review_on,
        revised_on: plan.revised_on,
        visits_per_week: plan.visits_per_week,
        hours_per_visit: plan.hours_per_visit,
    })
}

fn norm(plan: Plan) -> Option<Norm> {
    let is_own = plan.visits_per_week.is_some() || plan.hours_per_visit.is_some();
    is_own.then_some(Norm {
        term: plan.term,
        visits_per_week: plan.visits_per_week,
        hours_per_visit: plan.hours_per_visit,
    })
}

fn own_plan(record: RecordId, plan: OwnPlan) -> Option<OwnPlanBrief> {
    let from = plan.made_on?;
    Some(OwnPlanBrief { record, from, reviewed: plan.reviewed_on.unwrap_or(from), closed: plan.closed_on })
}

fn measures(file: &File) -> Vec<MeasureBrief> {
    let open: Vec<RecordId> = file
        .table("own_plan")
        .filter(|(_, r)| OwnPlan::read(&r.values).closed_on.is_none())
        .map(|(id, _)| id)
        .collect();
    let of = |(record, measure): (RecordId, Measure)| {
        let runs = measure.done_on.is_none() && measure.own_plan.is_some_and(|plan| open.contains(&plan));
        let brief = MeasureBrief { record, what: measure.what, who: measure.who, due: measure.due? };
        runs.then_some(brief)
    };
    file.table("measure").map(|(id, r)| (id, Measure::read(&r.values))).filter_map(of).collect()
}

fn placements(file: &File) -> Vec<PlacementBrief> {
    let mut list: Vec<PlacementBrief> = file
        .table("placement")
        .filter_map(|(record, r)| {
            let p = Placement::read(&r.values);
            Some(PlacementBrief {
                record,
                mode: p.mode,
                school: p.school,
                from: p.from?,
                to: p.to,
                visits_per_week: p.visits_per_week,
                hours_per_visit: p.hours_per_visit,
            })
        })
        .collect();
    list.sort_unstable_by_key(|p| std::cmp::Reverse((p.from, p.record)));
    list
}

fn absence(file: &File) -> Option<AbsenceBrief> {
    let open = file.table(Absence::TABLE.key).filter_map(|(record, r)| {
        let absence = Absence::read(&r.values);
        let from = absence.from.filter(|_| absence.is_open())?;
        let (asked, visited) = (absence.asked_on.is_some(), absence.visited_on.is_some());
        Some(AbsenceBrief { record, from, asked, visited, reported: absence.reported_on.is_some() })
    });
    open.min_by_key(|absence| (absence.from, absence.record))
}

fn consents(file: &File) -> Vec<String> {
    let given =
        file.table("consent").map(|(_, r)| Consent::read(&r.values)).filter(|c| c.withdrawn.is_none());
    let mut scopes: Vec<String> = given.flat_map(|c| c.scope).collect();
    scopes.sort_unstable();
    scopes.dedup();
    scopes
}

fn evidence(file: &File) -> Vec<String> {
    let named: Vec<RecordId> =
        file.table(Check::TABLE.key).flat_map(|(_, r)| Check::read(&r.values).evidence).collect();
    let papers = file.table(Document::TABLE.key).filter(|(id, _)| named.contains(id));
    let mut numbers: Vec<String> = papers.map(|(_, r)| Document::read(&r.values).number).collect();
    numbers.retain(|number| !number.is_empty());
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn carers(file: &File) -> Vec<CarerBrief> {
    let contacts: Vec<CarerContact> =
        file.table("carer_contact").map(|(_, r)| CarerContact::read(&r.values)).collect();
    let of = |record| {
        let mut days: Vec<_> =
            contacts.iter().filter(|c| c.carer == Some(record)).filter_map(|c| c.date).collect();
        days.sort_unstable();
        days
    };
    file.table("carer")
        .filter_map(|(record, r)| {
            let carer = Carer::read(&r.values);
            Some(CarerBrief {
                record,
                person: carer.person,
                unit: carer.unit,
                from: carer.from?,
                to: carer.to,
                contacts: of(record),
            })
        })
        .collect()
}
