//! One problem with its life: found, worked on, reported, closed; now and then extended, or closed and opened again.
//!
//! Of a hundred 82 are closed on [`TODAY`], three await verification, fifteen are open, and of these eight or nine overdue.

use ledger::domain::day::Day;
use ledger::domain::entry::{Act, Entry, Outcome};
use ledger::domain::key::Key;
use ledger::domain::measure::Measure;
use ledger::domain::money::Money;
use ledger::domain::problem::Problem;
use ledger::domain::responsible::Responsible;

use crate::dice::Dice;
use crate::office::{self, UNITS};
use crate::words;

/// The day for which the shares are right, as year, month and day.
pub(crate) const TODAY: (i32, u32, u32) = (2024, 6, 28);

/// What became of a problem by [`TODAY`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Open and past its day.
    Overdue,
    /// Open and in time.
    Open,
    /// Reported, not verified.
    Awaiting,
    /// Closed.
    Closed,
}

/// A problem and what became of it.
pub(crate) struct Made {
    /// The problem.
    pub(crate) problem: Problem,
    /// What became of it.
    pub(crate) fate: Fate,
    /// Its last day now.
    pub(crate) due: Day,
}

/// Makes the problem of a number.
pub(crate) fn make(no: u32, today: Day) -> Made {
    let mut dice = Dice::of(no);
    let fate = match dice.below(1000) {
        0..85 => Fate::Overdue,
        85..150 => Fate::Open,
        150..180 => Fate::Awaiting,
        _ => Fate::Closed,
    };
    let (words, due) = limit(&mut dice, fate, today);
    let found = due.plus_days(-i64::from(dice.between(60, 200)));
    // What is not closed yet had time for all that happened to it.
    let found = found.min(today.plus_days(-60));
    let sustained = dice.falls(60);
    let unit = dice.below(UNITS);
    let mut problem = Problem {
        no,
        title: words::title(&mut dice, no),
        detail: Some(words::detail(&mut dice)),
        category: Some(dice.one(&words::CATEGORIES).to_owned()),
        found: Some(found),
        responsible: Responsible {
            lead: vec![office::unit(unit)],
            with: if dice.falls(300) { vec![office::unit((unit + 7) % UNITS)] } else { vec![] },
            leader: vec![office::leader(unit)],
            person: vec![office::person(unit, dice.below(9))],
            ..Responsible::default()
        },
        limit: Some(if sustained { format!("{words}，并长期坚持") } else { words }),
        due: Some(due),
        sustained,
        amount: if dice.falls(50) {
            Money::from_fen(i64::from(dice.between(1, 9000)) * 10_000)
        } else {
            None
        },
        ..Problem::default()
    };
    let many = dice.between(1, 3);
    problem.measures =
        (1..=many).map(|no| measure(&mut dice, no, unit, (fate, due, today))).collect();
    let mut life = Life { dice, unit, today, entries: Vec::new(), due };
    life.live(fate, found, many);
    problem.entries = life.entries;
    Made { problem, fate, due: life.due }
}

/// A time limit, in words and as the day that they mean.
fn limit(dice: &mut Dice, fate: Fate, today: Day) -> (String, Day) {
    let due = match fate {
        Fate::Overdue => dice.after(today, 0, 119).plus_days(-150),
        Fate::Open => dice.after(today, 10, 200),
        Fate::Awaiting => dice.after(today, 0, 80).plus_days(-20),
        Fate::Closed => dice.after(today, 0, 1000).plus_days(-1250),
    };
    if dice.falls(600) {
        let (year, month) = (due.year(), due.month());
        return (format!("{year}年{month}月底前"), due.month_end());
    }
    (format!("{}年{}月{}日前", due.year(), due.month(), due.day()), due)
}

/// A measure: one in four by another unit, one in three with a day of its own.
fn measure(dice: &mut Dice, no: u32, unit: u32, (fate, due, today): (Fate, Day, Day)) -> Measure {
    let mut measure = Measure { no, text: words::measure(dice), ..Measure::default() };
    if dice.falls(250) {
        measure.responsible.lead = vec![office::unit((unit + 3) % UNITS)];
    }
    if dice.falls(330) {
        let own = due.plus_days(-i64::from(dice.below(20)));
        let own = if fate == Fate::Open { own.max(today) } else { own };
        measure.limit = Some(format!("{}年{}月{}日前", own.year(), own.month(), own.day()));
        measure.due = Some(own);
    }
    measure
}

