//! The words of a table's file in English and Chinese: the names of its columns, and those values that are words.
//!
//! Words of the file format, not words for people; those are in `render`.

use std::borrow::Cow;

use crate::domain::book::Lang;

/// An English word of the format and its Chinese twin.
pub type Pair = (&'static str, &'static str);

/// All columns but the office's own, in the order in which a new table has them.
pub const COLUMNS: [Pair; 67] = [
    ("record", "记录"),
    ("no", "编号"),
    ("measure", "措施号"),
    ("seq", "序"),
    ("key", "记录码"),
    ("on", "日期"),
    ("entered", "补记日期"),
    ("act", "动作"),
    ("by", "经办"),
    ("kind", "类型"),
    ("title", "问题"),
    ("text", "内容"),
    ("detail", "详情"),
    ("ref", "原序号"),
    ("former", "曾用编号"),
    ("category", "类别"),
    ("source", "来源"),
    ("cause", "原因"),
    ("found", "发现日期"),
    ("lead", "牵头单位"),
    ("joint", "共同责任单位"),
    ("with", "配合单位"),
    ("owners", "责任原文"),
    ("leader", "责任领导"),
    ("person", "责任人"),
    ("limit", "整改时限"),
    ("due", "截止日期"),
    ("sustained", "长期坚持"),
    ("goal", "目标"),
    ("amount", "金额"),
    ("recoverable", "应追缴"),
    ("recurs", "曾现"),
    ("tag", "标签"),
    ("every", "周期"),
    ("from", "起始"),
    ("until", "截至"),
    ("masked", "隐名"),
    ("since", "增补日期"),
    ("dropped", "停用日期"),
    ("why", "停用原因"),
    ("name", "指标"),
    ("unit", "单位"),
    ("baseline", "基数"),
    ("target", "目标值"),
    ("better", "趋好"),
    ("actual", "实际值"),
    ("for", "所属期"),
    ("evidence", "佐证材料"),
    ("verifier", "核查人"),
    ("reason", "理由"),
    ("basis", "依据"),
    ("applicant", "申请人"),
    ("approver", "批准人"),
    ("asked", "申请日期"),
    ("outcome", "结果"),
    ("next", "下次回访"),
    ("to", "送达"),
    ("level", "层级"),
    ("number", "文号"),
    ("form", "形态"),
    ("persons", "人数"),
    ("times", "人次"),
    ("field", "字段"),
    ("old", "原值"),
    ("new", "新值"),
    ("of", "更正对象"),
    ("request", "请求号"),
];

/// Columns whose values are words, with these words.
pub const WORDS: [(&str, &[Pair]); 7] = [
    (
        "record",
        &[("problem", "问题"), ("measure", "措施"), ("indicator", "指标"), ("entry", "记事")],
    ),
    ("kind", &[("problem", "问题"), ("task", "任务"), ("duty", "定期事项")]),
    ("act", &ACTS),
    ("outcome", &[("kept", "保持"), ("relapsed", "反弹")]),
    ("better", &[("higher", "越高越好"), ("lower", "越低越好")]),
    ("sustained", &FLAGS),
    ("masked", &FLAGS),
];

const FLAGS: [Pair; 2] = [("true", "是"), ("false", "否")];

const ACTS: [Pair; 18] = [
    ("progress", "进展"),
    ("done", "报结"),
    ("return", "退回"),
    ("close", "销号"),
    ("reopen", "重启"),
    ("extend", "延期"),
    ("assign", "改派"),
    ("review", "回访"),
    ("suspend", "中止"),
    ("resume", "恢复"),
    ("transfer", "移送"),
    ("withdraw", "撤销"),
    ("notice", "督办"),
    ("recover", "追缴"),
    ("account", "问责"),
    ("indicator", "指标"),
    ("amend", "勘误"),
    ("void", "更正"),
];

/// Returns the English name of a column that is named in either language.
pub fn known(name: &str) -> Option<&'static str> {
    COLUMNS.iter().find(|(en, zh)| name == *en || name == *zh).map(|(en, _)| *en)
}

/// Returns the name of a column in a language; the office's own are the same in both.
pub fn name_in(lang: Lang, key: &str) -> &str {
    COLUMNS.iter().find(|(en, _)| *en == key).map_or(key, |pair| pick(lang, *pair))
}

/// Returns a cell in English where it is a word of its column, in either language.
pub fn to_english(key: &str, cell: &str) -> Option<Cow<'static, str>> {
    if key == "field" {
        return translate_field(cell, known).map(Cow::Owned);
    }
    let (en, _) = words(key).iter().find(|(_, zh)| cell == *zh)?;
    Some((*en).into())
}

