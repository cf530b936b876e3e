//! Failures and remarks in English.

use super::refusals::refusal;
use super::stands::reading;
use super::{
    checks, echoes, edit, export, findings, giving, guard, limits, merging, minutes, names, past,
    sheets, taking, verify,
};
use crate::complaint::Doing;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::limit::{self, Kind};
use crate::domain::notice::LaterNotice;
use crate::render::words::{Message, Wrong, days, full_day, office_remark};

/// What is said.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn message(message: &Message) -> String {
    match message {
        Message::NoBook => "no book here or above (ledgers/book.toml)".to_owned(),
        Message::NoLedger { name, .. } => format!("there is no ledger `{name}`"),
        Message::WhichLedger(names) => format!("which ledger? There are {}", names.join(", ")),
        Message::BadLedgerName(name) => format!("no ledger can be named `{name}`"),
        Message::RangeTooLong { range, most } => format!("{range} holds more than {most} numbers"),
        Message::PeriodToCome { from, today } => {
            format!("the period begins on {from}, after {today}")
        }
        Message::OutputInBook(path) => {
            format!("{path} lies in the book's folder, among the ledgers")
        }
        Message::NoMoney => "money that came back is more than nothing".to_owned(),
        Message::NoProblem(id) => format!("there is no problem {id}"),
        Message::NotAMeasure(id) => format!("{id} is a measure; this takes a problem"),
        Message::FileIsForReading => {
            "-f is for reading; nothing is recorded in such a file".to_owned()
        }
        Message::Missing(options) => format!("missing: {}", options.join(", ")),
        Message::OnlyADuty(options) => format!("only a duty has {}", options.join(", ")),
        Message::EndsBeforeBegin { from, until } => {
            format!("--until {until} lies before --from {from}")
        }
        Message::WhoIsIt => "nobody says who does this".to_owned(),
        Message::LimitUnclear { words, reading: how } => {
            format!("the limit `{words}` cannot be entered: {}", reading(how))
        }
        Message::NewLimitUnclear { id, words, reading: how } => {
            format!("{id}: the new limit `{words}` cannot be entered: {}", reading(how))
        }
        Message::DaysDiffer { words, days } => {
            let days: Vec<_> = days.iter().map(|(id, day)| format!("{id} {day}")).collect();
            format!("`{words}` gives different days: {}", days.join(", "))
        }
        Message::IndicatorTwice(name) => format!("two indicators are named `{name}`"),
        Message::UndeclaredUnit { name, .. } => format!("book.toml declares no unit `{name}`"),
        Message::UndeclaredPerson { name, .. } => format!("book.toml declares no person `{name}`"),
        Message::NoSuchUnit { name, .. } => format!("there is no unit `{name}`"),
        Message::NoSuchPerson { name, .. } => format!("there is no person `{name}`"),
        Message::NoEvidenceFile(path) => format!("no such file of evidence: {path}"),
        Message::EvidenceOutside(path) => format!("evidence must lie in the book's folder: {path}"),
        Message::Refused { id, refusals } => {
            let reasons: Vec<_> =
                refusals.iter().map(|why| format!("  - {}", refusal(why))).collect();
            format!("{id} is refused:\n{}", reasons.join("\n"))
        }
        Message::NoticeLater { notice: LaterNotice { id, number, on: later }, on } => {
            format!("{id} got the notice {number} on {later}; one of {on} cannot follow it")
        }
        Message::WouldBeWrong { id, wrongs } => {
            let reasons: Vec<_> = wrongs.iter().map(wrong).collect();
            format!("{id} is refused, since it would be wrong then:\n{}", reasons.join("\n"))
        }
        Message::UnknownTimezone(name) => format!("there is no time zone `{name}`"),
        Message::UnknownEnding(path) => format!("no format has this ending: {path}"),
        Message::Unexported(what) => export::unexported(*what).0.to_owned(),
        Message::System { doing: what, path, said } => {
            format!("cannot {} {path}: {said}", doing(*what))
        }
        Message::Busy { holder } if holder.is_empty() => {
            "another command is writing to the book".to_owned()
        }
        Message::Busy { holder } => format!("another command is writing to the book ({holder})"),
        Message::Changed(path) => format!("somebody changed {path} meanwhile; nothing was written"),
        Message::Exists(path) | Message::OutputExists(path) => format!("{path} is there already"),
        Message::NotDurable(path) => format!("{path} is written, but may not survive a power cut"),
        Message::ReadOnly(path) => format!("{path} is read-only"),
        Message::Outside(path) => format!("{path} leads out of the book"),
        Message::HardLink(path) => {
            format!("{path} has a second hard link, which writing would cut off")
        }
        Message::NotRegular(path) => format!("{path} is no regular file"),
        Message::SelfCheck(path) => {
            format!("the self-check failed and {path} was left alone (a bug of this program)")
        }
        Message::Partly(files) => format!("only some files were written: {}", files.join(", ")),
        Message::Comments(files) => {
            format!("a table has no place for the comments in {}", files.join(", "))
        }
        Message::Git(said) => format!("git gave no answer: {said}"),
        Message::NoPast(why) => past::why(why),
        Message::Committed(what) => minutes::committed(what),
        Message::Proof(proof) => verify::proof(proof),
        Message::NoNumberLeft => "there is no number left".to_owned(),
        Message::Understood { day, today, sustained, provisional, notes } => {
            understood(*day, *today, *sustained, *provisional, notes)
        }
        Message::EveryUnclear { words, reading: how } => {
            format!("`{words}` gives no occurrences: {}", reading(how))
        }
        Message::NotOfADuty(options) => format!("a duty has no {}", options.join(", ")),
        Message::NextOccurrence { id, next, rests, event, missed, today } => {
            occurrence(id.as_ref(), next.map(|day| (day, *rests)), *event, *missed, *today)
        }
        Message::MeasureAfterProblem { measure, problem } => {
            format!(
                "the measure's last day {measure} lies after its problem's, {problem}; see which is wrong"
            )
        }
        Message::Recorded { act, ids } => format!("recorded {}: {}", names::act(*act), joined(ids)),
        Message::Echo(echo) => echoes::echo(echo),
        Message::OnePerson(id) => {
            format!("{id} is closed by one person: the policy asks for no second one")
        }
        Message::NothingWritten => "left; nothing was written".to_owned(),
        Message::Made(files) => format!("made {}", files.join(", ")),
        Message::Converted { written, removed } => {
            format!("converted: {written} files written, {removed} removed")
        }
        Message::HasThatForm => "the ledger has that form already; nothing was changed".to_owned(),
        Message::Merge(note) => merging::note(note),
        Message::Check(note) => checks::note(note),
        Message::Guard(note) => guard::note(note),
        Message::Edit(note) => edit::note(note),
        Message::NoTopic { word, .. } => edit::no_topic(word),
        Message::OfficeRemark { path, remark } => {
            format!("{path}: {}", office_remark(Lang::En, remark))
        }
        Message::Taking(note) => taking::note(note),
        Message::Giving(note) => giving::note(note),
        Message::SheetRemarks { path, remark, lines } => {
            format!("{path}: {} ({})", sheets::sheet(*remark), rows(lines))
        }
    }
}

