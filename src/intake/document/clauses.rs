//! Who does what, in the clauses of a tail: 甲牵头，乙、丙参与.

use std::ops::Range;

use super::owners::Owners;
use super::tails::{self, ROLES, Role, SHARED};
use super::text::Text;
use super::units::{self, Unit};

impl Owners {
    /// 甲牵头，乙、丙参与; where no word tells a role, all answer.
    pub(super) fn read_roles(&mut self, text: &Text, inner: &Range<usize>) {
        let words = text.words(inner);
        if tails::is_list(words) {
            let list = units::split(text, inner);
            self.open.extend(list.open);
            let is_limit = |unit: &Unit| tails::is_limit(text.words(&unit.range));
            let units = list.units.into_iter().filter(|unit| !is_limit(unit)).collect();
            return self.add(Role::Owners, units);
        }
        let mut start = 0;
        let mut at = 0;
        while at < words.len() {
            let found = ROLES.iter().find(|(_, word)| {
                let behind = words[at..].strip_prefix(word).and_then(|rest| rest.chars().next());
                words[at..].starts_with(word)
                    && behind.is_none_or(|c| matches!(c, ',' | ';' | '、' | '。' | '会' | '('))
            });
            let Some((role, word)) = found else {
                at += words[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            self.read_clause(text, &(inner.start + start..inner.start + at), *role);
            at += word.len();
            let rest = &words[at..];
            let bare = rest.trim_start_matches([',', ';', '、', '。']);
            at += rest.len() - bare.len();
            start = at;
        }
    }

    /// The units before a word such as 负责.
    fn read_clause(&mut self, text: &Text, clause: &Range<usize>, role: Role) {
        let words = text.words(clause);
        // 以下均需各地区负责 speaks of all items, and names nobody here.
        if words.starts_with("以下") {
            self.open.push(clause.clone());
            return;
        }
        let mut bare = words;
        for word in SHARED {
            bare = bare.strip_suffix(word).unwrap_or(bare);
        }
        let bare = bare.trim_end_matches([',', '、']);
        let start = clause.start + if bare.starts_with('由') { '由'.len_utf8() } else { 0 };
        let start = start + if bare.starts_with("会同") { "会同".len() } else { 0 };
        let end = clause.start + bare.len();
        // 甲会同乙: the first has it, the other takes part.
        let said = text.words(&(start..end));
        let parted = ["会同", "商"].iter().find_map(|word| {
            let at = said.find(word).filter(|at| *at > 0)?;
            // 商务局 is a unit, and 甲局商乙局 are two.
            let trade = ["商务", "商业", "商贸", "商会", "商投", "商标"];
            let named = trade.iter().any(|word| said[at..].starts_with(word));
            (*word == "会同" || units::is_unit(&said[..at]) && !named)
                .then_some((start + at, word.len()))
        });
        if let Some((at, len)) = parted {
            self.add_list(text, &(start..at), Role::Lead);
            self.add_list(text, &(at + len..end), Role::With);
        } else {
            let start = self.before_help(text, start..end, role);
            self.add_list(text, &(start..end), role);
        }
    }

    /// 甲，乙配合: whoever stands before those that help answers for it. Says where these begin.
    fn before_help(&mut self, text: &Text, clause: Range<usize>, role: Role) -> usize {
        let first = self.is_open();
        let words = text.words(&clause);
        let Some(comma) = words.rfind([',', ';']).filter(|_| first && role == Role::With) else {
            return clause.start;
        };
        // A comma inside brackets parts no units.
        if words[comma..].contains(')') && !words[comma..].contains('(') {
            return clause.start;
        }
        self.add_list(text, &(clause.start..clause.start + comma), Role::Owners);
        clause.start + comma + 1
    }

    fn add_list(&mut self, text: &Text, range: &Range<usize>, role: Role) {
        let list = units::split(text, range);
        self.open.extend(list.open);
        self.add(role, list.units);
    }
}
