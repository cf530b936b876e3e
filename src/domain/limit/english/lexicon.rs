//! Words that say a limit without a number: `immediately`, `ongoing`, `as soon as possible`.

use crate::domain::limit::part::Part;

/// Reads such words where nothing else stands.
#[expect(clippy::unnested_or_patterns, reason = "each line is one way to say it")]
pub(super) fn part(words: &[&str]) -> Option<Part> {
    Some(match words {
        ["immediately" | "immediate" | "forthwith"]
        | ["at", "once"]
        | ["right", "away"]
        | ["without", "delay"]
        | ["immediately", "upon", ..]
        | ["with", "immediate", "effect"]
        | ["straight", "away"] => Part::Immediate,
        ["today"] | ["same", "day"] | ["on", "same", "day"] | ["on", "spot"] => Part::SameDay,
        words if is_sustained(words) => Part::Sustained,
        words if is_vague(words) => Part::Vague,
        _ => return None,
    })
}

fn is_sustained(words: &[&str]) -> bool {
    let lasting = |word: &str| {
        let words = [
            "sustained",
            "sustain",
            "ongoing",
            "continuous",
            "continuously",
            "continuing",
            "long-term",
            "permanent",
            "permanently",
            "indefinitely",
            "maintained",
            "maintain",
        ];
        words.contains(&word)
    };
    match words {
        ["long", "term"] | ["keep" | "kept", "up"] | ["then" | "thereafter", "sustained"] => true,
        ["on", "an" | "a", word, "basis"] | [word] | [word, "from", ..] => lasting(word),
        [word, other] => {
            let behind =
                ["thereafter", "afterwards", "commitment", "effort", "work", "task", "measure"];
            lasting(word) && (lasting(other) || behind.contains(other))
        }
        _ => false,
    }
}

#[expect(clippy::unnested_or_patterns, reason = "each line is one way to say it")]
fn is_vague(words: &[&str]) -> bool {
    matches!(
        words,
        ["as", "soon", "as", "possible" | "practicable"]
            | ["as", "soon", "as", "reasonably", "possible" | "practicable"]
            | ["asap" | "soon" | "shortly" | "regularly" | "periodically" | "promptly" | "timely"]
            | ["tbd" | "tbc" | "tba" | "eventually" | "quickly" | "later"]
            | ["in", "due", "course" | "time"]
            | ["in", "near" | "foreseeable", "future"]
            | ["in", "future"]
            | ["as", "needed" | "required" | "necessary" | "appropriate" | "applicable"]
            | ["when" | "where", "possible" | "appropriate" | "necessary"]
            | ["when", "conditions", "permit" | "allow"]
            | ["at", "an" | "a", "appropriate" | "suitable" | "later", "time" | "date" | "stage"]
            | ["at", "earliest"]
            | ["at", "earliest", "opportunity" | "convenience"]
            | ["within", "a", "reasonable", "time" | "period"]
            | ["in", "a", "timely", "manner"]
            | ["on", "time" | "schedule"]
            | ["to", "determined" | "confirmed" | "decided"]
            | ["from", "time", "to", "time"]
    )
}
