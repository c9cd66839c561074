//! An invented county of a million people: its household register, school roll and roll call, with the faults of real lists.
//! Every number stands under 370299, a division that is assigned to no one. The same every time.
use crate::Told;
use baoxue::domain::date::Date;

/// A list as an office keeps it.
pub struct Table {
    pub title: &'static str,
    pub unit: &'static str,
    pub headings: &'static [&'static str],
    pub rows: Vec<Vec<String>>,
}

/// Numbers in a row that look like chance (xorshift), the same every time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }
    /// True so many times in a thousand.
    fn in_thousand(&mut self, times: u64) -> bool {
        self.below(1000) < times
    }
    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u64) as usize]
    }
    fn name(&mut self) -> String {
        let more = if self.in_thousand(700) { self.of(GIVEN) } else { "" };
        [self.of(SURNAMES), self.of(GIVEN), more].concat()
    }
}

const SURNAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何",
    "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "欧阳",
];
const GIVEN: &[&str] = &[
    "明", "华", "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "超",
    "秀", "霞", "平", "刚", "桂", "子", "梓", "涵", "轩", "怡", "浩", "欣", "雨", "晨", "佳", "嘉", "琪",
    "文", "博", "思", "宇", "若", "一",
];
const TOWNS: &[&str] =
    &["城关街道", "石桥镇", "北岭镇", "马店镇", "双河镇", "新集镇", "青山镇", "云岭镇", "石门镇", "南坡乡"];
const VILLAGES: &[&str] =
    &["上张屯村", "下陈沟村", "上王庄村", "南刘村", "东李家庄村", "西河村", "大黄泥村", "小营村"];

/// The last character of an identity number (GB 11643).
fn check(seventeen: &str) -> char {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 =
        seventeen.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    char::from(b"10X98765432"[(sum % 11) as usize])
}

struct Child {
    name: String,
    birth: Date,
    number: String,
    girl: bool,
    town: &'static str,
    village: &'static str,
    guardian: String,
    phone: String,
}

fn child(chance: &mut Chance, at: usize, first: Date, days: u64) -> Child {
    let birth = first.plus_days(chance.below(days) as i64);
    // A sequence of its own for every child: no two share a number.
    let sequence = (at / days as usize) % 1000;
    let birth = if days > 3000 { first.plus_days((at as u64 % days) as i64) } else { birth };
    let digits = format!("370299{}{sequence:03}", birth.to_string().replace('-', ""));
    Child {
        name: chance.name(),
        birth,
        number: format!("{digits}{}", check(&digits)),
        girl: sequence.is_multiple_of(2),
        town: chance.of(TOWNS),
        village: chance.of(VILLAGES),
        guardian: chance.name(),
        phone: format!("13{:09}", chance.below(1_000_000_000)),
    }
}

/// A number as offices write it: mostly plain.
fn written(chance: &mut Chance, number: &str) -> String {
    match chance.below(400) {
        0 => number
            .chars()
            .map(|c| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c })
            .collect(),
        1 => [" ", number, "\u{a0}"].concat(),
        2 => ["'", number].concat(),
        3 => number.to_lowercase(),
        4 => [&number[..6], " ", &number[6..14], " ", &number[14..]].concat(),
        _ => number.to_owned(),
    }
}

fn day(chance: &mut Chance, day: Date) -> String {
    match chance.below(4) {
        0 => day.to_string().replace('-', ""),
        1 => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        2 => format!("{}.{}.{}", day.year(), day.month(), day.day()),
        _ => day.to_string(),
    }
}

