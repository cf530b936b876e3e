//! Lines that a page break or a narrow page has cut are joined again.

use super::letters::ends_sentence;
use super::numbering::Number;
use super::text::{Letter, Line};
use super::{labels, marks, times};

/// A shorter line that ends without a sign is a heading or a signature, and no line that was cut.
const SHORTEST_CUT: usize = 16;
/// The longest line of a letterhead.
const HEADING: usize = 40;
/// A numbered line that is longer may have been cut.
const SHORT_HEADING: usize = 26;

/// Puts lines together that are one paragraph.
pub(super) fn joined(lines: Vec<Line>) -> Vec<Vec<Letter>> {
    let width = width(&lines);
    let opening = opening(&lines);
    let mut paragraphs: Vec<Vec<Letter>> = Vec::new();
    let mut before: Option<Line> = None;
    let mut lines = lines.into_iter().enumerate().peekable();
    while let Some((place, line)) = lines.next() {
        // Whoever signs stands above the day.
        let dated = lines.peek().is_some_and(|(_, next)| is_date(&next.even));
        let signs = dated && line.length() <= HEADING && !is_closed(&line.even);
        let goes_on = place >= opening
            && !signs
            && before.as_ref().is_some_and(|it| goes_on(it, &line, width));
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => paragraph.extend(line.letters.iter().copied()),
            _ => paragraphs.push(line.letters.clone()),
        }
        before = Some(line);
    }
    paragraphs
}

/// How many letters a line has where the page is narrow and its lines were kept.
fn width(lines: &[Line]) -> Option<usize> {
    /// Fewer lines tell nothing.
    const LINES: usize = 8;
    /// A page has no more letters in a line.
    const WIDEST: usize = 60;
    // What stands above a number or a label may be as short as its author left it.
    let cut = |pair: &[Line]| match pair {
        [line, next] if !is_closed(&line.even) && !begins_anew(&next.even) => Some(line.length()),
        _ => None,
    };
    let mut lengths: Vec<usize> = lines.windows(2).filter_map(cut).collect();
    lengths.sort_unstable();
    let width = lengths.get(lengths.len() * 9 / 10).copied().filter(|width| *width <= WIDEST)?;
    let full = lengths.iter().filter(|length| **length + 4 > width).count();
    (lengths.len() >= LINES && full * 2 > lengths.len()).then_some(width)
}

/// How many lines stand in the letterhead: up to the addressee, or the first sentence or number.
fn opening(lines: &[Line]) -> usize {
    /// No letterhead has more.
    const MOST: usize = 12;
    let is_body = |line: &Line| {
        line.even.contains('。')
            || line.length() > HEADING * 2
            || Number::at_start(&line.even).is_some()
    };
    let head = lines.iter().take(MOST);
    let addressed = head.clone().position(|line| line.even.ends_with(':')).map(|at| at + 1);
    let body = head.clone().position(is_body);
    match (addressed, body) {
        (Some(addressed), Some(body)) => addressed.min(body + 1),
        (Some(only), None) => only,
        (None, Some(body)) => body + 1,
        (None, None) => head.count(),
    }
}

/// Tells whether a line goes on in the next one.
fn goes_on(line: &Line, next: &Line, width: Option<usize>) -> bool {
    if is_closed(&line.even) || begins_anew(&next.even) || is_title(line) || is_title(next) {
        return false;
    }
    if width.is_some_and(|width| line.length() + 4 > width) {
        return true;
    }
    let numbered = Number::at_start(&line.even).is_some();
    let ends = ["方面", "情况", "问题", "工作", "行动", "机制", "措施", "阶段", "任务", "整改"];
    let short = line.length() <= SHORT_HEADING
        || line.length() <= HEADING * 2 && ends.iter().any(|end| line.even.ends_with(end));
    let is_heading = numbered && short && !line.even.contains(['。', ';']);
    // What follows a heading is a text of its own; what completes a line is short or goes on in small.
    !is_heading && line.length() >= SHORTEST_CUT
}

/// Tells whether a text is complete by its end.
fn is_closed(even: &str) -> bool {
    let bare = even.trim_end_matches(['"', '》', ')', '\'']);
    let last = bare.chars().next_back();
    last.is_none_or(|c| ends_sentence(c) || c == ':') || even.ends_with(']') || is_date(even)
}

/// Words with which closings begin.
const CLOSING: [&str; 22] = [
    "附件",
    "附:",
    "附表",
    "特此",
    "专此",
    "抄送",
    "抄报",
    "主送",
    "联系人",
    "联系电话",
    "联系方式",
    "联系地址",
    "邮政编码",
    "邮政地址",
    "通信地址",
    "通讯地址",
    "电子邮箱",
    "电子信箱",
    "信息公开形式",
    "公开方式",
    "监督电话",
    "举报电话",
];

