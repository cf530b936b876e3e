//! Applications as JSON: the problem, and what is lacking before the act can be recorded.

use std::io::{self, Write};

use serde::Serialize;

use crate::domain::book::Lang;
use crate::render::json::problem::Problem;
use crate::render::json::{counting, notes, write};
use crate::render::words::{Note, paper};
use crate::reports::application::{Application, Applications, For};
use crate::reports::rules::EnteredLater;

#[derive(Serialize)]
struct Content<'a> {
    applications: Vec<Form<'a>>,
}

#[derive(Serialize)]
struct Form<'a> {
    measure: Option<u32>,
    /// What speaks against the act as the problem stands; empty where nothing does.
    lacking: Vec<String>,
    /// Whether the last day has passed.
    late: bool,
    problem: Problem<'a>,
}

/// Writes the applications.
pub fn applications(
    report: &Applications<'_>,
    later: &EnteredLater,
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let form = |form: &Application<'_>| {
        form.lacking.iter().map(|it| paper::lacks(lang, it)).collect::<Vec<_>>()
    };
    let mut rules = notes(lang, &[Note::OverdueRule]);
    for rule in report.forms.iter().flat_map(|form| counting(lang, &form.life.counting)) {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    let forms = report.forms.iter().map(|of| Form {
        measure: of.measure,
        lacking: form(of),
        late: of.is_late(),
        problem: Problem::from(of.life),
    });
    let content = Content { applications: forms.collect() };
    let name = match report.what {
        For::Closing => "closing",
        For::Extension => "extension",
    };
    write(name, report.today, &rules, later, content, out)
}
