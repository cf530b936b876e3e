//! The papers of notices (督办单): what each says, as its problem stood when it was issued; drafts of those that are due.

use super::notice::{self, Due};
use super::rules::{self, Counting};
use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::policy::Policy;
use crate::domain::problem::Problem;
use crate::domain::standing::{AsOf, Line, Standing};

/// The papers asked for.
#[derive(Debug)]
pub struct Slips<'a> {
    /// The day asked for.
    pub today: Day,
    /// The papers, in the book's order.
    pub slips: Vec<Slip<'a>>,
    /// How the limits were counted that they rest on.
    pub counting: Counting,
    /// Whether a last day rests on a year whose working days are not published.
    pub provisional: bool,
}

/// The paper of one notice, or of those that one addressee got on one day.
#[derive(Debug)]
pub struct Slip<'a> {
    /// Whether it was issued, or is only due.
    pub draft: bool,
    /// The day of the notice.
    pub on: Day,
    /// Who issued it; of a draft whose ledger it is.
    pub issuer: Option<String>,
    /// To whom it goes.
    pub to: Vec<String>,
    /// What it is about.
    pub matters: Vec<Matter<'a>>,
}

/// A problem of which a paper speaks.
#[derive(Debug)]
pub struct Matter<'a> {
    /// How it stood just before the notice.
    pub standing: &'a Standing<'a>,
    /// The open line of it that was latest.
    pub line: Option<Line<'a>>,
    /// Days since that line's last day; below zero before it.
    pub days: Option<i64>,
    /// The rung, from 1.
    pub level: u32,
    /// The number; a draft has none.
    pub number: Option<String>,
    /// What was asked for.
    pub asked: Option<String>,
    /// The notices before it.
    pub earlier: Vec<Earlier>,
}

/// A notice that came before.
#[derive(Debug, Clone)]
pub struct Earlier {
    /// Its number.
    pub number: String,
    /// Its day.
    pub on: Day,
    /// Its rung, from 1.
    pub level: u32,
    /// The policy in force on its day, whose ladder names the rung.
    pub policy: Policy,
}

/// A notice that was issued, with how its problem stood just before.
#[derive(Debug)]
pub struct Past<'a> {
    /// The place of its entry among those of the problem.
    pub place: usize,
    /// How the problem stood.
    pub standing: Standing<'a>,
}

impl Past<'_> {
    /// Its number.
    pub fn number(&self) -> Option<&str> {
        match &self.standing.problem.entries.get(self.place)?.act {
            Act::Notice { number, .. } => Some(number),
            _ => None,
        }
    }
}

/// Which papers are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// One a problem: the draft where a notice is due, else the notice that was issued last.
    OneEach,
    /// Of those that were issued the last of each problem.
    Issued,
    /// Of those that are due.
    Drafts,
    /// Of these numbers.
    Numbers(Vec<String>),
}

/// The notices that a problem got and that count, in the order in which they took effect.
pub fn past<'a>(as_of: &AsOf<'a>, standing: &Standing<'a>, problem: &'a Problem) -> Vec<Past<'a>> {
    let out = |place: &usize| standing.out_of_state.iter().any(|(out, _)| out == place);
    let places = standing.effective.iter().filter(|place| !out(place));
    let notices = places.filter(|place| problem.entries.get(**place).is_some_and(is_notice));
    let before = |place: &usize| as_of.standing_before(standing.ledger, problem, *place);
    notices.map(|place| Past { place: *place, standing: before(place) }).collect()
}

