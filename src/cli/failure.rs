//! Why a command stopped, in words, and the exit status that tells scripts how.

use std::ffi::OsString;
use std::fmt;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};

use super::guarding;
use super::surroundings::Surroundings;
use crate::complaint::Complaint;
use crate::domain::id::Id;
use crate::domain::nearest::nearest;
use crate::render::complaint;
use crate::render::words::{self, Committed, GuardNote, Message, NoPast};
use crate::{git, store};

/// Fine.
pub const FINE: u8 = 0;
/// Findings: of `check`, or asked for with `--exit-code`.
pub const FINDINGS: u8 = 1;
/// Wrong usage.
pub const USAGE: u8 = 2;
/// Refused or failed; nothing was changed.
pub const REFUSED: u8 = 3;
/// Changed, but it is not certain that the change survives a power cut, that it is whole, or that it is committed.
pub const UNCERTAIN: u8 = 4;
/// Somebody else changed it meanwhile; nothing was changed.
pub const CHANGED: u8 = 5;
/// Another command is writing.
pub const BUSY: u8 = 75;

/// A command stops: what there is to say, all of it at once, and nothing was changed.
#[derive(Debug)]
pub struct Stop {
    messages: Vec<Message>,
    status: u8,
}

impl Stop {
    /// Refused, with the reasons.
    pub fn refused(messages: Vec<Message>) -> Self {
        Self { messages, status: REFUSED }
    }

    /// Nothing is there that was asked for; nothing was changed.
    pub fn findings(messages: Vec<Message>) -> Self {
        Self { messages, status: FINDINGS }
    }

    /// What there is to say.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// Stops for both reasons.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.messages.extend(other.messages);
        self
    }

    /// Says nothing twice.
    #[must_use]
    pub fn each_once(mut self) -> Self {
        let mut once = Vec::new();
        self.messages.retain(|message| {
            let new = !once.contains(message);
            once.push(message.clone());
            new
        });
        self
    }

    /// Wrong usage, in several ways.
    pub fn all_usage(messages: Vec<Message>) -> Self {
        Self { messages, status: USAGE }
    }

    /// Somebody is at it.
    pub fn busy(note: GuardNote) -> Self {
        Self { messages: vec![Message::Guard(note)], status: BUSY }
    }

    /// Wrong usage.
    pub fn usage(message: Message) -> Self {
        Self { messages: vec![message], status: USAGE }
    }
}

impl From<Message> for Stop {
    fn from(message: Message) -> Self {
        Self::refused(vec![message])
    }
}

impl fmt::Display for Stop {
    /// For developers; people read what `report` makes of it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.messages)
    }
}

impl std::error::Error for Stop {}

/// Files that cannot be read, with all that is wrong with them.
#[derive(Debug)]
pub struct Unreadable(pub Vec<Complaint>);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl std::error::Error for Unreadable {}

/// The exit status of a fault that is no refusal: it says what became of the book.
pub(super) fn of_fault() -> u8 {
    if store::has_changed() { UNCERTAIN } else { REFUSED }
}

/// Says that the program itself went wrong, and returns the exit status.
pub(super) fn of_ours(words: &[OsString], err: &mut dyn Write) -> u8 {
    let changed = store::has_changed();
    // Should that go wrong as well, the status has to do.
    let _ = panic::catch_unwind(AssertUnwindSafe(|| {
        let surroundings = Surroundings::of_words(words);
        say(&Message::Guard(GuardNote::Fault { changed }), &surroundings, err)
    }));
    of_fault()
}

/// Says why a command stopped, and returns the exit status. Nobody is left to be told where writing itself fails.
pub(super) fn report(
    error: &anyhow::Error,
    surroundings: &Surroundings,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let status = tell(error, surroundings, err)?;
    // What the command did in a step before is done.
    Ok(if store::has_changed() { UNCERTAIN } else { status })
}

fn tell(error: &anyhow::Error, surroundings: &Surroundings, err: &mut dyn Write) -> io::Result<u8> {
    if let Some(stop) = error.downcast_ref::<Stop>() {
        stop.messages.iter().try_for_each(|message| say(message, surroundings, err))?;
        return Ok(stop.status);
    }
    if let Some(Unreadable(complaints)) = error.downcast_ref() {
        complaint::write(complaints, surroundings.complaint_options(), err)?;
        return Ok(REFUSED);
    }
    if let Some(failure) = error.downcast_ref::<store::Failure>() {
        report_store(failure, surroundings, err)
    } else {
        writeln!(err, "ledger: {error:#}")?;
        Ok(REFUSED)
    }
}

