//! A child whom the lists name, as a row of the form: what they say put into a summary that belongs to no file; and what a file
//! leaves out filled from it.
use crate::domain::codes::GRADE;
use crate::i18n::pages::Ledgers as W;
use crate::i18n::pages::compare::origin_text;
use crate::i18n::{Lang, Word, fill};
use crate::lists::compare::Member;
use crate::lists::take_in::suspects::Suspect;
use crate::register::summary::{FlagBrief, GuardianBrief, PupilSummary};

/// The child as the lists have it.
pub fn pupil_of(member: &Member) -> PupilSummary {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let grade = text(&member.grade);
    let guardian =
        GuardianBrief { name: text(&member.guardian), kinship: String::new(), phone: text(&member.phone) };
    let is_blank = guardian.name.is_empty() && guardian.phone.is_empty();
    PupilSummary {
        sex: member.sex.map(|sex| sex.to_string()).unwrap_or_default(),
        birth: member.birth,
        id_no: member.number.clone(),
        roll_no: text(&member.roll_number),
        cert_no: text(&member.certificate),
        town: text(&member.town),
        village: text(&member.village),
        address: text(&member.address),
        household_address: text(&member.registered_address),
        ethnic: text(&member.ethnic),
        // A list's own word for a grade stays where it means none of the form's.
        grade: GRADE.recognise(&grade).map_or(grade.clone(), |known| known.code.to_owned()),
        class: text(&member.class),
        disability_type: text(&member.disability_type),
        disability_grade: text(&member.disability_grade),
        guardians: if is_blank { Vec::new() } else { vec![guardian] },
        flags: Suspect::of(member)
            .flags
            .into_iter()
            .map(|flag| FlagBrief { flag, ..FlagBrief::default() })
            .collect(),
        ..PupilSummary::default()
    }
}

/// Said in the remark of a child who has no file here: on which lists it stands.
pub fn remark(member: &Member, lang: Lang) -> String {
    let lists: Vec<&str> = member.lists.iter().map(|list| origin_text(*list, lang)).collect();
    fill(W::OnlyOn.text(lang), &[&lists.join(lang.pick("、", ", "))])
}

/// The file's own summary with what it leaves out taken from the lists.
pub fn filled(own: &PupilSummary, listed: PupilSummary) -> PupilSummary {
    let mut pupil = own.clone();
    let texts = [
        (&mut pupil.sex, listed.sex),
        (&mut pupil.id_no, listed.id_no),
        (&mut pupil.roll_no, listed.roll_no),
        (&mut pupil.cert_no, listed.cert_no),
        (&mut pupil.town, listed.town),
        (&mut pupil.village, listed.village),
        (&mut pupil.address, listed.address),
        (&mut pupil.household_address, listed.household_address),
        (&mut pupil.ethnic, listed.ethnic),
        (&mut pupil.grade, listed.grade),
        (&mut pupil.class, listed.class),
        (&mut pupil.disability_type, listed.disability_type),
        (&mut pupil.disability_grade, listed.disability_grade),
    ];
    for (mine, theirs) in texts {
        if mine.is_empty() {
            *mine = theirs;
        }
    }
    pupil.birth = pupil.birth.or(listed.birth);
    if pupil.guardians.is_empty() {
        pupil.guardians = listed.guardians;
    }
    if pupil.flags.is_empty() {
        pupil.flags = listed.flags;
    }
    pupil
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::compare::Origin;

    fn member() -> Member {
        Member {
            name: "林小满".into(),
            number: "370299201209010013".into(),
            whole: true,
            sex: Some(1),
            town: Some("石门镇".into()),
            grade: Some("七年级".into()),
            guardian: Some("王建国".into()),
            poor: Some("监测对象".into()),
            lists: vec![Origin::Household, Origin::Roll],
            ..Member::default()
        }
    }

    #[test]
    fn what_the_lists_say_stands_in_the_forms_codes() {
        let pupil = pupil_of(&member());
        assert_eq!((pupil.sex.as_str(), pupil.grade.as_str(), pupil.town.as_str()), ("1", "21", "石门镇"));
        assert_eq!((pupil.flags[0].flag.as_str(), pupil.guardians[0].name.as_str()), ("G07", "王建国"));
        let own_word = Member { grade: Some("启智一班".into()), ..member() };
        assert_eq!(pupil_of(&own_word).grade, "启智一班");
        assert_eq!(pupil_of(&Member::default()), PupilSummary::default());
    }

    #[test]
    fn the_file_speaks_first_and_the_lists_fill_what_it_leaves_out() {
        let own =
            PupilSummary { town: "云岭镇".into(), remark: "随祖父".into(), ..PupilSummary::default() };
        let pupil = filled(&own, pupil_of(&member()));
        assert_eq!((pupil.town.as_str(), pupil.remark.as_str()), ("云岭镇", "随祖父"));
        assert_eq!((pupil.grade.as_str(), pupil.id_no.as_str()), ("21", "370299201209010013"));
    }

    #[test]
    fn a_child_without_a_file_says_where_it_stands() {
        let said = remark(&member(), Lang::Zh);
        assert!(said.contains(origin_text(Origin::Household, Lang::Zh)), "{said}");
        assert!(said.contains(origin_text(Origin::Roll, Lang::Zh)), "{said}");
    }
}
