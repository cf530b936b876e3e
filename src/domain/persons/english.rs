//! Finds persons in English.

use std::ops::Range;

use super::{Found, Hit, Known};

/// Before a name, whatever follows is one.
const TITLES: [&str; 8] = ["mr", "mrs", "ms", "miss", "mister", "dr", "prof", "professor"];

/// Before a first and a last name.
const ROLES: [&str; 22] = [
    "patient",
    "patients",
    "nurse",
    "doctor",
    "physician",
    "surgeon",
    "pharmacist",
    "employee",
    "accountant",
    "cashier",
    "clerk",
    "driver",
    "director",
    "manager",
    "teacher",
    "student",
    "resident",
    "complainant",
    "guardian",
    "named",
    "by",
    "with",
];

/// Words of offices, duties and things, of which none is part of a name.
const NO_NAMES: &str = "access account accounts acting action admin administrator agency agreement analyst and audit auditor \
board bureau care center centre chair chairman chief clerk clinic clinical committee compliance control coordinator council \
counsel data database department dept deputy desk director division dean engineer engineering facilities facility finance \
financial fire group head health help hospital human information infrastructure inspector internal investigation it law lead \
legal logistics maintenance management manager medical medicine ministry network nursing nurse office officer operations ops \
owner patient pharmacy plan plant policy president privacy procurement program project public purchasing quality reception \
record records report resources review risk safety school secretary security service services site staff standard supervisor \
support system systems team technology the unit vendor vice ward january february march april may june july august september \
october november december monday tuesday wednesday thursday friday saturday sunday act";

/// A word and its bytes.
struct Word<'a> {
    span: Range<usize>,
    text: &'a str,
}

/// Adds the names of a text to what is found.
pub(super) fn find(text: &str, known: &Known<'_>, of_persons: bool, found: &mut Found) {
    let words = words(text);
    if words.is_empty() {
        return;
    }
    let mut at = 0;
    while at < words.len() {
        let lower = words[at].text.to_lowercase();
        let titled = TITLES.contains(&&*lower) && is_capital(words[at].text);
        let least = if titled { 1 } else { 2 };
        let told = titled || ROLES.contains(&&*lower);
        let count = if told { names(text, &words, at + 1) } else { 0 };
        let met = met(text, &words, at, known);
        if count < least && met > 0 {
            push(text, &words[at..at + met], known, found);
            at += met;
            continue;
        }
        if count >= least {
            push(text, &words[at + 1..=at + count], known, found);
            at += count;
        }
        at += 1;
    }
    if of_persons && found.hits.is_empty() && !text.is_empty() {
        let count = names(text, &words, 0);
        if count == words.len() && (2..=3).contains(&count) {
            push(text, &words, known, found);
        } else if count == words.len() && count == 1 && text.is_ascii() && words[0].text == text {
            found.doubts.push(words[0].span.clone());
        }
    }
}

/// How many words from here on are the whole name of somebody who is known.
fn met(text: &str, words: &[Word<'_>], at: usize, known: &Known<'_>) -> usize {
    let is_known = |count: &usize| {
        let last = words.get(at + count - 1);
        last.is_some_and(|last| {
            known.given.contains_key(&text[words[at].span.start..last.span.end])
        })
    };
    [3, 2].into_iter().find(is_known).unwrap_or(0)
}

fn push(text: &str, words: &[Word<'_>], known: &Known<'_>, found: &mut Found) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    let span = first.span.start..last.span.end;
    let roster = known.roster;
    if roster.persons.contains_key(&text[span.clone()]) || roster.knows_unit(&text[span.clone()]) {
        return;
    }
    let initials = words.iter().filter_map(|word| word.text.chars().next());
    let plain = initials.flat_map(|letter| [letter, '.']).collect();
    found.hits.push(Hit { span, plain });
}

/// How many words from here on are those of a name: capitalised, and with nothing but blanks between.
fn names(text: &str, words: &[Word<'_>], from: usize) -> usize {
    let mut count = 0;
    while let Some(word) = words.get(from + count).filter(|_| count < 3) {
        let before = (from + count).checked_sub(1).map_or(word.span.start, |at| words[at].span.end);
        let between = text[before..word.span.start].trim_start_matches('.');
        let near = (from + count == 0 || !between.is_empty()) && between.chars().all(|c| c == ' ');
        let lower = word.text.to_lowercase();
        let known = NO_NAMES.split_whitespace().any(|known| known == lower);
        if !near || known || !is_capital(word.text) {
            // The name of an office is none, however it begins.
            return if near && known && is_capital(word.text) { 0 } else { count };
        }
        count += 1;
    }
    count
}

/// A capital and small letters.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 1
        && letters.any(char::is_lowercase)
}

fn words(text: &str) -> Vec<Word<'_>> {
    let is_letter = |c: char| {
        (c.is_alphabetic() && !('\u{3400}'..='\u{9fff}').contains(&c))
            || matches!(c, '\'' | '’' | '-')
    };
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, is_letter(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(Word { span: from..at, text: &text[from..at] });
                start = None;
            }
            _ => {}
        }
    }
    words
}
