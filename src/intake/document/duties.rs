//! What a plan has done again and again, or once by a day, outside its tasks: meetings, reports, reviews.

use std::ops::Range;

use super::checks;
use super::fields::Item;
use super::genre;
use super::letters::ends_sentence;
use super::outline::Outline;
use super::text::Text;
use super::times;
use super::units;
use crate::complaint::Grade;
use crate::domain::problem::Kind;

/// Words that say nothing of what is done.
const FILLING: [&str; 16] = [
    "原则上",
    "至少",
    "召开一次",
    "召开1次",
    "召开",
    "一次",
    "1次",
    "组织",
    "进行",
    "开展",
    "定期",
    "要",
    "应当",
    "应",
    "须",
    "一般",
];

/// Finds the duties in a part of a plan that gives no tasks.
pub(super) fn find(text: &Text, outline: &Outline, node: usize) -> Vec<Item> {
    let it = &outline.nodes[node];
    let mut found: Vec<Item> = Vec::new();
    for sentence in sentences(text, &it.own) {
        let words = text.words(&sentence);
        // 每年有目标 praises an order and asks for nothing.
        let rhythms = times::rhythms(words).into_iter();
        let rhythms: Vec<_> = rhythms.filter(|it| !words[it.end..].starts_with('有')).collect();
        // Each period is a duty of its own, but a clause with two is one: 每季度每月.
        let mut until = 0;
        for rhythm in &rhythms {
            let rhythm = sentence.start + rhythm.start..sentence.start + rhythm.end;
            if rhythm.start < until {
                continue;
            }
            until = clause_end(text, &sentence, rhythm.start);
            found.extend(recurring(text, &sentence, &rhythm, &it.heading));
        }
        let free = |clause: &Range<usize>| times::rhythms(text.words(clause)).is_empty();
        if rhythms.is_empty() {
            found.extend(due_once(text, &sentence, &sentence));
        } else {
            let clauses = checks::clauses(text, &sentence).into_iter().filter(free);
            found.extend(clauses.filter_map(|clause| due_once(text, &clause, &sentence)));
        }
    }
    for item in &mut found {
        item.title_grade = Grade::Place;
        item.title = text.trimmed(&item.title, &['。', ';', ',']);
    }
    found
}

fn sentences(text: &Text, own: &Range<usize>) -> Vec<Range<usize>> {
    let words = text.words(own);
    let mut start = 0;
    let mut found = Vec::new();
    for (at, c) in words.char_indices().filter(|(_, c)| ends_sentence(*c) && *c != ';') {
        found.push(own.start + start..own.start + at);
        start = at + c.len_utf8();
    }
    found.push(own.start + start..own.end);
    found.retain(|range| !range.is_empty());
    found
}

/// A report that is due once, in a clause of a sentence; who has to send it, the sentence may say before.
fn due_once(text: &Text, clause: &Range<usize>, sentence: &Range<usize>) -> Option<Item> {
    let words = text.words(clause);
    let limit = once(words)?;
    let comma = words[..limit.start].rfind([',', ':']).map_or(0, |comma| comma + 1);
    let said = clause.start + comma..clause.end;
    let limit = clause.start + limit.start..clause.start + limit.end;
    let mut item = Item::new(clause.clone(), said.clone(), Kind::Task);
    item.limit = Some((limit.clone(), Grade::Place));
    subject(text, &(said.start..limit.start), &mut item);
    if item.owners.words.is_empty() {
        subject(text, &(sentence.start..limit.start), &mut item);
    }
    Some(item)
}

/// Where the clause ends in which a place of a sentence lies.
fn clause_end(text: &Text, sentence: &Range<usize>, at: usize) -> usize {
    let words = text.words(&(at..sentence.end));
    words.find([',', ';']).map_or(sentence.end, |comma| at + comma)
}

