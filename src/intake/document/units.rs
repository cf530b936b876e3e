//! Lists of units, taken apart: brackets never part, collectives stay one, a prefix carries over.

use std::ops::Range;

use super::text::Text;

/// A unit of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    /// As it would be written, with the prefix that it shares.
    pub(super) name: String,
    pub(super) range: Range<usize>,
    /// 牵头 stands in brackets behind it.
    pub(super) leads: bool,
    /// Its prefix stands at another unit.
    pub(super) carried: bool,
    /// A comma or a stronger sign stands before it.
    begins_group: bool,
}

/// A list, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct List {
    pub(super) units: Vec<Unit>,
    /// Words that leave the list open: 等, 有关部门.
    pub(super) open: Vec<Range<usize>>,
    /// Where the rule stands that the first unit leads.
    pub(super) rule: Option<Range<usize>>,
}

/// Last letters of units.
const LAST: &str = "局委办处科室股部厅院所站心队组会校司团府关位门构支镇乡道村区县市州省盟旗行馆社厂园段班企庭署台座方织联";
/// Words that leave open who is meant.
const OPEN: [&str; 8] = [
    "有关部门",
    "相关部门",
    "有关单位",
    "相关单位",
    "有关科室",
    "相关科室",
    "其他部门",
    "有关处室",
];
/// Letters of places with which units begin.
const PLACES: [&str; 9] = ["自治区", "市", "县", "区", "省", "州", "镇", "乡", "旗"];

/// Tells whether a name ends as units do.
pub(super) fn is_unit(name: &str) -> bool {
    let bare = without_bracket(name);
    let bare = bare.strip_suffix('等').unwrap_or(bare);
    let last = bare.chars().next_back();
    bare.chars().count() > 1
        && last.is_some_and(|c| LAST.contains(c) || matches!(c, 'X' | 'x' | '*' | '某' | '×'))
}

/// The name without the bracket at its end.
fn without_bracket(name: &str) -> &str {
    let open = if name.ends_with(')') { name.rfind('(') } else { None };
    open.map_or(name, |open| &name[..open])
}

/// Tells whether words state that the first unit of a list leads.
pub(super) fn is_lead_rule(words: &str) -> bool {
    let first = ["首位", "第一位", "第一个", "列第一", "排第一", "排名第一", "列首"];
    words.contains("牵头") && first.iter().any(|word| words.contains(word))
}

/// Takes a list apart.
pub(super) fn split(text: &Text, range: &Range<usize>) -> List {
    let mut list = List::default();
    let tokens = collectives(text, tokens(text, range, &mut list.rule));
    for (token, begins_group) in tokens {
        for part in joined_by_and(text, token) {
            push(text, part, begins_group, &mut list);
        }
    }
    if let [only] = list.units.as_slice() {
        let range = only.range.clone();
        by_blanks(text, &range, &mut list);
    }
    carry_offices(text, &mut list.units);
    carry_places(&mut list.units);
    list
}

/// The parts between signs outside brackets, each with whether a comma stands before it. The lead rule is left out.
fn tokens(
    text: &Text,
    range: &Range<usize>,
    rule: &mut Option<Range<usize>>,
) -> Vec<(Range<usize>, bool)> {
    let words = text.words(range);
    let mut tokens = Vec::new();
    let mut depth = 0_usize;
    let (mut start, mut group) = (0, true);
    for (at, c) in words.char_indices().chain([(words.len(), '\n')]) {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if at < words.len()
            && (depth > 0 || !matches!(c, '、' | ',' | ';' | '。' | '\n' | '|' | '/'))
        {
            continue;
        }
        let token = text.trimmed(&(range.start + start..range.start + at), &[]);
        if is_lead_rule(text.words(&token)) && !text.words(&token).contains('(') {
            *rule = Some(token);
        } else if !token.is_empty() && !matches!(text.words(&token), "下同" | "以下同") {
            tokens.push((token, group));
        }
        start = (at + c.len_utf8()).min(words.len());
        group = c != '、';
    }
    for (token, _) in &mut tokens {
        let words = text.words(token);
        let Some(open) = words.find('(').filter(|_| words.ends_with(')')) else { continue };
        if is_lead_rule(&words[open..]) {
            *rule = Some(token.start + open..token.end);
            token.end = token.start + open;
        }
    }
    tokens
}

