//! What `ledger check` says beside its findings, in English.

use super::{counts, findings};
use crate::check::Rule;
use crate::domain::mend::Mending;
use crate::render::words::CheckNote;

/// What is said.
pub fn note(note: &CheckNote) -> String {
    match note {
        CheckNote::AllWell { ledgers, problems } => {
            let ledgers =
                if *ledgers == 1 { "1 ledger".to_owned() } else { format!("{ledgers} ledgers") };
            format!("nothing wrong in {ledgers} with {}", counts::problems(*problems))
        }
        CheckNote::Doubts(1) => "nothing wrong; 1 place to look at".to_owned(),
        CheckNote::Doubts(number) => format!("nothing wrong; {number} places to look at"),
        CheckNote::Findings { errors, doubts: 0 } => counts::errors(*errors),
        CheckNote::Findings { errors, doubts } => {
            format!("{}, {doubts} more to look at", counts::errors(*errors))
        }
        CheckNote::Hints { rule, count } => {
            let (name, [what, _]) = (rule.name(), findings::rule(*rule));
            format!("{count} × {name}: {what} List them with --only {name}.")
        }
        CheckNote::NoRule { name, .. } => format!("there is no rule `{name}`"),
        CheckNote::Mended { id, mending, dry } => {
            format!(
                "{} {id}: {}",
                if *dry { "would correct" } else { "corrected" },
                mended(mending)
            )
        }
        CheckNote::MendedInAll { values, files } => {
            format!("corrected {values} in {files} {}", if *files == 1 { "file" } else { "files" })
        }
        CheckNote::NothingToMend => "nothing can be corrected without a decision".to_owned(),
    }
}

/// What to do about it.
pub fn help(note: &CheckNote) -> Option<String> {
    Some(match note {
        CheckNote::NoRule { nearest: Some(name), .. } => format!("did you mean `{name}`?"),
        CheckNote::NoRule { nearest: None, .. } => "`ledger check --rules` lists them".to_owned(),
        CheckNote::Hints { rule: Rule::GitMergesLines, .. } => {
            "run `ledger merge --install`".to_owned()
        }
        _ => return None,
    })
}

/// What is written where a value is mended.
fn mended(mending: &Mending) -> String {
    match mending {
        Mending::Due { day, .. } => format!("last day {day}"),
        Mending::Sustained { .. } => "marked as sustained".to_owned(),
        Mending::Name { old, new, .. } => format!("`{old}` → `{new}`"),
    }
}
