//! The sheet that a unit sent back: what it filled in becomes entries, through the same gates as at the keyboard.

use std::path::Path;

use super::given_back::{is_the_one, masked_lines};
use super::masking::mask_at;
use super::{Terms, shown};
use crate::cli::context::Context;
use crate::cli::failure::{Stop, Unreadable};
use crate::cli::recording::{change, later, new_key};
use crate::cli::refusing::would_be_wrong;
use crate::complaint::{Complaint, Fault, FormFault, Log, Source};
use crate::domain::book::{Book, Lang};
use crate::domain::entry::{Act, Entry};
use crate::domain::filter::Filter;
use crate::domain::gate;
use crate::domain::id::{Id, Selection};
use crate::domain::key::Key;
use crate::domain::persons::{Masker, without_which};
use crate::domain::problem::{Extra, Problem};
use crate::domain::roster::Roster;
use crate::domain::standing::AsOf;
use crate::formats::addition::Addition;
use crate::intake::returned::{Returned, ReturnedLine, is_memory, read};
use crate::intake::take::Taken;
use crate::intake::word::Changes;
use crate::intake::workbook::{Hidden, Leaf};
use crate::render::layout;
use crate::render::layout::returned::{Back, Meanwhile};
use crate::render::layout::unit_form::Form;
use crate::render::words::{Message, unit_form as words};
use crate::reports::unit_form::unit_form;
use crate::store;

/// A line that came back, and the problem or measure that it names.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// The problem or measure.
    pub id: Id,
    /// The line.
    pub line: ReturnedLine,
}

/// Reads a sheet that came back.
pub(super) fn returned(
    context: &mut Context<'_>,
    path: &Path,
) -> anyhow::Result<(Returned, Vec<Named>)> {
    let no_form = || {
        let source = Source { path: path.to_string_lossy().into_owned(), ..Source::default() };
        let fault = Fault::Form(FormFault::NoForm);
        Unreadable(vec![Complaint { source: source.into(), span: 0..0, fault }])
    };
    let taken = context.taken(path, Hidden::Include, Changes::Refuse)?;
    let Taken::Workbook(book) = taken else { return Err(no_form().into()) };
    let leaves: Vec<&Leaf> = book.sheets.iter().filter_map(|it| it.leaf.as_ref().ok()).collect();
    let memory = leaves.iter().find(|leaf| is_memory(&leaf.source.text));
    let page = book.sheets.iter().find(|sheet| {
        !sheet.hidden && sheet.leaf.as_ref().map_or(true, |leaf| !is_memory(&leaf.source.text))
    });
    let (Some(memory), Some(page)) = (memory, page) else { return Err(no_form().into()) };
    let page = page.leaf.clone().map_err(Unreadable)?;
    let returned = read(&page.source, &memory.source).map_err(Unreadable)?;
    let named = returned.lines.iter().map(|line| {
        let id = line.id.parse::<Selection>().ok().filter(|it| it.first == it.last);
        let id =
            id.and_then(|it| Some(Id { ledger: it.ledger?, no: it.first, measure: it.measure }));
        id.map(|id| Named { id, line: line.clone() }).ok_or_else(no_form)
    });
    let named = named.collect::<Result<Vec<_>, _>>()?;
    Ok((returned, named))
}

/// Makes of what was filled in the entries to be recorded, or stops with all that speaks against any of them.
pub(super) fn entries(
    book: &Book,
    lang: Lang,
    returned: &Returned,
    named: &[Named],
    terms: &Terms,
) -> anyhow::Result<(Back, Vec<store::Change>)> {
    let mut masked = Vec::new();
    let named = &masked_lines(named, returned, book, terms, &mut masked);
    let mut back = Back {
        unit: returned.unit.clone(),
        entries: Vec::new(),
        known: Vec::new(),
        meanwhile: Vec::new(),
        missing: returned.missing.clone(),
        masked,
    };
    let mut book = book.clone();
    let mut refused = Vec::new();
    let mut changes = Vec::new();
    let mut log = Log::new(&returned.source);
    let now = form_now(&book, lang, returned, terms);
    for Named { id, line } in named {
        let of_problem = Id::of_problem(&id.ledger, id.no);
        let Some(problem) = book.ledger(&id.ledger).and_then(|it| it.problem(id.no)).cloned()
        else {
            refused.push(Message::NoProblem(of_problem));
            continue;
        };
        if !is_the_one(&problem, id, line, returned.masked, &book.head.roster) {
            log.push(line.span.clone(), Fault::Form(FormFault::OtherBook(line.id.clone())));
            continue;
        }
        let made = |lang| filled_in(lang, id, line, returned, &book.head.roster, terms);
        // Whoever took the sheet in before may have spoken the other language.
        let again = [made(Lang::Zh)?, made(Lang::En)?];
        let again = again.iter().flatten().find_map(|entry| known(&problem, line, entry));
        let made = made(lang)?;
        seen(&mut back, id, line, &problem, again, now.as_ref());
        let Some(entry) = made else { continue };
        if let Some(again) = again {
            back.known.push((id.clone(), again.clone()));
            continue;
        }
        let after = match judged(&book, &of_problem, &problem, &entry, terms) {
            Ok(after) => after,
            Err(message) => {
                refused.push(*message);
                continue;
            }
        };
        put(&mut book, &id.ledger, after);
        changes.push(change(&of_problem, Addition::Entry(entry.clone())));
        let place = line.finished.clone().or(line.progress.as_ref().map(|(span, _)| span.clone()));
        let place = place.map_or(line.span.start, |span| span.start);
        let place = shown::place_in(&returned.source, place, lang);
        back.entries.push((id.clone(), entry, place));
    }
    log.finish(()).map_err(Unreadable)?;
    if refused.is_empty() { Ok((back, changes)) } else { Err(Stop::refused(refused).into()) }
}

