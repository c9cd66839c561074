//! The words of assessment, plan, lesson and visit (domain.md §4.2–4.5).
use crate::labels;

labels! {
    pub ASSESSMENT, "assessment": "评估表", "Assessment" {
        kind: "评估类型", "Kind of assessment";
        date: "评估日期", "Date";
        place: "评估地点", "Place";
        assessors: "评估人", "Assessed by";
        scale: "量表名称与版本", "Scale and version" => "前后两次用同一量表才能比较", "Only two of the same scale can be compared";
        ratings: "各项评分", "Ratings" => "0 暂不能完成，3 独立完成；没有评的留空", "0 not yet, 3 by themselves; leave out what was not rated";
        strengths: "优势", "Strengths" => "先写学生能做什么", "First what the pupil can do";
        needs: "支持需要", "Support needed";
        interests: "兴趣与喜好", "Interests";
        learnable: "接受教育能力", "Ability to learn" => "“否”只能由残疾人教育专家委员会认定", "Only the expert committee can find “not at present”";
        advice: "安置建议", "Placement advised";
        guardian_opinion: "监护人意见", "The guardian's view";
        sign_method: "签字方式", "How it was signed";
        strokes: "监护人签名", "Guardian's signature";
        witness: "见证人", "Witness";
    }
    pub PLAN, "plan": "个别化教育计划", "Individualised education plan" {
        term: "学年学期", "Term";
        made_on: "制定日期", "Made on";
        revised_on: "修订日期", "Revised on" => "每学期至少修订一次", "At least once a term";
        team: "参与人", "Team" => "一行一人，写明身份", "One person a line, with their part in it";
        guardian_took_part: "监护人参与制定", "The guardian took part";
        closed_on: "结束日期", "Closed on";
        present_level: "现状描述", "Present level" => "按领域写，先写能做到的", "Area by area; first what goes well";
        content: "教学内容", "Content";
        method: "教学方法", "Method";
        tools: "教具学具", "Materials" => "一行一件", "One a line";
        visits_per_week: "每周送教次数", "Visits a week" => "不填按县里规定；低于规定要写原因", "Left empty, the county's rule holds; fewer need a reason";
        hours_per_visit: "每次课时", "Class hours a visit" => "不填按县里规定；低于规定要写原因", "Left empty, the county's rule holds; fewer need a reason";
        lower_reason: "低于规定的原因", "Why fewer than the rule" => "如学生体力、医嘱", "The pupil's strength, a doctor's advice";
        services: "康复与相关服务", "Rehabilitation and related services" => "一行一项", "One a line";
        remote: "远程教育安排", "Remote teaching";
        home_tasks: "家长任务", "Tasks for the family" => "一行一项，写得具体、做得到", "One a line, plain and within reach";
        mid_review_on: "期中评价日期", "Mid-term review on";
        end_review_on: "期末评价日期", "End-of-term review on";
        review_note: "评价记录", "Notes of the reviews";
        teacher_sign: "教师签名", "Teacher's signature";
        head_sign: "负责人签名", "Head's signature";
        guardian_sign: "监护人签名", "Guardian's signature";
    }
    pub LONG_GOAL, "long_goal": "长期目标", "Long-term goal" {
        plan: "所属计划", "Plan";
        domain: "领域", "Area";
        text: "目标", "Goal" => "一学期能看到的变化", "A change to be seen within the term";
    }
    pub SHORT_GOAL, "short_goal": "短期目标", "Short-term goal" {
        long_goal: "所属长期目标", "Long-term goal it serves";
        text: "目标", "Goal" => "写看得见的行为", "Something that can be seen";
        criterion: "达成标准", "Criterion" => "如：连续 3 次，5 次中 4 次做到", "Such as: 4 times of 5, three visits in a row";
        due: "预计达成日期", "Expected by";
        state: "状态", "State";
    }
    pub LESSON, "lesson": "送教教案", "Lesson plan" {
        date: "日期", "Date";
        periods: "课时", "Class hours";
        topic: "课题", "Topic";
        domain: "领域", "Area";
        goals: "对应短期目标", "Short-term goals it serves";
        objective: "教学目标", "Objective";
        materials: "教具准备", "Materials to bring" => "一行一件；出发前汇总成清单", "One a line; they make the packing list";
        warm_up: "热身", "Warm-up";
        main_activity: "主要活动", "Main activity";
        winding_down: "放松与整理", "Winding down";
        parent_points: "家长指导要点", "Points for the family";
        reflection: "课后反思", "Reflection afterwards";
        visit: "对应的送教记录", "Visit it was taught in";
    }
    pub BOOKING, "booking": "送教安排", "Planned visit" {
        date: "日期", "Date";
        start: "开始时间", "Start";
        teachers: "送教教师", "Teachers";
        makes_up: "补哪一周", "Makes up for the week of";
        skipped: "未去原因", "Why it was called off";
        skip_note: "情况说明", "What happened";
        moved_from: "原定日期", "Moved from";
        move_reason: "改期原因", "Why it was moved";
    }
    pub VISIT, "visit": "送教记录", "Visit record" {
        visit_type: "类型", "Kind of visit";
        date: "日期", "Date";
        start: "开始时间", "Start";
        end: "结束时间", "End";
        periods: "课时", "Class hours";
        mode: "方式", "Where";
        place: "地点", "Place";
        teachers: "送教教师", "Teachers";
        one_teacher_reason: "一人送教的原因", "Why one teacher went alone";
        booking: "对应的安排", "Planned visit";
        done: "完成送教", "The visit took place";
        outcome: "完成情况", "How far it went";
        not_done_reason: "未完成原因", "Why it did not take place";
        not_done_note: "情况说明", "What happened";
        states: "学生状态", "How the pupil was";
        goals: "目标完成度", "Goals worked on" => "0 暂不能完成，3 独立完成", "0 not yet, 3 by themselves";
        content: "教学内容", "What was taught";
        rating: "总体完成度", "On the whole";
        performance: "学生表现", "How the pupil did" => "先写进步和做得好的", "First what went well";
        guidance: "家长指导", "Guidance for the family";
        guidance_note: "指导说明", "More on the guidance";
        homework: "布置任务", "Tasks until next time";
        next_date: "下次日期", "Next visit on";
        next_plan: "下次计划", "Plan for the next visit";
        guardian_present: "家长在场", "A guardian was there";
        guardian: "签字家长", "Guardian who signs";
        sign_method: "签字方式", "How it was signed";
        strokes: "家长签名", "Guardian's signature";
        witness: "见证人", "Witness" => "按手印或代签时填写", "For a fingerprint, or where another signs";
        sign_note: "未签字的说明", "Why it is not signed";
        late_entry: "补录", "Recorded late";
        reviewer: "审核人", "Reviewed by";
        reviewed_on: "审核日期", "Reviewed on";
    }
}
