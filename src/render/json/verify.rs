//! What may not happen in a history and did, as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::write;
use crate::domain::book::Lang;
use crate::render::words;
use crate::reports::rules::EnteredLater;
use crate::reports::seal::Seal;
use crate::reports::verify::{Subject, Verified, Violation};

#[derive(Serialize)]
struct Content<'a> {
    steps: usize,
    violations: Vec<View<'a>>,
}

#[derive(Serialize)]
struct View<'a> {
    rule: &'static str,
    id: Option<String>,
    file: Option<&'a str>,
    title: &'a str,
    commit: &'a str,
    day: String,
    time: &'a str,
    who: &'a str,
    wrong: &'static str,
    what: String,
}

fn view(violation: &Violation, lang: Lang) -> View<'_> {
    let (id, file) = match &violation.of {
        Subject::Problem(id) => (Some(id.to_string()), None),
        Subject::File(path) => (None, Some(path.as_str())),
    };
    let stamp = &violation.stamp;
    View {
        rule: violation.rule.name(),
        id,
        file,
        title: &violation.title,
        commit: &stamp.hash,
        day: stamp.day.to_string(),
        time: &stamp.time,
        who: &stamp.who,
        wrong: words::broken(lang, violation.rule),
        what: words::violation(lang, &violation.what),
    }
}

/// Writes what was found.
pub fn verify(verified: &Verified, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let violations = verified.violations.iter().map(|it| view(it, lang)).collect();
    let content = Content { steps: verified.steps, violations };
    write("verify", verified.today, &[], &EnteredLater::default(), content, out)
}

#[derive(Serialize)]
struct SealView<'a> {
    commit: &'a str,
    sha256: &'a str,
    ledgers: usize,
    problems: usize,
    closed: usize,
    overdue: usize,
    entries: usize,
}

/// Writes a seal.
pub fn seal(seal: &Seal, out: &mut dyn Write) -> io::Result<()> {
    let [ledgers, problems, closed, overdue, entries] = seal.figures;
    let (commit, sha256) = (seal.commit.as_str(), seal.sha256.as_str());
    let content = SealView { commit, sha256, ledgers, problems, closed, overdue, entries };
    write("seal", seal.day, &[], &EnteredLater::default(), content, out)
}
