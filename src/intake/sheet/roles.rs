//! Who does what, where one cell says it in words: 甲牵头，乙、丙配合.
//!
//! Every clause has to be of a known form, else nobody is put anywhere.

use super::cells;

/// Units by what they do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::intake) struct Roles {
    pub(in crate::intake) lead: Vec<String>,
    pub(in crate::intake) joint: Vec<String>,
    pub(in crate::intake) with: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Lead,
    Joint,
    With,
    /// 负责, without saying how: alone it leads, several do it together.
    Answers,
}

/// What stands before names, with a colon.
const LABELS: [(&str, Role); 17] = [
    ("牵头单位", Role::Lead),
    ("牵头部门", Role::Lead),
    ("牵头科室", Role::Lead),
    ("牵头", Role::Lead),
    ("主办单位", Role::Lead),
    ("主办部门", Role::Lead),
    ("主办科室", Role::Lead),
    ("主办", Role::Lead),
    ("责任单位", Role::Answers),
    ("责任部门", Role::Answers),
    ("配合单位", Role::With),
    ("配合部门", Role::With),
    ("配合", Role::With),
    ("协办单位", Role::With),
    ("协办部门", Role::With),
    ("协办科室", Role::With),
    ("协办", Role::With),
];

/// What stands behind names, the longer before the shorter.
const TAILS: [(&str, Role); 18] = [
    ("按照职责分工负责", Role::Joint),
    ("按职责分工负责", Role::Joint),
    ("按职责负责", Role::Joint),
    ("按各自职责负责", Role::Joint),
    ("分工负责", Role::Joint),
    ("共同负责", Role::Joint),
    ("为牵头单位", Role::Lead),
    ("牵头负责", Role::Lead),
    ("负责牵头", Role::Lead),
    ("主责", Role::Lead),
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("负责", Role::Answers),
    ("配合", Role::With),
    ("参与", Role::With),
    ("参加", Role::With),
    ("协助", Role::With),
    ("协办", Role::With),
];

/// Words of which none is part of a name; 等 and 有关 leave open who is meant.
const NO_NAMES: [&str; 11] =
    ["牵头", "负责", "配合", "参与", "协办", "协助", "有关", "相关", "主办", "主责", "："];

/// Tells whether a text distributes roles among units, which takes more than splitting it.
pub(super) fn are_told(cell: &str) -> bool {
    ["牵头", "负责", "配合", "参与", "协办", "主办"].iter().any(|word| cell.contains(word))
        || around_together(cell).is_some()
}

/// What stands before and behind 会同, which is no part of 会同县.
fn around_together(clause: &str) -> Option<(&str, &str)> {
    let is_word = |(at, word): &(usize, &str)| !clause[at + word.len()..].starts_with('县');
    let (at, word) = clause.match_indices("会同").find(is_word)?;
    Some((&clause[..at], &clause[at + word.len()..]))
}

/// Reads the roles; nothing where a part of the words is of no known form.
pub(in crate::intake) fn read(cell: &str) -> Option<Roles> {
    let bare = cell.trim().trim_end_matches(['。', '；', ';']);
    let inner = bare.strip_prefix(['（', '(']).and_then(|it| it.strip_suffix(['）', ')']));
    let text = inner.unwrap_or(bare);
    if let Some(found) = bracketed(text) {
        return put_together(found);
    }
    let mut found: Vec<(Role, Vec<String>)> = Vec::new();
    let mut waiting: Vec<String> = Vec::new();
    let mut labelled = None;
    for clause in
        text.split(['，', ',', '；', ';', '\n']).map(str::trim).filter(|it| !it.is_empty())
    {
        if let Some((role, names)) = label(clause) {
            if !waiting.is_empty() {
                return None;
            }
            labelled = Some(role);
            found.push((role, whole_names(names)?));
        } else if let Some((role, names)) = tail(clause) {
            let mut all = std::mem::take(&mut waiting);
            labelled = None;
            if let Some((before, behind)) = around_together(names) {
                if !matches!(role, Role::Lead | Role::Answers) || !all.is_empty() {
                    return None;
                }
                found.push((Role::Lead, whole_names(before)?));
                found.push((Role::With, whole_names(behind)?));
                continue;
            }
            // 甲，乙配合: whoever stands before those that help answers for it.
            if role == Role::With && found.is_empty() && !all.is_empty() {
                found.push((Role::Answers, std::mem::take(&mut all)));
            }
            all.extend(whole_names(names)?);
            found.push((role, all));
        } else if let Some(role) = labelled {
            found.push((role, whole_names(clause)?));
        } else {
            waiting.extend(whole_names(clause)?);
        }
    }
    if waiting.is_empty() { put_together(found) } else { None }
}

