//! Words of a case on the child's file: where it stands, the next steps, its records, its printed papers.
use crate::domain::case::State;
use crate::words;

words! {
    pub enum Case {
        Tab: "个案", "Case";
        None: "没有个案", "No case";
        NoneText: "发现疑似失学辍学时，先建立个案，再入户核查。", "When a child may be out of school, open a case first, then check in the home.";
        Open: "建立个案", "Open a case";
        Edit: "修改个案", "Change the case";
        Found: "{0}发现", "found {0}";
        OutFrom: "{0}起未到校", "not in school since {0}";
        Team: "督察小组", "Team";
        NoTeam: "还没分派", "None yet";
        FoundBy: "发现途径", "Found by";
        Source: "来源", "Source";
        Out: "未到校", "Out of school";
        Outcome: "结果", "Outcome";
        Back: "返校或安置", "Back or placed";
        Roll: "学籍", "School roll";
        OnRoll: "已注册", "registered";
        NotOnRoll: "还没注册", "not registered yet";
        Relapsed: "第 {0} 次再辍", "left again ({0})";
        Claimed: "名单上的说法，材料还没见到", "As a list has it; the papers are still to be seen";
        MissingPapers: "还缺材料：{0}", "Proof still missing: {0}";
        Until: "批准到 {0}", "granted until {0}";
        DoCheck: "填核查表", "Fill in the check";
        DoPersuade: "记录劝返", "Record a persuasion";
        Next: "下一步", "Next";
        More: "还差 {0} 项", "{0} still to do";
        OtherWays: "其他办法", "Other ways";
        Do: "去办", "Do it";
        NothingNext: "个案已销号", "The case is closed";
        NothingNextText: "如果再次辍学，在这里重新打开同一个个案。", "If the child leaves again, the same case is opened again here.";
        Older: "以前的个案", "Earlier cases";
        Steps: "办理经过", "Steps";
        Signed: "已签名", "Signed";
        SignedOn: "已签名（平板 {0}）", "Signed (tablet {0})";
        NotProven: "签名未能核实", "Not proven";
        FromList: "来自名单", "From a list";
        By: "{0} · {1}", "{0} · {1}";
        Checks: "核查表", "Checks";
        NoChecks: "还没有核查", "No check yet";
        Persuasions: "劝返记录", "Persuasion records";
        NoPersuasions: "还没有劝返", "Nobody has persuaded yet";
        Nth: "第 {0} 次", "No. {0}";
        PaperNo: "纸质编号 {0}", "paper no. {0}";
        Notices: "文书", "Notices";
        NoNotices: "还没有文书", "No notice yet";
        Served: "{0}送达", "served {0}";
        NotServed: "还没登记送达", "Service not recorded yet";
        Returns: "复学与学籍", "Return and roll";
        NoReturns: "还没有返校", "Not back yet";
        Write: "填写", "Write";
        PrintIt: "打印", "Print";
        SignNote: "保存时以 {0} 的名义签名。", "Saving signs it in the name of {0}.";
        Against: "还不能办，先办好这几样：", "It cannot be done yet; first:";
        Gone: "没有可以办的个案", "There is no case to go on with";
        Stable: "已就读 {0}／{1} 个上课日", "{0} of {1} school days";
    }
}

words! {
    /// A step as what a person does.
    pub enum Deed {
        Checking: "开始核查", "Begin the check";
        NotReal: "认定非真实失学", "Find: not truly out";
        Confirmed: "认定真实失学", "Find: truly out of school";
        Persuading: "开始劝返", "Begin to persuade";
        Ordered: "登记已下达文书", "Note: ordered in writing";
        Penalised: "登记已处罚", "Note: penalised";
        Court: "登记已申请强制执行", "Note: before the court";
        PlacementPending: "转为待安置", "Put to placement";
        Placed: "登记已安置", "Note: placed";
        ExemptPending: "报批免学、缓学等", "Send for approval";
        Exempt: "登记已批准", "Note: approved";
        Returned: "登记已返校", "Note: back in school";
        Stable: "确认稳定就读", "Confirm: stable in school";
        Verified: "复核通过", "Verify";
        Closed: "批准销号", "Approve the close";
        Reopened: "重新打开", "Open again";
    }
}

