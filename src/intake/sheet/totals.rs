//! Rows of totals: they are no problems, and what they give is held against the rows that they stand for.
//!
//! A total stands for all rows, or for those since the total before it, or for those up to the next one: nobody says
//! which, so only what none of these explains is called wrong.

use std::ops::Range;

use super::cells::{self, TotalWord};
use super::headers::Meaning;
use super::row::{Cell, SheetRow};
use crate::domain::money::Money;
use crate::domain::total::Total;

/// A total of a sheet that is not the sum of any rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetTotal {
    /// The bytes of the cell.
    pub span: Range<usize>,
    /// What it gives, and what it should.
    pub total: Total,
}

/// The rows of a sheet in their order, as far as totals go.
#[derive(Debug, Default)]
pub(super) struct Totals {
    rows: Vec<Row>,
}

#[derive(Debug)]
enum Row {
    Line(Line),
    Total(Given),
}

/// A row of a problem, or of one more measure.
#[derive(Debug)]
struct Line {
    is_problem: bool,
    amount: Amount,
}

#[derive(Debug, Clone, Copy)]
enum Amount {
    None,
    Unread,
    Read(Money),
}

/// A row of totals.
#[derive(Debug)]
struct Given {
    /// 小计: of a part.
    of_part: bool,
    amount: Option<(Range<usize>, Money)>,
    count: Option<(Range<usize>, usize)>,
}

impl Totals {
    /// Takes a row of totals; tells whether it is one.
    pub(super) fn take(&mut self, row: &SheetRow<'_>) -> bool {
        let title = row.get(Meaning::Title);
        let word = |cell: &Cell<'_>| Some((cell.span.clone(), cells::total(&cell.text)?));
        let Some((span, TotalWord { of_part, count })) =
            [row.first(), title].into_iter().flatten().find_map(word)
        else {
            return false;
        };
        let beside = title.filter(|cell| cell.span != span);
        let count = match beside.map(|cell| (cell, cells::count(&cell.text))) {
            None => count.map(|count| (span, count)),
            Some((cell, Some(count))) => Some((cell.span.clone(), count)),
            // Beside the word stands a problem like any other.
            Some((_, None)) => return false,
        };
        let amount = match amount(row) {
            (Some(cell), Amount::Read(money)) => Some((cell.span.clone(), money)),
            _ => None,
        };
        self.rows.push(Row::Total(Given { of_part, amount, count }));
        true
    }

    /// Notes a row that is none of totals.
    pub(super) fn line(&mut self, row: &SheetRow<'_>) {
        let is_problem = row.has(Meaning::Title);
        self.rows.push(Row::Line(Line { is_problem, amount: amount(row).1 }));
    }

    /// The totals that differ from the sums, in the order of the rows.
    pub(super) fn differing(&self) -> Vec<SheetTotal> {
        let mut found = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let Row::Total(given) = row else { continue };
            let parts = self.parts(at, given.of_part);
            if let Some((span, given)) = &given.amount {
                // An amount that nobody can read may be what is missing.
                let sums: Option<Vec<_>> = parts.iter().map(|part| money(part)).collect();
                let sum = sums.and_then(|sums| differing(given, &sums));
                let total = sum.map(|sum| Total::Money { given: *given, sum });
                found.extend(total.map(|total| SheetTotal { span: span.clone(), total }));
            }
            if let Some((span, given)) = &given.count {
                let problems =
                    parts.iter().map(|part| lines(part).filter(|it| it.is_problem).count());
                let all = parts.iter().map(|part| lines(part).count());
                let sum = differing(given, &problems.chain(all).collect::<Vec<_>>());
                let total = sum.map(|sum| Total::Problems { given: *given, sum });
                found.extend(total.map(|total| SheetTotal { span: span.clone(), total }));
            }
        }
        found
    }

    /// The rows that a total may stand for, the most likely first.
    fn parts(&self, at: usize, of_part: bool) -> Vec<&[Row]> {
        let is_bound = |row: &Row| matches!(row, Row::Total(total) if total.of_part || !of_part);
        let above = self.rows[..at].iter().rposition(is_bound).map_or(0, |bound| bound + 1);
        let below = self.rows[at + 1..].iter().position(is_bound);
        let below = below.map_or(self.rows.len(), |bound| at + 1 + bound);
        let (above, below) = (&self.rows[above..at], &self.rows[at + 1..below]);
        let all = self.rows.as_slice();
        if of_part { vec![above, below, all] } else { vec![all, above, below] }
    }
}

/// Returns the most likely sum where the total is none of them.
fn differing<T: PartialEq + Copy>(given: &T, sums: &[T]) -> Option<T> {
    sums.first().copied().filter(|_| !sums.contains(given))
}

fn lines(rows: &[Row]) -> impl Iterator<Item = &Line> {
    rows.iter().filter_map(|row| match row {
        Row::Line(line) => Some(line),
        Row::Total(_) => None,
    })
}

/// The sum of the rows; nothing where an amount cannot be read.
fn money(rows: &[Row]) -> Option<Money> {
    lines(rows).try_fold(Money::ZERO, |sum, line| match line.amount {
        Amount::None => Some(sum),
        Amount::Unread => None,
        Amount::Read(money) => Some(sum + money),
    })
}

fn amount<'r, 'a>(row: &'r SheetRow<'a>) -> (Option<&'r Cell<'a>>, Amount) {
    let Some(cell) = row.get(Meaning::Amount) else { return (None, Amount::None) };
    (Some(cell), row.amount(cell).map_or(Amount::Unread, Amount::Read))
}
