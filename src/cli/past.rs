//! Names of versions of the book, as they are typed: a day, or whatever git takes for a commit.

use super::failure::Stop;
use super::surroundings::Surroundings;
use super::values::Mistyped;
use super::zone::Zone;
use crate::domain::day::Day;
use crate::render::words::{Message, NoPast, Typed};
use crate::store::{Moment, Snapshot, Span};

/// A version of the book, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Version {
    /// As it stood at the end of a day.
    Day(Day),
    /// As a commit has it.
    Revision(String),
}

impl Version {
    /// Says it to the store.
    pub fn moment(&self, zone: &Zone) -> Moment {
        match self {
            Self::Day(day) => Moment::EndOf { day: *day, second: zone.end_of(*day) },
            Self::Revision(name) => Moment::Revision(name.clone()),
        }
    }

    /// The day for which the version is asked where no other is named: its own, else the commit's.
    pub fn day(&self, snapshot: &Snapshot, zone: &Zone) -> Day {
        match self {
            Self::Day(day) => *day,
            Self::Revision(_) => zone.clock(snapshot.commit().committed).0,
        }
    }

    /// What people call it: as it was typed, or the commit that a day has come to.
    pub fn name(&self, snapshot: &Snapshot) -> String {
        match self {
            Self::Day(_) => snapshot.commit().short().to_owned(),
            Self::Revision(name) => name.clone(),
        }
    }
}

/// Reads a day, or the name of a commit. What looks like a day and is none is no name.
pub fn version(typed: &str) -> Result<Version, Mistyped> {
    let wrong = || Mistyped(Typed::Version);
    let like_a_day = typed.len() == 10
        && typed.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if like_a_day {
        let day = Day::from_iso(typed).filter(|day| day.is_plausible());
        return day.map(Version::Day).ok_or_else(wrong);
    }
    let refused = typed.is_empty() || typed.starts_with('-') || typed.contains(char::is_control);
    if refused { Err(wrong()) } else { Ok(Version::Revision(typed.to_owned())) }
}

/// The newest commit.
pub fn head() -> Moment {
    Moment::Revision("HEAD".to_owned())
}

/// The part of the history that `--at` and `--since` name.
pub fn span(at: Option<&Version>, since: Option<&Version>, zone: &Zone) -> Span {
    let to = at.map_or_else(head, |version| version.moment(zone));
    let (from, since) = match since {
        Some(Version::Day(day)) => (None, Some(zone.start_of(*day))),
        Some(Version::Revision(name)) => (Some(Moment::Revision(name.clone())), None),
        None => (None, None),
    };
    Span { to, from, since }
}

/// Opens a version of the book.
pub fn open(surroundings: &Surroundings, version: &Version) -> anyhow::Result<Snapshot> {
    let zone = surroundings.zone()?;
    Ok(Snapshot::open(surroundings.root()?, &version.moment(&zone))?)
}

/// Says that a command takes no `--at`.
pub fn not_here() -> Stop {
    Stop::usage(Message::NoPast(NoPast::AtIsForReading))
}

/// Says that a file named with `-f` has no past.
pub fn no_file() -> Stop {
    Stop::usage(Message::NoPast(NoPast::FileHasNone))
}

/// Says that `diff` names its versions itself.
pub fn no_at() -> Stop {
    Stop::usage(Message::NoPast(NoPast::AtBesideDiff))
}

#[cfg(test)]
mod tests {
    use super::{Version, version};

    #[test]
    fn a_day_is_a_day_and_all_else_a_name() {
        assert!(matches!(version("2022-09-30").unwrap(), Version::Day(_)));
        for name in ["HEAD", "HEAD~2", "v1", "2022-9-30", "20220930", "支线", "@{1}"] {
            assert_eq!(version(name).unwrap(), Version::Revision(name.to_owned()));
        }
        for wrong in ["", "-x", "--output=victim", "2022-02-30", "0022-01-01", "a\nb"] {
            assert!(version(wrong).is_err(), "{wrong:?}");
        }
    }
}