/// What a person does to bring the case to this state.
pub fn deed(state: State) -> Option<Deed> {
    Some(match state {
        State::New => return None,
        State::Checking => Deed::Checking,
        State::NotReal => Deed::NotReal,
        State::Confirmed => Deed::Confirmed,
        State::Persuading => Deed::Persuading,
        State::Ordered => Deed::Ordered,
        State::Penalised => Deed::Penalised,
        State::Court => Deed::Court,
        State::PlacementPending => Deed::PlacementPending,
        State::Placed => Deed::Placed,
        State::ExemptPending => Deed::ExemptPending,
        State::Exempt => Deed::Exempt,
        State::Returned => Deed::Returned,
        State::Stable => Deed::Stable,
        State::Verified => Deed::Verified,
        State::Closed => Deed::Closed,
        State::Reopened => Deed::Reopened,
    })
}

words! {
    /// The printed papers (domain.md §2.3, §4.7, §4.8).
    pub enum Sheet {
        TownGovernment: "{0}人民政府", "People’s government of {0}";
        Check: "疑似辍学学生核查表", "Check of a child suspected out of school";
        Persuasion: "劝返记录表", "Persuasion record";
        To: "{0}（{1}家长／监护人）：", "To {0}, guardian of {1}:";
        ToNobody: "{0}家长（监护人）：", "To the guardian of {0}:";
        Number: "编号：{0}", "No. {0}";
        About: "经核查，你的孩子{0}（{1}，{2}出生，证号 {3}）{4}未按规定接受义务教育。", "It was found that your child {0} ({1}, born {2}, number {3}) is not attending compulsory school{4}.";
        Since: "自{0}起", " since {0}";
        LawUrge: "根据《中华人民共和国义务教育法》第五条、第十一条，适龄儿童、少年的父母或者其他法定监护人应当依法保证其按时入学接受并完成义务教育。请于{0}前送孩子到校就读。", "Under articles 5 and 11 of the Compulsory Education Law, parents and guardians see to it that children of school age attend and complete compulsory schooling. Bring the child to school by {0}.";
        LawOrder: "根据《中华人民共和国义务教育法》第五十八条，责令你于{0}前改正，送孩子到校接受义务教育。逾期不改正的，将依法处理。", "Under article 58 of the Compulsory Education Law you are ordered to put this right by {0} and to send the child to school. Failing that, further steps follow by law.";
        LawPenalty: "经责令限期改正，你逾期仍未送孩子入学。依法作出如下处罚决定：", "Ordered to comply, you have still not sent the child to school. By law the following penalty is decided:";
        LawDemand: "你尚未履行已生效的决定。根据《中华人民共和国行政强制法》第五十四条，现催告你于{0}前履行；逾期不履行的，将依法申请人民法院强制执行。你有权陈述和申辩。", "You have not carried out the decision in force. Under article 54 of the Administrative Enforcement Law you are called on to do so by {0}; failing that, enforcement by the court will be applied for. You may state your case.";
        LawCourt: "被申请人在法定期限内未履行已生效的决定，经催告仍不履行。根据《中华人民共和国行政强制法》第五十三条，申请人民法院强制执行。", "The respondent has not carried out the decision in force within the legal time, nor after a demand. Under article 53 of the Administrative Enforcement Law, enforcement by the court is applied for.";
        Report: "该生疑似辍学，学校已家访劝返，现书面报告。", "The pupil is suspected of having left school; the school has visited and persuaded the family and reports in writing.";
        Return: "该生已于{0}返校复学，请继续配合学校做好教育和保护。", "The pupil has come back to school on {0}. Please go on supporting the school.";
        LongDash: "　　　　年　　月　　日", "____________";
        Issuer: "{0}（盖章）", "{0} (seal)";
        Receipt: "送达回证", "Receipt of service";
        ReceiptPaper: "文书名称及编号", "Paper and number";
        ReceiptFor: "受送达人", "Served on";
        ReceiptHow: "送达方式", "How served";
        ReceiptDay: "送达日期", "Served on (day)";
        ReceiptSign: "受送达人签名或盖章", "Signature of the recipient";
        ReceiptBy: "送达人签名", "Signature of the server";
        Notice: "文书", "Notice";
        ReceiptWitness: "见证人签名", "Signature of the witness";
        SignChecker: "核查人签名", "Signatures of the checkers";
        SignVerifier: "复核人签名", "Signature of the verifier";
        SignPersuader: "劝返人签名", "Signatures of the persuaders";
        Nth: "劝返次数", "Persuasion no.";
    }
}
