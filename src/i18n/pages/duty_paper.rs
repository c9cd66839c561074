//! Words of the papers of responsibility: duty letters with their clauses, score sheet, agenda sheet, list of documents.
use crate::report::duty::letters::Level;
use crate::words;

words! {
    /// The papers.
    pub enum DutyPaper {
        Letter: "控辍保学责任书", "Duty letter: keeping every child in school";
        LetterYear: "（{0} 学年）", "(school year {0})";
        Number: "编号：{0}", "No. {0}";
        Between: "甲方：{0}　乙方：{1}", "Party A: {0}. Party B: {1}.";
        Opening: "为保障适龄儿童少年依法接受义务教育，不让一个孩子失学辍学，甲乙双方签订本责任书，乙方负责人为第一责任人。", "So that every child of school age is in school as the law asks, and none is lost, the two parties sign this letter. The person who signs for party B is first responsible.";
        Goal: "目标。本学年适龄儿童少年入学率达到 {0}%，不出现新的辍学。", "Goal. {0}% of the children of school age are in school this year, and none leaves it.";
        TownDuty: "责任。乙方组织辖区各村摸清适龄儿童底数，督促父母送子女入学；对拒不送学的依法批评教育、下达督促入学通知书。", "Duty. Party B has its villages know every child of school age, urges parents to send their children, and issues the notices of the law to those who do not.";
        VillageDuty: "责任。乙方逐户掌握适龄儿童去向，配合学校和乡镇上门劝返，每名重点学生有专人联系。", "Duty. Party B knows where the children of each household are, goes along when families are visited, and names a contact for every child who is watched.";
        SchoolDuty: "责任。校长是第一责任人，落实到分管领导、班主任和每位教师；一校一案，一生一策。", "Duty. The principal is first responsible; the duty is shared out to the deputy, the class teachers and every teacher. The school has its plan, and each child at risk a plan of its own.";
        ClassDuty: "责任。班主任是本班第一责任人，熟悉每名学生和家庭，与家长保持联系。", "Duty. The class teacher is first responsible in the class, knows every pupil and family and keeps in touch with the parents.";
        WatchOut: "监测。每天清点到校情况，学生无故缺课当天联系家长，按规定时限家访和上报。", "Watching. Attendance is taken every day; parents are called on the day a pupil is missing, and the home is visited and the absence reported in time.";
        WatchVillage: "监测。发现适龄儿童不在学校，及时告知学校和乡镇。", "Watching. Whoever sees a child of school age out of school tells the school and the township.";
        Forbidden: "底线。坚决杜绝因学习成绩让学生回家或劝退，不得歧视学习困难学生，不得拒收残疾儿童，不得瞒报虚报。", "Red line. No pupil is sent home or told to leave for marks; no pupil who learns slowly is humiliated, no disabled child refused, nothing hidden.";
        Special: "特殊群体。为贫困、残疾、留守等学生建立台账，每名贫困学生有两名关爱责任人；不能到校的残疾学生按规定送教上门。", "Children in need. Ledgers are kept of them; each poor pupil has two carers; disabled children who cannot come are taught at home.";
        Return: "劝返。学生辍学的，逐级劝返并如实记录，复学后做好帮扶和学籍注册。", "Persuasion. A pupil who left is persuaded to return step by step, each talk is recorded; who is back is supported and put on the roll.";
        Assess: "考核。履行情况纳入年终考核，触碰底线的一票否决。", "Assessment. It counts in the year-end assessment; whoever crosses the red line does not pass.";
        Term: "本责任书自签订之日起至 {0} 有效，一式两份，双方各执一份。", "This letter holds from its signing to {0}; each party keeps one of two copies.";
        SignA: "甲方（盖章）", "Party A (seal)";
        SignB: "乙方（盖章）", "Party B (seal)";
        Person: "负责人签字：{0}", "Signed by: {0}";
        DateLine: "　　　年　　月　　日", "Date: ____________";
        County: "{0}人民政府", "Government of {0}";
        Town: "{0}人民政府（办事处）", "Township of {0}";
        Village: "{0}村（居）民委员会", "Village committee of {0}";
        Bureau: "{0}教育和体育局", "Education bureau of {0}";

        ScoreTitle: "控辍保学年终考核表", "Year-end assessment: keeping every child in school";
        School: "学校：{0}", "School: {0}";
        FilledOn: "填表时间：{0}", "Day: {0}";
        ClosedOn: "定稿时间：{0}", "Closed on: {0}";
        NotClosed: "未定稿", "Not closed yet";
        Remark: "评分与扣分说明", "Reasons";
        Result: "考核等次：{0}", "Result: {0}";
        Vetoes: "一票否决事项", "Red lines";
        NoVetoes: "无", "None";
        SignAssessor: "考核人", "Assessor";
        SignPrincipal: "校长", "Principal";
        SignBureau: "教育局（盖章）", "Bureau (seal)";

        AgendaTitle: "党组会议控辍保学议题单", "Agenda sheet: keeping every child in school";
        Month: "月份", "Month";
        Topic: "议题", "Topic";
        Meeting: "会议", "Meeting";
        HeldOn: "开会日期", "Held on";
        Chair: "主持人", "Chair";
        Present: "参加人员", "Present";
        Minutes: "会议纪要", "Minutes";
        Task: "议定事项", "Decision";
        Owner: "责任人", "Owner";
        Due: "期限", "Due";
        Done: "完成情况", "Result";
        Recorder: "记录人", "Recorded by";

        DocumentsTitle: "控辍保学文件目录", "Documents on keeping every child in school";
        No: "序号", "No.";
        DocTitle: "文件名称", "Title";
        DocNumber: "文号", "Number";
        DocIssuer: "发文单位", "Issued by";
        DocDate: "日期", "Date";
        DocStatus: "状态", "State";
    }
}

/// What party B answers for, by level.
pub fn duty_clause(level: Level) -> DutyPaper {
    match level {
        Level::CountyTown => DutyPaper::TownDuty,
        Level::TownVillage => DutyPaper::VillageDuty,
        Level::BureauSchool => DutyPaper::SchoolDuty,
        Level::SchoolClass => DutyPaper::ClassDuty,
    }
}

/// The clauses of a letter in their order; the first has the goal to be filled in.
pub fn clauses(level: Level) -> Vec<DutyPaper> {
    use DutyPaper as P;
    let watch = match level {
        Level::CountyTown | Level::TownVillage => P::WatchVillage,
        Level::BureauSchool | Level::SchoolClass => P::WatchOut,
    };
    vec![P::Goal, duty_clause(level), watch, P::Forbidden, P::Special, P::Return, P::Assess]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_forbids_sending_a_pupil_home_for_marks() {
        for level in Level::ALL {
            assert!(clauses(level).contains(&DutyPaper::Forbidden), "{level:?}");
        }
    }
}