/// What would be wrong, with the entry that would stand wrong.
fn wrong(wrong: &Wrong) -> String {
    let entry = wrong.entry.map(|(on, act, key)| format!("`{}` of {on} ({key}): ", act.name()));
    let (what, help) = (findings::message(&wrong.fact), findings::help(&wrong.fact));
    format!("  - {}{what}; {help}", entry.unwrap_or_default())
}

/// What to do about it.
pub fn help(message: &Message) -> Option<String> {
    let help = match message {
        Message::NoPast(why) => past::help(why).to_owned(),
        Message::Committed(what) => return minutes::help(what),
        Message::RangeTooLong { .. } => "do it in several steps".to_owned(),
        Message::PeriodToCome { .. } => "name a period that has begun with --period".to_owned(),
        Message::OutputInBook(_) => "write it to another folder".to_owned(),
        Message::NoBook => "make one with `ledger init`, or name its folder with -C".to_owned(),
        Message::NoLedger { nearest: Some(name), .. } => format!("did you mean `{name}`?"),
        Message::Check(note) => return checks::help(note),
        Message::Guard(note) => return guard::help(note),
        Message::Edit(note) => return edit::help(note),
        Message::NoTopic { nearest, .. } => edit::known_topic(nearest.as_deref()),
        Message::Taking(note) => return taking::help(note),
        Message::Giving(note) => return giving::note_help(note),
        Message::NoLedger { nearest: None, .. } => "make it with `ledger init NAME`".to_owned(),
        Message::WhichLedger(_) => "name it with -l, or write ledger = \"…\" in book.toml".to_owned(),
        Message::BadLedgerName(_) => "letters, digits, - and _, at most 64 bytes, and none of book, files, maps, templates; no device of Windows as con, nul, com1".to_owned(),
        Message::FileIsForReading => "work in the book's folder, and name the ledger with -l".to_owned(),
        Message::OnlyADuty(_) => "say --kind duty, or leave them out".to_owned(),
        Message::WhoIsIt => {
            "say it with --by; or give a person in book.toml git = [\"address\"], which git's user.email then finds".to_owned()
        }
        Message::EveryUnclear { reading, .. } if reading.kind == Kind::NoStart => "say when it begins, with --from".to_owned(),
        Message::EveryUnclear { .. } => {
            "say only how often, one rhythm a duty, as 每月5日前; its beginning and end are --from and --until, and what falls due once is a problem with --limit".to_owned()
        }
        Message::NotOfADuty(_) => "say how often with --every, and when it begins and ends with --from and --until".to_owned(),
        Message::LimitUnclear { words, reading } if reading.kind == Kind::Recurring => {
            format!("enter a duty with `ledger add --kind duty --every '{words}'`, or name the day, as --due 2022-10-31")
        }
        Message::LimitUnclear { .. } => "name the day, as --due 2022-10-31".to_owned(),
        Message::NewLimitUnclear { .. } => "name the day, as --due 2022-11-30; or say that it lengthens, as 延期一个月 or 30 days more, which counts from the last day".to_owned(),
        Message::DaysDiffer { .. } => "extend them one after the other, or name one day with --due".to_owned(),
        Message::NoSuchUnit { nearest: Some(name), .. }
        | Message::NoSuchPerson { nearest: Some(name), .. }
        | Message::UndeclaredUnit { nearest: Some(name), .. } | Message::UndeclaredPerson { nearest: Some(name), .. } => {
            format!("did you mean `{name}`?")
        }
        Message::UndeclaredUnit { name, nearest: None } => format!("if it exists, write [unit.\"{name}\"] in book.toml"),
        Message::UndeclaredPerson { name, nearest: None } => format!("if they exist, write [person.\"{name}\"] in book.toml"),
        Message::NoticeLater { .. } => "name that day or a later one with --on; if that notice was a mistake, take it back with `ledger void` first".to_owned(),
        Message::EvidenceOutside(_) => "put it below `files` in the book's folder first".to_owned(),
        Message::UnknownTimezone(_) => "write an IANA name, as timezone = \"Asia/Shanghai\"".to_owned(),
        Message::UnknownEnding(_) => "end the name in .txt, .csv, .json, .md, .html, .docx or .xlsx, or say it with -O".to_owned(),
        Message::Unexported(what) => export::unexported(*what).1.to_owned(),
        Message::Busy { .. } => "try again later; --lock-timeout says how many seconds to wait".to_owned(),
        Message::OutputExists(_) => "replace it with --force, or choose another name".to_owned(),
        Message::Changed(_) => "try again".to_owned(),
        Message::Comments(_) => "drop them with --drop-comments".to_owned(),
        Message::Partly(_) => "look at `git status`, and restore with git".to_owned(),
        Message::Merge(note) => return merging::help(note),
        _ => return None,
    };
    Some(help)
}