/// Returns a cell in a language where it is an English word of its column.
pub fn from_english(lang: Lang, key: &str, cell: &str) -> Option<Cow<'static, str>> {
    if key == "field" {
        return translate_field(cell, |name| known(name).map(|en| name_in(lang, en)))
            .map(Cow::Owned);
    }
    let pair = words(key).iter().find(|(en, _)| cell == *en)?;
    Some(pick(lang, *pair).into())
}

/// Returns the words that a column takes, in a language; nothing where it takes any text.
pub fn words_in(lang: Lang, key: &str) -> Option<Vec<&'static str>> {
    let words = words(key);
    (!words.is_empty()).then(|| words.iter().map(|pair| pick(lang, *pair)).collect())
}

fn words(key: &str) -> &'static [Pair] {
    WORDS.iter().find(|(column, _)| *column == key).map_or(&[], |(_, words)| words)
}

/// An amended field is named by its column, and one of a measure as `2.due`.
fn translate_field<'a>(cell: &str, translate: impl Fn(&str) -> Option<&'a str>) -> Option<String> {
    match cell.split_once('.') {
        Some((measure, name)) => translate(name).map(|name| format!("{measure}.{name}")),
        None => translate(cell).map(str::to_owned),
    }
}

fn pick(lang: Lang, (en, zh): Pair) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{COLUMNS, Lang, WORDS, from_english, known, name_in, to_english};
    use crate::complaint::Table;
    use crate::domain::amendment::Field;
    use crate::formats::record::{keys, words};

    #[test]
    fn every_key_has_a_column_and_every_column_is_a_key() {
        let tables = [Table::Problem, Table::Measure, Table::Indicator, Table::Entry];
        let mut keys: BTreeSet<_> = tables.into_iter().flat_map(keys::of).copied().collect();
        keys.extend(["record", "no", "measure", "seq"]);
        assert_eq!(COLUMNS.iter().map(|(en, _)| *en).collect::<BTreeSet<_>>(), keys);
        let names: BTreeSet<_> = COLUMNS.iter().flat_map(|(en, zh)| [en, zh]).collect();
        assert_eq!(names.len(), 2 * COLUMNS.len(), "a name means one column");
        assert!(Field::ALL.iter().all(|(name, _)| known(name) == Some(name)));
    }

    #[test]
    fn every_word_of_the_records_has_its_twin() {
        let of = |key| -> Vec<&str> {
            let (_, pairs) = WORDS.iter().find(|(column, _)| *column == key).unwrap();
            pairs.iter().map(|(en, _)| *en).collect()
        };
        assert_eq!(of("kind"), words::KIND.iter().map(|(word, _)| *word).collect::<Vec<_>>());
        assert_eq!(of("act"), words::ACT.iter().map(|(word, _)| *word).collect::<Vec<_>>());
        assert_eq!(of("outcome"), words::OUTCOME.iter().map(|(word, _)| *word).collect::<Vec<_>>());
        assert_eq!(of("better"), words::BETTER.iter().map(|(word, _)| *word).collect::<Vec<_>>());
        for (key, pairs) in WORDS {
            for (en, zh) in pairs {
                assert_eq!(to_english(key, zh).as_deref(), Some(*en));
                assert_eq!(from_english(Lang::Zh, key, en).as_deref(), Some(*zh));
            }
        }
    }

    #[test]
    fn amended_fields_are_named_by_their_columns() {
        assert_eq!(to_english("field", "2.截止日期").as_deref(), Some("2.due"));
        assert_eq!(from_english(Lang::Zh, "field", "title").as_deref(), Some("问题"));
        assert_eq!(to_english("field", "没有"), None);
        assert_eq!(name_in(Lang::Zh, "x_a"), "x_a");
    }

    #[test]
    fn the_page_has_all_words() {
        let page = include_str!("../../../docs/format.md");
        let cells: Vec<&str> = page.split('|').map(str::trim).collect();
        for (en, zh) in COLUMNS {
            let en = format!("`{en}`");
            assert!(cells.windows(2).any(|pair| pair == [en.as_str(), zh]), "{en} {zh}");
        }
        for (key, pairs) in WORDS {
            let words: Vec<_> = pairs.iter().map(|(en, zh)| format!("`{en}` {zh}")).collect();
            let row = format!("\n| `{key}` | {} |\n", words.join(", "));
            assert!(page.contains(&row), "{row}");
        }
    }
}
