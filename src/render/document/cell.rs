//! A value in a table, of its own kind: a day stays a day, money stays money, until a writer makes text of it.

use super::Hue;
use crate::domain::day::Day;
use crate::domain::figure::Figure;
use crate::domain::money::Money;

/// A value in a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known; never a zero.
    Empty,
    /// What stands in the cell above it goes on: paper joins the two, a program gets the value again.
    Above,
    /// Words; a line feed begins a new line.
    Text(String),
    /// A count.
    Number(i64),
    /// A measured figure.
    Figure(Figure),
    /// A day.
    Day(Day),
    /// A day that rests on a year whose working days are not published; people see it marked.
    Provisional(Day),
    /// An amount of money.
    Money(Money),
    /// An amount of money that is taken off.
    Less(Money),
    /// A share of a whole; nothing where the whole is nothing.
    Share {
        /// The part.
        numerator: i64,
        /// The whole.
        denominator: i64,
    },
    /// Names or other words, one after the other.
    List(Vec<String>),
    /// Yes or no.
    Flag(bool),
    /// Words that a terminal shows in a colour; they say all that the colour does.
    Lit(String, Hue),
}

/// A count as cells and charts hold it; one that does not fit, which no memory could hold, becomes the largest number.
pub fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

impl Cell {
    /// The share of counted things in others.
    pub fn share(part: usize, of: usize) -> Self {
        Self::Share { numerator: whole(part), denominator: whole(of) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(whole(number))
    }
}

impl From<Day> for Cell {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<Money> for Cell {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

impl From<Figure> for Cell {
    fn from(figure: Figure) -> Self {
        Self::Figure(figure)
    }
}

impl From<Vec<String>> for Cell {
    fn from(names: Vec<String>) -> Self {
        Self::List(names)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
