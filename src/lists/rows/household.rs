//! 公安 户籍适龄人口 (H): the household register's children of school age.
use super::words::{self, has, is};
use super::{Number, Person, PersonRow, Who};
use crate::domain::codes::{ETHNIC, KINSHIP};
use crate::lists::columns::ListKind;
use crate::lists::normalise::date::When;
use crate::lists::normalise::{count, text};
use crate::lists::sheet::Cell;
use crate::lists::taking::{ListRow, RowCells};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HouseholdRow {
    pub name: String,
    pub id_number: Number,
    pub birth: Option<When>,
    pub sex: Option<u8>,
    /// A code of [`ETHNIC`].
    pub ethnic: Option<String>,
    pub household: Option<String>,
    pub relation: Option<String>,
    pub head: Option<String>,
    pub town: Option<String>,
    pub village: Option<String>,
    pub registered_address: Option<String>,
    pub police_station: Option<String>,
    pub state: Residence,
}

/// 人户状态. In the order in which one of two rows of a child is believed: who is here once is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Residence {
    /// On the register; also 空挂, registered here and living elsewhere: they are looked for like all others.
    #[default]
    Here,
    /// Moved away.
    Moved,
    /// Struck off by death.
    Dead,
}

impl Residence {
    pub fn in_base(self) -> bool {
        self == Residence::Here
    }

    /// The words of a register: 迁出, 已迁出, 户口迁出; 死亡, 注销, 死亡注销.
    pub fn of(words: &str) -> Option<Residence> {
        if is(words, words::NO) || has(words, &["未注销", "未迁", "未死亡", "无注销", "迁入", "非注销"])
        {
            return Some(Residence::Here);
        }
        if has(words, &["死", "亡", "去世", "殁", "病故"]) {
            return Some(Residence::Dead);
        }
        if has(words, &["迁出", "迁走", "迁往", "迁移", "转出", "出国", "出境", "定居", "移居", "迁"])
        {
            return Some(Residence::Moved);
        }
        if has(words, &["注销", "销户", "除名"]) {
            return Some(Residence::Dead);
        }
        let here = [
            "正常", "在户", "常住", "有效", "在册", "空挂", "分离", "一致", "户在", "人在", "现住", "暂住",
            "在籍", "存续", "健在",
        ];
        (has(words, &here) || is(words, words::YES)).then_some(Residence::Here)
    }
}

impl ListRow for HouseholdRow {
    const KIND: ListKind = ListKind::Household;

    fn read(cells: &mut RowCells) -> Option<HouseholdRow> {
        let Who { name, number, birth, sex } = Who::read(cells, None, None)?;
        let state = |cell: Cell| words::sort(cell, "state", Residence::Here, Residence::of);
        Some(HouseholdRow {
            name,
            id_number: number,
            birth,
            sex,
            ethnic: cells.may("ethnic", |cell| count::code(cell, &ETHNIC)),
            household: cells.may("household", text::words),
            relation: cells.may("relation", |cell| count::code_or_words(cell, &KINSHIP)),
            head: cells.may("head", text::name_as_written),
            town: cells.may("town", text::words),
            village: cells.may("village", text::words),
            registered_address: cells.may("registered_address", text::words),
            police_station: cells.may("police_station", text::words),
            state: cells.may("state", state).unwrap_or_default(),
        })
    }

    crate::row_of_child!();

    fn absorb(&mut self, left_out: &Self) {
        self.state = self.state.min(left_out.state);
    }

    crate::list_row_fields!(
        name,
        id_number,
        birth,
        sex,
        ethnic,
        household,
        relation,
        head,
        town,
        village,
        registered_address,
        police_station,
        state,
    );
}

impl PersonRow for HouseholdRow {
    fn person(&self) -> Person<'_> {
        Person {
            birth: self.birth,
            sex: self.sex,
            guardian: self.head.as_deref(),
            home: self.registered_address.as_deref().or(self.village.as_deref()),
            ..Person::of(&self.name, &self.id_number)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_register() {
        let cases: &[(&[&str], Option<Residence>)] = &[
            (
                &[
                    "正常",
                    "在户",
                    "空挂",
                    "空挂户",
                    "人户分离",
                    "常住",
                    "未注销",
                    "未迁出",
                    "否",
                    "迁入",
                    "户在人在",
                ],
                Some(Residence::Here),
            ),
            (
                &["迁出", "已迁出", "户口迁出", "户籍迁出", "迁往外地", "迁出注销", "出国定居"],
                Some(Residence::Moved),
            ),
            (&["死亡", "注销", "死亡注销", "已注销", "已死亡", "户口注销", "去世"], Some(Residence::Dead)),
            (&["待定", "其他"], None),
        ];
        for (words, state) in cases {
            for word in *words {
                assert_eq!(Residence::of(word), *state, "{word}");
            }
        }
    }
}
