//! The words of a page for a browser, in Chinese.

use crate::render::words::page::PageWord;

/// A word or line of a page.
pub fn word(word: PageWord) -> &'static str {
    match word {
        PageWord::Filter => "查找",
        PageWord::FilterHint => "单位、人员、状态等，多个词用空格隔开",
        PageWord::All => "全部",
        PageWord::NothingFound => "没有符合条件的行。",
        PageWord::Rest => "显示其余各行",
        PageWord::More => "详情",
        PageWord::Figures => "数据表",
        PageWord::Title => "问题整改情况",
        PageWord::Course => "整改进度",
        PageWord::Units => "各单位整改情况",
        PageWord::Calendar => "到期日历",
        PageWord::Problems => "问题一览",
        PageWord::LeadActs => "详情中的记录未注明单位的，为该问题牵头单位所记。",
        PageWord::Today => "今日",
        PageWord::OpenInTime => "整改中未逾期",
    }
}
