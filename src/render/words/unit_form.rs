//! The words of the sheet that a unit fills in and sends back.

use super::address;
use crate::complaint::FormFault;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::unit_form::FillIn;

/// The heading of a column that the unit fills in.
pub fn fill_in(lang: Lang, column: FillIn) -> &'static str {
    match (lang, column) {
        (Lang::Zh, FillIn::Progress) => "本次进展情况",
        (Lang::Zh, FillIn::Finished) => "是否完成",
        (Lang::Zh, FillIn::On) => "完成日期",
        (Lang::Zh, FillIn::By) => "填报人",
        (Lang::En, FillIn::Progress) => "Progress",
        (Lang::En, FillIn::Finished) => "Finished",
        (Lang::En, FillIn::On) => "Finished on",
        (Lang::En, FillIn::By) => "Filled in by",
    }
}

/// What stands above the sheet.
pub fn title(lang: Lang, unit: &str, today: Day) -> String {
    match lang {
        Lang::Zh => format!("{unit}整改进展填报表（{today}）"),
        Lang::En => format!("Progress of {unit} ({today})"),
    }
}

/// How the sheet is filled in.
pub fn hint(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => {
            "只填黄色各栏：本次进展情况；已完成的在“是否完成”栏选“是”，并填完成日期（如2022-10-20）；填报人。其余各栏不得改动，不得增删行。"
        }
        Lang::En => {
            "Fill in the yellow columns only: what was done; `yes` and the day (as 2022-10-20) where it is finished; and who says so. Leave all other cells and the rows as they are."
        }
    }
}

/// The words for yes and no that the sheet offers.
pub fn answers(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::Zh => ["是", "否"],
        Lang::En => ["yes", "no"],
    }
}

/// What is said where a day is no day.
pub fn no_day(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "请填日期，如2022-10-20",
        Lang::En => "Enter a day, as 2022-10-20",
    }
}

/// The name of the sheet that is filled in.
pub fn sheet_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "进展填报",
        Lang::En => "Progress",
    }
}

/// Words that are of one measure, where the entry is the problem's.
pub fn of_measure(lang: Lang, no: u32, text: &str) -> String {
    match lang {
        Lang::Zh => format!("措施{no}：{text}"),
        Lang::En => format!("Measure {no}: {text}"),
    }
}

/// The words of somebody whom the roster does not know.
pub fn filled_in_by(lang: Lang, name: &str, text: &str) -> String {
    match (lang, text.is_empty()) {
        (Lang::Zh, true) => format!("填报人：{name}"),
        (Lang::Zh, false) => format!("{text}（填报人：{name}）"),
        (Lang::En, true) => format!("Filled in by {name}"),
        (Lang::En, false) => format!("{text} (filled in by {name})"),
    }
}

/// What is wrong with a sheet that came back.
pub fn fault(lang: Lang, fault: &FormFault) -> String {
    match (lang, fault) {
        (Lang::Zh, FormFault::NoForm) => "不是 `ledger export --for` 导出的填报表".to_owned(),
        (Lang::En, FormFault::NoForm) => "no sheet that `ledger export --for` wrote".to_owned(),
        (Lang::Zh, FormFault::OtherBook(id)) => {
            format!("{id}与本台账不符：填报表不是由本台账导出的，或其所依据的内容已不在")
        }
        (Lang::En, FormFault::OtherBook(id)) => format!(
            "{id} is not what the sheet was made from: it comes from another book, or what it knew is gone"
        ),
        (Lang::Zh, FormFault::ToReturn) => "这是单位填报表".to_owned(),
        (Lang::En, FormFault::ToReturn) => "this is a sheet that a unit fills in".to_owned(),
        (Lang::Zh, FormFault::NotGivenOut(id)) => format!("导出时没有“{id}”这一行"),
        (Lang::En, FormFault::NotGivenOut(id)) => format!("the row `{id}` was not given out"),
        (Lang::Zh, FormFault::RowTwice { id, first: Some(first) }) => {
            format!("“{id}”有两行，前一行在 {}", address(lang, first))
        }
        (Lang::Zh, FormFault::RowTwice { id, first: None }) => format!("“{id}”有两行"),
        (Lang::En, FormFault::RowTwice { id, first: Some(first) }) => {
            format!("the row `{id}` stands there twice, first at {}", address(lang, first))
        }
        (Lang::En, FormFault::RowTwice { id, first: None }) => {
            format!("the row `{id}` stands there twice")
        }
        (Lang::Zh, FormFault::Locked { heading, was, now }) => {
            format!("“{heading}”不得改动，原为“{was}”，现为“{now}”")
        }
        (Lang::En, FormFault::Locked { heading, was, now }) => {
            format!("`{heading}` is not the unit's to change: it was `{was}` and is `{now}`")
        }
        (Lang::Zh, FormFault::NeitherYesNorNo(word)) => format!("“{word}”既非“是”也非“否”"),
        (Lang::En, FormFault::NeitherYesNorNo(word)) => format!("`{word}` is neither yes nor no"),
        (Lang::Zh, FormFault::NoDay(word)) => format!("“{word}”不是完整的日期"),
        (Lang::En, FormFault::NoDay(word)) => format!("`{word}` is no whole day"),
        (Lang::Zh, FormFault::DayWithoutFinish) => "填了完成日期，未填已完成".to_owned(),
        (Lang::En, FormFault::DayWithoutFinish) => {
            "there is a day of finishing, and no word that it is finished".to_owned()
        }
    }
}

