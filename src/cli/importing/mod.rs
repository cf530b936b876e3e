//! Taking in foreign files: what is read becomes what `add` would have entered, through the same gates, or is refused with
//! its place.

mod choices;
mod entering;
mod entries;
mod files;
mod given_back;
mod masking;
mod names;
mod returned;
mod review;
mod same;
mod sheets;
mod shown;
mod taker;
mod taking_back;

pub use choices::{ChangesArg, ClosedAs, HiddenArg, TwinsArg};
pub use entering::{LISTED, Shown, offer, write};
pub use files::{As, Reading, drafts};
pub use masking::{mask, mask_text, told};
pub use names::Unknown;
use review::review;
pub use sheets::SheetArgs;
pub use taking_back::take_back;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::progress::Progress;
use crate::domain::book::{Book, Lang};
use crate::domain::day::Day;
use crate::domain::ledger::Ledger;
use crate::domain::problem::Problem;
use crate::domain::standing::AsOf;
use crate::formats::share::{PORTION, share};
use crate::intake::draft::{Draft, Drafted};
use crate::render::layout::masking::NameMasked;
use crate::render::layout::taking::Taking;
use crate::render::words::taking::Taken;
use crate::render::words::{Message, TakingNote};
use same::Same;
use shown::Placed;
use taker::Taker;

/// What becomes of lines whose content is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TwinsAre {
    /// Refused, which a person has to decide.
    Refused,
    /// Left out.
    Skipped,
    /// Taken in again.
    Kept,
}

/// How lines are taken in.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Terms {
    /// The day on which they are taken in.
    pub today: Day,
    /// Who enters them: `by` of entries that the file has.
    pub by: Option<String>,
    /// The day of entries for which the file has none.
    pub on: Day,
    /// Who verified what the file calls closed, where it does not say.
    pub verifier: Option<String>,
    /// Whether what the file calls closed is only reported, and awaits verification.
    pub closed_as_done: bool,
    /// What becomes of twins.
    pub twins: TwinsAre,
    /// Whether the words of a limit that gives no last day are kept as a text.
    pub keep_unread: bool,
    /// Whether names that the roster does not know are put into it.
    pub enrol: bool,
    /// Whether persons whom the roster does not declare are masked.
    pub mask: bool,
    /// Whose names were masked in what is taken in, where that is shown.
    pub masked: Vec<NameMasked>,
    /// The language in which cells and paragraphs are named.
    pub lang: Lang,
    /// How many lines are shown field by field, from the first.
    pub shown: usize,
}

/// What would be entered.
#[derive(Debug)]
pub struct Prepared {
    /// What is shown of it.
    pub taking: Taking,
    /// The problems, with their numbers; in portions, of which each goes once it is written.
    pub problems: Vec<Vec<Problem>>,
    /// How much it is.
    pub taken: Taken,
    /// All that speaks against it.
    pub against: Vec<Message>,
    /// The places of the lines that something speaks against, in the order of reading, from 0.
    pub doubted: Vec<usize>,
    /// Names that the roster does not know yet.
    pub unknown: Unknown,
    /// Whether nobody says who enters what was done.
    nobody: bool,
}

