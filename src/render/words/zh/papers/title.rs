//! Titles, and headings with their numbers, in Chinese.

use crate::domain::ledger::Head;
use crate::render::words::paper::{Numbered, Title};
use crate::reports::paper::Called;

/// What a ledger is called is not what a report of it is called.
const LEDGERS: [&str; 3] = ["整改台账", "任务台账", "台账"];

/// A title.
pub fn title(title: Title<'_>) -> String {
    match title {
        Title::Rectification { head, name, called } => {
            let owner = head.owner.as_deref().unwrap_or_default();
            format!("{owner}关于{}{}情况的报告", subject(head, name), work(called))
        }
        Title::Public { head, name, called } => {
            format!("关于{}{}进展情况的通报", subject(head, name), work(called))
        }
        Title::Units => "整改任务清单（分单位）".to_owned(),
        Title::Closing => "整改问题销号申请表".to_owned(),
        Title::Extension => "整改延期申请表".to_owned(),
    }
}

/// What the report is about: the ledger's title without the word for a ledger, else who found it.
fn subject(head: &Head, name: &str) -> String {
    let found = || head.source.as_ref().map(|source| format!("{source}反馈意见"));
    let bare = |title: &String| {
        let word = LEDGERS.into_iter().find(|word| title.contains(word));
        word.map_or(title.clone(), |word| title.replacen(word, "", 1))
    };
    let titled = head.title.as_ref().map(bare).filter(|title| !title.is_empty());
    titled.or_else(found).unwrap_or_else(|| name.to_owned())
}

fn work(called: Called) -> &'static str {
    match called {
        Called::Tasks => "落实",
        Called::Problems | Called::Both => "整改",
    }
}

/// A heading with its number.
pub fn numbered(number: Numbered<'_>, text: &str) -> String {
    match number {
        Numbered::Chapter(number) => format!("{}、{text}", numeral(number)),
        Numbered::Section(number) => format!("（{}）{text}", numeral(number)),
        Numbered::Item(number) => {
            let point = match number.chars().last() {
                Some(last) if last.is_ascii_alphanumeric() => ".",
                Some(last) if last.is_alphanumeric() => "、",
                _ => "",
            };
            format!("{number}{point}{text}")
        }
        Numbered::Point(number) => format!("（{number}）{text}"),
    }
}

/// A number in Chinese, from 1 to 99; beyond it in digits.
pub fn numeral(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |place: usize| DIGITS.get(place).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens @ 2..=9, ones) => format!("{}十{}", digit(tens), digit(ones)),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{numbered, numeral, title};
    use crate::domain::ledger::Head;
    use crate::render::words::paper::{Numbered, Title};
    use crate::reports::paper::Called;

    #[test]
    fn numbers_are_written_as_papers_have_them() {
        let all = [1, 10, 11, 20, 21, 99, 100].map(numeral);
        assert_eq!(all, ["一", "十", "十一", "二十", "二十一", "九十九", "100"]);
        for (number, written) in
            [("7", "7.甲"), ("（一）3", "（一）3.甲"), ("三", "三、甲"), ("一、", "一、甲")]
        {
            assert_eq!(numbered(Numbered::Item(number), "甲"), written);
        }
    }

    #[test]
    fn a_report_is_about_what_its_ledger_is_about() {
        for (titled, expected) in [
            ("区委巡察组反馈意见整改台账", "关于区委巡察组反馈意见整改情况的报告"),
            ("创建任务台账（2023年）", "关于创建（2023年）整改情况的报告"),
            ("专项行动", "关于专项行动整改情况的报告"),
            ("台账", "关于甲整改情况的报告"),
        ] {
            let head = Head { title: Some(titled.to_owned()), ..Head::default() };
            let of = Title::Rectification { head: &head, name: "甲", called: Called::Problems };
            assert_eq!(title(of), expected);
        }
    }
}