fn report_store(
    failure: &store::Failure,
    surroundings: &Surroundings,
    err: &mut dyn Write,
) -> io::Result<u8> {
    if let store::Failure::Complaints(complaints) = failure {
        complaint::write(complaints, surroundings.complaint_options(), err)?;
        return Ok(REFUSED);
    }
    if let store::Failure::Several(failures) = failure {
        for failure in failures {
            report_store(failure, surroundings, err)?;
        }
        return Ok(REFUSED);
    }
    if let store::Failure::Partly { cause, .. } = failure {
        report_store(cause, surroundings, err)?;
    }
    say(&message(failure, surroundings), surroundings, err)?;
    Ok(match failure {
        store::Failure::Busy { .. } | store::Failure::Open { .. } => BUSY,
        store::Failure::Changed { .. } => CHANGED,
        store::Failure::NotDurable { .. }
        | store::Failure::NotCommitted { .. }
        | store::Failure::Partly { .. } => UNCERTAIN,
        _ => REFUSED,
    })
}

/// Says one thing, and what to do about it.
pub(super) fn say(
    message: &Message,
    surroundings: &Surroundings,
    err: &mut dyn Write,
) -> io::Result<()> {
    let (text, help) = words::message(surroundings.lang, message);
    writeln!(err, "ledger: {}", crate::render::inert(&text))?;
    match help {
        Some(help) => {
            let name = words::label(surroundings.lang, words::Label::Help);
            writeln!(err, "{name}: {}", crate::render::inert(&help))
        }
        None => Ok(()),
    }
}

/// Puts what the store says into the words' facts.
fn message(failure: &store::Failure, surroundings: &Surroundings) -> Message {
    use store::Failure as F;
    if let Some(why) = no_past(failure) {
        return Message::NoPast(why);
    }
    if let Some(note) = guarding::message(failure) {
        return Message::Guard(note);
    }
    match failure {
        F::NotFound => Message::NoBook,
        F::NoLedger(name) => {
            let names = surroundings.origin().ok().and_then(|origin| origin.ledger_names().ok());
            let names = names.unwrap_or_default();
            let nearest = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
            Message::NoLedger { name: name.clone(), nearest }
        }
        F::NoProblem { ledger, no } => Message::NoProblem(Id::of_problem(ledger, *no)),
        F::NoNumberLeft => Message::NoNumberLeft,
        F::Io { doing, path, source } => {
            Message::System { doing: *doing, path: path.clone(), said: source.to_string() }
        }
        F::Busy { holder, .. } => Message::Busy { holder: holder.clone() },
        F::Changed { path } => Message::Changed(path.clone()),
        F::Exists { path } => Message::Exists(path.clone()),
        F::NotDurable { path } => Message::NotDurable(path.clone()),
        F::ReadOnly { path } => Message::ReadOnly(path.clone()),
        F::Outside { path } => Message::Outside(path.clone()),
        F::HardLink { path } => Message::HardLink(path.clone()),
        F::NotRegular { path } => Message::NotRegular(path.clone()),
        F::SelfCheck { path } => Message::SelfCheck(path.clone()),
        F::Partly { written, .. } => Message::Partly(written.clone()),
        F::Comments { paths } => Message::Comments(paths.clone()),
        F::Unready(unready) => Message::Committed(unready_words(unready)),
        F::NotCommitted { paths, cause } => {
            let said = match cause {
                git::Failure::Refused(said) => said.clone(),
                other => format!("{other:?}"),
            };
            Message::Committed(Committed::Refused { paths: paths.clone(), said })
        }
        F::Git(git::Failure::Refused(said)) => Message::Git(said.clone()),
        other => Message::Git(other.to_string()),
    }
}

fn unready_words(unready: &git::Unready) -> Committed {
    use git::Unready as U;
    match unready {
        U::NoRepository => Committed::NoRepository,
        U::NoIdentity => Committed::NoIdentity,
        U::Unfinished(what) => Committed::Unfinished(what),
        U::Ignored(paths) => Committed::Ignored(paths.clone()),
        U::Altered(paths) => Committed::Altered(paths.clone()),
    }
}

/// Says why the past was not read, where that is what failed.
fn no_past(failure: &store::Failure) -> Option<NoPast> {
    use store::Failure as F;
    Some(match failure {
        F::NoRepository => NoPast::NoRepository,
        F::UnknownRevision { name, shallow: false } if name == "HEAD" => NoPast::NoCommit,
        F::UnknownRevision { name, shallow } => {
            NoPast::UnknownRevision { name: name.clone(), shallow: *shallow }
        }
        F::Shallow => NoPast::Shallow,
        F::BeforeFirst { day, shallow } => NoPast::BeforeFirst { day: *day, shallow: *shallow },
        F::NoBookThen { commit, folder } => {
            NoPast::NoBookThen { commit: commit.clone(), folder: folder.clone() }
        }
        F::Git(git::Failure::NoProgram) => NoPast::NoGit,
        F::Git(git::Failure::Missing(hash)) => NoPast::NoObject(hash.clone()),
        _ => return None,
    })
}
