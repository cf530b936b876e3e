//! The tasks of each unit as JSON.

use std::io::{self, Write};

use serde::Serialize;

use crate::domain::book::Lang;
use crate::render::json::line::Line;
use crate::render::json::summary::Figures;
use crate::render::json::{bands, counting, notes, write};
use crate::render::words::Note;
use crate::reports::units::{Role, Task, Units};

#[derive(Serialize)]
struct Content<'a> {
    units: Vec<Unit<'a>>,
    /// Each problem counted once.
    totals: Figures,
}

#[derive(Serialize)]
struct Unit<'a> {
    /// Nothing where no unit is named.
    #[serde(rename = "unit")]
    name: Option<&'a str>,
    lines: Vec<Lined<'a>>,
    totals: Figures,
}

#[derive(Serialize)]
struct Lined<'a> {
    /// How the unit takes part.
    role: Option<&'static str>,
    #[serde(flatten)]
    line: Line<'a>,
}

/// Writes the tasks of each unit.
pub fn units(report: &Units<'_>, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let line = |task: &Task<'_>| task.role.map(word);
    let units = report.units.iter().map(|unit| Unit {
        name: unit.unit.as_deref(),
        lines: unit
            .tasks
            .iter()
            .map(|task| Lined { role: line(task), line: Line::from(&task.line) })
            .collect(),
        totals: Figures::from(&unit.figures),
    });
    let totals = Figures::from(&report.figures.problems.total);
    let count = Note::CountRule { count: report.figures.count, tree: false };
    let rules = [
        notes(lang, &[Note::RateRule, Note::OverdueRule, count]),
        bands(lang, &report.bands),
        counting(lang, &report.counting),
    ];
    let content = Content { units: units.collect(), totals };
    write("units", report.today, &rules.concat(), &report.later, content, out)
}

/// The word of the contract.
fn word(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Joint => "joint",
        Role::With => "with",
    }
}
