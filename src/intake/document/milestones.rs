//! Words of a limit with several days, one for each part of the work: 5月15日前完成自查；7月31日前完成退费.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::fields::{Item, Measure};
use super::letters::ends_sentence;
use super::owners::Owners;
use super::text::Text;
use super::times;
use crate::complaint::Grade;
use crate::domain::book::CalendarAdditions;
use crate::domain::calendar::Calendar;
use crate::domain::day::Day;
use crate::domain::limit::{self, Counting, Kind};
use crate::domain::policy::Policy;

/// A part of the work with its own limit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Milestone {
    limit: Range<usize>,
    work: Range<usize>,
}

/// Makes measures of the limit of an item, where it has several days and says what is to be done by each.
pub(super) fn part(text: &Text, item: &mut Item) {
    let Some((limit, grade)) = item.limit.clone() else { return };
    let found = read(text, &limit);
    if found.is_empty() {
        return;
    }
    let before = text.trimmed(&(limit.start..found[0].limit.start), &[',', ';', '于', '在']);
    item.lead_ins.extend(Some(before).filter(|before| !before.is_empty()));
    item.limit = None;
    for Milestone { limit, work } in found {
        let mut owners = Owners::default();
        (owners.limit, owners.grade) = (Some(limit), Some(grade));
        item.measures.push(Measure { text: work, owners: Some(owners) });
    }
    if item.measure_grade == Grade::Label {
        item.measure_grade = Grade::Marker;
    }
}

/// Letters of a demand that is nothing but 立即整改到位.
const SHORT: usize = 10;

/// The limit that stands in words which say more: 4月30日前完成整改，退回违规金额.
pub(super) fn limit_in(text: &Text, range: &Range<usize>) -> Option<Range<usize>> {
    let words = text.words(range);
    if limit::is_immediate(words, &[]) && words.chars().count() <= SHORT {
        return Some(range.clone());
    }
    let [only] = &pieces(text, range)[..] else { return None };
    (days(text.words(&only.limit))? == 1).then(|| only.limit.clone())
}

/// The milestones; none where the words have one day, or do not say what is to be done by each.
fn read(text: &Text, range: &Range<usize>) -> Vec<Milestone> {
    let several = days(text.words(range)).is_some_and(|days| days > 1);
    let found = if several { pieces(text, range) } else { Vec::new() };
    let clear =
        found.iter().all(|it| !it.work.is_empty() && days(text.words(&it.limit)) == Some(1));
    if clear && found.len() > 1 { found } else { Vec::new() }
}

/// How many days words of a limit give, by whatever plan; nothing where they give none.
fn days(words: &str) -> Option<usize> {
    static CALENDAR: LazyLock<Calendar> =
        LazyLock::new(|| Calendar::with(&CalendarAdditions::default()));
    let (dates, policy) = (BTreeMap::new(), Policy::default());
    // The year only fills in what is missing, and changes nothing of their number.
    let issued = Day::new(2024, 1, 1);
    let counting = Counting {
        issued,
        dates: &dates,
        from: None,
        phases: &[],
        policy: &policy,
        calendar: &CALENDAR,
    };
    let reading = limit::read(words, &counting);
    matches!(reading.kind, Kind::Day | Kind::Several).then_some(reading.days.len())
}

/// The parts between signs, of which each begins with a day; what has none belongs to the one before.
fn pieces(text: &Text, range: &Range<usize>) -> Vec<Milestone> {
    let words = text.words(range);
    let mut found: Vec<Milestone> = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for (at, c) in words.char_indices().chain([(words.len(), '\n')]) {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if at < words.len() && (depth > 0 || !ends_sentence(c) && c != ',') {
            continue;
        }
        let clause = text.trimmed(&(range.start + start..range.start + at), &[]);
        start = (at + c.len_utf8()).min(words.len());
        let numbered = super::numbering::Number::at_start(text.words(&clause));
        let clause = clause.start + numbered.map_or(0, |it| it.len)..clause.end;
        if let Some(day) = times::day_at_start(text.words(&clause)) {
            let limit = clause.start + day.start..clause.start + day.end;
            let behind = text.words(&(limit.end..clause.end));
            let work = behind.trim_start_matches([':', ',']);
            found.push(Milestone { work: clause.end - work.len()..clause.end, limit });
        } else if let Some(last) = found.last_mut().filter(|_| !clause.is_empty()) {
            if last.work.is_empty() {
                last.work.start = clause.start;
            }
            last.work.end = clause.end;
        }
    }
    for milestone in &mut found {
        // 并长期坚持 is part of the limit.
        if text.words(&milestone.work).contains("长期坚持") {
            milestone.limit.end = milestone.work.end;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Text, limit_in, read};

    #[test]
    fn each_part_of_the_work_has_its_day() {
        let parts = |words: &str| {
            let text = Text::read(words);
            let found = read(&text, &(0..text.even().len()));
            let said = found.into_iter().map(|it| (text.shown(&it.limit), text.shown(&it.work)));
            said.collect::<Vec<_>>()
        };
        let made = |parts: &[(&str, &str)]| {
            parts.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>()
        };
        for (words, expected) in [
            (
                "5月15日前完成自查；7月31日前完成退费。",
                made(&[("5月15日前", "完成自查"), ("7月31日前", "完成退费")]),
            ),
            (
                "2024年3月底前，完成排查，建立台账；6月底前全部整改到位",
                made(&[("2024年3月底前", "完成排查，建立台账"), ("6月底前", "全部整改到位")]),
            ),
            (
                "一季度制定方案，二季度组织实施",
                made(&[("一季度", "制定方案"), ("二季度", "组织实施")]),
            ),
            ("1.3月底前：甲事项 2.年底前：乙事项", vec![]),
            (
                "分两批，6月底前完成50%，12月底前全部完成",
                made(&[("6月底前", "完成50%"), ("12月底前", "全部完成")]),
            ),
            ("10月底前整改到位，并长期坚持", vec![]),
            ("2024年4月启动，6月底前完成", vec![]),
            ("分别于6月底和7月底前完成", vec![]),
        ] {
            assert_eq!(parts(words), expected, "{words}");
        }
    }

    #[test]
    fn a_demand_has_its_limit_inside() {
        let limit = |words: &str| {
            let text = Text::read(words);
            limit_in(&text, &(0..text.even().len())).map(|range| text.shown(&range))
        };
        assert_eq!(limit("4月30日前完成整改，退回违规金额。").as_deref(), Some("4月30日前"));
        assert_eq!(limit("于2024年5月底前整改到位").as_deref(), Some("2024年5月底前"));
        assert_eq!(limit("立即整改").as_deref(), Some("立即整改"));
        assert_eq!(limit("举一反三，全面整改"), None);
        assert_eq!(limit("5月底前自查，6月底前整改"), None);
    }
}