/// Names of which each has its role in brackets behind it: 甲（牵头）、乙（配合）. One without leaves open whose it is.
fn bracketed(text: &str) -> Option<Vec<(Role, Vec<String>)>> {
    let of_name = |name: String| {
        let inner = name.strip_suffix(['）', ')'])?;
        let (bare, role) = inner.rsplit_once(['（', '('])?;
        let role = LABELS.iter().chain(&TAILS).find(|(word, _)| *word == role.trim())?.1;
        Some((role, whole_names(bare)?))
    };
    let found: Vec<_> = cells::names(text).into_iter().map(of_name).collect::<Option<_>>()?;
    (!found.is_empty()).then_some(found)
}

/// Tells whether a header says that its column names units and their persons: 责任单位（人）, 责任单位及责任人.
pub(super) fn holds_person(header: &str) -> bool {
    header.contains(['位', '门', '室', '股']) && header.contains('人')
}

/// Takes a cell of such a column apart: 办公室（主任）、财务科（科长）, 办公室 主任. Nothing where it is of no such form.
pub(super) fn units_and_persons(cell: &str) -> Option<(Vec<String>, Vec<String>)> {
    let is_unit =
        |name: &str| name.ends_with(['科', '室', '部', '局', '办', '股', '处', '组', '院']);
    let of_name = |name: &String| {
        let inner = name.strip_suffix(['）', ')']);
        let (unit, person) = match inner {
            Some(inner) => inner.split_once(['（', '('])?,
            None => name.split_once([' ', '\u{3000}', '：', ':'])?,
        };
        let (unit, person) = (unit.trim(), person.trim());
        let one = |text: &str| !text.is_empty() && !text.contains(['（', '(', '）', ')', ' ']);
        let good = one(unit) && one(person) && !is_unit(person) && !are_told(name);
        good.then(|| (unit.to_owned(), person.to_owned()))
    };
    let mut names = cells::names(cell);
    // A line break parts names, and the unit from its person.
    if let [unit, person] = &names[..]
        && cell.contains('\n')
        && is_unit(unit)
        && !person.contains(['（', '('])
        && !is_unit(person)
    {
        names = vec![format!("{unit} {person}")];
    }
    let pairs: Option<Vec<_>> = names.iter().map(of_name).collect();
    pairs.filter(|pairs| !pairs.is_empty()).map(|pairs| pairs.into_iter().unzip())
}

fn label(clause: &str) -> Option<(Role, &str)> {
    let (label, names) = clause.split_once(['：', ':'])?;
    let role = LABELS.iter().find(|(known, _)| *known == label.trim()).map(|(_, role)| *role)?;
    Some((role, names))
}

fn tail(clause: &str) -> Option<(Role, &str)> {
    let (names, role) =
        TAILS.iter().find_map(|(tail, role)| Some((clause.strip_suffix(tail)?, *role)))?;
    Some((role, names.strip_prefix('由').unwrap_or(names)))
}

/// The names of a clause, if they are all whole and nothing else stands there.
fn whole_names(clause: &str) -> Option<Vec<String>> {
    let names = cells::names(clause);
    let is_name = |name: &String| {
        name.chars().count() <= 30
            && !name.ends_with('等')
            && !NO_NAMES.iter().any(|word| name.contains(word))
            && around_together(name).is_none()
    };
    (!names.is_empty() && names.iter().all(is_name)).then_some(names)
}

