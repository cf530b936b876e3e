//! Recording entries: what all commands that record one have in common.

use clap::Args;

use super::context::Context;
use super::failure::Stop;
use super::{evidence, ids, values};
use crate::check;
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::evidence::Evidence;
use crate::domain::gate;
use crate::domain::id::{Id, Selection};
use crate::domain::key::Key;
use crate::domain::problem::{Extra, Problem};
use crate::domain::standing::{AsOf, Fulfilment, Standing, When};
use crate::formats::addition::Addition;
use crate::git;
use crate::render::words::Message;
use crate::store::Change;

/// What every entry says.
#[derive(Debug, Clone, Args)]
pub struct EntryArgs {
    /// Who does or reports it: a unit or a person
    #[arg(long, value_name = "WHO", value_parser = values::name)]
    pub by: Option<String>,
    /// The day on which it happened, if not today
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    pub on: Option<Day>,
    /// What there is to say
    #[arg(long, value_name = "TEXT", value_parser = values::text)]
    pub text: Option<String>,
}

/// What an act is made of for one problem: the book as it stands, and the measures named with the problem.
pub type Make<'a> = dyn Fn(&Book, &Named) -> Result<Act, Stop> + 'a;

/// A problem, and the measures of it that were named; none for the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The problem.
    pub id: Id,
    /// The measures' numbers.
    pub measures: Vec<u32>,
}

impl EntryArgs {
    /// Who it is: as said, else the person of the roster to whom git's mail address belongs.
    fn by(&self, context: &Context<'_>) -> Result<String, Stop> {
        if let Some(by) = &self.by {
            return Ok(by.clone());
        }
        let surroundings = &context.surroundings;
        let address = surroundings.root.as_ref().and_then(|root| git::user_email(root.folder()));
        let person = address
            .and_then(|address| surroundings.head.roster.person_of(&address).map(str::to_owned));
        person.ok_or_else(|| Stop::usage(Message::WhoIsIt))
    }
}

/// Records one entry for each problem, all or none, through the gate; prints the ids and keys.
pub fn record(
    context: &mut Context<'_>,
    command: &str,
    selections: &[Selection],
    args: &EntryArgs,
    make: &Make<'_>,
) -> anyhow::Result<()> {
    let ids = ids::resolve(context, selections)?;
    let named = by_problem(&ids);
    let today = context.today;
    let head = Head::new(args, args.by(context)?, today);
    let lock = context.lock(command)?;
    let problems: Vec<_> = named.iter().map(|named| named.id.clone()).collect();
    let mut entries = Vec::new();
    let mut alone = Vec::new();
    let mut next = Vec::new();
    lock.change::<anyhow::Error>(&problems, |book| {
        entries =
            named.iter().map(|named| head.entry(make(book, named)?)).collect::<Result<_, _>>()?;
        refuse(book, &named, &entries, today)?;
        alone = closed_alone(book, &named, &entries);
        next = next_occurrences(book, &named, &entries, today);
        let changes = named
            .iter()
            .zip(&entries)
            .map(|(named, entry)| change(&named.id, Addition::Entry(entry.clone())));
        Ok(changes.collect())
    })?;
    drop(lock);
    for (named, entry) in named.iter().zip(&entries) {
        context.print(&format!("{} {}", named.id, entry.key))?;
    }
    for id in alone {
        context.say(&Message::OnePerson(id))?;
    }
    if let Some(entry) = entries.first() {
        context.say(&Message::Recorded { act: entry.act.kind(), ids })?;
    }
    for message in &next {
        context.say(message)?;
    }
    Ok(())
}

/// Says when a duty falls due next; nothing where it is none, or where nobody can tell.
pub fn next_occurrence(standing: &Standing<'_>, id: Option<Id>) -> Option<Message> {
    let duty = standing.duty.as_ref().filter(|duty| !matches!(duty.when, When::Unclear(_)))?;
    let event = matches!(duty.when, When::Event(_));
    let missed = duty.count(Fulfilment::Missed);
    let (next, rests, today) = (duty.next(), duty.next_rests(), standing.today);
    Some(Message::NextOccurrence { id, next, rests, event, missed, today })
}

/// When the duties fall due next of which an occurrence is reported, with that report.
fn next_occurrences(book: &Book, named: &[Named], entries: &[Entry], today: Day) -> Vec<Message> {
    let next = |(named, entry): (&Named, &Entry)| {
        entry.act.occurrence()?;
        let ledger = book.ledger(&named.id.ledger)?;
        let mut problem = ledger.problem(named.id.no)?.clone();
        problem.entries.push(entry.clone());
        let as_of = AsOf::new(&book.head, today);
        next_occurrence(&as_of.standing_as_written(ledger, &problem), Some(named.id.clone()))
    };
    named.iter().zip(entries).filter_map(next).collect()
}

