//! Assessment: areas, and the house's own observation items. No published scale is copied (domain.md §11.12): counties
//! that hold a licence for one enter it by name and version.
use super::{Code, code_list};

code_list! {
    ASSESSMENT_KIND = "assessment_kind", "评估表", "2026-03";
    "ENTRY" "入案评估" "On entry"
    "STAGE" "阶段评估" "Interim"
    "TERM_END" "学期末评估" "End of term"
}

code_list! {
    /// Whether the child can be taught; only the committee sets "no" (残疾人教育条例 art. 20).
    LEARNABLE = "learnable", "评估表", "2026-03";
    "YES" "是" "Yes"
    "PARTLY" "部分" "In part"
    "NO" "否" "Not at present"
}

code_list! {
    RATING = "rating", "评估表", "2026-03";
    "0" "暂不能完成" "Not yet"
    "1" "大量协助下完成" "With much help"
    "2" "少量提示下完成" "With a little help"
    "3" "独立完成" "By themselves"
}

code_list! {
    /// Areas of assessment, plan and lesson.
    DOMAIN = "domain", "评估表", "2026-03";
    "GM" "粗大运动" "Gross motor"
    "FM" "精细动作" "Fine motor"
    "SC" "生活自理" "Self-care"
    "LC" "语言与沟通" "Language and communication"
    "CG" "认知与学业" "Cognition and learning"
    "SO" "社会交往" "Social life"
    "EB" "情绪与行为" "Emotion and behaviour"
    "SP" "感官知觉" "Senses and perception"
}

code_list! {
    SCALE = "scale", "保学自拟", "2026-03";
    "BX1" "保学居家观察表(第1版)" "Baoxue home observation sheet, version 1"
    "OTHER" "其他量表(注明名称与版本)" "Another scale (give name and version)"
}

code_list! {
    /// Items of the scale `BX1`: the area's code and a number. Reworded items get new codes, so that terms compare.
    ITEM = "item", "保学自拟（BX1 第 1 版）", "2026-03";
    "GM1" "躺卧时转头、翻身" "Turns head and rolls over when lying"
    "GM2" "靠坐或独坐并保持" "Sits, propped or alone, and stays so"
    "GM3" "爬行或以自己的方式移动" "Crawls or moves in their own way"
    "GM4" "站立与转移(床、椅、轮椅)" "Stands and changes place (bed, chair, wheelchair)"
    "GM5" "行走或使用轮椅前进" "Walks or drives a wheelchair forward"
    "GM6" "参与抛接、踢球等运动游戏" "Joins in throwing, catching, kicking"
    "FM1" "抓住并放开物品" "Takes hold of things and lets go"
    "FM2" "双手配合(拿住、打开)" "Uses both hands together (holds, opens)"
    "FM3" "用手指捏取小物" "Picks up small things with the fingers"
    "FM4" "插、套、叠放物品" "Fits, threads and stacks"
    "FM5" "涂画或书写" "Draws or writes"
    "SC1" "进食与饮水" "Eats and drinks"
    "SC2" "如厕或表示需要" "Uses the toilet or shows the need"
    "SC3" "洗手、洗脸、刷牙" "Washes hands and face, brushes teeth"
    "SC4" "穿脱衣服鞋袜" "Dresses and undresses"
    "SC5" "收拾物品、简单家务" "Tidies up, simple housework"
    "SC6" "避开家中危险" "Keeps away from dangers at home"
    "LC1" "对名字和声音有反应" "Responds to name and sounds"
    "LC2" "听懂日常指令" "Understands everyday requests"
    "LC3" "表达需要或拒绝" "Shows wishes or refuses"
    "LC4" "说出或指认常见人和物" "Names or points to familiar people and things"
    "LC5" "用词句、手势或图片交流" "Converses by words, gestures or pictures"
    "CG1" "注视并追随人或物" "Looks at and follows people or things"
    "CG2" "配对、分类" "Matches and sorts"
    "CG3" "认识颜色、形状、大小" "Knows colours, shapes, sizes"
    "CG4" "点数与数量" "Counts and knows quantities"
    "CG5" "认读常用字、标志" "Reads common words and signs"
    "CG6" "记住一日作息与顺序" "Remembers the day's order"
    "SO1" "与家人互动、轮流" "Interacts with family and takes turns"
    "SO2" "对教师打招呼、告别" "Greets and says goodbye to the teacher"
    "SO3" "模仿动作与游戏" "Imitates actions and play"
    "SO4" "与同伴或邻里相处" "Gets along with peers and neighbours"
    "SO5" "外出时遵守简单规则" "Keeps simple rules when out"
    "EB1" "接受安抚并平静下来" "Accepts comfort and calms down"
    "EB2" "等待片刻" "Waits for a moment"
    "EB3" "接受活动变换" "Accepts a change of activity"
    "EB4" "以安全的方式表达不满" "Shows displeasure safely"
    "EB5" "坚持活动五分钟以上" "Stays with an activity for five minutes"
    "SP1" "看向光、色彩与人脸" "Looks towards light, colour, faces"
    "SP2" "寻找声音来源" "Looks for where a sound comes from"
    "SP3" "接受不同触感" "Accepts different textures"
    "SP4" "接受不同食物与气味" "Accepts different foods and smells"
    "SP5" "感知身体位置与平衡" "Feels the body's position and balance"
}

/// The items of an area, in order.
pub fn items_of(domain: &str) -> impl Iterator<Item = &'static Code> {
    ITEM.codes.iter().filter(move |item| domain_of(item.code) == Some(domain))
}

/// The area of an item of the scale: its first two letters.
pub fn domain_of(item: &str) -> Option<&str> {
    item.get(..2).filter(|area| DOMAIN.find(area).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_area_has_four_to_six_items_and_every_item_an_area() {
        for area in DOMAIN.codes {
            assert!((4..=6).contains(&items_of(area.code).count()), "{}", area.code);
        }
        assert!(ITEM.codes.iter().all(|item| domain_of(item.code).is_some()));
    }
}
