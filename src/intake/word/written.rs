//! The text of a document and of its tables, with the address of every paragraph and cell.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use super::blocks::Block;
use super::seen::Seen;
use super::table::{self, Grid};
use super::{Changes, Document, Manner, Table};
use crate::complaint::{
    At, BadOffice, Complaint, Fault, Limited, OfficeNote, OfficeRemark, Part, Source,
};
use crate::intake::clean::clean;
use crate::intake::limits::count;
use crate::intake::workbook::{Hidden, Leaf, Merge};
use crate::intake::{grid, text_check};

/// Writes the blocks of a document down, unless something in it has to be decided first.
pub(super) fn document(
    path: &str,
    blocks: Vec<Block>,
    seen: &Seen,
    manner: &Manner,
) -> Result<Document, Vec<Complaint>> {
    undecided(path, seen, manner)?;
    let mut writer = Writer { path, manner, cells: Rc::default(), stripped: 0 };
    let mut text = String::new();
    let mut parts = Vec::new();
    let mut tables = Vec::new();
    let mut numbers = BTreeMap::new();
    for block in blocks {
        match block {
            Block::Paragraph(place, line) => {
                let line = clean(&line, &mut writer.stripped);
                if !line.is_empty() {
                    let number = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
                    numbers.insert(place, number);
                    let span = text.len()..text.len() + line.len();
                    parts.push(Part { span, at: At::Paragraph(number) });
                }
                text.push_str(&line);
                text.push('\n');
            }
            Block::Table(grid) => {
                let leaf = writer.table(&grid)?;
                tables.push(Table { number: grid.number, before: text.len(), leaf });
            }
        }
        if count(text.len()) > manner.limits.text {
            return Err(vec![Complaint::whole(path, manner.limits.exceeded(Limited::Text))]);
        }
    }
    let source = Arc::new(Source { path: path.to_owned(), text, sheet: None, parts });
    checked(&source)?;
    let mut remarks = seen.remarks(&numbers);
    remarks.extend(resolved(seen, manner));
    let count = writer.stripped;
    if count > 0 {
        remarks.push(OfficeRemark {
            what: OfficeNote::Stripped,
            count,
            first: None,
            names: Vec::new(),
        });
    }
    Ok(Document { source, tables, remarks })
}

fn checked(source: &Arc<Source>) -> Result<(), Vec<Complaint>> {
    let faults = text_check::refused(source);
    if faults.is_empty() { Ok(()) } else { Err(text_check::complaints(source, faults)) }
}

/// Refuses hidden text and changes that nobody has decided on.
fn undecided(path: &str, seen: &Seen, manner: &Manner) -> Result<(), Vec<Complaint>> {
    let (insertions, deletions) = (seen.insertions, seen.deletions);
    let mut complaints = Vec::new();
    if manner.changes == Changes::Refuse && insertions + deletions > 0 {
        let changes = BadOffice::Changes { insertions, deletions };
        complaints.push(Complaint::whole(path, Fault::Office(changes)));
    }
    if manner.hidden == Hidden::Refuse && seen.hidden > 0 {
        let hidden = BadOffice::Hidden { rows: 0, columns: 0, passages: seen.hidden };
        complaints.push(Complaint::whole(path, Fault::Office(hidden)));
    }
    if complaints.is_empty() { Ok(()) } else { Err(complaints) }
}

/// What was decided on changes.
fn resolved(seen: &Seen, manner: &Manner) -> Vec<OfficeRemark> {
    let accepted = manner.changes == Changes::Accept;
    let all = [
        (OfficeNote::Insertion { accepted }, seen.insertions),
        (OfficeNote::Deletion { accepted }, seen.deletions),
    ];
    let some = all.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(what, count)| OfficeRemark { what, count, first: None, names: Vec::new() }).collect()
}

struct Writer<'w> {
    path: &'w str,
    manner: &'w Manner,
    cells: Rc<Cell<u64>>,
    stripped: usize,
}

impl Writer<'_> {
    fn table(&mut self, table: &Grid) -> Result<Leaf, Vec<Complaint>> {
        let mut grid = grid::Grid::new(Some(table.number), &self.manner.limits, &self.cells);
        for (row, column, blocks) in &table.cells {
            let text = clean(&table::text(blocks), &mut self.stripped);
            let put = !text.trim().is_empty() && grid.is_next(*row, *column);
            if put {
                grid.put(*row, *column, &text)
                    .map_err(|fault| vec![Complaint::whole(self.path, fault)])?;
            }
        }
        let (text, parts) = grid.finish();
        let source = Arc::new(Source { path: self.path.to_owned(), text, sheet: None, parts });
        checked(&source)?;
        let spans = |merge: &&Merge| merge.top != merge.bottom || merge.left != merge.right;
        let merges: Vec<_> = table.merges.iter().filter(spans).copied().collect();
        let count = merges.len();
        let remark =
            OfficeRemark { what: OfficeNote::Merged, count, first: None, names: Vec::new() };
        Ok(Leaf {
            source,
            merges,
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            struck: Vec::new(),
            remarks: Vec::from_iter((count > 0).then_some(remark)),
        })
    }
}
