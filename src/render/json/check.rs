//! What `ledger check` finds and by which rules, as JSON.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::VERSION;
use crate::check::{Rule, Severity};
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::render::complaint::{self, Remark};
use crate::render::words;

#[derive(Serialize)]
struct Answer<'a> {
    version: u8,
    report: &'static str,
    today: String,
    findings: Vec<Finding<'a>>,
    totals: Totals<'a>,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    severity: &'static str,
    id: Option<String>,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
    help: Option<&'a str>,
    fixable: bool,
}

impl<'a> Finding<'a> {
    fn of((remark, place): (&'a Remark, Option<(usize, usize)>)) -> Self {
        Self {
            rule: remark.rule_name(),
            severity: remark.severity.name(),
            id: remark.id.as_ref().map(ToString::to_string),
            file: &remark.source.path,
            line: place.map(|(line, _)| line),
            column: place.map(|(_, column)| column),
            message: &remark.message,
            help: remark.help.as_deref(),
            fixable: remark.fixable,
        }
    }
}

#[derive(Serialize)]
struct Totals<'a> {
    errors: usize,
    warnings: usize,
    hints: usize,
    fixable: usize,
    /// How often each rule found something.
    rules: BTreeMap<&'a str, usize>,
}

/// Writes the findings, hints among them.
pub fn check(remarks: &[Remark], today: Day, out: &mut dyn Write) -> io::Result<()> {
    let count = |severity| remarks.iter().filter(|remark| remark.severity == severity).count();
    let mut rules = BTreeMap::new();
    for remark in remarks {
        *rules.entry(remark.rule_name()).or_insert(0) += 1;
    }
    let totals = Totals {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        hints: count(Severity::Hint),
        fixable: remarks.iter().filter(|remark| remark.fixable).count(),
        rules,
    };
    let findings = remarks.iter().zip(complaint::lines_and_columns(remarks)).map(Finding::of);
    let today = today.to_string();
    let report =
        Answer { version: VERSION, report: "check", today, findings: findings.collect(), totals };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

#[derive(Serialize)]
struct AllRules {
    version: u8,
    report: &'static str,
    rules: Vec<RuleView>,
}

#[derive(Serialize)]
struct RuleView {
    rule: &'static str,
    severity: &'static str,
    fixable: bool,
    what: &'static str,
    remedy: &'static str,
}

/// Writes the rules, described in the language of the output.
pub fn rules(lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let view = |(name, rule, severity): (&'static str, Rule, Severity)| {
        let [what, remedy] = words::check_rule(lang, rule);
        RuleView { rule: name, severity: severity.name(), fixable: rule.is_fixable(), what, remedy }
    };
    let rules = Rule::ALL.into_iter().map(view).collect();
    serde_json::to_writer_pretty(
        &mut *out,
        &AllRules { version: VERSION, report: "rules", rules },
    )?;
    writeln!(out)
}
