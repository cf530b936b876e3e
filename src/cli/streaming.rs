//! Large tables: their problems are judged one after another and dropped, so that a ledger of a million takes no more memory
//! than what is shown of it.
//!
//! This is a shorter way to the same answer, never to another one. Where it cannot be gone (the past, a file named with `-f`,
//! words to be looked for, a name that the roster does not know, anything unusual in a table) nothing comes of it, and the
//! command reads the book in the usual way.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Outcome;
use super::context::{Context, standings};
use super::filter;
use super::options::Format;
use super::output;
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::filter::Filter;
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;
use crate::domain::problem::Problem;
use crate::domain::standing::{AsOf, Standing};
use crate::formats::table::lean::Wants;
use crate::reports::summary::{self, Asked, By, Gathering};
use crate::store::{self, Large, Portions, Root};

/// A book that has large tables, whose problems are not read yet.
#[derive(Debug)]
pub struct Streamed {
    /// The book without the problems of its large tables.
    pub book: Book,
    root: Root,
    /// The large ledgers, by name.
    large: BTreeMap<String, Large>,
    /// The ledgers that are asked for.
    asked: Vec<String>,
    portions: Portions,
}

/// Which problems a list is made of.
#[derive(Clone, Copy)]
pub struct Listed {
    /// Tells at a first look, without any text, of what is not worth it; nothing where all are looked at as a whole.
    pub rests: Option<fn(&Problem, Day) -> bool>,
    /// Whether there is anything to say of a problem.
    pub worth: fn(&Standing<'_>) -> bool,
}

impl Listed {
    /// All problems.
    pub const ALL: Self = Self { rests: None, worth: |_| true };
}

impl Context<'_> {
    /// Shows a list of the problems that are asked for, and of which there is anything to say; where the book is read in the
    /// usual way, of all that are asked for.
    pub fn show_listed(
        &mut self,
        filter: &Filter,
        listed: Listed,
        show: impl FnOnce(&[Standing<'_>], &mut Self) -> anyhow::Result<Outcome>,
    ) -> anyhow::Result<Outcome> {
        if let Some(streamed) = self.read_streamed(filter) {
            let as_of = AsOf::new(&streamed.book.head, self.today);
            if let Some(kept) = streamed.standings(&as_of, filter, listed) {
                return show(&kept, self);
            }
        }
        let book = self.read()?;
        let as_of = AsOf::new(&book.head, self.today);
        show(&standings(&as_of, &book, filter)?, self)
    }

    /// Gathers something of each of those problems, which needs no text of them, and holds nothing else.
    pub fn gather<K: Send>(
        &mut self,
        filter: &Filter,
        listed: Listed,
        of: impl Fn(&Standing<'_>) -> Vec<K> + Sync,
    ) -> anyhow::Result<Vec<K>> {
        if let Some(streamed) = self.read_streamed(filter) {
            let as_of = AsOf::new(&streamed.book.head, self.today);
            let keep = |kept: &mut Vec<K>, standing: Standing<'_>| kept.extend(of(&standing));
            if let Some(kept) = streamed.kept(&as_of, filter, listed, needed_for(filter), keep) {
                return Ok(kept);
            }
        }
        let book = self.read()?;
        let as_of = AsOf::new(&book.head, self.today);
        Ok(standings(&as_of, &book, filter)?.iter().flat_map(of).collect())
    }

    /// Prints ids, one a line.
    pub fn print_ids(&mut self, ids: &[Id]) -> anyhow::Result<Outcome> {
        ids.iter().try_for_each(|id| self.print(&id.to_string()))?;
        Ok(Outcome::Fine)
    }

    /// Reads the book but for its large tables; nothing where there are none, or the usual way is to be gone.
    pub fn read_streamed(&self, filter: &Filter) -> Option<Streamed> {
        let whole = self.options.file.is_none() && self.surroundings.past.is_none();
        if !whole || !filter.words.is_empty() {
            return None;
        }
        let streamed = Streamed::of(self, Portions::default())?;
        filter::known_to_roster(filter, &streamed.book.head.roster).then_some(streamed)
    }

    /// Tells whether a summary gives the ids behind its figures in the format that is asked for.
    pub fn gives_ids(&self) -> bool {
        output::is_format(self, Format::Json)
    }
}

impl Streamed {
    fn of(context: &Context<'_>, portions: Portions) -> Option<Self> {
        let root = context.surroundings.root.as_ref()?;
        let (book, large) = root.read_but_large(&portions).ok()??;
        let asked = context.options.ledgers.clone();
        if asked.iter().any(|name| book.ledger(name).is_none()) {
            return None;
        }
        Some(Self { book, root: root.clone(), large, asked, portions })
    }

    /// Lets each problem be taken in that is not passed over at sight, with its ledger's place in the book, part after part in
    /// the book's order.
    pub(super) fn problems<'a, T: Send>(
        &'a self,
        wants: Wants,
        rests: impl Fn(&Problem) -> bool + Sync,
        begin: impl Fn() -> T + Sync,
        take: impl Fn(&mut T, usize, Cow<'a, Problem>) + Sync,
    ) -> Option<Vec<T>> {
        let mut parts = Vec::new();
        for (at, ledger) in self.book.ledgers.iter().enumerate() {
            match self.large.get(&ledger.name) {
                Some(Large::Table(path)) => {
                    let portions = &self.portions;
                    let take = |part: &mut T, problem| take(part, at, Cow::Owned(problem));
                    parts.extend(store::stream(path, wants, portions, &rests, &begin, take)?);
                }
                Some(Large::Folder(numbers)) => {
                    let (root, name) = (&self.root, &ledger.name);
                    let take = |part: &mut T, problem: Problem| {
                        if !rests(&problem) {
                            take(part, at, Cow::Owned(problem));
                        }
                    };
                    parts.extend(store::stream_files(root, name, numbers, &begin, take)?);
                }
                None => {
                    let mut part = begin();
                    let problems = ledger.problems.iter();
                    problems.for_each(|problem| take(&mut part, at, Cow::Borrowed(problem)));
                    parts.push(part);
                }
            }
        }
        Some(parts)
    }

    /// The same with how each stands that was known on the day. A problem of a ledger that is not asked for comes with `false`:
    /// its table is read all the same, since a book is read whole or not at all.
    fn judged<'a, T: Send>(
        &'a self,
        as_of: &AsOf<'a>,
        wants: Wants,
        rests: impl Fn(&Problem) -> bool + Sync,
        begin: impl Fn() -> T + Sync,
        take: impl Fn(&mut T, Standing<'a>, bool) + Sync,
    ) -> Option<Vec<T>> {
        let is_asked = |ledger: &Ledger| self.asked.is_empty() || self.asked.contains(&ledger.name);
        let terms = |ledger| (as_of.terms(ledger), is_asked(ledger));
        let terms: Vec<_> = self.book.ledgers.iter().map(terms).collect();
        self.problems(wants, rests, begin, |part, at, problem| {
            let (terms, asked) = &terms[at];
            if let Some(standing) = as_of.standing_by(terms, problem) {
                take(part, standing, *asked);
            }
        })
    }

    /// Returns how those problems stand that are asked for and of which there is anything to say.
    fn standings<'a>(
        &'a self,
        as_of: &AsOf<'a>,
        filter: &Filter,
        listed: Listed,
    ) -> Option<Vec<Standing<'a>>> {
        let keep = |kept: &mut Vec<_>, standing: Standing<'a>| kept.push(standing.masked());
        self.kept(as_of, filter, listed, Wants::LINES, keep)
    }

    /// Lets those problems that are asked for and of which there is anything to say be kept, in the book's order.
    fn kept<'a, K: Send>(
        &'a self,
        as_of: &AsOf<'a>,
        filter: &Filter,
        listed: Listed,
        wants: Wants,
        keep: impl Fn(&mut Vec<K>, Standing<'a>) + Sync,
    ) -> Option<Vec<K>> {
        let roster = &self.book.head.roster;
        let take = |kept: &mut Vec<K>, standing: Standing<'a>, asked| {
            if asked && (listed.worth)(&standing) && filter.takes(&standing, roster) {
                keep(kept, standing);
            }
        };
        let wants = Wants { first_look: listed.rests.is_some(), ..wants };
        let rests =
            |problem: &Problem| listed.rests.is_some_and(|rests| rests(problem, as_of.today));
        let mut parts = self.judged(as_of, wants, rests, Vec::new, take)?;
        // What a part has taken too much is given back before all are put together.
        parts.iter_mut().for_each(Vec::shrink_to_fit);
        Some(parts.into_iter().flatten().collect())
    }

