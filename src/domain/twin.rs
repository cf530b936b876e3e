//! What says the same as something that stands there already: a command that was given twice.
//!
//! After a crash nobody knows whether the last command was done; it is given again, and must not count twice.

use super::entry::Entry;
use super::measure::Measure;
use super::problem::Problem;

/// Tells whether a problem says what another one says, whatever happened to that one since. Two requests of scripts are two.
pub fn is_twin(new: &Problem, known: &Problem) -> bool {
    let own = |problem: &Problem| Problem {
        no: 0,
        former: Vec::new(),
        entered: None,
        request: None,
        extra: new.extra.clone(),
        indicators: new.indicators.clone(),
        measures: Vec::new(),
        entries: Vec::new(),
        ..problem.clone()
    };
    same_request(new.request.as_ref(), known.request.as_ref()) && own(new) == own(known)
}

/// Returns the entry that says what a new one says: the same act on the same day in the same words, with nothing of another
/// kind between the two.
pub fn twin_of<'a>(new: &Entry, known: &'a [Entry]) -> Option<&'a Entry> {
    let of_kind = known.iter().rev().take_while(|entry| entry.act.kind() == new.act.kind());
    let same = |entry: &&Entry| {
        (entry.on, &entry.act, &entry.by, &entry.text) == (new.on, &new.act, &new.by, &new.text)
            && entry.extra == new.extra
            && same_request(new.request.as_ref(), entry.request.as_ref())
    };
    of_kind.into_iter().find(same)
}

/// Returns the measure that says what a new one says and is still worked at.
pub fn measure_twin_of<'a>(new: &Measure, known: &'a [Measure]) -> Option<&'a Measure> {
    known.iter().rev().find(|measure| {
        measure.dropped.is_none()
            && (&measure.text, &measure.limit, measure.due) == (&new.text, &new.limit, new.due)
            && measure.responsible == new.responsible
    })
}

fn same_request(new: Option<&String>, known: Option<&String>) -> bool {
    new.zip(known).is_none_or(|(new, known)| new == known)
}

#[cfg(test)]
mod tests {
    use super::{is_twin, twin_of};
    use crate::domain::day::Day;
    use crate::domain::entry::{Act, Entry};
    use crate::domain::key::Key;
    use crate::domain::problem::{Extra, Problem};

    fn entry(key: u8, act: Act, text: &str) -> Entry {
        Entry {
            key: Key::from_random([key; 6]),
            on: Day::FIRST,
            entered: None,
            act,
            by: "股".into(),
            text: Some(text.into()),
            request: None,
            extra: Extra::new(),
        }
    }

    fn note(key: u8, text: &str) -> Entry {
        entry(key, Act::Progress { evidence: Vec::new() }, text)
    }

    #[test]
    fn the_same_act_in_the_same_words_is_a_twin_until_something_else_happens() {
        let back = entry(3, Act::Return { measures: Vec::new() }, "b");
        let known = [note(1, "a"), note(2, "b")];
        assert_eq!(twin_of(&note(9, "a"), &known), Some(&known[0]));
        assert_eq!(twin_of(&note(9, "c"), &known), None);
        let known = [note(1, "a"), back];
        assert_eq!(twin_of(&note(9, "a"), &known), None);
        let asked = |request: &str| Entry { request: Some(request.into()), ..note(9, "a") };
        assert_eq!(twin_of(&asked("1"), &[asked("2")]), None);
        assert_eq!(twin_of(&asked("1"), &[note(1, "a")]), Some(&note(1, "a")));
    }

    #[test]
    fn a_problem_has_a_twin_whatever_happened_to_it() {
        let new = Problem { title: "甲".into(), ..Problem::default() };
        let mut known = Problem { no: 7, entered: Some(Day::FIRST), ..new.clone() };
        known.entries.push(note(1, "a"));
        assert!(is_twin(&new, &known));
        // One that had another number before, and one that a script asked for, is that one still.
        known.former.push("2022/3".into());
        known.request = Some("a1".into());
        assert!(is_twin(&new, &known));
        assert!(!is_twin(&Problem { request: Some("a2".into()), ..new.clone() }, &known));
        known.found = Some(Day::FIRST);
        assert!(!is_twin(&new, &known));
    }
}