/// What happens to a problem.
struct Life {
    dice: Dice,
    unit: u32,
    today: Day,
    entries: Vec<Entry>,
    due: Day,
}

impl Life {
    fn live(&mut self, fate: Fate, found: Day, measures: u32) {
        let mut on = found;
        for _ in 0..self.dice.below(3) {
            on = self.dice.after(on, 3, 15);
            let text = words::progress(&mut self.dice);
            self.push(on, Act::Progress { evidence: Vec::new() }, Some(text));
        }
        let open = matches!(fate, Fate::Open | Fate::Overdue);
        if open && measures > 1 && self.dice.falls(300) {
            on = self.dice.after(on, 1, 9);
            self.done(on, vec![1]);
        }
        // An extension moves a day that lies ahead; what is overdue had none.
        if fate == Fate::Closed && self.dice.falls(40) {
            on = self.dice.after(on, 1, 9);
            self.extend(on);
        }
        if open {
            return;
        }
        on = if fate == Fate::Awaiting {
            self.dice.after(on, 1, 9)
        } else {
            let late = self.dice.falls(120);
            let least = on.plus_days(1);
            let day = self.due.plus_days(if late { 12 } else { -5 });
            self.dice.after(day.max(least), 0, 4)
        };
        self.done(on, Vec::new());
        if fate == Fate::Awaiting {
            return;
        }
        on = self.close(on);
        if self.dice.falls(12) {
            on = self.reopen(on);
        }
        // What is to be kept up was looked at again within the quarter, wherever it is closed.
        if on < self.today.plus_days(-80) {
            let seen = self.today.plus_days(-i64::from(self.dice.between(1, 80)));
            let act = Act::Review { outcome: Outcome::Kept, next: None, evidence: Vec::new() };
            self.push(seen, act, Some(words::KEPT.to_owned()));
        }
    }

    fn push(&mut self, on: Day, act: Act, text: Option<String>) {
        let key = Key::from_random(self.dice.bytes());
        let by = office::unit(self.unit);
        self.entries.push(Entry {
            key,
            on,
            entered: None,
            act,
            by,
            text,
            request: None,
            extra: ledger::domain::problem::Extra::new(),
        });
    }

    fn done(&mut self, on: Day, measures: Vec<u32>) {
        let text = words::reported(&mut self.dice);
        self.push(on, Act::Done { measures, occurrence: None, evidence: Vec::new() }, Some(text));
    }

    fn close(&mut self, reported: Day) -> Day {
        let on = self.dice.after(reported, 3, 20);
        let verifier = Some(office::verifier(self.dice.below(20)));
        let text = words::verified(&mut self.dice);
        self.push(on, Act::Close { verifier, evidence: Vec::new(), reason: None }, Some(text));
        on
    }

    fn extend(&mut self, on: Day) {
        self.due = self.dice.after(self.due, 15, 40);
        let limit = format!("{}年{}月{}日前", self.due.year(), self.due.month(), self.due.day());
        let act = Act::Extend {
            measures: Vec::new(),
            limit: Some(limit),
            due: self.due,
            applicant: Some(office::unit(self.unit)),
            approver: Some(office::verifier(0)),
            asked: Some(on),
        };
        self.push(on, act, Some(words::EXTENDED.to_owned()));
    }

    /// Opens it again, and has it reported and closed once more.
    fn reopen(&mut self, closed: Day) -> Day {
        let on = self.dice.after(closed, 20, 40);
        self.due = on.plus_days(45);
        let act =
            Act::Reopen { measures: Vec::new(), basis: None, limit: None, due: Some(self.due) };
        self.push(on, act, Some(words::REOPENED.to_owned()));
        let reported = self.dice.after(on, 10, 40);
        self.done(reported, Vec::new());
        self.close(reported)
    }
}