    /// Counts the problems that are asked for. Which of them a later one names is known only at the end; where any is named,
    /// all is counted again.
    pub fn summary<'a>(
        &'a self,
        as_of: &AsOf<'a>,
        filter: &Filter,
        asked: Asked<'_>,
    ) -> Option<summary::Summary> {
        let mut repeated = BTreeSet::new();
        loop {
            let (gathered, named) =
                self.gathered(as_of, filter, Asked { repeated: &repeated, ..asked })?;
            if named == repeated {
                return Some(gathered.finish(&self.book.head, as_of.today));
            }
            repeated = named;
        }
    }

    fn gathered<'b, 'a: 'b>(
        &'a self,
        as_of: &AsOf<'a>,
        filter: &Filter,
        asked: Asked<'b>,
    ) -> Option<(Gathering<'b>, BTreeSet<Id>)> {
        let roster = &self.book.head.roster;
        let begin = || (Gathering::new(asked), BTreeSet::new());
        let take = |part: &mut (Gathering<'b>, BTreeSet<Id>), standing: Standing<'a>, of_asked| {
            part.1.extend(summary::named_by(&standing));
            if of_asked && filter.takes(&standing, roster) {
                part.0.add(&standing.masked());
            }
        };
        let counts_by = |keys: [By; 2]| asked.by.iter().any(|by| keys.contains(by));
        let needed = needed_for(filter);
        let wants = Wants {
            persons: needed.persons || counts_by([By::Person, By::Leader]),
            sorts: needed.sorts || counts_by([By::Category, By::Source]),
            ..needed
        };
        let mut parts = self.judged(as_of, wants, |_| false, begin, take)?.into_iter();
        let (mut all, mut named) = parts.next()?;
        for (part, more) in parts {
            all.append(part);
            named.extend(more);
        }
        Some((all, named))
    }
}

/// What must be read of problems to tell which of them are asked for.
fn needed_for(filter: &Filter) -> Wants {
    let sorted = [&filter.categories, &filter.sources, &filter.tags];
    Wants {
        persons: !filter.persons.is_empty(),
        sorts: sorted.iter().any(|it| !it.is_empty()),
        ..Wants::FIGURES
    }
}
