//! An amendment (勘误): the right value of one field that was written wrongly.

use std::fmt;

use super::day::Day;
use super::measure::Measure;
use super::money::Money;
use super::problem::Problem;

/// A field of a problem or measure with its right value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// Which field.
    pub field: Field,
    /// What should have stood there.
    pub value: Value,
}

/// The right value, in the kind that the field has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A day.
    Day(Day),
    /// An amount.
    Money(Money),
    /// Yes or no.
    Flag(bool),
}

/// A field that can be amended. Who is responsible changes by `assign`, never here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is described at the field of the problem or measure")]
pub enum Field {
    Title,
    Detail,
    Category,
    Source,
    Cause,
    Reference,
    Found,
    Limit,
    Due,
    Sustained,
    Goal,
    Amount,
    Recoverable,
    Text,
}

/// Why an amendment cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadAmendment {
    /// No such field can be amended.
    Field,
    /// The field belongs to a measure, or to a problem, and the other was named.
    Place,
    /// The value is not of the field's kind.
    Value(Expected),
}

/// What kind of value a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "see `Value`")]
pub enum Expected {
    Text,
    Day,
    Money,
    Flag,
}

impl Field {
    /// All fields, with the names they have in files.
    pub const ALL: [(&'static str, Self); 14] = [
        ("title", Self::Title),
        ("detail", Self::Detail),
        ("category", Self::Category),
        ("source", Self::Source),
        ("cause", Self::Cause),
        ("ref", Self::Reference),
        ("found", Self::Found),
        ("limit", Self::Limit),
        ("due", Self::Due),
        ("sustained", Self::Sustained),
        ("goal", Self::Goal),
        ("amount", Self::Amount),
        ("recoverable", Self::Recoverable),
        ("text", Self::Text),
    ];

    /// The field's name in files.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, field)| *field == self).map_or("", |(name, _)| name)
    }

    fn expected(self) -> Expected {
        match self {
            Self::Found | Self::Due => Expected::Day,
            Self::Amount | Self::Recoverable => Expected::Money,
            Self::Sustained => Expected::Flag,
            _ => Expected::Text,
        }
    }

    fn is_of_measures(self) -> bool {
        matches!(self, Self::Text | Self::Limit | Self::Due | Self::Sustained)
    }

    /// What stands in the field, of a measure where one is named; nothing where nothing is written.
    pub fn value_in(self, problem: &Problem, measure: Option<u32>) -> Option<Value> {
        match measure {
            None => self.of_problem(problem),
            Some(no) => self.of_measure(problem.measure(no)?),
        }
    }

    fn of_problem(self, problem: &Problem) -> Option<Value> {
        let text = |text: &Option<String>| text.clone().map(Value::Text);
        match self {
            Self::Title => Some(Value::Text(problem.title.clone())),
            Self::Detail => text(&problem.detail),
            Self::Category => text(&problem.category),
            Self::Source => text(&problem.source),
            Self::Cause => text(&problem.cause),
            Self::Reference => text(&problem.reference),
            Self::Goal => text(&problem.goal),
            Self::Limit => text(&problem.limit),
            Self::Found => problem.found.map(Value::Day),
            Self::Due => problem.due.map(Value::Day),
            Self::Sustained => Some(Value::Flag(problem.sustained)),
            Self::Amount => problem.amount.map(Value::Money),
            Self::Recoverable => problem.recoverable.map(Value::Money),
            Self::Text => None,
        }
    }

    fn of_measure(self, measure: &Measure) -> Option<Value> {
        match self {
            Self::Text => Some(Value::Text(measure.text.clone())),
            Self::Limit => measure.limit.clone().map(Value::Text),
            Self::Due => measure.due.map(Value::Day),
            Self::Sustained => Some(Value::Flag(measure.sustained)),
            _ => None,
        }
    }
}

impl Value {
    /// The day, where it is one.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(*day),
            _ => None,
        }
    }
}

impl fmt::Display for Value {
    /// Writes the value as it stands in files.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Day(day) => day.fmt(f),
            Self::Money(money) => money.fmt(f),
            Self::Flag(flag) => flag.fmt(f),
        }
    }
}

impl Amendment {
    /// Reads a field's name and its right value; `2.due` names a field of measure 2.
    pub fn read(field: &str, value: &str) -> Result<(Option<u32>, Self), BadAmendment> {
        let (measure, name) = match field.split_once('.') {
            Some((no, name)) => (Some(no.parse().map_err(|_| BadAmendment::Field)?), name),
            None => (None, field),
        };
        let field =
            Field::ALL.iter().find(|(known, _)| *known == name).ok_or(BadAmendment::Field)?.1;
        if (measure.is_some() && !field.is_of_measures())
            || (measure.is_none() && field == Field::Text)
        {
            return Err(BadAmendment::Place);
        }
        let expected = field.expected();
        let value = match expected {
            Expected::Text => (!value.is_empty()).then(|| Value::Text(value.to_owned())),
            Expected::Day => Day::from_iso(value).filter(|day| day.is_plausible()).map(Value::Day),
            Expected::Money => Money::read(value).map(Value::Money),
            Expected::Flag => value.parse().ok().map(Value::Flag),
        };
        let value = value.ok_or(BadAmendment::Value(expected))?;
        Ok((measure, Self { field, value }))
    }

    /// Writes the field's name as it stands in files.
    pub fn field_name(&self, measure: Option<u32>) -> String {
        let name = self.field.name();
        measure.map_or_else(|| name.to_owned(), |no| format!("{no}.{name}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Amendment, BadAmendment, Expected};

    #[test]
    fn an_amendment_reads_as_it_is_written() {
        for (field, value) in [
            ("title", "题"),
            ("due", "2022-10-31"),
            ("2.due", "2022-10-31"),
            ("amount", "15.7万元"),
            ("sustained", "true"),
        ] {
            let (measure, amendment) = Amendment::read(field, value).unwrap();
            assert_eq!(
                (amendment.field_name(measure).as_str(), amendment.value.to_string().as_str()),
                (field, value)
            );
        }
    }

    #[test]
    fn a_wrong_field_or_value_is_told_apart() {
        assert_eq!(Amendment::read("lead", "甲"), Err(BadAmendment::Field));
        assert_eq!(Amendment::read("text", "甲"), Err(BadAmendment::Place));
        assert_eq!(Amendment::read("1.title", "甲"), Err(BadAmendment::Place));
        assert_eq!(Amendment::read("due", "10月"), Err(BadAmendment::Value(Expected::Day)));
        assert_eq!(Amendment::read("amount", "少量"), Err(BadAmendment::Value(Expected::Money)));
    }
}
