//! Tails in brackets: 〔责任单位：…〕, （甲牵头，乙、丙参与）, （甲、乙按职责分工负责）.

use std::ops::Range;

use super::labels;
use super::letters::ends_sentence;
use super::text::Text;
use super::times;
use super::units;

/// A bracket that says who answers for what stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tail {
    /// With its brackets.
    pub(super) span: Range<usize>,
    /// Without them.
    pub(super) inner: Range<usize>,
    /// It begins with a label.
    pub(super) labelled: bool,
    /// It names somebody, and is more than a limit.
    pub(super) names: bool,
}

/// Words that end what somebody does, the longer before their ends.
pub(super) const ROLES: [(Role, &str); 27] = [
    (Role::Lead, "牵头负责"),
    (Role::Lead, "牵头组织实施"),
    (Role::Lead, "牵头组织"),
    (Role::Lead, "牵头落实"),
    (Role::Lead, "牵头抓总"),
    (Role::Lead, "牵头推进"),
    (Role::Lead, "牵头办理"),
    (Role::Lead, "牵头"),
    (Role::Lead, "主办"),
    (Role::Joint, "共同牵头"),
    (Role::With, "配合落实"),
    (Role::With, "参与配合"),
    (Role::With, "协同配合"),
    (Role::With, "配合"),
    (Role::With, "参与"),
    (Role::With, "参加"),
    (Role::With, "协助"),
    (Role::With, "协办"),
    (Role::Owners, "负责落实"),
    (Role::Owners, "负责实施"),
    (Role::Owners, "负责办理"),
    (Role::Owners, "组织实施"),
    (Role::Owners, "负责"),
    (Role::Owners, "落实"),
    (Role::Owners, "承办"),
    (Role::Owners, "办理"),
    (Role::Owners, "实施"),
];

/// What a unit does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Lead,
    Joint,
    With,
    /// Whoever answers for it; the list and the lead rule tell who leads.
    Owners,
}

/// Ways in which units share what they do, before the word for it.
pub(super) const SHARED: [&str; 10] = [
    "按照职责分工",
    "按照各自职责",
    "按各自职责分工",
    "按职责分工",
    "按各自职责",
    "依职责分工",
    "按职责",
    "分别",
    "共同",
    "具体",
];

/// Finds the tails of a text.
pub(super) fn find(text: &Text) -> Vec<Tail> {
    let even = text.even();
    let mut tails = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in even.char_indices() {
        match c {
            '(' | '[' => open.push(at),
            ')' | ']' => {
                let Some(start) = open.pop() else { continue };
                let (span, inner) = (start..at + 1, start + 1..at);
                if let Some(labelled) = is_tail(text, &span, &inner) {
                    while tails.pop_if(|tail: &mut Tail| tail.span.start > start).is_some() {}
                    let names = labelled || !is_limit(text.words(&inner));
                    tails.push(Tail { span, inner, labelled, names });
                }
            }
            // A bracket that is never closed must not swallow the rest.
            '\n' => open.clear(),
            _ => {}
        }
    }
    tails
}

/// Tells whether a bracket is a tail, and whether it has a label.
fn is_tail(text: &Text, span: &Range<usize>, inner: &Range<usize>) -> Option<bool> {
    /// No tail that is a mere sentence is longer, in letters.
    const LONGEST: usize = 300;
    let words = text.words(inner);
    let label = labels::at_start(words);
    if label.is_some_and(|(label, _, value)| label.is_of_tails() && value < words.len()) {
        return Some(true);
    }
    if words.chars().count() > LONGEST {
        return None;
    }
    let before = text.even()[..span.start].chars().next_back();
    let behind = text.even()[span.end..].chars().next();
    let parted = before.is_some_and(|c| ends_sentence(c) || matches!(c, '"' | '》' | ')'));
    let last = behind.is_none_or(|c| ends_sentence(c) || matches!(c, '(' | '['));
    // 〔甲局、乙局〕 names who answers, where it stands alone behind a sentence.
    let square = text.even()[span.clone()].starts_with('[');
    let alone = parted && behind.is_none_or(|c| c == '\n') || square && last;
    let says = tells_roles(words) || is_limit(words) || alone && is_list(words);
    ((parted || last) && says).then_some(false)
}

