//! What guards the book, in English.

use std::time::Duration;

use crate::domain::id::Id;
use crate::domain::subject::Part;
use crate::render::words::GuardNote;

/// What was found, or why nothing was written.
pub fn note(note: &GuardNote) -> String {
    match note {
        GuardNote::Open { path, who: Some(who), .. } => format!("{who} has {path} open"),
        GuardNote::Open { path, who: None, .. } => format!("somebody has {path} open"),
        GuardNote::Meddled { files, .. } if files.is_empty() => {
            "a change of several files was cut off, and what was written down of it cannot be read"
                .to_owned()
        }
        GuardNote::Meddled { files, .. } => format!(
            "a change of several files was cut off, and these are neither as before it nor as after it: {}",
            files.join(", ")
        ),
        GuardNote::Finished(files) => {
            format!("finished a change that was cut off: {}", files.join(", "))
        }
        GuardNote::Saved(path) => {
            format!("somebody saved a file while it was replaced; what they saved is in {path}")
        }
        GuardNote::Fault { changed: false } => {
            "ledger itself went wrong, as told above; nothing was changed".to_owned()
        }
        GuardNote::Fault { changed: true } => {
            "ledger itself went wrong, as told above; the book was changed before".to_owned()
        }
        GuardNote::ClockBehind(by) => {
            format!("this computer's clock stands {} before the last writing", span(*by))
        }
        GuardNote::Network { path, kind } => format!(
            "{path} lies on a network file system ({kind}), where two computers may overwrite each other's entries"
        ),
        GuardNote::Gone { parts, .. } => {
            let parts: Vec<_> = parts.iter().map(part).collect();
            format!("the last commit has what the book has not: {}", parts.join(", "))
        }
        GuardNote::Twin(id) => format!("the same stands there as {id}"),
        GuardNote::TwinEntry { id, key } => {
            format!("{id} has the same entry of that day already: {key}")
        }
        GuardNote::OtherRequest { request, recorded } => {
            let ids: Vec<_> = recorded.iter().map(Id::to_string).collect();
            format!("request {request} was recorded for {} and not for the others", ids.join(", "))
        }
    }
}

/// What to do about it.
pub fn help(note: &GuardNote) -> Option<String> {
    Some(match note {
        GuardNote::Open { mark, .. } => {
            format!("save and close it there; if nobody has it open, remove {mark}")
        }
        GuardNote::Meddled { journal, .. } => format!(
            "look at the files with `git diff`, put them as they should be, then remove {journal}"
        ),
        GuardNote::Saved(_) => "compare it with the book, then remove it".to_owned(),
        GuardNote::Fault { changed: false } => {
            "try again; if it comes again, report it to those who make ledger".to_owned()
        }
        GuardNote::Fault { changed: true } => {
            "look with `git diff` at what was written, and run `ledger check`; report it to those who make ledger".to_owned()
        }
        GuardNote::ClockBehind(_) => "set the clock; days are taken from it".to_owned(),
        GuardNote::Network { .. } => {
            "work in a clone on this computer, or allow it with --allow-network-fs".to_owned()
        }
        GuardNote::Gone { paths, .. } => format!(
            "bring it back with `git checkout HEAD -- {}`, or take it from `git show HEAD:FILE`; if it is meant, \
             commit the files first",
            paths.join(" ")
        ),
        GuardNote::Twin(_) => {
            "nothing was written; if it is another one, tell them apart in its text".to_owned()
        }
        GuardNote::TwinEntry { .. } => {
            "nothing was written; if it happened twice, say so with --text".to_owned()
        }
        GuardNote::OtherRequest { .. } => "give each request an id of its own".to_owned(),
        GuardNote::Finished(_) => return None,
    })
}

/// A part of a problem.
pub fn part((id, part): &(Id, Part)) -> String {
    match part {
        Part::Problem => id.to_string(),
        Part::Indicator(name) => format!("{id} indicator {name}"),
        Part::Measure(no) => format!("{id}.{no}"),
        Part::Entry(key) => format!("{id} entry {key}"),
    }
}

fn span(by: Duration) -> String {
    match by.as_secs() / 3_600 {
        0..48 => format!("{} hours", by.as_secs() / 3_600),
        hours => format!("{} days", hours / 24),
    }
}
