//! Who answers for an item: from labels, tails and the words of a list. Nobody is made the lead who is not named so.

use std::ops::Range;

use super::labels::{self, Label};
use super::tails::{self, Role, Tail};
use super::text::Text;
use super::told;
use super::units::{self, Unit};
use crate::complaint::Grade;

/// Who answers for an item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Owners {
    /// The words, as written.
    pub(super) words: Vec<Range<usize>>,
    pub(super) lead: Vec<Unit>,
    pub(super) joint: Vec<Unit>,
    pub(super) with: Vec<Unit>,
    pub(super) leader: Vec<Unit>,
    pub(super) person: Vec<Unit>,
    /// Those who supervise, under the words of their label.
    pub(super) others: Vec<(Range<usize>, Range<usize>)>,
    /// A limit that stands with them.
    pub(super) limit: Option<Range<usize>>,
    /// Words that leave a list open.
    pub(super) open: Vec<Range<usize>>,
    /// From what they were read.
    pub(super) grade: Option<Grade>,
    /// A list without roles; what it says is decided once all is read.
    plain: Vec<Unit>,
}

impl Owners {
    /// Tells whether nobody is known yet who answers.
    pub(super) fn is_open(&self) -> bool {
        self.lead.is_empty() && self.joint.is_empty() && self.plain.is_empty()
    }

    /// Tells whether a unit is named.
    pub(super) fn is_known(&self) -> bool {
        [&self.lead, &self.joint, &self.with].into_iter().any(|units| !units.is_empty())
    }

    /// Reads a label with its value.
    pub(super) fn read_label(
        &mut self,
        text: &Text,
        label: Label,
        word: &Range<usize>,
        value: &Range<usize>,
    ) {
        let value = &text.trimmed(value, &['。', ';', ',']);
        if value.is_empty() || is_nobody(text.words(value)) {
            return;
        }
        match label {
            Label::Limit => {
                self.limit.get_or_insert(value.clone());
                return;
            }
            Label::Supervisor | Label::Other => {
                self.others.push((word.clone(), value.clone()));
                return;
            }
            _ => {}
        }
        self.grade.get_or_insert(Grade::Label);
        // 甲队（乙办配合）: the bracket is read as the tail that it is.
        let words = text.words(value);
        let open = if words.ends_with(')') { words.rfind('(') } else { None };
        let helped = open.filter(|open| tails::tells_roles(&words[open + 1..words.len() - 1]));
        let value = &(value.start..helped.map_or(value.end, |open| value.start + open));
        // 责任单位：牵头单位：甲；配合单位：乙
        if label == Label::Owners && labels::at_start(text.words(value)).is_some() {
            self.read_labels(text, value);
            self.words.retain(|known| !(value.start <= known.start && known.end <= value.end));
            self.grade = Some(Grade::Label);
            self.words.push(value.clone());
            return;
        }
        if label == Label::Owners && text.words(word).ends_with("责任人") {
            return self.read_both(text, value);
        }
        if let Some(roles) = told::read(text, label, value) {
            self.words.push(value.clone());
            for (role, units) in roles {
                self.add(role, units);
            }
            return;
        }
        let list = units::split(text, value);
        self.open.extend(list.open);
        // A limit that stands among units is none of them.
        let is_limit = |unit: &Unit| tails::is_limit(text.words(&unit.range));
        let units: Vec<Unit> = list.units.into_iter().filter(|unit| !is_limit(unit)).collect();
        let target = match label {
            Label::Leader => &mut self.leader,
            Label::Person => &mut self.person,
            _ => {
                // Who leads and who takes part, the lists say; only a mere list is worth its words.
                if label == Label::Owners {
                    self.words.push(value.clone());
                }
                return self.add(role_of(label), units);
            }
        };
        target.extend(units);
    }

    /// 责任单位及责任人：甲科，科长: units and persons in one list.
    fn read_both(&mut self, text: &Text, value: &Range<usize>) {
        self.words.push(value.clone());
        let list = units::split(text, value);
        self.open.extend(list.open);
        let (units, persons) =
            list.units.into_iter().partition(|unit| units::is_unit(text.words(&unit.range)));
        self.add(Role::Owners, units);
        self.person.extend::<Vec<Unit>>(persons);
    }

    /// Reads a tail.
    pub(super) fn read_tail(&mut self, text: &Text, tail: &Tail) {
        let words = text.words(&tail.inner);
        if tails::is_limit(words) {
            self.limit.get_or_insert(tail.inner.clone());
            return;
        }
        self.grade = Some(if tail.labelled { Grade::Tail } else { Grade::BareTail });
        self.read_limit(text, &tail.inner);
        if tail.labelled {
            self.read_labels(text, &tail.inner);
            return;
        }
        self.words.push(tail.inner.clone());
        self.read_roles(text, &tail.inner);
    }

    /// 6月底前完成 behind a comma.
    fn read_limit(&mut self, text: &Text, inner: &Range<usize>) {
        let mut start = inner.start;
        for part in text.words(inner).split([',', ';', '。']) {
            if tails::is_limit(part) {
                // 5月底前完成自查，6月底前完成整改 are two days of one limit.
                let range = start..start + part.len();
                let goes_on = self.limit.as_ref().is_some_and(|known| known.end + 1 == start);
                match self.limit.as_mut().filter(|_| goes_on) {
                    Some(known) => known.end = range.end,
                    None => _ = self.limit.get_or_insert(range),
                }
            }
            start += part.len() + next_sign(text, start + part.len());
        }
    }