/// Tells whether words distribute roles among units.
pub(super) fn tells_roles(words: &str) -> bool {
    let Some(bare) = ROLES.iter().find_map(|(_, word)| words.strip_suffix(word)) else {
        // Behind the roles the lead rule or a limit may stand.
        let (front, back) = words.rsplit_once([',', ';', '。']).unwrap_or_default();
        let is_more =
            is_limit(back) || units::is_lead_rule(words) || matches!(back, "下同" | "不再列出");
        return !front.is_empty() && is_more && tells_roles(front);
    };
    let bare = SHARED.iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    let last = bare.rsplit(['、', ',', ';']).next().unwrap_or_default();
    let last = last.strip_suffix("等").unwrap_or(last);
    // 会同有关部门: whoever is named first is a unit, too.
    units::is_unit(last) || last.ends_with("政府") || bare.split(['、', ',']).any(units::is_unit)
}

/// Tells whether words are a limit and nothing else: 6月底前完成, 5月底前完成退费, 年底前完成, 长期坚持.
pub(super) fn is_limit(words: &str) -> bool {
    /// No such limit is longer, in letters.
    const LONGEST: usize = 24;
    let ends = ["前", "底", "完成", "内", "末", "立改", "坚持", "推进", "到位", "实施"];
    let known = ["立行立改", "长期坚持", "持续推进"].iter().any(|word| words.starts_with(word));
    let ended = ends.iter().any(|end| words.ends_with(end));
    let day = times::day_at_start(words);
    let with_work = day.as_ref().is_some_and(|day| {
        let (by, work) = words.split_at(day.end);
        let by = ["前", "底", "末", "内"].iter().any(|end| by.ends_with(end));
        by && !work.is_empty() && !units::is_unit(work)
    });
    let counted = words.contains(['月', '年', '日', '季'])
        && words.contains(|c: char| c.is_ascii_digit() || "一二三四每".contains(c))
        && words.starts_with(|c: char| c.is_ascii_digit() || "每于在到今年本".contains(c));
    words.chars().count() <= LONGEST
        && !words.contains(['(', '。'])
        && (with_work || ended && (known || counted || day.is_some()))
}

/// Tells whether words are units and nothing else but limits: 甲局、乙局;6月底前完成.
pub(super) fn is_list(words: &str) -> bool {
    const OFFICES: &str = "局委办处科室股部厅院所站队组会司";
    let mut units = 0;
    words.split(['、', ',', ';']).all(|part| {
        let is_unit = units::is_unit(part)
            && part.chars().count() > 2
            && part.ends_with(|c| OFFICES.contains(c));
        units += usize::from(is_unit);
        is_unit || is_limit(part)
    }) && units > 0
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::intake::document::text::Text;

    fn tails(words: &str) -> Vec<String> {
        let text = Text::read(words);
        find(&text).iter().map(|tail| text.shown(&tail.inner)).collect()
    }

    #[test]
    fn tails_are_told_from_other_brackets() {
        for words in [
            "做好工作。〔责任单位：甲处、各市、县(市、区)委(局)〕",
            "某行动（责任科室：甲科、乙科）",
            "做好工作。（甲局负责）",
            "做好工作（甲局负责）。",
            "做好工作。（甲局牵头，乙局、丙局参与）",
            "做好工作。（甲局、乙局按职责分工负责）",
            "做好工作。（甲委等和各有关省级人民政府负责）",
            "做好工作。（甲局会同有关部门负责）",
            "做好工作。（甲局牵头，乙局配合，6月底前完成）",
            "做好工作。（牽頭單位:甲局;責任單位:乙局,6月底完成）",
            "做好工作。（甲局牵头，乙局配合，5月底前完成退费，6月底前完成复核）",
            "做好工作。（甲局、乙局等负责，年底前完成）",
            "做好工作。【甲生局、乙建局；6月底前完成】",
            "做好工作。（甲生局、乙建局）",
            "做好工作。（县市场XX负责）",
            "做好工作。（2023年6月底前完成）",
        ] {
            assert_eq!(tails(words).len(), 1, "{words}");
        }
        for words in [
            "落实主体责任（由院长负责）的制度要健全。",
            "关于某事的规定（试行）",
            "开展活动（提醒谈话、专题约谈）。",
            "明确责任（党组负总责）。",
            "制定方案（2021—2024年）",
            "报上级（省委办公厅）。",
        ] {
            assert!(tails(words).is_empty(), "{words}");
        }
        assert_eq!(tails("做甲。（甲局负责）做乙。（乙局负责）").len(), 2);
    }
}
