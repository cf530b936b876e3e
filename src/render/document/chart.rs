//! A picture of figures, as figures: a writer draws it, or writes the table that says the same.

use super::{Cell, Column, ColumnKind, Grid, Hue};
use crate::domain::day::Day;

/// A picture of figures, with what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// What stands at the side: the heading of its labels or days.
    pub side: String,
    /// The figures.
    pub kind: Kind,
}

/// What sort of picture it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A bar for each label, in parts that add up.
    Bars {
        /// The parts, in the order in which they are laid end to end.
        parts: Vec<Part>,
        /// The bars.
        bars: Vec<Bar>,
    },
    /// How figures went on from day to day.
    Course {
        /// A line for each.
        lines: Vec<Part>,
        /// The days in their order, with a value for each line.
        days: Vec<(Day, Vec<i64>)>,
    },
    /// What falls on which day.
    Calendar(Vec<DueDay>),
}

/// A part of every bar, or a line of a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it counts.
    pub label: String,
    /// The light that it stands for.
    pub hue: Option<Hue>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Whose it is.
    pub label: String,
    /// A value for each part, none below zero.
    pub values: Vec<i64>,
}

/// A day of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDay {
    /// The day.
    pub day: Day,
    /// What falls on it, in a line each.
    pub what: Vec<String>,
    /// The light of the most pressing of them.
    pub hue: Option<Hue>,
}

impl Chart {
    /// Returns the table that says what the picture shows, for readers of paper and for those who cannot see it.
    pub fn table(&self) -> Grid {
        let side = |kind| Column::new(self.side.clone(), kind);
        let number = |part: &Part| Column::new(part.label.clone(), ColumnKind::Number);
        let numbers = |values: &[i64]| values.iter().copied().map(Cell::from).collect::<Vec<_>>();
        let mut grid = match &self.kind {
            Kind::Bars { parts, .. } => {
                let parts = parts.iter().map(number);
                Grid::new([side(ColumnKind::Name)].into_iter().chain(parts).collect())
            }
            Kind::Course { lines, .. } => {
                let lines = lines.iter().map(number);
                Grid::new([side(ColumnKind::Date)].into_iter().chain(lines).collect())
            }
            Kind::Calendar(_) => Grid::new(vec![
                side(ColumnKind::Date),
                Column::new(self.title.clone(), ColumnKind::Text),
            ]),
        };
        match &self.kind {
            Kind::Bars { bars, .. } => {
                for bar in bars {
                    grid.push([vec![bar.label.as_str().into()], numbers(&bar.values)].concat());
                }
            }
            Kind::Course { days, .. } => {
                for (day, values) in days {
                    grid.push([vec![(*day).into()], numbers(values)].concat());
                }
            }
            Kind::Calendar(days) => {
                for due in days {
                    grid.push(vec![due.day.into(), due.what.join("\n").into()]);
                }
            }
        }
        grid
    }
}