/// What to do about it.
pub fn fault_help(lang: Lang, fault: &FormFault) -> Option<String> {
    let help = match (lang, fault) {
        (Lang::Zh, FormFault::NoForm) => "请该单位在原表上填写，隐藏页和表头须保留",
        (Lang::En, FormFault::NoForm) => {
            "the unit has to fill in the sheet itself, with its hidden page and its header"
        }
        (Lang::Zh, FormFault::OtherBook(_)) => "在导出它的台账目录中导入；用 `ledger log` 查看变化",
        (Lang::En, FormFault::OtherBook(_)) => {
            "take it back in the book that gave it out; `ledger log` tells what has changed"
        }
        (Lang::Zh, FormFault::ToReturn) => "用 `ledger import --return` 导入",
        (Lang::En, FormFault::ToReturn) => "take it back with `ledger import --return`",
        (Lang::Zh, FormFault::NotGivenOut(_)) => "新问题用 `ledger add` 登记",
        (Lang::En, FormFault::NotGivenOut(_)) => "new problems are entered with `ledger add`",
        (Lang::Zh, FormFault::RowTwice { .. }) => "两行内容合为一行，删去另一行",
        (Lang::En, FormFault::RowTwice { .. }) => {
            "put what both say into one of them, and delete the other"
        }
        (Lang::Zh, FormFault::Locked { .. }) => {
            "改回原值；确需更正的，用 `ledger amend`、`ledger extend` 或 `ledger assign` 登记"
        }
        (Lang::En, FormFault::Locked { .. }) => {
            "put back what was there; what is to be changed is recorded with `ledger amend`, `extend` or `assign`"
        }
        (Lang::Zh, FormFault::NeitherYesNorNo(_)) => "填“是”或“否”，或留空",
        (Lang::En, FormFault::NeitherYesNorNo(_)) => "write yes or no, or nothing",
        (Lang::Zh, FormFault::NoDay(_)) => "写作2022-10-20",
        (Lang::En, FormFault::NoDay(_)) => "write it as 2022-10-20",
        (Lang::Zh, FormFault::DayWithoutFinish) => "在“是否完成”栏填“是”，或删去日期",
        (Lang::En, FormFault::DayWithoutFinish) => "write yes, or take the day away",
    };
    Some(help.to_owned())
}

/// A heading of what came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ReturnLabel {
    Line,
    Act,
    What,
    Place,
    Meanwhile,
    NothingFilledIn,
}

/// A heading of what came back.
pub fn label(lang: Lang, label: ReturnLabel) -> &'static str {
    match (lang, label) {
        (Lang::Zh, ReturnLabel::Line) => "编号",
        (Lang::Zh, ReturnLabel::Act) => "事项",
        (Lang::Zh, ReturnLabel::What) => "内容",
        (Lang::Zh, ReturnLabel::Place) => "出处",
        (Lang::Zh, ReturnLabel::Meanwhile) => "导出之后台账中的变化",
        (Lang::Zh, ReturnLabel::NothingFilledIn) => "没有新填的内容。",
        (Lang::En, ReturnLabel::Line) => "Id",
        (Lang::En, ReturnLabel::Act) => "Act",
        (Lang::En, ReturnLabel::What) => "What",
        (Lang::En, ReturnLabel::Place) => "Place",
        (Lang::En, ReturnLabel::Meanwhile) => "What the book has seen since the sheet was made",
        (Lang::En, ReturnLabel::NothingFilledIn) => "Nothing new was filled in.",
    }
}

/// What stands above what came back.
pub fn heading(lang: Lang, unit: &str) -> String {
    match lang {
        Lang::Zh => format!("{unit}填报的内容"),
        Lang::En => format!("Filled in by {unit}"),
    }
}

/// A value that is another one since the sheet was made.
pub fn altered(lang: Lang, heading: &str, was: &str, now: &str) -> String {
    let value = |text: &str| match (text.is_empty(), lang) {
        (true, Lang::Zh) => "无".to_owned(),
        (true, Lang::En) => "nothing".to_owned(),
        (false, _) => text.to_owned(),
    };
    match lang {
        Lang::Zh => format!("{heading}：{} → {}", value(was), value(now)),
        Lang::En => format!("{heading}: {} → {}", value(was), value(now)),
    }
}

/// What is to be said below what came back: what was taken in before, and what did not come back.
pub fn return_notes(lang: Lang, known: usize, missing: &[String]) -> Vec<String> {
    let mut notes = Vec::new();
    if known > 0 {
        notes.push(match lang {
            Lang::Zh => format!("另有{known}行此前已导入，不再重复。"),
            Lang::En if known == 1 => "1 line was taken in before and is not again.".to_owned(),
            Lang::En => format!("{known} lines were taken in before and are not again."),
        });
    }
    if !missing.is_empty() {
        let ids = super::list(lang, missing);
        notes.push(match lang {
            Lang::Zh => format!("交回的表中缺{ids}，其内容未变。"),
            Lang::En => format!("Did not come back, and stay as they are: {ids}."),
        });
    }
    notes
}
