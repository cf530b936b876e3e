//! What merging says, in English.

use super::{findings, names};
use crate::merge::{Clash, Conflict, Decided, Part, Side};
use crate::render::words::{MergeNote, Trouble};

/// What stands against merging a file.
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Clash(conflict) => conflict_words(conflict),
        Trouble::Wrong { no, fact } => {
            format!("{no} would be wrong once merged: {}", findings::message(fact))
        }
        Trouble::Unreadable(None) => {
            "the common ancestor cannot be read, so the lines were merged".to_owned()
        }
        Trouble::Unreadable(Some(which)) => {
            format!("{} cannot be read, so the lines were merged", side(*which))
        }
        Trouble::Comment(text) => {
            format!("a comment of theirs stands at lines that both changed: {text}")
        }
        Trouble::Unwritable => "the merged values cannot be put into our text".to_owned(),
        Trouble::FileRemoved(which) => {
            format!("{} removed the file; a number is withdrawn, never removed", side(*which))
        }
        Trouble::OtherForm(which) => {
            format!("{} has converted the ledger, so it is there in both forms", side(*which))
        }
        Trouble::Git(said) => format!("git gave no answer: {said}"),
    }
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Ours => "ours",
        Side::Theirs => "theirs",
    }
}

fn conflict_words(Conflict { no, part, clash }: &Conflict) -> String {
    let before = no.map_or_else(String::new, |no| format!("{no}: "));
    let of = match part {
        Part::Own => String::new(),
        other => format!(" of {}", part_words(other)),
    };
    let what = match clash {
        Clash::BothChanged(key) => {
            format!("both changed `{key}`{of}, each otherwise")
        }
        Clash::BothAdded => format!("both added {}, each another one", part_words(part)),
        Clash::Removed(which) => format!("{} removed {}", side(*which), part_words(part)),
        Clash::EntryChanged => {
            format!("{} was edited, and entries are never edited", part_words(part))
        }
        Clash::Reordered(which) => {
            format!("{} moved {} to another place", side(*which), part_words(part))
        }
        Clash::SameNumber { ours, theirs } => {
            format!("two problems took this number: `{ours}` (ours) and `{theirs}` (theirs)")
        }
        Clash::ClosedVsChanged { side: which, act, other } => format!(
            "{} entered {}, {} did this meanwhile: {}{of}",
            side(*which),
            names::act(*act),
            side(which.other()),
            decided(other)
        ),
        Clash::BothMoved { ours, theirs } => format!(
            "both moved the state: {} (ours), {} (theirs)",
            names::act(*ours),
            names::act(*theirs)
        ),
        Clash::BothDecided { ours, theirs } => format!(
            "both decided the same matter{of}: {} (ours), {} (theirs)",
            decided(ours),
            decided(theirs)
        ),
        Clash::EnteredTwice { act, on } => {
            format!("both entered the same {} of {on}, which would count twice", names::act(*act))
        }
        Clash::SameDay { ours, theirs, on } => format!(
            "on {on} ours entered {} and theirs {}, and their order matters",
            names::act(*ours),
            names::act(*theirs)
        ),
    };
    format!("{before}{what}")
}

fn part_words(part: &Part) -> String {
    match part {
        Part::Own => "the problem".to_owned(),
        Part::Indicator(name) => format!("the indicator `{name}`"),
        Part::Measure(no) => format!("measure {no}"),
        Part::Entry(key) => format!("the entry {key}"),
        Part::Policy(Some(from)) => format!("the policy from {from}"),
        Part::Policy(None) => "the policy without a day".to_owned(),
        Part::Phase(name) => format!("the phase `{name}`"),
        Part::Unit(name) => format!("the unit `{name}`"),
        Part::Person(name) => format!("the person `{name}`"),
    }
}

fn decided(decided: &Decided) -> String {
    match decided {
        Decided::Entry { act, on } => format!("{} of {on}", names::act(*act)),
        Decided::Field(key) => format!("`{key}` changed"),
        Decided::Measure(no) => format!("measure {no} added or changed"),
        Decided::Indicator(name) => format!("the indicator `{name}` added, changed or removed"),
    }
}

/// What `ledger merge` says.
pub fn note(note: &MergeNote) -> String {
    match note {
        MergeNote::MergesByLedger => "git merges the book's files by this program".to_owned(),
        MergeNote::MergingInstalled(lacks) => format!(
            "git merges the book's files by this program from now on (was missing: {})",
            names::lacks(lacks)
        ),
        MergeNote::MergingLacks(lacks) => format!(
            "git would merge the book's files by their lines (missing: {})",
            names::lacks(lacks)
        ),
        MergeNote::OtherAttributes => {
            "other attributes still give the book's files another merge driver".to_owned()
        }
        MergeNote::NoMerge => {
            "there is no merge to repair: none is under way, and the newest commit is none"
                .to_owned()
        }
        MergeNote::NotInMerge(name) => format!("the merge did not bring {name} together"),
        MergeNote::Mended(path) => format!("{path} is merged field by field"),
        MergeNote::NothingToMend => "nothing to mend".to_owned(),
        MergeNote::ChangedByHand(path) => {
            format!("{path} is not as git left it and was left alone")
        }
        MergeNote::NotMerged { path, troubles } => {
            let reasons: Vec<_> =
                troubles.iter().map(|it| format!("\n  - {}", trouble(it))).collect();
            format!("{path} cannot be merged:{}", reasons.concat())
        }
        MergeNote::NoCollision(id) => {
            format!("no two problems have taken the number {}", id.no)
        }
        MergeNote::SameTwice(id) => format!("{id} is one problem that is there twice"),
        MergeNote::Renumbered { from, to, files } => format!(
            "the problem that came second to {from} is {to} now (written: {})",
            files.join(", ")
        ),
    }
}

/// What to do about it.
pub fn help(note: &MergeNote) -> Option<String> {
    let help = match note {
        MergeNote::MergingLacks(_) => "run `ledger merge --install`",
        MergeNote::Mended(_) | MergeNote::Renumbered { .. } => {
            "look at it, then `git add` and commit it"
        }
        MergeNote::OtherAttributes => {
            "`git check-attr --all ledgers/book.toml` and .git/info/attributes tell which"
        }
        MergeNote::SameTwice(_) => {
            "`ledger merge --repair` where git merged it; else take one of them out"
        }
        MergeNote::ChangedByHand(_) => "name it to have it merged again all the same",
        MergeNote::NotMerged { troubles, .. } => return Some(help_of(troubles)),
        _ => return None,
    };
    Some(help.to_owned())
}

fn help_of(troubles: &[Trouble]) -> String {
    let collision = troubles.iter().find_map(|it| match it {
        Trouble::Clash(Conflict { no, clash: Clash::SameNumber { .. }, .. }) => {
            Some(no.unwrap_or(0))
        }
        _ => None,
    });
    match collision {
        Some(no) => format!("give theirs the next free number: `ledger merge --renumber {no}`"),
        None => match troubles {
            [Trouble::OtherForm(_)] => {
                "enter what the other side did into the form that stays, remove the other, then `ledger check`"
            }
            [Trouble::FileRemoved(_)] => {
                "keep the file and `git add` it; what was entered by mistake is withdrawn with `ledger withdraw`"
            }
            _ => "decide between the markers, take them out, then `ledger check`",
        }
        .to_owned(),
    }
}
