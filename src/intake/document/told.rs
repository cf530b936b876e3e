//! Who does what behind a label: 甲牵头，乙、丙配合.
//!
//! The reader is that of the sheets; words that it cannot read put nobody anywhere.

use std::ops::Range;

use super::labels::Label;
use super::tails::{self, Role};
use super::text::Text;
use super::units::{self, Unit};
use crate::intake::sheet::roles;

/// Words of roles; no unit's name ends with one.
const ROLES: [&str; 11] =
    ["牵头", "负责", "配合", "参与", "参加", "协助", "协办", "主责", "主办", "承办", "分工"];

/// Reads the value of a label: nothing where it is a mere list, and no units where its roles cannot be read.
pub(super) fn read(
    text: &Text,
    label: Label,
    value: &Range<usize>,
) -> Option<Vec<(Role, Vec<Unit>)>> {
    let words = text.words(value);
    let of_units = matches!(label, Label::Owners | Label::Lead | Label::With);
    if !of_units || !ROLES.iter().any(|word| words.contains(word)) {
        return None;
    }
    let Some(found) = roles::read(&plain(words)) else {
        let names = units::split(text, value).units;
        return names.iter().any(has_role).then(Vec::new);
    };
    let place = |name: &String| {
        let start = value.start + words.find(name.as_str())?;
        Some(units::split(text, &(start..start + name.len())).units)
    };
    let lists = [(Role::Lead, found.lead), (Role::Joint, found.joint), (Role::With, found.with)];
    let all = lists.into_iter().map(|(role, names)| {
        let units: Option<Vec<_>> = names.iter().map(place).collect();
        Some((role, units?.concat()))
    });
    Some(all.collect::<Option<_>>().unwrap_or_default())
}

/// The words without brackets around roles and without limits: 甲(牵头),乙(配合) is 甲牵头,乙配合, if each has a role.
fn plain(words: &str) -> String {
    let mut words = words.to_owned();
    let parts: Vec<&str> = words.split([',', ';', '、']).collect();
    let marked = |part: &&str| ROLES.iter().any(|word| part.ends_with(&format!("({word})")));
    if parts.iter().all(marked) {
        words = parts.join(",").replace(['(', ')'], "");
    }
    for role in ["牵头", "负责", "主责"] {
        words = words.replace(&format!("{role}、"), &format!("{role},"));
    }
    let clauses = words.split([',', ';', '。']).filter(|clause| !tails::is_limit(clause));
    clauses.collect::<Vec<_>>().join(",")
}

fn has_role(unit: &Unit) -> bool {
    let name = unit.name.replace("负责人", "");
    let name = name.trim_end_matches([')', '）']);
    name.contains("牵头") || ROLES.iter().any(|word| name.ends_with(word))
}
