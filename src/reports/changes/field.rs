//! What stands in each field of a problem, a measure, an indicator or an entry, so that two versions can be compared.

use crate::domain::day::Day;
use crate::domain::entry::{Act, Entry};
use crate::domain::figure::Figure;
use crate::domain::indicator::{Better, Indicator};
use crate::domain::measure::Measure;
use crate::domain::money::Money;
use crate::domain::problem::{Extra, Kind, Problem};
use crate::domain::responsible::Responsible;

/// A field, by the part's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is described at the field of the problem or of its part")]
pub enum Field {
    Title,
    Kind,
    Reference,
    Detail,
    Category,
    Source,
    Cause,
    Found,
    Lead,
    Joint,
    With,
    Leader,
    Person,
    Owners,
    Limit,
    Due,
    Sustained,
    Goal,
    Amount,
    Recoverable,
    Recurs,
    Tag,
    Every,
    From,
    Until,
    Masked,
    Text,
    Since,
    Dropped,
    Why,
    Unit,
    Baseline,
    Target,
    Better,
    On,
    Entered,
    Act,
    By,
    /// The office's own key.
    Extra(String),
}

impl Field {
    /// The field's key in files.
    pub fn key(&self) -> &str {
        match self {
            Self::Title => "title",
            Self::Kind => "kind",
            Self::Reference => "ref",
            Self::Detail => "detail",
            Self::Category => "category",
            Self::Source => "source",
            Self::Cause => "cause",
            Self::Found => "found",
            Self::Lead => "lead",
            Self::Joint => "joint",
            Self::With => "with",
            Self::Leader => "leader",
            Self::Person => "person",
            Self::Owners => "owners",
            Self::Limit => "limit",
            Self::Due => "due",
            Self::Sustained => "sustained",
            Self::Goal => "goal",
            Self::Amount => "amount",
            Self::Recoverable => "recoverable",
            Self::Recurs => "recurs",
            Self::Tag => "tag",
            Self::Every => "every",
            Self::From => "from",
            Self::Until => "until",
            Self::Masked => "masked",
            Self::Text => "text",
            Self::Since => "since",
            Self::Dropped => "dropped",
            Self::Why => "why",
            Self::Unit => "unit",
            Self::Baseline => "baseline",
            Self::Target => "target",
            Self::Better => "better",
            Self::On => "on",
            Self::Entered => "entered",
            Self::Act => "act",
            Self::By => "by",
            Self::Extra(key) => key,
        }
    }
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Words.
    Text(String),
    /// Names, one after the other.
    Names(Vec<String>),
    /// A day.
    Day(Day),
    /// An amount.
    Money(Money),
    /// A figure.
    Figure(Figure),
    /// Yes or no.
    Flag(bool),
    /// What sort of line it is.
    Kind(Kind),
    /// Which way an indicator has to go.
    Better(Better),
    /// What an entry records.
    Act(Box<Act>),
}

/// The fields in which something stands.
#[derive(Debug, Default)]
pub(super) struct Fields(pub(super) Vec<(Field, Content)>);

impl Fields {
    fn put(mut self, field: Field, content: Option<Content>) -> Self {
        self.0.extend(content.map(|content| (field, content)));
        self
    }

    fn text(self, field: Field, text: Option<&String>) -> Self {
        self.put(field, text.cloned().map(Content::Text))
    }

    fn names(self, field: Field, names: &[String]) -> Self {
        self.put(field, (!names.is_empty()).then(|| Content::Names(names.to_vec())))
    }

    fn day(self, field: Field, day: Option<Day>) -> Self {
        self.put(field, day.map(Content::Day))
    }

    /// What is not so is not written.
    fn flag(self, field: Field, flag: bool) -> Self {
        self.put(field, flag.then_some(Content::Flag(true)))
    }

    fn money(self, field: Field, money: Option<Money>) -> Self {
        self.put(field, money.map(Content::Money))
    }

    fn figure(self, field: Field, figure: Option<Figure>) -> Self {
        self.put(field, figure.map(Content::Figure))
    }

    fn responsible(self, who: &Responsible) -> Self {
        self.names(Field::Lead, &who.lead)
            .names(Field::Joint, &who.joint)
            .names(Field::With, &who.with)
            .names(Field::Leader, &who.leader)
            .names(Field::Person, &who.person)
    }

    fn extra(self, extra: &Extra) -> Self {
        extra
            .iter()
            .fold(self, |fields, (key, text)| fields.text(Field::Extra(key.clone()), Some(text)))
    }
}

/// The fields of a problem itself.
pub(super) fn of_problem(problem: &Problem) -> Fields {
    Fields::default()
        .text(Field::Title, Some(&problem.title))
        .put(Field::Kind, Some(Content::Kind(problem.kind)))
        .text(Field::Reference, problem.reference.as_ref())
        .text(Field::Detail, problem.detail.as_ref())
        .text(Field::Category, problem.category.as_ref())
        .text(Field::Source, problem.source.as_ref())
        .text(Field::Cause, problem.cause.as_ref())
        .day(Field::Found, problem.found)
        .day(Field::Entered, problem.entered)
        .responsible(&problem.responsible)
        .text(Field::Owners, problem.owners.as_ref())
        .text(Field::Limit, problem.limit.as_ref())
        .day(Field::Due, problem.due)
        .flag(Field::Sustained, problem.sustained)
        .text(Field::Goal, problem.goal.as_ref())
        .money(Field::Amount, problem.amount)
        .money(Field::Recoverable, problem.recoverable)
        .names(Field::Recurs, &problem.recurs)
        .names(Field::Tag, &problem.tags)
        .text(Field::Every, problem.every.as_ref())
        .day(Field::From, problem.from)
        .day(Field::Until, problem.until)
        .flag(Field::Masked, problem.masked)
        .text(Field::Extra("request".to_owned()), problem.request.as_ref())
        .extra(&problem.extra)
}

/// The fields of a measure.
pub(super) fn of_measure(measure: &Measure) -> Fields {
    Fields::default()
        .text(Field::Text, Some(&measure.text))
        .responsible(&measure.responsible)
        .text(Field::Limit, measure.limit.as_ref())
        .day(Field::Due, measure.due)
        .flag(Field::Sustained, measure.sustained)
        .day(Field::Since, measure.since)
        .day(Field::Entered, measure.entered)
        .day(Field::Dropped, measure.dropped)
        .text(Field::Why, measure.why.as_ref())
        .extra(&measure.extra)
}

/// The fields of an indicator.
pub(super) fn of_indicator(indicator: &Indicator) -> Fields {
    Fields::default()
        .text(Field::Unit, indicator.unit.as_ref())
        .figure(Field::Baseline, indicator.baseline)
        .figure(Field::Target, indicator.target)
        .put(Field::Better, indicator.better.map(Content::Better))
}

/// The fields of an entry.
pub(super) fn of_entry(entry: &Entry) -> Fields {
    Fields::default()
        .day(Field::On, Some(entry.on))
        .day(Field::Entered, entry.entered)
        .put(Field::Act, Some(Content::Act(Box::new(entry.act.clone()))))
        .text(Field::By, Some(&entry.by))
        .text(Field::Text, entry.text.as_ref())
        .text(Field::Extra("request".to_owned()), entry.request.as_ref())
        .extra(&entry.extra)
}