    /// 牵头单位：甲，配合单位：乙、丙.
    fn read_labels(&mut self, text: &Text, inner: &Range<usize>) {
        let words = text.words(inner);
        let mut starts = Vec::new();
        for (at, c) in words.char_indices() {
            let sign = matches!(c, ',' | ';' | '。' | '、' | '\n');
            let parted = at == 0 || sign || text.is_parted(inner.start + at);
            let at = if sign { at + c.len_utf8() } else { at };
            if parted && let Some((label, word, value)) = labels::at_start(&words[at..]) {
                starts.push((at, label, word, value));
            }
        }
        let ends = starts.iter().skip(1).map(|it| it.0).chain([words.len()]);
        for ((at, label, word, value), end) in starts.iter().zip(ends) {
            let begin = inner.start + at;
            let word = begin..begin + word;
            self.read_label(text, *label, &word, &(begin + value..inner.start + end));
        }
        let units =
            starts.iter().filter(|it| matches!(it.1, Label::Lead | Label::Owners | Label::With));
        if units.count() > 1 {
            self.words = vec![inner.clone()];
        }
        if self.grade == Some(Grade::Label) {
            self.grade = Some(Grade::Tail);
        }
    }

    /// Adds units by what they do.
    pub(super) fn add(&mut self, role: Role, units: Vec<Unit>) {
        match role {
            Role::Lead => self.lead.extend(units),
            Role::Joint => self.joint.extend(units),
            Role::With => self.with.extend(units),
            Role::Owners => self.plain.extend(units),
        }
    }

    /// Decides what a list without roles says: its only unit leads, of several the first by the document's rule or one
    /// that is marked; beside a lead they take part, and else they answer together.
    pub(super) fn decide(&mut self, first_is_lead: bool) {
        let mut plain = std::mem::take(&mut self.plain);
        let marked: Vec<Unit> = plain.extract_if(.., |unit| unit.leads).collect();
        self.lead.extend(marked);
        if !self.lead.is_empty() {
            self.with.extend(plain);
        } else if plain.len() == 1 || first_is_lead && !plain.is_empty() {
            self.lead.push(plain.remove(0));
            self.with.splice(0..0, plain);
        } else {
            self.joint.extend(plain);
        }
        // 市甲局牵头，乙局参与: the place of whoever leads is that of the others, too.
        if let [lead] = self.lead.as_slice() {
            let mut all = vec![lead.clone()];
            all.append(&mut self.with);
            units::carry_places(&mut all);
            self.with = all.split_off(1);
        }
    }
}

fn role_of(label: Label) -> Role {
    match label {
        Label::Lead => Role::Lead,
        Label::With => Role::With,
        _ => Role::Owners,
    }
}

fn is_nobody(words: &str) -> bool {
    words.chars().all(|c| matches!(c, '-' | '/' | '无')) || words == "暂无"
}

fn next_sign(text: &Text, at: usize) -> usize {
    text.even()[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::{Owners, Text};
    use crate::intake::document::tails;

    fn owners(words: &str, first_is_lead: bool) -> [Vec<String>; 3] {
        let text = Text::read(&format!("做好工作。{words}"));
        let mut owners = Owners::default();
        for tail in &tails::find(&text) {
            owners.read_tail(&text, tail);
        }
        owners.decide(first_is_lead);
        [owners.lead, owners.joint, owners.with]
            .map(|list| list.into_iter().map(|unit| unit.name).collect())
    }

    #[test]
    fn roles_are_read_from_tails() {
        let none: [&str; 0] = [];
        for (words, lead, joint, with) in [
            ("（甲局负责）", vec!["甲局"], none.to_vec(), none.to_vec()),
            ("（甲局、乙局负责）", vec![], vec!["甲局", "乙局"], vec![]),
            ("（甲局牵头，乙局、丙局等参与）", vec!["甲局"], vec![], vec!["乙局", "丙局"]),
            ("（甲局牵头、乙局配合）", vec!["甲局"], vec![], vec!["乙局"]),
            ("（甲局牵头，乙局、丙局按职责分工负责）", vec!["甲局"], vec![], vec!["乙局", "丙局"]),
            ("（甲局、乙局按职责分工负责）", vec![], vec!["甲局", "乙局"], vec![]),
            ("（甲局会同有关部门负责）", vec!["甲局"], vec![], vec!["有关部门"]),
            ("（甲局牵头负责，乙局配合，6月底前完成）", vec!["甲局"], vec![], vec!["乙局"]),
            (
                "（牵头单位：甲局，配合单位：乙局、丙局，各区、县级市）",
                vec!["甲局"],
                vec![],
                vec!["乙局", "丙局", "各区、县级市"],
            ),
            ("（牽頭單位:甲局;責任單位:乙局,6月底完成）", vec!["甲局"], vec![], vec!["乙局"]),
            ("〔责任单位：甲局、乙局（牵头）〕", vec!["乙局"], vec![], vec!["甲局"]),
            ("（甲局，乙局、丙局配合）", vec!["甲局"], vec![], vec!["乙局", "丙局"]),
            ("〔责任单位：甲局〕", vec!["甲局"], vec![], vec![]),
            ("〔责任单位：甲局、乙局〕", vec![], vec!["甲局", "乙局"], vec![]),
        ] {
            let expected = [lead, joint, with]
                .map(|list| list.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
            assert_eq!(owners(words, false), expected, "{words}");
        }
    }

    #[test]
    fn the_first_leads_only_where_the_document_says_so() {
        let [lead, joint, with] = owners("〔责任单位：甲局、乙局〕", true);
        assert_eq!((lead, with), (vec!["甲局".to_owned()], vec!["乙局".to_owned()]));
        assert!(joint.is_empty());
    }
}
