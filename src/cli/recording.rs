//! Recording entries: what all commands that record one have in common.

use clap::Args;

use super::committing::title;
use super::context::Context;
use super::failure::Stop;
use super::{echo, evidence, following, ids, refusing, repeating, values};
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::evidence::Evidence;
use crate::domain::id::{Id, Selection};
use crate::domain::key::Key;
use crate::domain::problem::Extra;
use crate::domain::standing::{AsOf, Standing};
use crate::formats::addition::Addition;
use crate::git;
use crate::render::words::Message;
use crate::store::{Change, Lock};

/// What every entry says.
#[derive(Debug, Clone, Args)]
pub struct EntryArgs {
    /// Who does or reports it: a unit or a person
    #[arg(long, value_name = "WHO", value_parser = values::name)]
    pub by: Option<String>,
    /// The day on which it happened, if not today
    #[arg(long, value_name = "DATE", value_parser = values::day)]
    pub on: Option<Day>,
    /// What happened, or why
    #[arg(long, value_name = "TEXT", value_parser = values::text)]
    pub text: Option<String>,
    /// For scripts: a second run with the same REQUEST answers as the first one did, and records nothing
    #[arg(long, value_name = "REQUEST", value_parser = values::name)]
    pub request_id: Option<String>,
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
    /// Stops with all that the command needs and the command line does not say: each option, with whether it was given.
    pub fn needs(
        &self,
        context: &Context<'_>,
        options: &[(&'static str, bool)],
    ) -> Result<(), Stop> {
        let missing = options.iter().filter(|(_, given)| !given).map(|(name, _)| *name);
        let missing: Vec<_> = missing.collect();
        if missing.is_empty() {
            return Ok(());
        }
        let stop = Stop::usage(Message::Missing(missing));
        Err(match self.by(context) {
            Ok(_) => stop,
            Err(nobody) => stop.and(nobody),
        })
    }

    /// Who it is: as said, else the person of the roster to whom git's mail address belongs.
    pub(super) fn by(&self, context: &Context<'_>) -> Result<String, Stop> {
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
    let head = Head::new(args, context)?;
    let lock = context.lock(command)?;
    let written = write(&lock, &named, &head, make)?;
    let committed = written.commit(context, &lock, &named);
    drop(lock);
    for (id, key) in &written.keys {
        context.print(&format!("{id} {key}"))?;
    }
    for message in &written.alone {
        context.say(message)?;
    }
    if let Some(entry) = written.entries.first() {
        context.say(&Message::Recorded { act: entry.act.kind(), ids })?;
    }
    for message in &written.said {
        context.say(message)?;
    }
    context.say_committed(committed)
}

/// What was recorded, and what there is to say of it.
#[derive(Debug, Default)]
pub struct Written {
    /// The entries, one for each problem, in the order asked for.
    pub entries: Vec<Entry>,
    /// The keys of these, and of what was recorded with them, with their problems.
    keys: Vec<(Id, Key)>,
    alone: Vec<Message>,
    said: Vec<Message>,
    /// The problems' titles, for the minutes.
    pub(super) titles: Vec<Option<String>>,
}

/// Records one entry for each problem under a lock that is held, all or none, through the gate. Says nothing of it.
pub fn write(
    lock: &Lock,
    named: &[Named],
    head: &Head,
    make: &Make<'_>,
) -> anyhow::Result<Written> {
    let today = head.today;
    let problems: Vec<_> = named.iter().map(|named| named.id.clone()).collect();
    let mut written = Written::default();
    lock.change::<anyhow::Error>(&problems, |book| {
        if let Some(keys) = repeating::recorded(book, named, head.request.as_deref())? {
            written.keys = keys;
            return Ok(Vec::new());
        }
        let acts = make_all(book, named, make)?;
        let entries: Vec<_> =
            acts.into_iter().map(|act| head.entry(act)).collect::<Result<_, _>>()?;
        refusing::refuse(book, named, &entries, today)?;
        repeating::refuse(book, named, &entries)?;
        let also = named.iter().zip(&entries).map(|(named, entry)| {
            let acts = following::acts(book, named, entry, today).into_iter();
            acts.map(|act| head.entry(act)).collect()
        });
        let also: Vec<Vec<_>> = also.collect::<Result<_, _>>()?;
        let pairs = || {
            let all = named.iter().zip(entries.iter().zip(&also));
            all.flat_map(|(named, (entry, also))| {
                std::iter::once(entry).chain(also).map(move |entry| (named, entry))
            })
        };
        let alone = pairs().filter_map(|(named, entry)| echo::alone(book, named, entry)).collect();
        let said =
            pairs().flat_map(|(named, entry)| echo::echo(book, named, entry, today)).collect();
        let changes = pairs()
            .map(|(named, entry)| change(&named.id, Addition::Entry(entry.clone())))
            .collect();
        let titles = named.iter().map(|named| title(book, &named.id)).collect();
        let keys = pairs().map(|(named, entry)| (named.id.clone(), entry.key)).collect();
        written = Written { entries, keys, alone, said, titles };
        Ok(changes)
    })?;
    Ok(written)
}

/// Records as [`record`] does, of problems only: an act that speaks of the whole takes no measures.
pub fn record_problems(
    context: &mut Context<'_>,
    command: &str,
    selections: &[Selection],
    args: &EntryArgs,
    make: &Make<'_>,
) -> anyhow::Result<()> {
    ids::problems_only(ids::resolve(context, selections)?)?;
    record(context, command, selections, args, make)
}

/// Makes the acts of all problems, or stops with all that keeps any from being made, each thing once.
fn make_all(book: &Book, named: &[Named], make: &Make<'_>) -> Result<Vec<Act>, Stop> {
    let mut acts = Vec::new();
    let mut stop: Option<Stop> = None;
    for named in named {
        match make(book, named) {
            Ok(act) => acts.push(act),
            Err(other) => {
                stop = Some(match stop {
                    Some(stop) => stop.and(other),
                    None => other,
                });
            }
        }
    }
    stop.map_or(Ok(acts), |stop| Err(stop.each_once()))
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
#[derive(Debug)]
pub struct Head {
    /// The day on which it happened.
    pub on: Day,
    today: Day,
    entered: Option<Day>,
    by: String,
    text: Option<String>,
    request: Option<String>,
}

impl Head {
    /// An entry for an earlier day says when it was made, since figures printed in between did not know of it.
    /// Stops where nobody says who it is.
    pub fn new(args: &EntryArgs, context: &Context<'_>) -> Result<Self, Stop> {
        let (today, by) = (context.today, args.by(context)?);
        let on = args.on.unwrap_or(today);
        let entered = later(Some(on), today);
        let (text, request) = (args.text.clone(), args.request_id.clone());
        Ok(Self { on, today, entered, by, text, request })
    }

    fn entry(&self, act: Act) -> anyhow::Result<Entry> {
        Ok(Entry {
            key: new_key()?,
            on: self.on,
            entered: self.entered,
            act,
            by: self.by.clone(),
            text: self.text.clone(),
            request: self.request.clone(),
            extra: Extra::new(),
        })
    }
}

/// A key at random; that two of a problem are alike is as good as impossible, and the self-check would refuse it.
pub(super) fn new_key() -> anyhow::Result<Key> {
    let mut bytes = [0; Key::LENGTH];
    getrandom::fill(&mut bytes).map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(Key::from_random(bytes))
}

/// Asks how a problem stands on the day of an entry, by all that is known today; nothing where there is no such problem.
pub fn standing_on<T>(
    book: &Book,
    id: &Id,
    on: Day,
    today: Day,
    ask: impl FnOnce(&Standing<'_>) -> T,
) -> Option<T> {
    let ledger = book.ledger(&id.ledger)?;
    let problem = ledger.problem(id.no)?;
    let as_of = AsOf::new(&book.head, today);
    Some(ask(&as_of.standing_at(ledger, problem, on)))
}

/// Reads the files of evidence named on the command line.
pub fn evidence(context: &Context<'_>, paths: &[String]) -> anyhow::Result<Vec<Evidence>> {
    paths.iter().map(|path| evidence::record(context, path)).collect()
}

/// The day of entry, to be written where what is entered counts from an earlier day, or from the beginning.
pub(crate) fn later(from: Option<Day>, today: Day) -> Option<Day> {
    from.is_none_or(|from| from < today).then_some(today)
}