/// Household register, roll and roll call, each of so many rows.
pub fn lists(rows: usize) -> Told<[Table; 3]> {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let read = |day: &str| day.parse::<Date>().map_err(|_| format!("{day} is no day"));
    let first = read("2010-09-01")?;
    let (last, called) = (read("2019-08-31")?, read("2026-03-10")?);
    let window = last.days_since(first) as u64 + 1;
    let children: Vec<Child> =
        (0..rows * 101 / 100).map(|at| child(&mut chance, at, first, window)).collect();
    let old = read("2009-01-01")?;
    let mut household = Vec::with_capacity(rows);
    let mut roll = Vec::with_capacity(rows);
    let mut calls = Vec::with_capacity(rows);
    for (at, child) in children.iter().enumerate() {
        // The last hundredth lives elsewhere and is on the roll alone.
        if at < rows * 97 / 100 {
            household.push(at_home(&mut chance, at, child));
        }
        let (grade, class) = (1 + at % 9, 1 + at % 6);
        let place = format!("{}{}", &child.town[..6], if grade < 7 { "第一中心小学" } else { "中学" });
        if chance.in_thousand(8) || roll.len() >= rows {
            continue;
        }
        let state = if chance.in_thousand(3) { "休学" } else { "在读" };
        let way = if chance.in_thousand(3) { "送教上门" } else { "走读" };
        let number = written(&mut chance, &child.number);
        let (town, village) = (child.town, child.village);
        let row = [
            format!("31370299{:02}", at % 52),
            place.clone(),
            format!("{grade}年级"),
            format!("{class}班"),
            child.name.clone(),
            sex(child).to_owned(),
            "汉族".to_owned(),
            number,
            ["G", &child.number].concat(),
            format!("青禾县{town}"),
            format!("青禾县{town}{village}"),
            way.to_owned(),
            "否".to_owned(),
            String::new(),
            state.to_owned(),
            child.guardian.clone(),
            child.phone.clone(),
        ];
        roll.push(row.to_vec());
        if chance.in_thousand(4) {
            continue;
        }
        let (presence, reason, from) = match chance.below(250) {
            0 => ("未到", "无故", called.plus_days(-(chance.below(30) as i64)).to_string()),
            1 => ("未到", "病假", called.plus_days(-2).to_string()),
            _ => ("在校", "", String::new()),
        };
        let call = [
            place,
            format!("{grade}年级"),
            format!("{class}班"),
            child.name.clone(),
            written(&mut chance, &child.number),
            presence.to_owned(),
            reason.to_owned(),
            from,
            called.to_string(),
            child.guardian.clone(),
        ];
        calls.push(call.to_vec());
    }
    // Children outside the window fill the register up; rows that stand twice fill the other two.
    let outside = rows - household.len();
    for at in 0..outside {
        let child = child(&mut chance, at, old, 600);
        household.push(at_home(&mut chance, at, &child));
    }
    for list in [&mut roll, &mut calls] {
        while list.len() < rows {
            let twin = list[chance.below(list.len() as u64) as usize].clone();
            list.push(twin);
        }
    }
    Ok([
        Table {
            title: "青禾县户籍适龄人口信息表",
            unit: "青禾县公安局",
            headings: &[
                "序号",
                "姓名",
                "性别",
                "民族",
                "出生日期",
                "公民身份号码",
                "户号",
                "与户主关系",
                "户主姓名",
                "乡镇(街道)",
                "村(居)",
                "户籍地址",
                "人户状态",
            ],
            rows: household,
        },
        Table {
            title: "青禾县义务教育阶段学籍信息表",
            unit: "青禾县教育和体育局",
            headings: &[
                "学校标识码",
                "学校名称",
                "年级",
                "班级",
                "姓名",
                "性别",
                "民族",
                "身份证件号",
                "学籍号",
                "户籍所在地",
                "现住址",
                "就读方式",
                "是否随班就读",
                "残疾类型",
                "学生状态",
                "监护人姓名",
                "联系电话",
            ],
            rows: roll,
        },
        Table {
            title: "青禾县在校学生点名册",
            unit: "青禾县教育和体育局",
            headings: &[
                "学校名称",
                "年级",
                "班级",
                "姓名",
                "身份证件号",
                "到校情况",
                "未到原因",
                "未到起始日期",
                "点名日期",
                "点名人",
            ],
            rows: calls,
        },
    ])
}

fn sex(child: &Child) -> &'static str {
    if child.girl { "女" } else { "男" }
}

fn at_home(chance: &mut Chance, at: usize, child: &Child) -> Vec<String> {
    let state = match chance.below(100) {
        0 | 1 => "迁出",
        2 => "死亡注销",
        _ => "正常",
    };
    let (town, village) = (child.town, child.village);
    vec![
        (at + 1).to_string(),
        child.name.clone(),
        sex(child).to_owned(),
        "汉族".to_owned(),
        day(chance, child.birth),
        written(chance, &child.number),
        format!("{:09}", chance.below(1_000_000_000)),
        "子女".to_owned(),
        child.guardian.clone(),
        town.to_owned(),
        village.to_owned(),
        format!("青禾县{town}{village}"),
        state.to_owned(),
    ]
}
