//! The words of the sheet that a unit fills in and sends back.

use crate::complaint::FormFault;
use crate::domain::book::Lang;
use crate::domain::day::Day;

/// A column that the unit fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FillIn {
    /// What was done.
    Progress,
    /// Whether it is finished: a word for yes, or nothing.
    Finished,
    /// When it was finished.
    On,
    /// Who says so.
    By,
}

impl FillIn {
    /// The columns, in their order.
    pub const ALL: [Self; 4] = [Self::Progress, Self::Finished, Self::On, Self::By];
}

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

/// What is wrong with a sheet that came back.
pub fn fault(lang: Lang, fault: &FormFault) -> String {
    match (lang, fault) {
        (Lang::Zh, FormFault::NoForm) => "不是 `ledger export --for` 导出的填报表".to_owned(),
        (Lang::En, FormFault::NoForm) => "no sheet that `ledger export --for` wrote".to_owned(),
        (Lang::Zh, FormFault::NotGivenOut(id)) => format!("导出时没有“{id}”这一行"),
        (Lang::En, FormFault::NotGivenOut(id)) => format!("the row `{id}` was not given out"),
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
        (Lang::Zh, FormFault::NotGivenOut(_)) => "新问题用 `ledger add` 登记",
        (Lang::En, FormFault::NotGivenOut(_)) => "new problems are entered with `ledger add`",
        (Lang::Zh, FormFault::Locked { .. }) => {
            "改回原值；确需更正的，用 `ledger amend`、`ledger extend` 或 `ledger assign` 登记"
        }
        (Lang::En, FormFault::Locked { .. }) => {
            "put back what was there; what is to be changed is recorded with `ledger amend`, `extend` or `assign`"
        }
        (Lang::Zh, FormFault::NeitherYesNorNo(_)) => "填“是”或“否”，或留空",
        (Lang::En, FormFault::NeitherYesNorNo(_)) => "write yes or no, or nothing",
        (Lang::Zh, FormFault::NoDay(_)) => "写作 2022-10-20",
        (Lang::En, FormFault::NoDay(_)) => "write it as 2022-10-20",
        (Lang::Zh, FormFault::DayWithoutFinish) => "在“是否完成”栏填“是”，或删去日期",
        (Lang::En, FormFault::DayWithoutFinish) => "write yes, or take the day away",
    };
    Some(help.to_owned())
}
