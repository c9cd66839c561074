//! The words of schools, staff, the county and its settings.
use crate::labels;

labels! {
    pub SCHOOL, "school": "学校", "School" {
        code: "学校标识码", "School code" => "10 位", "10 digits";
        name: "学校名称", "Name";
        school_type: "学校类别", "Kind of school";
        town: "所在乡镇（街道）", "Township or subdistrict";
        principal: "校长（第一责任人）", "Principal, the person first responsible";
        phone: "联系电话", "Telephone";
        address: "地址", "Address";
        closed_on: "停办日期", "Closed on";
    }
    pub STAFF, "staff": "教职工", "Member of staff" {
        name: "姓名", "Name";
        roles: "职责", "Duties";
        school: "所在学校", "School";
        phone: "联系电话", "Telephone";
        left_on: "离岗日期", "Left on";
    }
    pub COUNTY, "county": "县（市、区）", "County" {
        name: "名称", "Name";
        division_code: "行政区划代码", "Division code" => "6 位", "6 digits";
        bureau: "教育主管部门", "Education authority";
    }
    pub SETTINGS, "settings": "县级设置", "County settings" {
        class_minutes: "每课时分钟数", "Minutes of a class hour";
        late_entry_days: "几天后算补录", "Days after which a record is late";
        photo_required: "每次送教须有照片", "Every visit needs a photograph";
        max_photos: "每次照片上限", "Most photographs a visit";
        two_teachers: "两人送教，一人须说明", "Two teachers go; one alone gives a reason";
        home_visits_source: "送教规定的依据文件", "Notice on home teaching";
        warn_days: "缺课几天提醒", "Days of absence until a reminder";
        visit_days: "缺课几天家访", "Days of absence until a home visit";
        report_days: "缺课几天上报", "Days of absence until a report";
        suspected_days: "缺课几天列为疑似辍学", "Days of absence until suspected dropout";
        dropout_days: "缺课几天认定辍学", "Days of absence until dropout";
        case_days: "核查、复核、审批限期（天）", "Days to check, verify and approve";
        stability_days: "复学后跟踪天数", "Days of follow-up after the return";
        detection_source: "缺课界限的依据文件", "Notice on absence";
        entry_age: "入学年龄", "Age of entry";
        school_years: "学龄年数", "Years of school age";
        school_age_source: "学龄规定的依据文件", "Notice on school age";
        counselling_days: "心理疏导间隔天数", "Days between counselling talks";
        carer_contact_days: "关爱走访间隔天数", "Days between a carer's contacts";
        carer_limit: "一名责任人最多负责的贫困学生", "Poor pupils that one carer looks after, at most";
        first_week: "每月首周怎么算", "What the first week of a month is";
        support_source: "关爱规定的依据文件", "Notice on support";
        good_percent: "优秀线（百分比）", "Excellent from, in percent";
        pass_percent: "合格线（百分比）", "Passed from, in percent";
        year_score_source: "考核办法的依据文件", "Notice on the assessment";
        list_days: "部门名单过期提醒（天）", "Days after which a department’s list is old";
        national_holidays: "采用国家法定节假日", "National holidays are days off";
        auto_lock_minutes: "几分钟不用自动锁定", "Minutes until the tablet locks";
        backup_days: "几天提醒备份", "Days until a reminder to back up";
        retention_years: "档案保存年数", "Years that files are kept";
    }
    pub FREQUENCY, "frequency": "送教频次规定", "Rule of visits" {
        from: "起始日期", "From";
        to: "结束日期", "To" => "现行规定不填", "Leave empty for the rule in force";
        visits_per_week: "每周次数", "Visits a week";
        periods_per_visit: "每次课时", "Class hours a visit";
        periods_per_year: "每学年课时", "Class hours a school year";
        source: "依据文件", "Notice it rests on";
    }
    pub TERM_DATES, "term_dates": "学期起止", "Term dates" {
        year: "学年", "School year" => "如 2025-2026", "Such as 2025-2026";
        half: "学期", "Term";
        from: "开学日期", "First day";
        to: "放假日期", "Last day";
    }
    pub DAY_OFF, "day_off": "停课日", "Day off" {
        from: "起始日期", "From";
        to: "结束日期", "To" => "只停一天不填", "Leave empty for a single day";
        name: "原因", "Reason";
    }
    pub MAKE_UP_DAY, "make_up_day": "调休上课日", "Weekend day with school" {
        date: "日期", "Date";
        name: "说明", "Note";
    }
    pub HANDOVER, "handover": "导出记录", "Export" {
        on: "日期", "Date";
        whole: "全部档案", "The whole register";
        sealed: "加密", "Sealed";
        photos: "带照片", "With photographs";
        files: "档案份数", "Files";
        team: "督察小组", "Inspection team";
    }
    pub SIGNING_KEY, "signing_key": "签名密钥", "Signing key" {
        public: "公开部分", "Public half";
        proof: "本人持有的证明", "Proof that the person holds it";
        since: "开始使用", "In use since";
    }
    pub MATCH, "match": "比对决定", "Decision on a match" {
        pair: "两行", "The two rows";
        verdict: "结论", "Verdict";
        second: "第二人意见", "The second person's word";
        note: "说明", "Note";
    }
    pub OWN_CODE, "own_code": "本县增加的选项", "The county's own choice" {
        list: "代码表", "Code list";
        code: "代码", "Code" => "启用后不要改变含义", "Never change what it means once it is in use";
        zh: "中文", "Chinese";
        en: "英文", "English";
        closed: "停用", "No longer offered";
    }
}
