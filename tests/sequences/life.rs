//! A sequence is played: after each command the book must be as sound as before it, and what was printed stays printed.

use std::collections::BTreeMap;
use std::fmt;

use ledger::domain::day::Day;
use serde_json::Value;

use crate::frozen::{Late, Pages};
use crate::office::{LEDGER, Office, Said, Ways};
use crate::seen::{Keys, Seen};
use crate::steps::{Clerk, Desk, Step};

/// Rules that a clerk may knowingly break: an amendment changes one field
/// and may leave another behind. They are told, and `check` goes on telling them.
const KNOWINGLY: [&str; 3] =
    ["limit-reads-otherwise", "measure-after-problem", "sustained-not-stored"];

/// What went wrong.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    what: String,
    said: Option<Said>,
}

impl Fault {
    pub(crate) fn new(what: impl Into<String>, said: Option<Said>) -> Self {
        Self { what: what.into(), said }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.what)?;
        if let Some(Said { status, out, err }) = &self.said {
            write!(f, "status {status}\n{out}{err}")?;
        }
        Ok(())
    }
}

/// How a sequence went.
#[derive(Debug, Default)]
pub(crate) struct Life {
    /// What was typed.
    pub(crate) steps: Vec<Step>,
    /// How often each command was accepted and refused.
    pub(crate) tally: BTreeMap<String, (usize, usize)>,
    /// What went wrong, with the place of the last step.
    pub(crate) fault: Option<Fault>,
}

/// A book in the middle of its life.
struct Play {
    office: Office,
    /// Whether the ledger is one table.
    table: bool,
    keys: Keys,
    problems: usize,
    seen: Vec<Seen>,
    pages: Pages,
    late: Vec<Late>,
}

/// Lets a clerk type so many commands.
pub(crate) fn live(clerk: &mut Clerk<'_>, length: usize) -> Life {
    let mut play = Play::begin(clerk.ways);
    let mut life = Life::default();
    let mut today = Day::new(2022, 9, 24).unwrap();
    for no in 0..length {
        let next = clerk.next_day(today);
        if let Err(fault) = play.night(today, next) {
            life.fault = Some(fault);
            return life;
        }
        today = next;
        let desk = Desk { today, seen: &play.seen, keys: &play.keys };
        let step = Step { no, today, words: clerk.next(&desk) };
        life.steps.push(step.clone());
        if let Err(fault) = play.step(&step, &mut life.tally) {
            life.fault = Some(fault);
            return life;
        }
    }
    life.fault = play.end(today).err();
    life
}

/// Plays what was typed before, or a part of it, and returns what goes wrong.
pub(crate) fn again(ways: &Ways, steps: &[Step]) -> Option<Fault> {
    let mut play = Play::begin(ways);
    let mut tally = BTreeMap::new();
    let mut today = Day::new(2022, 9, 24).unwrap();
    for step in steps {
        let went = play.night(today, step.today);
        today = step.today;
        if let Err(fault) = went.and_then(|()| play.step(step, &mut tally)) {
            return Some(fault);
        }
    }
    play.end(today).err()
}

impl Play {
    fn begin(ways: &Ways) -> Self {
        Self {
            office: Office::open(ways),
            table: ways.table,
            keys: Keys::default(),
            problems: 0,
            seen: Vec::new(),
            pages: Pages::default(),
            late: Vec::new(),
        }
    }

    /// The day ends, and its figures are printed.
    fn night(&mut self, today: Day, next: Day) -> Result<(), Fault> {
        if next > today && self.problems > 0 {
            self.pages.print(&self.office, today, self.problems)?;
        }
        Ok(())
    }

    fn end(mut self, today: Day) -> Result<(), Fault> {
        self.night(today, today.plus_days(1))?;
        // What was printed stands in the other form, too.
        let form = if self.table { "toml" } else { "csv" };
        let said = self.office.run(&["convert", LEDGER, "--to", form], &today.to_string());
        if said.status != 0 {
            return Err(Fault::new("`convert` fails", Some(said)));
        }
        self.pages.compare(&self.office, &self.late)
    }

    fn step(
        &mut self,
        step: &Step,
        tally: &mut BTreeMap<String, (usize, usize)>,
    ) -> Result<(), Fault> {
        let Some(words) = self.keys.put_into(&step.words) else { return Ok(()) };
        let today = step.today.to_string();
        let before = self.office.files();
        let said = self.office.run(&words, &today);
        let changed = self.office.files() != before;
        let counted = tally.entry(words[0].clone()).or_default();
        match said.status {
            0 if !changed && words[0] == "notice" => Ok(()),
            0 if !changed => {
                Err(Fault::new("it says that it is fine, and wrote nothing", Some(said)))
            }
            0 => {
                counted.0 += 1;
                self.problems += usize::from(words[0] == "add");
                self.is_sound(&today)?;
                let shown = self.office.json(&Pages::show(self.problems), &today);
                let shown = shown.map_err(|said| Fault::new("show", Some(said)))?;
                let before = std::mem::replace(&mut self.seen, Seen::all(&shown));
                let made = self.keys.learn(step.no, &self.seen);
                self.late.extend(Late::of(&words, &made, step.today, &before));
                Pages::look(&self.office, &today, self.problems, step.no)
            }
            2 | 3 if changed => Err(Fault::new("refused, and yet files changed", Some(said))),
            2 | 3 => {
                counted.1 += 1;
                let says_why = said.out.is_empty() && !said.err.is_empty();
                let mute = || Fault::new("a refusal says why, and prints nothing", Some(said));
                if says_why { Ok(()) } else { Err(mute()) }
            }
            _ => Err(Fault::new("a status that no command has", Some(said))),
        }
    }

    /// Nothing that a command left is complained of.
    fn is_sound(&self, today: &str) -> Result<(), Fault> {
        let said = self.office.run(&["check", "-O", "json"], today);
        let told: Value = serde_json::from_str(&said.out).unwrap_or_default();
        let Some(findings) = told["findings"].as_array() else {
            return Err(Fault::new("`check` fails", Some(said)));
        };
        let strange = findings.iter().find(|finding| {
            let rule = finding["rule"].as_str().unwrap_or_default();
            finding["severity"] != "hint" && !KNOWINGLY.contains(&rule)
        });
        match strange {
            None => Ok(()),
            Some(finding) => {
                let what = format!("`check` complains of what a command wrote: {finding:#}");
                Err(Fault::new(what, None))
            }
        }
    }
}
