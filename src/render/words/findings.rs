//! What `ledger check` finds and by which rules: chooses the language.

use super::{Label, en, label, list, zh};
use crate::check::{Fact, Rule, Severity};
use crate::domain::book::Lang;

/// What `ledger check` finds, and what to do about it.
pub fn finding(lang: Lang, fact: &Fact) -> (String, String) {
    match lang {
        Lang::Zh => (zh::findings::message(fact), zh::findings::help(fact)),
        Lang::En => (en::findings::message(fact), en::findings::help(fact)),
    }
}

/// A rule of `ledger check`: what is wrong, and what to do.
pub fn check_rule(lang: Lang, rule: Rule) -> [&'static str; 2] {
    match lang {
        Lang::Zh => zh::findings::rule(rule),
        Lang::En => en::findings::rule(rule),
    }
}

/// A rule by its name, with how much it weighs and whether it can be mended.
pub fn rule_heading(lang: Lang, rule: Rule) -> String {
    let (name, severity) = (rule.name(), severity(lang, rule.severity()));
    let fix = if rule.is_fixable() { ["--fix"].as_slice() } else { &[] };
    let in_brackets = list(lang, &[&[severity], fix].concat());
    match lang {
        Lang::Zh => format!("{name}（{in_brackets}）"),
        Lang::En => format!("{name} ({in_brackets})"),
    }
}

/// How much a finding weighs.
pub fn severity(lang: Lang, severity: Severity) -> &'static str {
    let name = match severity {
        Severity::Error => Label::Error,
        Severity::Warning => Label::Doubt,
        Severity::Hint => Label::Hint,
    };
    label(lang, name)
}
