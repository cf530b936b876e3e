//! Changes single cells of a table and leaves every other byte alone.
//!
//! A column that the table lacks is added at the end of the header and of every row, as when rows are added.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::append::Edit;
use super::header::Header;
use super::line::{self, Line};
use super::read::read;
use super::rows::{self, Row, Rows};
use super::write::quoted;
use super::{SEPARATOR, guard};
use crate::complaint::{Source, Table};
use crate::domain::mend::Mending;
use crate::domain::problem::Problem;
use crate::domain::subject::Part;
use crate::formats::addition::Refused;
use crate::formats::record::{Located, Raw};
use crate::formats::splice::spliced;

/// Returns the text with those mendings that there is something to do for, and says which they are, by their places.
/// Read again it is exactly the old problems and the mendings, else it is refused.
pub fn mend(
    source: &Arc<Source>,
    mendings: &[(u32, Mending)],
) -> Result<(String, Vec<usize>), Refused> {
    let values = |problems: Vec<Located<Problem>>| -> Vec<Problem> {
        problems.into_iter().map(|problem| problem.value).collect()
    };
    let mut expected = values(read(source).map_err(Refused::Complaints)?);
    let keys = mendings.iter().map(|(_, mending)| mending.key());
    let mut edit = Edit::new(&source.text);
    edit.add_columns(keys);
    let widened = edit.with_columns();
    let cells = Cells::of(&widened, mendings);
    let mut done = Vec::new();
    let mut splices = Vec::new();
    for (at, (no, mending)) in mendings.iter().enumerate() {
        let Some(splice) = cells.splice(&widened, *no, mending) else { continue };
        let problem = expected.binary_search_by_key(no, |problem| problem.no);
        if problem.is_ok_and(|place| mending.apply(&mut expected[place])) {
            splices.push(splice);
            done.push(at);
        }
    }
    let new = Arc::new(Source {
        path: source.path.clone(),
        text: spliced(&widened, splices),
        ..Source::default()
    });
    let found = values(read(&new).map_err(|_| Refused::SelfCheck)?);
    if found != expected {
        return Err(Refused::SelfCheck);
    }
    // Columns are not added for nothing.
    let text = if done.is_empty() { source.text.clone() } else { Arc::unwrap_or_clone(new).text };
    Ok((text, done))
}

/// The rows of a table that are to be changed, by the problem's number and the part.
struct Cells {
    header: Header,
    rows: HashMap<(u32, Part), Row>,
}

impl Cells {
    fn of(text: &str, mendings: &[(u32, Mending)]) -> Self {
        let wanted: HashSet<_> = mendings.iter().map(|(no, _)| *no).collect();
        let mut all = Rows::new(text, SEPARATOR);
        let header = Header::read(text, &all.next().unwrap_or_default(), &mut Vec::new());
        let mut rows = HashMap::new();
        for row in all {
            let Some(line) = Line::read_head(text, &header, &row, &mut Vec::new()) else {
                continue;
            };
            let part = Some(line.no)
                .filter(|no| wanted.contains(no))
                .and_then(|_| part(text, &header, &row, line.table));
            if let Some(part) = part {
                rows.entry((line.no, part)).or_insert(row);
            }
        }
        Self { header, rows }
    }

    /// Where a mending goes, and what it writes there; nothing where a cell says something already.
    fn splice(&self, text: &str, no: u32, mending: &Mending) -> Option<(Range<usize>, String)> {
        let row = self.rows.get(&(no, mending.part().clone()))?;
        let key = mending.key();
        let span = row.cells.get(self.header.position(key)?)?.clone();
        let old = rows::value(text, &span);
        let raw = match mending {
            Mending::Due { day, .. } => Raw::Day(*day),
            Mending::Sustained { .. } => Raw::Flag(true),
            Mending::Name { old: name, new, .. } => {
                let cell = guard::unguarded(&old);
                let cell = guard::guarded(renamed(cell, name, new)?.into());
                return Some((span, quoted(&cell).into_owned()));
            }
        };
        let cell = line::write(&self.header, key, &raw);
        old.trim().is_empty().then(|| (span, quoted(&cell).into_owned()))
    }
}

/// The part that a row is about.
fn part(text: &str, header: &Header, row: &Row, table: Table) -> Option<Part> {
    let cell = |key| {
        let cell = rows::value(text, row.cells.get(header.position(key)?)?);
        Some(guard::unguarded(&cell).trim().to_owned())
    };
    match table {
        Table::Problem => Some(Part::Problem),
        Table::Measure => cell("measure")?.parse().ok().map(Part::Measure),
        Table::Entry => cell("key")?.parse().ok().map(Part::Entry),
        _ => None,
    }
}

/// Replaces one name of a list; the blanks around it stay.
fn renamed(cell: &str, old: &str, new: &str) -> Option<String> {
    let mut parts: Vec<_> = cell.split('|').map(str::to_owned).collect();
    let part = parts.iter_mut().find(|part| part.trim() == old)?;
    let name = part.trim();
    let start = part.len() - part.trim_start().len();
    let span = start..start + name.len();
    part.replace_range(span, new);
    Some(parts.join("|"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Mending, Part, Source, mend};
    use crate::domain::day::Day;

    fn mended(text: &str, mendings: &[(u32, Mending)]) -> (String, Vec<usize>) {
        let source =
            Arc::new(Source { path: "x.csv".into(), text: text.into(), ..Source::default() });
        mend(&source, mendings).unwrap()
    }

    fn due(part: Part) -> Mending {
        Mending::Due { part, day: Day::new(2022, 10, 31).unwrap() }
    }

    #[test]
    fn cells_are_filled_and_no_other_byte_changes() {
        let text = "\u{feff}记录,编号,措施号,序,问题,内容,牵头单位,整改时限,截止日期,长期坚持,备注\r\n\
                    措施,7,2,2,,措,,\"10月,底前\",,,\r\n\
                    问题,7,,1,\"题\"\"一\",,乙 |甲 科,长期坚持,,,=x\r\n";
        let name = Mending::Name {
            part: Part::Problem,
            key: "lead",
            old: "甲 科".into(),
            new: "甲科".into(),
        };
        let mendings = [
            (7, due(Part::Measure(2))),
            (7, Mending::Sustained { part: Part::Problem }),
            (7, name),
            (8, due(Part::Problem)),
        ];
        let (new, done) = mended(text, &mendings);
        let expected = text
            .replace("底前\",,,", "底前\",2022-10-31,,")
            .replace("乙 |甲 科,长期坚持,,,", "乙 |甲科,长期坚持,,是,");
        assert_eq!(new, expected);
        assert_eq!(done, [0, 1, 2]);
    }

    #[test]
    fn a_column_that_is_not_there_is_added() {
        let text = "record,no,seq,title,limit\nproblem,1,1,a,10月底前\nproblem,2,2,b,\n";
        let (new, done) = mended(text, &[(1, due(Part::Problem))]);
        let expected =
            "record,no,seq,title,limit,due\nproblem,1,1,a,10月底前,2022-10-31\nproblem,2,2,b,,\n";
        assert_eq!((new.as_str(), done), (expected, vec![0]));
    }

    #[test]
    fn what_says_something_already_stays() {
        let text = "record,no,seq,title,sustained\nproblem,1,1,a,false\n";
        let none = [(1, Mending::Sustained { part: Part::Problem }), (1, due(Part::Measure(1)))];
        assert_eq!(mended(text, &none), (text.to_owned(), Vec::new()));
    }
}
