//! Applications for closing (销号) and for more time (延期): what is known of the problem, and what the gate would miss.

use super::life::Life;
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::evidence::Evidence;
use crate::domain::gate::{self, Misfit, Refusal};
use crate::domain::key::Key;
use crate::domain::standing::{AsOf, LastDay, Line, Standing};

/// What is applied for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Closing.
    Closing,
    /// More time.
    Extension,
}

/// The applications asked for.
#[derive(Debug)]
pub struct Applications<'a> {
    /// The day asked for.
    pub today: Day,
    /// What is applied for.
    pub what: For,
    /// One for each problem, or measure whose day is to move.
    pub forms: Vec<Application<'a>>,
}

/// One application.
#[derive(Debug)]
pub struct Application<'a> {
    /// The problem with its past.
    pub life: &'a Life<'a>,
    /// The measure whose day is to move; nothing for the whole.
    pub measure: Option<u32>,
    /// What speaks against the act as the problem stands.
    pub lacking: Vec<Refusal>,
    /// The close that was recorded, where it is closed.
    pub closed: Option<&'a Entry>,
}

/// A file of evidence, and the entry that names it.
#[derive(Debug, Clone, Copy)]
pub struct Proof<'a> {
    /// The file.
    pub evidence: &'a Evidence,
    /// The entry.
    pub entry: &'a Entry,
}

/// Makes an application; of a measure only for more time.
pub fn application<'a>(
    as_of: &AsOf<'_>,
    life: &'a Life<'a>,
    measure: Option<u32>,
    what: For,
) -> Application<'a> {
    let standing = life.standing;
    let entry = entry(standing, measure, what, as_of.today);
    let refusals = gate::refusals(standing, &entry, as_of.book, as_of.today);
    let is_closed = what == For::Closing && standing.state == State::Closed;
    let lacking = if is_closed { Vec::new() } else { refusals };
    Application {
        life,
        measure,
        lacking: lacking.into_iter().filter(is_of_the_problem).collect(),
        closed: is_closed.then(|| close(standing)).flatten(),
    }
}

/// The entry that the application asks for, as far as it is known before anybody signs.
fn entry(standing: &Standing<'_>, measure: Option<u32>, what: For, today: Day) -> Entry {
    let act = match what {
        For::Closing => Act::Close { verifier: None, evidence: Vec::new(), reason: None },
        For::Extension => {
            let lines = standing.lines();
            let days = lines.iter().filter_map(|line| line.last_day().day());
            let last = days.chain([today]).max().unwrap_or(today);
            Act::Extend {
                measures: measure.into_iter().collect(),
                limit: None,
                // Any later day; which one is for those who sign.
                due: last.plus_days(1),
                applicant: None,
                approver: None,
                asked: None,
            }
        }
    };
    let key = Key::from_random([0; Key::LENGTH]);
    Entry {
        key,
        on: today,
        entered: None,
        act,
        by: String::new(),
        text: None,
        request: None,
        extra: [].into(),
    }
}

/// Whether a refusal is about the problem, and not about what those who sign have yet to say.
fn is_of_the_problem(refusal: &Refusal) -> bool {
    !matches!(
        refusal,
        Refusal::Stranger { .. } | Refusal::Misfit(Misfit::NoText(_) | Misfit::NoApprover(_))
    )
}

fn close<'a>(standing: &'a Standing<'a>) -> Option<&'a Entry> {
    let closes = |entry: &&Entry| matches!(entry.act, Act::Close { .. });
    super::life::effects(standing).filter(closes).last()
}

impl Application<'_> {
    /// The line that is asked about: the measure's, else that of the whole.
    pub fn line(&self) -> Option<Line<'_>> {
        let standing = self.life.standing;
        let known = standing.measures.iter().find(|it| Some(it.measure.no) == self.measure);
        known
            .map(|measure| standing.line_of(measure))
            .or_else(|| super::paper::whole_line(standing))
    }

    /// Whether the last day has passed, so that whoever asks for more time asks late.
    pub fn is_late(&self) -> bool {
        let last = self.line().map(|line| line.last_day().clone());
        matches!(last, Some(LastDay::Day(day)) if day < self.life.standing.today)
    }

    /// The files of evidence that entries which count name, in their order.
    pub fn proofs(&self) -> Vec<Proof<'_>> {
        let entries = super::life::effects(self.life.standing);
        let proofs = entries.flat_map(|entry| {
            entry.act.evidence().iter().map(move |evidence| Proof { evidence, entry })
        });
        proofs.collect()
    }

    /// Who reported last that the work is done.
    pub fn applicant(&self) -> Option<&str> {
        let reports = |entry: &&Entry| matches!(entry.act, Act::Done { .. });
        super::life::effects(self.life.standing)
            .filter(reports)
            .last()
            .map(|entry| entry.by.as_str())
    }
}
