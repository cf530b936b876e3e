//! Limits in English: `by 31 October`, `end of October`, `within 15 working days of receipt`, `monthly by the 5th`.

mod counted;
mod names;
mod point;
mod recurring;

use super::part::Part;
use super::scan::Found;

/// Tells whether the even words are English: they hold letters and nothing Chinese.
pub(super) fn is_english(text: &str) -> bool {
    text.is_ascii() && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Words that say nothing of a time.
const FILLERS: [&str; 16] = [
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
const BEGINNINGS: [&str; 30] = [
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
    "twice",
    "during",
    "immediately",
    "as",
    "from",
    "between",
    "deadline",
];

/// The words of the longest limit that stands behind other words.
const LONGEST: usize = 16;

/// Finds the parts in their order. What names a time and is not understood makes the whole unreadable.
pub(super) fn parts(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let between = text.contains("between ");
    for word in text.split_inclusive([' ', ',', ';']).chain(["；"]) {
        let end = at + word.len();
        let bare = word.trim_end_matches([' ', ',', ';', ':', '；']).trim_matches(['(', ')', '"']);
        let joins = matches!(bare, "then" | "or") || bare == "and" && !between;
        if !joins && !bare.is_empty() {
            words.push(bare);
        }
        if joins || word.ends_with([',', ';', '；']) || word.trim_end().ends_with(',') {
            if let Some(part) = clause(&words) {
                found.push(Found { span: (start, at.min(text.len())), part, depth: 0 });
            }
            if bare == "or" {
                found.push(Found { span: (at, end), part: Part::Or, depth: 0 });
            }
            words.clear();
            start = end.min(text.len());
        }
        at = end;
    }
    found
}

/// The part that a clause gives; nothing where it only tells of the work.
fn clause(raw: &[&str]) -> Option<Part> {
    if let ["already", ..] | ["completed" | "done" | "closed" | "finished"] = raw {
        return Some(Part::Done);
    }
    let words: Vec<&str> = raw.iter().copied().filter(|word| !FILLERS.contains(word)).collect();
    // Behind the words of the work a limit has few words.
    let near = |place: usize| words.len() - place <= LONGEST;
    let begins = |place: &usize| *place == 0 || near(*place) && BEGINNINGS.contains(&words[*place]);
    let read = (0..words.len()).filter(begins).find_map(|place| limit(&words[place..]));
    read.or_else(|| words.iter().any(|word| names::is_time(word)).then_some(Part::Damaged))
}

fn limit(words: &[&str]) -> Option<Part> {
    lexicon(words)
        .or_else(|| counted::part(words))
        .or_else(|| recurring::part(words))
        .or_else(|| point::part(words))
}

fn lexicon(words: &[&str]) -> Option<Part> {
    Some(match words {
        ["immediately" | "immediate" | "forthwith"]
        | ["at", "once"]
        | ["right", "away"]
        | ["without", "delay"]
        | ["immediately", "upon", ..] => Part::Immediate,
        ["today"] | ["same", "day"] | ["on", "same", "day"] => Part::SameDay,
        ["sustained" | "ongoing" | "continuous" | "continuously" | "long-term" | "permanently"]
        | ["long", "term"]
        | ["keep" | "kept", "up"]
        | ["on", "an" | "a", "ongoing" | "continuous" | "long-term", "basis"]
        | ["sustained" | "ongoing" | "maintained", "thereafter" | "afterwards"]
        | ["sustained" | "ongoing", "from", ..]
        | ["then" | "thereafter", "sustained"] => Part::Sustained,
        ["as", "soon", "as", "possible" | "practicable"]
        | [
            "asap" | "soon" | "regularly" | "periodically" | "tbd" | "tbc" | "promptly" | "timely",
        ]
        | ["in", "due", "course" | "time"]
        | ["when" | "where", "possible" | "appropriate"]
        | ["to", "determined" | "confirmed" | "decided"]
        | ["from", "time", "to", "time"] => Part::Vague,
        _ => return None,
    })
}