/// Makes the papers; `past` are the notices of all problems that are asked for.
pub fn slips<'a>(
    as_of: &AsOf<'_>,
    standings: &'a [Standing<'a>],
    past: &'a [Past<'a>],
    asked: &Asked,
) -> Slips<'a> {
    let same = |one: &Standing<'_>, other: &Standing<'_>| {
        one.ledger.name == other.ledger.name && one.problem.no == other.problem.no
    };
    let mut slips = Vec::new();
    for standing in standings {
        let due = notice::due(standing, &as_of.book.roster);
        let issued: Vec<_> = past.iter().filter(|past| same(&past.standing, standing)).collect();
        let last = || issued.last().and_then(|past| of_past(as_of, past));
        let draft = || due.as_ref().map(|due| of_due(as_of, due));
        match asked {
            Asked::OneEach => slips.extend(draft().or_else(last)),
            Asked::Issued => slips.extend(last()),
            Asked::Drafts => slips.extend(draft()),
            Asked::Numbers(numbers) => {
                let those = issued.iter().filter_map(|past| of_past(as_of, past));
                slips.extend(those.filter(|slip| slip.matters.iter().any(|it| it.has(numbers))));
            }
        }
    }
    let lines: Vec<_> = slips.iter().flat_map(|it| &it.matters).filter_map(|it| it.line).collect();
    let (counting, provisional) = (rules::counting(&lines), lines.iter().any(Line::is_provisional));
    Slips { today: as_of.today, slips, counting, provisional }
}

impl Slips<'_> {
    /// Puts on one paper what one addressee got on one day from one issuer.
    #[must_use]
    pub fn by_addressee(mut self) -> Self {
        let mut together: Vec<Slip<'_>> = Vec::new();
        for slip in self.slips {
            let same = |known: &&mut Slip<'_>| {
                let key =
                    |slip: &Slip<'_>| (slip.draft, slip.on, slip.issuer.clone(), slip.to.clone());
                key(known) == key(&slip)
            };
            match together.iter_mut().find(same) {
                Some(known) => known.matters.extend(slip.matters),
                None => together.push(slip),
            }
        }
        self.slips = together;
        self
    }

    /// The numbers that there are.
    pub fn numbers(&self) -> impl Iterator<Item = &str> {
        let matters = self.slips.iter().flat_map(|slip| &slip.matters);
        matters.filter_map(|matter| matter.number.as_deref())
    }
}

impl Matter<'_> {
    fn has(&self, numbers: &[String]) -> bool {
        self.number.as_ref().is_some_and(|number| numbers.contains(number))
    }
}

fn is_notice(entry: &Entry) -> bool {
    matches!(entry.act, Act::Notice { .. })
}

fn of_past<'a>(as_of: &AsOf<'_>, past: &'a Past<'a>) -> Option<Slip<'a>> {
    let standing = &past.standing;
    let entry = standing.problem.entries.get(past.place)?;
    let Act::Notice { level, number, to } = &entry.act else { return None };
    let latest = Standing::latest(&standing.lines(), entry.on);
    let matter = Matter {
        standing,
        line: latest.map(|(line, _)| line),
        days: latest.map(|(_, days)| days),
        level: *level,
        number: Some(number.clone()),
        asked: entry.text.clone(),
        earlier: earlier(as_of, standing),
    };
    let (issuer, to) = (Some(entry.by.clone()), to.iter().cloned().collect());
    Some(Slip { draft: false, on: entry.on, issuer, to, matters: vec![matter] })
}

fn of_due<'a>(as_of: &AsOf<'_>, due: &Due<'a>) -> Slip<'a> {
    let standing = due.standing;
    let matter = Matter {
        standing,
        line: Some(due.worst),
        days: Some(due.days),
        level: due.level,
        number: None,
        asked: None,
        earlier: earlier(as_of, standing),
    };
    let (issuer, to) = (standing.ledger.head.owner.clone(), due.to.clone());
    Slip { draft: true, on: as_of.today, issuer, to, matters: vec![matter] }
}

/// The notices that had been issued by then.
fn earlier(as_of: &AsOf<'_>, standing: &Standing<'_>) -> Vec<Earlier> {
    let of_entry = |entry: &Entry| {
        let Act::Notice { level, number, .. } = &entry.act else { return None };
        let policy = as_of.book.policy(&standing.ledger.head.policies, entry.on);
        Some(Earlier { number: number.clone(), on: entry.on, level: *level, policy })
    };
    super::life::effects(standing).filter_map(of_entry).collect()
}
