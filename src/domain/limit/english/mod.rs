//! Limits in English: `by 31 October`, `end of October`, `within 15 working days of receipt`, `monthly by the 5th`.

mod counted;
mod lexicon;
mod names;
mod point;
mod recurring;

use super::part::Part;
use super::phase::{self, Known};
use super::scan::Found;
pub use names::MONTHS;

/// Tells whether the even words are English: they hold letters and nothing Chinese, or are a date with the day first.
pub(super) fn is_english(text: &str) -> bool {
    text.is_ascii()
        && (text.bytes().any(|byte| byte.is_ascii_alphabetic()) || point::is_day_first(text))
}

/// Words that say nothing of a time.
const FILLERS: [&str; 20] = [
    "rectification",
    "action",
    "implementation",
    "respectively",
    "the",
    "be",
    "completed",
    "complete",
    "rectified",
    "rectify",
    "done",
    "finished",
    "it",
    "to-be",
    "must",
    "shall",
    "should",
    "will",
    "fully",
    "latest",
];
/// Words with which a limit begins behind the words of the work.
const BEGINNINGS: [&str; 41] = [
    "target",
    "through",
    "up",
    "over",
    "maximum",
    "twice",
    "three",
    "four",
    "fortnightly",
    "annual",
    "ongoing",
    "sustained",
    "by",
    "before",
    "prior",
    "within",
    "in",
    "no",
    "not",
    "due",
    "end",
    "until",
    "till",
    "on",
    "every",
    "each",
    "at",
    "monthly",
    "weekly",
    "quarterly",
    "yearly",
    "annually",
    "daily",
    "half-yearly",
    "once",
    "during",
    "immediately",
    "as",
    "from",
    "between",
    "deadline",
];

/// What changes a limit that stands behind it.
const SPOILERS: [&str; 16] = [
    "every",
    "each",
    "after",
    "since",
    "about",
    "around",
    "approximately",
    "roughly",
    "starting",
    "beginning",
    "unless",
    "except",
    "until",
    "not",
    "ago",
    "for",
];
/// The words of the longest limit that stands behind other words.
const LONGEST: usize = 16;

/// Finds the parts in their order. What names a time and is not understood makes the whole unreadable.
pub(super) fn parts(text: &str, phases: &[Known]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut clause = Clause { phases, ..Clause::default() };
    let between = text.contains("between ");
    let mut at = 0;
    for token in text.split_inclusive(' ') {
        let word = token.trim_end();
        let span = (at, at + word.trim_end_matches([',', ';', ':']).len());
        at += token.len();
        let bare = word.trim_matches([',', ';', ':', '(', ')', '"']);
        // `two (2) months`, `2 (two) months` says it twice; and the hour changes nothing of the day.
        let in_brackets = word.starts_with('(') && word.ends_with(')');
        if in_brackets && names::is_number(bare) || names::is_clock(bare) {
            continue;
        }
        if word.starts_with('(') {
            clause.close(&mut found);
            clause.depth += 1;
        }
        // `on or before` is one preposition.
        let or = bare == "or" && clause.words.last() != Some(&"on");
        let joins = or || matches!(bare, "then" | "/" | "&" | "+") || bare == "and" && !between;
        if joins {
            clause.close(&mut found);
            if or {
                found.push(Found { span, part: Part::Or, depth: clause.depth });
            }
        } else if !bare.is_empty() {
            clause.take(bare, span);
        }
        let goes_on = word.ends_with(',') && clause.goes_on(&text[at..]);
        if word.ends_with([',', ';', ')']) && !goes_on {
            clause.close(&mut found);
        }
        if word.contains(')') {
            clause.depth = clause.depth.saturating_sub(1);
        }
    }
    clause.close(&mut found);
    when_done_dropped(found)
}

/// `completed (30 August 2026)`: the brackets tell when it was done.
fn when_done_dropped(mut found: Vec<Found>) -> Vec<Found> {
    let tells = |pair: &[Found]| {
        pair[0].part == Part::Done
            && pair[1].depth > pair[0].depth
            && matches!(pair[1].part, Part::Dated(_))
    };
    if found.len() == 2 && tells(&found) {
        found.truncate(1);
    }
    found
}

/// The words of a clause, and where they stand.
#[derive(Default)]
struct Clause<'a> {
    phases: &'a [Known],
    words: Vec<&'a str>,
    span: Option<(usize, usize)>,
    depth: u32,
}

impl<'a> Clause<'a> {
    fn take(&mut self, word: &'a str, (begin, end): (usize, usize)) {
        self.span = Some((self.span.map_or(begin, |span| span.0), end));
        self.words.push(word);
    }

    /// The comma of `Friday, 30 October` and of `monthly, by the 10th` parts nothing.
    fn goes_on(&self, rest: &str) -> bool {
        let mut next = rest.split([' ', ',']).filter(|word| !word.is_empty() && *word != "the");
        match (self.words.last(), next.next()) {
            (Some(last), Some(first)) if names::weekday(last).is_some() => {
                names::ordinal(first).is_some() || names::month(first).is_some()
            }
            (Some(&"monthly"), Some("by" | "on" | "before")) => {
                next.next().is_some_and(|day| names::ordinal(day).is_some())
                    && next.next().is_none_or(|word| names::month(word).is_none())
            }
            _ => false,
        }
    }

    fn close(&mut self, found: &mut Vec<Found>) {
        if let (Some(span), Some(part)) = (self.span.take(), clause(&self.words, self.phases)) {
            found.push(Found { span, part, depth: self.depth });
        }
        self.words.clear();
    }
}

/// The part that a clause gives; nothing where it only tells of the work.
fn clause(raw: &[&str], phases: &[Known]) -> Option<Part> {
    let done = |word: &&str| {
        let words =
            ["completed", "rectified", "closed", "done", "finished", "implemented", "resolved"];
        words.contains(word)
    };
    let state = match raw {
        ["fully" | "now", rest @ ..] => rest,
        other => other,
    };
    match state {
        ["already", ..] => return Some(Part::Done),
        // `completed in August 2026` tells what was; `completed by` is a limit.
        [first, rest @ ..] if done(first) && matches!(rest, [] | ["in" | "on" | "since", ..]) => {
            return Some(Part::Done);
        }
        ["was" | "were" | "has" | "have", rest @ ..] if rest.iter().take(4).any(done) => {
            return Some(Part::Done);
        }
        _ => {}
    }
    if let Some(part) = (0..raw.len()).find_map(|place| phase::english(&raw[place..], phases)) {
        return Some(part);
    }
    let words: Vec<&str> = raw.iter().copied().filter(|word| !FILLERS.contains(word)).collect();
    // Behind the words of the work a limit has few words.
    let near = |place: usize| words.len() - place <= LONGEST;
    let begins = |place: &usize| *place == 0 || near(*place) && BEGINNINGS.contains(&words[*place]);
    let read = (0..words.len()).filter(begins).find_map(|place| {
        let part = limit(&words[place..])?;
        // `each year in December`, `after 3 months by …`: what stands before changes it.
        let spoilt = words[..place].iter().any(|word| SPOILERS.contains(word));
        Some(if spoilt { Part::Damaged } else { part })
    });
    read.or_else(|| words.iter().any(|word| names::is_time(word)).then_some(Part::Damaged))
}

fn limit(words: &[&str]) -> Option<Part> {
    lexicon::part(words)
        .or_else(|| counted::part(words))
        .or_else(|| recurring::part(words))
        .or_else(|| point::part(words))
}