/// Tells whether a line begins a closing.
pub(super) fn is_closing(even: &str) -> bool {
    CLOSING.iter().any(|word| even.starts_with(word))
}

fn begins_anew(even: &str) -> bool {
    Number::at_start(even).is_some()
        || labels::at_start(even).is_some()
        || marks::ordinal(even).is_some()
        || is_closing(even)
        || is_date(even)
        || even.starts_with('|')
}

/// A line that is a day, or 某日印发.
pub(super) fn is_date(even: &str) -> bool {
    let bare = even.trim_end_matches("印发").trim_matches(['(', ')']);
    times::whole_day(bare).is_some()
        || bare.ends_with('日')
            && bare.contains('年')
            && bare.contains('月')
            && bare.chars().count() <= 12
}

/// Words with which titles of papers end.
const PAPERS: [&str; 41] = [
    "的公开",
    "推进表",
    "一览表",
    "任务表",
    "明细表",
    "汇总表",
    "进度表",
    "分解表",
    "方案",
    "通知",
    "报告",
    "通报",
    "意见",
    "计划",
    "办法",
    "细则",
    "名单",
    "职责",
    "清单",
    "台账",
    "总结",
    "要点",
    "发言",
    "公告",
    "情况",
    "规定",
    "文件",
    "公示",
    "分工",
    "安排",
    "建议书",
    "督办单",
    "交办单",
    "汇报",
    "纪要",
    "决定",
    "简报",
    "专报",
    "说明",
    "台帐",
    "任务书",
];

/// Tells whether a text ends as titles of papers do.
pub(super) fn ends_as_title(even: &str) -> bool {
    let bare = even.trim_end_matches(['"', '》']);
    let bare =
        if bare.ends_with(')') { bare.rfind('(').map_or(bare, |open| &bare[..open]) } else { bare };
    PAPERS.iter().any(|word| bare.ends_with(word))
}

/// Tells whether a text ends with 的 and the word for a paper: 关于…的通知.
pub(super) fn is_of_paper(even: &str) -> bool {
    PAPERS.iter().any(|word| even.strip_suffix(word).is_some_and(|bare| bare.ends_with('的')))
}

fn is_title(line: &Line) -> bool {
    let sign = |c: char| ends_sentence(c) || matches!(c, ',' | ':');
    line.length() <= HEADING + SHORTEST_CUT
        && ends_as_title(&line.even)
        && !line.even.contains(sign)
        && Number::at_start(&line.even).is_none()
}

#[cfg(test)]
mod tests {
    use crate::intake::document::text::Text;

    fn even(source: &str) -> String {
        Text::read(source).even().to_owned()
    }

    #[test]
    fn a_sentence_that_a_page_cuts_is_joined() {
        let body = "某某局：\n现将有关情况报告如下。\n";
        for (source, joined) in [
            (
                "1、甲单位对乙事项的监督检查工作不够深入细致，涉及金额较\n\n高达42.5万元。",
                "1、甲单位对乙事项的监督检查工作不够深入细致,涉及金额较高达42.5万元。",
            ),
            (
                "1、甲单位去年以来下发的整改通知书多为“信息系统不完善”\n等浅表问题。",
                "1、甲单位去年以来下发的整改通知书多为\"信息系统不完善\"等浅表问题。",
            ),
            (
                "整改措施：一是从今年起按照上级要求把制度立起来并从\n2021年开始执行。",
                "整改措施:一是从今年起按照上级要求把制度立起来并从2021年开始执行。",
            ),
        ] {
            let even = even(&format!("{body}{source}"));
            assert_eq!(even.lines().last().unwrap(), joined);
            assert_eq!(even.lines().count(), 3);
        }
    }

    #[test]
    fn headings_labels_and_signatures_stand_alone() {
        let source = "某局：\n报告如下。\n一、基本情况\n今年以来做了很多工作。\n（一）组织领导\n成立专班。\n\
                      整改时限：立行立改、长期坚持\n我们取得了一定的成效。\n某某局\n2022年10月30日";
        assert_eq!(even(source).lines().count(), 10);
    }

    #[test]
    fn a_narrow_page_is_joined_line_by_line() {
        let line = "今年以来我局认真贯彻落实上级部署扎";
        let source =
            format!("某局：\n报告如下。\n{}实推进。\n一、问题", format!("{line}\n").repeat(9));
        assert_eq!(even(&source).lines().count(), 4);
    }
}