/// Makes of drafts what would be entered into a ledger of the book, from the number `first` on.
pub fn prepare(
    book: &Book,
    ledger: &Ledger,
    first: u32,
    mut drafts: Vec<Draft>,
    terms: &Terms,
) -> anyhow::Result<Prepared> {
    let as_of = AsOf::new(&book.head, terms.today);
    let policy = as_of.plan_policy(ledger);
    let placed: Vec<_> = drafts.iter().map(|draft| Placed::new(draft, terms.lang)).collect();
    let mut prepared = Prepared::new(shown::begin(ledger, &drafts, &placed));
    let same = same::find(book, ledger, &drafts, &placed, terms.twins == TwinsAre::Refused);
    let counting = as_of.counting(ledger, &policy);
    let begin = |(next, place), lines| Taker {
        book,
        as_of: &as_of,
        ledger,
        counting,
        terms,
        next,
        place,
        limits: HashMap::new(),
        prepared: Prepared::of(lines),
    };
    let (portions, count) = portions(&mut drafts, &placed, same, (first, terms));
    let way = Mutex::new((Progress::begin(), 0));
    let all = share(portions.into_iter(), |(begins, placed, lines)| {
        let mut taker = begin(begins, lines.len());
        for (line, same) in lines {
            taker.take(placed, line, &same)?;
            let (progress, done) = &mut *way.lock().unwrap_or_else(PoisonError::into_inner);
            *done += 1;
            progress.tell(*done, count);
        }
        anyhow::Ok(taker.prepared)
    });
    drop(way);
    for portion in all {
        prepared.append(portion?);
    }
    prepared.taking.masked.clone_from(&terms.masked);
    if prepared.nobody {
        prepared.against.push(Message::Taking(TakingNote::NoReporter));
    }
    if terms.enrol {
        prepared.taking.enrolled = prepared.unknown.shown();
    } else {
        prepared.against.extend(prepared.unknown.messages());
    }
    Ok(prepared)
}

/// Lines with what says the same, the number and the place of the first, and the text that they are from.
type Portion<'p> = ((u32, usize), &'p Placed, Vec<(Drafted, Same)>);

/// Takes the lines out of the drafts, in portions, and counts them. Of a large file they are most of what the program holds,
/// so each goes as soon as it is taken.
fn portions<'p>(
    drafts: &mut [Draft],
    placed: &'p [Placed],
    same: Vec<Vec<Same>>,
    (first, terms): (u32, &Terms),
) -> (Vec<Portion<'p>>, usize) {
    let (mut next, mut at) = (first, 0);
    let mut portions = Vec::new();
    for ((draft, placed), same) in drafts.iter_mut().zip(placed).zip(same) {
        for lines in in_portions(std::mem::take(&mut draft.problems).into_iter().zip(same)) {
            let new = lines.iter().filter(|(_, same)| !same.is_left_out(terms)).count();
            let begins = (next, at);
            at += lines.len();
            next = next.saturating_add(u32::try_from(new).unwrap_or(u32::MAX));
            portions.push((begins, placed, lines));
        }
    }
    (portions, at)
}

/// Parts lines into portions that can go one by one.
fn in_portions<T>(mut lines: impl ExactSizeIterator<Item = T>) -> Vec<Vec<T>> {
    let mut portions = Vec::with_capacity(lines.len().div_ceil(LINES));
    while lines.len() > 0 {
        let mut portion = Vec::with_capacity(lines.len().min(LINES));
        portion.extend(lines.by_ref().take(LINES));
        portions.push(portion);
    }
    portions
}

/// So many lines are taken in one after the other: thousands of them have the same few limits, which are read once.
const LINES: usize = 8 * PORTION;

impl Prepared {
    fn new(taking: Taking) -> Self {
        Self {
            taking,
            problems: Vec::new(),
            taken: Taken::default(),
            against: Vec::new(),
            doubted: Vec::new(),
            unknown: Unknown::default(),
            nobody: false,
        }
    }

    /// What is prepared of so many lines.
    fn of(lines: usize) -> Self {
        Self { problems: vec![Vec::with_capacity(lines)], ..Self::new(Taking::default()) }
    }

    /// Adds what comes of the lines behind.
    fn append(&mut self, other: Self) {
        self.taking.lines.extend(other.taking.lines);
        self.taking.remarks.extend(other.taking.remarks);
        self.problems.extend(other.problems.into_iter().filter(|some| !some.is_empty()));
        self.taken.add(other.taken);
        self.against.extend(other.against);
        self.doubted.extend(other.doubted);
        self.unknown.append(other.unknown);
        self.nobody |= other.nobody;
    }
}

/// Tells whether anything of the drafts is a line.
pub fn has_lines(drafts: &[Draft]) -> bool {
    drafts.iter().any(|draft| !draft.problems.is_empty())
}