fn understood(
    day: Option<Day>,
    today: Day,
    sustained: bool,
    provisional: bool,
    notes: &[limit::Note],
) -> String {
    let mut parts = Vec::new();
    if let Some(day) = day {
        let left = today.days_until(day);
        let when = if left >= 0 {
            format!("in {}", days(Lang::En, left))
        } else {
            format!("{} ago", days(Lang::En, -left))
        };
        parts.push(format!("{}, {when}", full_day(Lang::En, day)));
    }
    parts.extend(notes.iter().map(limits::note));
    if sustained {
        parts.push("sustained".to_owned());
    }
    if provisional {
        parts.push("provisional, since the working days of that year are not published".to_owned());
    }
    format!("→ {}", parts.join("; "))
}

fn occurrence(
    id: Option<&Id>,
    next: Option<(Day, bool)>,
    event: bool,
    missed: usize,
    today: Day,
) -> String {
    let before = id.map_or_else(|| "→ ".to_owned(), |id| format!("{id}: "));
    let missed = if missed == 0 { String::new() } else { format!("; {missed} missed") };
    match next {
        Some((day, rests)) => {
            let rest = if rests { "; it is a rest day, and stays" } else { "" };
            let left = days(Lang::En, today.days_until(day));
            format!("{before}next {}, in {left}{rest}{missed}", full_day(Lang::En, day))
        }
        None if event => format!("{before}no calendar knows its days{missed}"),
        None => format!("{before}no further occurrence{missed}"),
    }
}

fn joined(ids: &[Id]) -> String {
    ids.iter().map(Id::to_string).collect::<Vec<_>>().join(", ")
}

fn doing(doing: Doing) -> &'static str {
    match doing {
        Doing::List => "list",
        Doing::Read => "read",
        Doing::Lock => "lock",
        Doing::MakeFolder => "make the folder",
        Doing::Write => "write",
        Doing::Replace => "replace",
        Doing::Remove => "remove",
    }
}

/// The first lines, and how many there are.
fn rows(lines: &[usize]) -> String {
    let shown: Vec<_> = lines.iter().take(5).map(usize::to_string).collect();
    let rest =
        if lines.len() > 5 { format!(" and {} more", lines.len() - 5) } else { String::new() };
    let word = if lines.len() == 1 { "line" } else { "lines" };
    format!("{word} {}{rest}", shown.join(", "))
}