/// 每月5日前汇总上月进展: the clause says what, or else the heading does.
fn recurring(
    text: &Text,
    sentence: &Range<usize>,
    rhythm: &Range<usize>,
    heading: &Range<usize>,
) -> Option<Item> {
    let words = text.words(sentence);
    let at = rhythm.start - sentence.start;
    let start = words[..at].rfind([',', ':', ';']).map_or(0, |comma| comma + 1);
    let clause = sentence.start + start..clause_end(text, sentence, rhythm.start);
    let mut rest = text.words(&(rhythm.end..clause.end));
    while let Some(bare) = FILLING.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = bare;
    }
    let before = text.words(&(clause.start..rhythm.start));
    let filled = FILLING.iter().fold(before.to_owned(), |words, word| words.replace(word, ""));
    let mut item = Item::new(sentence.clone(), clause.clone(), Kind::Duty);
    item.every = Some(rhythm.clone());
    if rest.chars().count() > 3 {
        let what = clause.end - rest.len()..clause.end;
        if filled.is_empty() {
            item.title = what;
        }
    } else if filled.is_empty() {
        // 实行联席会议制度，每半年召开一次会议: what recurs stands in the clause before.
        let named = ["制度", "会议", "例会", "机制"];
        let before = words[..start].trim_end_matches([',', ':']);
        let from = before.rfind([',', ':']).map_or(0, |comma| comma + 1);
        if named.iter().any(|word| before[from..].contains(word)) {
            item.title = sentence.start + from..sentence.start + before.len();
        } else if rest.is_empty() && !genre::is_phase(text.words(heading)) {
            item.title = heading.clone();
        }
    }
    // A heading that is the whole chapter's says nothing of a duty.
    if text.words(&item.title).chars().count() < 4 {
        return None;
    }
    item.detail = Some(sentence.clone()).filter(|it| it.len() > item.title.len() + 6);
    let by = words[..at].rfind('由').map(|from| from + '由'.len_utf8());
    match by {
        Some(from) if words[from..].contains("负责") => {
            let until = from + words[from..].find("负责").unwrap_or(0);
            owner(text, &(sentence.start + from..sentence.start + until), &mut item);
        }
        _ => subject(text, &(clause.start..rhythm.start), &mut item),
    }
    if item.owners.words.is_empty() {
        subject(text, &(sentence.start..rhythm.start), &mut item);
    }
    // A phase is nobody, though its name ends as those of units do.
    if item.owners.words.is_empty() && !genre::is_phase(text.words(heading)) {
        subject(text, heading, &mut item);
    }
    Some(item)
}

/// Words behind whoever does something.
const DOING: [&str; 22] = [
    "实行",
    "建立",
    "负责",
    "要",
    "应",
    "须",
    "需",
    "每",
    "定期",
    "的",
    "于",
    "在",
    "将",
    "对",
    "按",
    "向",
    "至少",
    "原则上",
    "牵头",
    "组织",
    "召开",
    "报",
];

/// Takes whoever stands before the first word of doing as the owner, where it is a unit.
fn subject(text: &Text, range: &Range<usize>, item: &mut Item) {
    let words = text.words(range);
    let ends = DOING.iter().flat_map(|word| words.match_indices(word).map(|(at, _)| at));
    let ends = ends.chain([words.len()]).filter(|end| units::is_unit(&words[..*end]));
    if let Some(end) = ends.min() {
        owner(text, &(range.start..range.start + end), item);
    }
}

fn owner(text: &Text, range: &Range<usize>, item: &mut Item) {
    let words = text.words(range);
    if words.contains([',', '。']) || words.chars().count() > 40 || !units::is_unit(words) {
        return;
    }
    item.owners.grade = Some(Grade::Place);
    item.owners.words = vec![range.clone()];
    let list = units::split(text, range);
    if let [_] = list.units.as_slice() {
        item.owners.lead = list.units;
    } else {
        item.owners.joint = list.units;
    }
}

/// A report that is due once: 印发后一个月内报备, 7月底前报送. Says where its limit stands.
fn once(words: &str) -> Option<Range<usize>> {
    /// Letters behind the report in which its limit may still stand.
    const BEHIND: usize = 4;
    const REPORTS: [&str; 10] =
        ["报备", "报送", "上报", "提交", "报告", "报至", "报我", "报局", "备案", "报领导小组"];
    let report = REPORTS.iter().filter_map(|word| words.find(word)).min()?;
    let behind =
        words[report..].char_indices().nth(BEHIND).map_or(words.len(), |(at, _)| report + at);
    let before = &words[..behind];
    let end = ["日内", "月内", "天内", "底前", "日前", "月前"]
        .iter()
        .filter_map(|word| before.find(word).map(|at| at + word.len()))
        .min()?;
    let counted = ["印发", "下发", "发文", "收到", "实施之日", "通知"];
    let clause = words[..end].rfind([',', ':']).map_or(0, |comma| comma + 1);
    let start = counted
        .iter()
        .filter_map(|word| words[clause..end].find(word).map(|at| clause + at))
        .min()
        .or_else(|| first_of_date(&words[..end]))?;
    let limit = &words[start..end];
    let is_time =
        limit.contains(|c: char| c.is_ascii_digit() || "一二两三四五六七八九十X".contains(c));
    (is_time && !limit.contains([',', ';'])).then_some(start..end)
}

/// Where the day begins that ends a text.
fn first_of_date(words: &str) -> Option<usize> {
    let is_part = |c: char| c.is_ascii_digit() || "年月日底前X".contains(c);
    let letters = words.chars().rev().take_while(|c| is_part(*c));
    let start = words.len() - letters.map(char::len_utf8).sum::<usize>();
    words[start..].contains('月').then_some(start)
}

#[cfg(test)]
mod tests {
    use super::once;

    #[test]
    fn a_report_that_is_due_once_has_its_limit() {
        let found = |words: &str| once(words).map(|it| words[it].to_owned());
        assert_eq!(
            found("各单位实施方案要在印发后一个月内报备至办公室").as_deref(),
            Some("印发后一个月内")
        );
        assert_eq!(found("各单位于7月底前向县局提交总结报告").as_deref(), Some("7月底前"));
        assert_eq!(found("各单位要及时报告"), None);
        assert_eq!(found("确保6月底前完成改造"), None);
    }
}
