//! The sheet that a unit sent back: what it filled in becomes entries, through the same gates as at the keyboard.

use std::path::Path;

use super::given_back::{is_the_one, masked_lines};
use super::masking::mask_at;
use super::{Terms, shown};
use crate::cli::context::Context;
use crate::cli::failure::{Stop, Unreadable};
use crate::cli::recording::{change, later, new_key};
use crate::cli::refusing::with_entry;
use crate::complaint::{Complaint, Fault, FormFault, Log};
use crate::domain::book::{Book, Lang};
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::filter::Filter;
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
        let fault = Fault::Form(FormFault::NoForm);
        Unreadable(vec![Complaint::whole(path.to_string_lossy(), fault)])
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
        if !is_the_one(&problem, id, line, returned.masked) {
            log.push(line.span.clone(), Fault::Form(FormFault::OtherBook(line.id.clone())));
            continue;
        }
        let said = said(id, line, returned, &book.head.roster);
        let again = said.as_ref().and_then(|said| known(&problem, line, said));
        seen(&mut back, id, line, &problem, again, now.as_ref());
        let Some(said) = said else { continue };
        if let Some(again) = again {
            back.known.push((id.clone(), again.clone()));
            continue;
        }
        let entry = said.entry(lang, terms)?;
        let after = match with_entry(&book, &of_problem, &entry, terms.today) {
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
        form.clone().mask(&mut |sort, text| masker.learn(text, sort));
        form.mask(&mut |sort, text| mask_at(&mut masker, sort, text, String::new, &mut Vec::new()));
    }
    Some(form)
}

/// What the unit filled in, in no language yet.
struct Said {
    act: Act,
    on: Option<Day>,
    by: String,
    text: Option<String>,
    /// The measure of which the text is, where the act does not say it.
    of_measure: Option<u32>,
    /// Who filled it in, where nobody declared that name.
    stranger: Option<String>,
}

/// Takes what the unit filled in; nothing where it filled in nothing.
fn said(id: &Id, line: &ReturnedLine, returned: &Returned, roster: &Roster) -> Option<Said> {
    let text = line.progress.as_ref().map(|(_, text)| text.clone());
    let (act, of_measure) = if line.finished.is_some() {
        let measures = id.measure.into_iter().collect();
        (Act::Done { measures, occurrence: line.occurrence, evidence: Vec::new() }, None)
    } else {
        text.as_ref()?;
        // A sign of life belongs to the problem; that it is of a measure is said in its words.
        (Act::Progress { evidence: Vec::new() }, id.measure)
    };
    // Whoever fills in a sheet speaks for the unit; a name that nobody declared is only told.
    let known = line.by.clone().filter(|name| roster.persons.contains_key(name));
    let stranger = line.by.clone().filter(|_| known.is_none());
    let by = known.unwrap_or_else(|| returned.unit.clone());
    Some(Said { act, on: line.on, by, text, of_measure, stranger })
}

impl Said {
    fn text(&self, lang: Lang) -> Option<String> {
        let text = self.text.as_ref().map(|text| match self.of_measure {
            Some(no) => words::of_measure(lang, no, text),
            None => text.clone(),
        });
        match &self.stranger {
            Some(name) => {
                Some(words::filled_in_by(lang, name, text.as_deref().unwrap_or_default()))
            }
            None => text,
        }
    }

    fn entry(self, lang: Lang, terms: &Terms) -> anyhow::Result<Entry> {
        let on = self.on.unwrap_or(terms.on);
        let text = self.text(lang);
        let entered = later(Some(on), terms.today);
        let (act, by) = (self.act, self.by);
        Ok(Entry {
            key: new_key()?,
            on,
            entered,
            act,
            by,
            text,
            request: None,
            extra: Extra::new(),
        })
    }
}

/// The entry that has these words already, where the sheet was taken in before.
fn known<'a>(problem: &'a Problem, line: &ReturnedLine, said: &Said) -> Option<&'a Entry> {
    // Whoever took the sheet in then may have spoken the other language.
    let texts = [Lang::Zh, Lang::En].map(|lang| said.text(lang));
    let voided = |key: Key| {
        let voids = |entry: &Entry| matches!(&entry.act, Act::Void { of, .. } if *of == key);
        problem.entries.iter().any(voids)
    };
    let same = |entry: &&Entry| {
        !line.known.contains(&entry.key)
            && !voided(entry.key)
            && entry.act == said.act
            && texts.contains(&entry.text)
            && entry.by == said.by
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

fn put(book: &mut Book, ledger: &str, problem: Problem) {
    let ledger = book.ledgers.iter_mut().find(|it| it.name == ledger);
    let place = ledger.and_then(|it| it.problems.iter_mut().find(|it| it.no == problem.no));
    if let Some(place) = place {
        *place = problem;
    }
}