/// Puts 各市、县（市、区）卫生健康委（局）、中医药局 together: what begins with 各 and a place goes on until its unit is named.
fn collectives(text: &Text, tokens: Vec<(Range<usize>, bool)>) -> Vec<(Range<usize>, bool)> {
    let mut made: Vec<(Range<usize>, bool)> = Vec::new();
    // Whether the last one is a collective, and whether its unit is named.
    let mut open: Option<bool> = None;
    for (token, group) in tokens {
        let words = text.words(&token);
        let names_unit = is_unit(words) && !ends_with_place(words);
        if let (Some(named), false, Some((last, _))) = (open, group, made.last_mut()) {
            let own =
                words.contains('各') || named && PLACES.iter().any(|it| words.starts_with(it));
            if !own {
                last.end = token.end;
                open = Some(named || names_unit);
                continue;
            }
        }
        open = (words.starts_with('各') && ends_with_place(words)).then_some(false);
        made.push((token, group));
    }
    made
}

fn ends_with_place(words: &str) -> bool {
    let bare = without_bracket(words);
    ["市", "县", "区", "州", "盟", "旗", "省", "地", "镇", "乡"].iter().any(|it| bare.ends_with(it))
        && !bare.ends_with("社区")
}

/// Parts 甲局和乙局, but not 卫生和计划生育局.
fn joined_by_and(text: &Text, token: Range<usize>) -> Vec<Range<usize>> {
    let words = text.words(&token);
    for word in &["以及", "和", "及", "与", "会同"] {
        for (at, _) in words.match_indices(*word) {
            let (left, right) = (&words[..at], &words[at + word.len()..]);
            // 实验室与设备管理处 is one office.
            let one = *word == "与" && is_office(left);
            let closed = !one && left.matches('(').count() == left.matches(')').count();
            let left_is = is_unit(left) || left.ends_with('等');
            if closed && left_is && is_unit(right) && !left.ends_with("各市") {
                let behind = token.start + at + word.len()..token.end;
                let mut parts = Vec::new();
                parts.push(token.start..token.start + at);
                parts.extend(joined_by_and(text, behind));
                return parts;
            }
        }
    }
    vec![token]
}

/// Adds one unit, without 等 and without 牵头 in brackets.
fn push(text: &Text, mut range: Range<usize>, begins_group: bool, list: &mut List) {
    for word in ["等有关部门", "等有关单位", "等相关部门", "等相关单位", "等部门", "等单位", "等"]
    {
        if let Some(bare) = text.words(&range).strip_suffix(word) {
            list.open.push(range.clone());
            range.end = range.start + bare.len();
            break;
        }
    }
    let words = text.words(&range);
    let mut leads = false;
    if let Some(open) = words.rfind('(').filter(|_| words.ends_with(')'))
        && words[open..].contains("牵头")
    {
        leads = true;
        range.end = range.start + open;
    }
    let words = text.words(&range);
    if OPEN.iter().any(|word| words.ends_with(word)) {
        list.open.push(range.clone());
    }
    if !words.is_empty() {
        let name = text.shown(&range);
        list.units.push(Unit { name, range, leads, carried: false, begins_group });
    }
}

/// A list that has only blanks between its units.
fn by_blanks(text: &Text, range: &Range<usize>, list: &mut List) {
    let words = text.words(range);
    let places = words.char_indices().skip(1).map(|(at, _)| range.start + at);
    let cuts: Vec<usize> = places.filter(|at| text.is_parted(*at)).collect();
    let starts = [range.start].into_iter().chain(cuts.clone());
    let parts: Vec<_> =
        starts.zip(cuts.into_iter().chain([range.end])).map(|(a, b)| a..b).collect();
    let all_units =
        parts.iter().all(|part| is_unit(text.words(part)) && text.words(part).chars().count() > 2);
    if parts.len() > 1 && all_units {
        list.units.clear();
        for part in parts {
            push(text, part, false, list);
        }
    }
}

/// 中医药局办公室、法规处、医政处: offices of one house, up to the next comma.
fn carry_offices(text: &Text, units: &mut [Unit]) {
    let mut house: Option<String> = None;
    for unit in units {
        if unit.begins_group {
            house = None;
        }
        let words = text.words(&unit.range);
        if let Some(end) = house_of(words) {
            house = Some(text.shown(&(unit.range.start..unit.range.start + end)));
        } else if let Some(house) = house.as_ref().filter(|_| is_office(words)) {
            unit.name = format!("{house}{}", unit.name);
            unit.carried = true;
        }
    }
}

/// Where the house ends in the name of its office: 中医药局|办公室.
fn house_of(words: &str) -> Option<usize> {
    if !is_office(words) {
        return None;
    }
    let ends = ["局", "委", "厅", "医院", "中心", "公司", "大学", "学院", "管委会"];
    let found = ends.iter().filter_map(|end| words.find(end).map(|at| at + end.len())).min()?;
    // 委办公室 has no house, and 医院管理处 is an office.
    let house = words[..found].chars().count();
    let rest = &words[found..];
    let is_office = rest.starts_with("办公室")
        || rest.chars().count() > 2 && !rest.starts_with(['管', '党', '局', '机']);
    (house > 2 && is_office).then_some(found)
}