/// The sheet as it would be given out now.
fn form_now(book: &Book, lang: Lang, returned: &Returned, terms: &Terms) -> Option<Form> {
    let as_of = AsOf::new(&book.head, terms.today);
    let filter = Filter { units: vec![returned.unit.clone()], ..Filter::default() };
    let mut standings = as_of.standings(book);
    standings.retain(|standing| filter.takes(standing, &book.head.roster));
    let unit = book.head.roster.current_name(&returned.unit);
    let report = unit_form(&standings, unit, &book.head.roster, terms.today);
    let mut form = (!report.lines.is_empty()).then(|| layout::unit_form::form(&report, lang))?;
    if returned.masked {
        let mut masker = Masker::new(&book.head.roster);
        form.mask(&mut |sort, text| mask_at(&mut masker, sort, text, String::new, &mut Vec::new()));
    }
    Some(form)
}

/// The entry that the unit's words are; nothing where it filled in nothing.
fn filled_in(
    lang: Lang,
    id: &Id,
    line: &ReturnedLine,
    returned: &Returned,
    roster: &Roster,
    terms: &Terms,
) -> anyhow::Result<Option<Entry>> {
    let text = line.progress.as_ref().map(|(_, text)| text.clone());
    let (act, text) = if line.finished.is_some() {
        let measures = id.measure.into_iter().collect();
        (Act::Done { measures, occurrence: line.occurrence, evidence: Vec::new() }, text)
    } else {
        let Some(text) = text else { return Ok(None) };
        // A sign of life belongs to the problem; that it is of a measure is said in its words.
        let text = id.measure.map_or(text.clone(), |no| words::of_measure(lang, no, &text));
        (Act::Progress { evidence: Vec::new() }, Some(text))
    };
    let on = line.on.unwrap_or(terms.on);
    // Whoever fills in a sheet speaks for the unit; a name that nobody declared is only told.
    let known = line.by.clone().filter(|name| roster.persons.contains_key(name));
    let stranger = line.by.as_ref().filter(|_| known.is_none());
    let text = stranger.map_or(text.clone(), |name| {
        Some(words::filled_in_by(lang, name, text.as_deref().unwrap_or_default()))
    });
    let by = known.unwrap_or_else(|| returned.unit.clone());
    Ok(Some(Entry {
        key: new_key()?,
        on,
        entered: later(Some(on), terms.today),
        act,
        by,
        text,
        extra: Extra::new(),
    }))
}

/// The entry that has these words already, where the sheet was taken in before.
fn known<'a>(problem: &'a Problem, line: &ReturnedLine, made: &Entry) -> Option<&'a Entry> {
    let voided = |key: Key| {
        let voids = |entry: &Entry| matches!(&entry.act, Act::Void { of, .. } if *of == key);
        problem.entries.iter().any(voids)
    };
    let same = |entry: &&Entry| {
        !line.known.contains(&entry.key)
            && !voided(entry.key)
            && entry.act == made.act
            && entry.text == made.text
            && entry.by == made.by
    };
    problem.entries.iter().find(same)
}

/// Notes what the unit could not know.
fn seen(
    back: &mut Back,
    id: &Id,
    line: &ReturnedLine,
    problem: &Problem,
    again: Option<&Entry>,
    now: Option<&Form>,
) {
    let of_problem = Id::of_problem(&id.ledger, id.no);
    let new = problem.entries.iter().filter(|entry| !line.known.contains(&entry.key));
    for entry in new.filter(|entry| again != Some(entry)) {
        let seen = Meanwhile::Entry(of_problem.clone(), Box::new(entry.clone()));
        if !back.meanwhile.contains(&seen) {
            back.meanwhile.push(seen);
        }
    }
    let row = now.into_iter().flat_map(|form| &form.rows).find(|row| {
        let occurrence = line.occurrence.map(|day| day.to_string()).unwrap_or_default();
        row.read_only().first() == Some(&line.id) && row.occurrence == occurrence
    });
    let Some(row) = row else { return };
    // The state changes by itself as days pass, and what was said last is among the entries.
    let steady = line.given.len().saturating_sub(2);
    for ((heading, was), now) in line.given.iter().zip(row.read_only()).take(steady) {
        if without_which(was) != without_which(&now) {
            let (heading, was) = (heading.clone(), was.clone());
            back.meanwhile.push(Meanwhile::Altered { id: id.clone(), heading, was, now });
        }
    }
}

/// The problem with the entry, or what speaks against it.
fn judged(
    book: &Book,
    id: &Id,
    problem: &Problem,
    entry: &Entry,
    terms: &Terms,
) -> Result<Problem, Box<Message>> {
    let none = || Box::new(Message::NoProblem(id.clone()));
    let ledger = book.ledger(&id.ledger).ok_or_else(none)?;
    let as_of = AsOf::new(&book.head, terms.today);
    let standing = as_of.standing_at(ledger, problem, entry.on);
    let refusals = gate::refusals(&standing, entry, &book.head, terms.today);
    if !refusals.is_empty() {
        return Err(Box::new(Message::Refused { id: id.clone(), refusals }));
    }
    let mut after = problem.clone();
    after.entries.push(entry.clone());
    match would_be_wrong(book, id.clone(), Some(problem), &after, terms.today) {
        Some(wrong) => Err(Box::new(wrong)),
        None => Ok(after),
    }
}

fn put(book: &mut Book, ledger: &str, problem: Problem) {
    let ledger = book.ledgers.iter_mut().find(|it| it.name == ledger);
    let place = ledger.and_then(|it| it.problems.iter_mut().find(|it| it.no == problem.no));
    if let Some(place) = place {
        *place = problem;
    }
}