/// What is added to a problem.
pub fn change(id: &Id, addition: Addition) -> Change {
    Change { ledger: id.ledger.clone(), no: id.no, addition }
}

/// Puts the measures of one problem together, in the order in which the problems were named.
fn by_problem(ids: &[Id]) -> Vec<Named> {
    let mut all: Vec<Named> = Vec::new();
    for id in ids {
        let problem = Id::of_problem(&id.ledger, id.no);
        let place = all.iter().position(|named| named.id == problem).unwrap_or_else(|| {
            all.push(Named { id: problem, measures: Vec::new() });
            all.len() - 1
        });
        all[place].measures.extend(id.measure);
    }
    all
}

/// What all entries of one command have in common.
struct Head {
    on: Day,
    entered: Option<Day>,
    by: String,
    text: Option<String>,
}

impl Head {
    /// An entry for an earlier day says when it was made, since figures printed in between did not know of it.
    fn new(args: &EntryArgs, by: String, today: Day) -> Self {
        let on = args.on.unwrap_or(today);
        Self { on, entered: (on < today).then_some(today), by, text: args.text.clone() }
    }

    fn entry(&self, act: Act) -> anyhow::Result<Entry> {
        Ok(Entry {
            key: new_key()?,
            on: self.on,
            entered: self.entered,
            act,
            by: self.by.clone(),
            text: self.text.clone(),
            extra: Extra::new(),
        })
    }
}

/// A key at random; that two of a problem are alike is as good as impossible, and the self-check would refuse it.
fn new_key() -> anyhow::Result<Key> {
    let mut bytes = [0; Key::LENGTH];
    getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(Key::from_random(bytes))
}

/// Stops with all that speaks against any of the entries: what the gate says, else what would be wrong with the problem
/// once the entry stands there.
fn refuse(book: &Book, named: &[Named], entries: &[Entry], today: Day) -> Result<(), Stop> {
    let against = |(named, entry): (&Named, &Entry)| {
        let ledger = book.ledger(&named.id.ledger)?;
        let problem = ledger.problem(named.id.no)?;
        // The gate asks how the problem stood on the entry's day, since an entry may be made later.
        let as_of = AsOf::new(&book.head, entry.on);
        let standing = as_of.standing_as_written(ledger, problem);
        let refusals = gate::refusals(&standing, entry, &book.head.roster, today);
        let id = named.id.clone();
        if !refusals.is_empty() {
            return Some(Message::Refused { id, refusals });
        }
        let mut after = problem.clone();
        after.entries.push(entry.clone());
        would_be_wrong(book, id, Some(problem), &after, today)
    };
    let messages: Vec<_> = named.iter().zip(entries).filter_map(against).collect();
    if messages.is_empty() { Ok(()) } else { Err(Stop::refused(messages)) }
}

/// What a change would leave wrong with a problem; no command writes what `ledger check` complains of.
pub fn would_be_wrong(
    book: &Book,
    id: Id,
    before: Option<&Problem>,
    after: &Problem,
    today: Day,
) -> Option<Message> {
    let ledger = book.ledger(&id.ledger)?;
    let findings = check::new_findings(book, ledger, before, after, today);
    let facts: Vec<_> = findings.into_iter().map(|finding| finding.fact).collect();
    (!facts.is_empty()).then_some(Message::WouldBeWrong { id, facts })
}

/// The problems that are closed although the policy asks for no second person.
fn closed_alone(book: &Book, named: &[Named], entries: &[Entry]) -> Vec<Id> {
    let alone = |(named, entry): (&Named, &Entry)| {
        let close = matches!(entry.act, Act::Close { .. });
        let one =
            with_standing(book, &named.id, entry.on, |standing| !standing.policy.second_person);
        (close && one == Some(true)).then(|| named.id.clone())
    };
    named.iter().zip(entries).filter_map(alone).collect()
}

fn with_standing<T>(
    book: &Book,
    id: &Id,
    on: Day,
    ask: impl FnOnce(&Standing<'_>) -> T,
) -> Option<T> {
    let ledger = book.ledger(&id.ledger)?;
    let problem = ledger.problem(id.no)?;
    let as_of = AsOf::new(&book.head, on);
    Some(ask(&as_of.standing_as_written(ledger, problem)))
}

/// Reads the files of evidence named on the command line.
pub fn evidence(context: &Context<'_>, paths: &[String]) -> anyhow::Result<Vec<Evidence>> {
    paths.iter().map(|path| evidence::record(context, path)).collect()
}