fn put_together(found: Vec<(Role, Vec<String>)>) -> Option<Roles> {
    let mut roles = Roles::default();
    let mut answer = Vec::new();
    for (role, names) in found {
        match role {
            Role::Lead => roles.lead.extend(names),
            Role::Joint => roles.joint.extend(names),
            Role::With => roles.with.extend(names),
            Role::Answers => answer.extend(names),
        }
    }
    if roles.lead.is_empty() && roles.joint.is_empty() && answer.len() == 1 {
        roles.lead = answer;
    } else {
        roles.joint.extend(answer);
    }
    (roles != Roles::default()).then_some(roles)
}

#[cfg(test)]
mod tests {
    use super::{Roles, are_told, holds_person, read, units_and_persons};

    fn roles(lead: &[&str], joint: &[&str], with: &[&str]) -> Roles {
        let own = |names: &[&str]| names.iter().map(|it| (*it).to_owned()).collect();
        Roles { lead: own(lead), joint: own(joint), with: own(with) }
    }

    #[test]
    fn clear_words_say_who_does_what() {
        for cell in [
            "甲牵头，乙、丙配合",
            "（由甲牵头，乙、丙参与）",
            "甲牵头负责；乙、丙协助。",
            "牵头单位：甲；配合单位：乙、丙",
            "牵头单位:甲\n配合单位:乙，丙",
            "甲牵头，乙，丙配合",
            "由甲会同乙、丙负责",
            "甲会同乙、丙牵头。",
            "主办：甲，协办：乙、丙",
            "甲（牵头）、乙（配合）、丙（协办）",
        ] {
            assert_eq!(read(cell), Some(roles(&["甲"], &[], &["乙", "丙"])), "{cell}");
        }
        assert_eq!(read("甲，乙、丙配合"), Some(roles(&["甲"], &[], &["乙", "丙"])));
        assert_eq!(read("甲负责"), Some(roles(&["甲"], &[], &[])));
        assert!(!are_told("会同县财政局"));
        assert_eq!(read("会同县甲局牵头"), Some(roles(&["会同县甲局"], &[], &[])));
        assert_eq!(read("甲、乙负责"), Some(roles(&[], &["甲", "乙"], &[])));
        assert_eq!(read("甲牵头，乙、丙按职责分工负责"), Some(roles(&["甲"], &["乙", "丙"], &[])));
        assert_eq!(read("甲、乙牵头"), Some(roles(&["甲", "乙"], &[], &[])));
    }

    #[test]
    fn a_cell_may_name_units_and_their_persons() {
        assert!(holds_person("责任单位（人）") && holds_person("责任科室及责任人"));
        assert!(!holds_person("责任单位") && !holds_person("责任人"));
        for cell in ["甲科（主任）", "甲科 (主任)", "甲科 主任", "甲科：主任", "甲科\n主任"]
        {
            let parted = units_and_persons(cell).unwrap();
            assert_eq!(parted, (vec!["甲科".to_owned()], vec!["主任".to_owned()]), "{cell}");
        }
        let (units, persons) = units_and_persons("甲科（张三）、乙股（李四）").unwrap();
        assert_eq!((units.concat(), persons.concat()), ("甲科乙股".into(), "张三李四".into()));
        for cell in ["甲科", "甲局（乙科）", "甲科（张三）、乙科", "甲科\n乙科", "甲（牵头）"]
        {
            assert_eq!(units_and_persons(cell), None, "{cell}");
        }
    }

    #[test]
    fn others_put_nobody_anywhere() {
        for cell in [
            "甲牵头，乙",
            "甲、乙等配合",
            "有关部门配合",
            "甲牵头推进，乙配合做好工作",
            "牵头",
            "责任到人负责制",
            "甲会同乙",
            "丙、甲会同乙，丁会同",
            "甲（牵头）、乙",
            "甲、乙（牵头），丙（配合）",
        ] {
            assert!(are_told(cell), "{cell}");
            assert_eq!(read(cell), None, "{cell}");
        }
    }
}