fn is_office(words: &str) -> bool {
    ["处", "科", "股", "室"].iter().any(|end| words.ends_with(end)) && !words.starts_with('各')
}

/// 市行政审批局、住建局: the place of the first, where none of the others has one.
pub(super) fn carry_places(units: &mut [Unit]) {
    /// A longer name is somebody's own.
    const LONGEST: usize = 9;
    let Some((first, others)) = units.split_first_mut() else { return };
    let places = ["市", "县", "区", "省", "州", "旗"];
    let Some(place) = places.iter().find(|it| first.name.starts_with(**it)) else { return };
    let bare = |name: &str| {
        let last = ["局", "委", "办", "厅"].iter().any(|end| name.ends_with(end));
        last && name.chars().count() <= LONGEST
    };
    let has_place =
        |name: &str| PLACES.iter().any(|it| name.contains(it)) || name.starts_with('各');
    if !bare(&first.name)
        || others.iter().any(|it| !it.name.starts_with('各') && has_place(&it.name))
    {
        return;
    }
    for unit in others.iter_mut().filter(|unit| bare(&unit.name) && !unit.name.starts_with('各')) {
        unit.name = format!("{place}{}", unit.name);
        unit.carried = true;
    }
}

#[cfg(test)]
mod tests {
    use super::{List, split};
    use crate::intake::document::text::Text;

    fn list(words: &str) -> List {
        let text = Text::read(words);
        let all = 0..text.even().len();
        split(&text, &all)
    }

    fn names(words: &str) -> Vec<String> {
        list(words).units.into_iter().map(|unit| unit.name).collect()
    }

    #[test]
    fn brackets_and_collectives_do_not_part() {
        for (words, expected) in [
            ("甲科、乙科，丙局；丁院", vec!["甲科", "乙科", "丙局", "丁院"]),
            (
                "甲处、各市、县（市、区）卫健委（局）、中药局，各医院",
                vec!["甲处", "各市、县（市、区）卫健委（局）、中药局", "各医院"],
            ),
            (
                "各市、县(市、区)卫健委(局)、中药局。各医院",
                vec!["各市、县(市、区)卫健委(局)、中药局", "各医院"],
            ),
            (
                "各市、县(市、区)卫健委(局)、中药局、各医院",
                vec!["各市、县(市、区)卫健委(局)、中药局", "各医院"],
            ),
            ("各镇卫生院、疾控中心", vec!["各镇卫生院", "疾控中心"]),
            ("甲局，乙局、丙局，各区、县级市", vec!["甲局", "乙局", "丙局", "各区、县级市"]),
            ("各地、各部门", vec!["各地", "各部门"]),
            ("公安局和交通局", vec!["公安局", "交通局"]),
            ("实验室与设备管理处、保卫处", vec!["实验室与设备管理处", "保卫处"]),
            (
                "卫生和计划生育局、人力资源和社会保障局",
                vec!["卫生和计划生育局", "人力资源和社会保障局"],
            ),
            ("机关党 委、人事处", vec!["机关党委", "人事处"]),
            ("办公室 人事科　财务科", vec!["办公室", "人事科", "财务科"]),
        ] {
            assert_eq!(names(words), expected, "{words}");
        }
    }

    #[test]
    fn a_prefix_carries_over() {
        for (words, expected) in [
            (
                "甲处、中药局办公室、法规处、医政处，乙处",
                vec!["甲处", "中药局办公室", "中药局法规处", "中药局医政处", "乙处"],
            ),
            ("市审批局、住建局", vec!["市审批局", "市住建局"]),
            ("市卫健委、县教育局、公安局", vec!["市卫健委", "县教育局", "公安局"]),
            ("医政医管处、办公室、疾控处", vec!["医政医管处", "办公室", "疾控处"]),
        ] {
            assert_eq!(names(words), expected, "{words}");
        }
        assert!(list("市审批局、住建局").units[1].carried);
    }

    #[test]
    fn open_lists_and_the_lead_rule_are_no_units() {
        let open = list("甲局、乙局等部门、有关单位");
        assert_eq!(open.units.len(), 3);
        assert_eq!(open.open.len(), 2);
        for words in [
            "甲局、乙局(排在首位的为牵头处室,下同),丙局",
            "甲局、乙局，丙局，排在第一位的部门为牵头部门，下同",
            "甲局、乙局、丙局。列第一位者为牵头单位，下同",
        ] {
            let list = list(words);
            assert!(list.rule.is_some(), "{words}");
            assert_eq!(list.units.len(), 3, "{words}");
        }
        let marked = list("甲局、乙局（牵头）");
        assert_eq!(marked.units.iter().map(|it| it.leads).collect::<Vec<_>>(), [false, true]);
    }
}
