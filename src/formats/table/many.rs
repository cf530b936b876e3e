//! Adding many problems to a table, portion by portion, so that nobody holds them beside their rows.

use std::sync::Arc;

use super::append::Edit;
use super::header::Header;
use super::line;
use super::read::{read_below, read_some};
use super::write::own_keys;
use crate::complaint::Source;
use crate::domain::problem::Problem;
use crate::formats::addition::Refused;
use crate::formats::record;
use crate::formats::share::share;

/// Returns the text with the rows of new problems at its end, as [`super::append_all`] does. Each portion of them is read again
/// as soon as it is written, and goes then: it stands behind whole rows and ends with one, so it reads alone as it does behind
/// the others.
pub fn append_problems(
    source: &Arc<Source>,
    problems: Vec<Vec<Problem>>,
) -> Result<String, Refused> {
    let mut edit = Edit::new(&source.text);
    let lacking = edit.lacking(problems.iter().flatten());
    let mut numbers: Vec<u32> = problems.iter().flatten().map(|problem| problem.no).collect();
    numbers.sort_unstable();
    if let Some(twice) = numbers.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(Refused::Number(twice[0]));
    }
    let is_new = |no: u32| numbers.binary_search(&no).is_ok();
    let widened = !lacking.is_empty();
    let known = read_some(source, |no| widened || is_new(no)).map_err(Refused::Complaints)?;
    if let Some(taken) = known.iter().find(|it| is_new(it.value.no)) {
        return Err(Refused::Number(taken.value.no));
    }
    edit.add_columns(lacking.iter().map(String::as_str));
    let above = edit.with_rows("");
    if widened {
        let new = Arc::new(Source {
            path: source.path.clone(),
            text: above.clone(),
            ..Source::default()
        });
        let again = read_some(&new, |_| true).map_err(|_| Refused::SelfCheck)?;
        let mut both = known.iter().zip(&again);
        if known.len() != again.len() || !both.all(|(old, new)| old.value == new.value) {
            return Err(Refused::SelfCheck);
        }
    }
    drop(known);
    let portions = edit.checked_rows(source, problems)?;
    let mut text = above;
    text.reserve_exact(portions.iter().map(String::len).sum());
    for portion in portions {
        text.push_str(&portion);
    }
    Ok(text)
}

impl Edit<'_> {
    /// The columns that the keys of new problems lack.
    fn lacking<'p>(&self, problems: impl Iterator<Item = &'p Problem>) -> Vec<String> {
        let standard = Header::new(self.header.lang, std::iter::empty());
        let mut lacking: Vec<String> =
            standard.keys.into_iter().filter(|key| !self.header.has(key)).collect();
        // A table of an earlier version of the format lacks keys that nobody may need.
        let mut needed = vec![lacking.is_empty(); lacking.len()];
        let mut own = Vec::new();
        for problem in problems {
            if !lacking.is_empty() {
                for record in record::records_of(problem) {
                    for field in &record.fields {
                        let column = line::column_of(record.table, &field.key);
                        let at = lacking.iter().position(|known| known == column);
                        at.and_then(|at| needed.get_mut(at)).into_iter().for_each(|it| *it = true);
                    }
                }
            }
            for key in own_keys(problem) {
                if !self.header.has(key) && !own.iter().any(|known| known == key) {
                    own.push(key.to_owned());
                }
            }
        }
        let mut needed = needed.into_iter();
        lacking.retain(|_| needed.next() == Some(true));
        lacking.extend(own);
        lacking
    }

    /// Writes the rows of new problems and makes sure that they read as these.
    fn checked_rows(
        &self,
        source: &Source,
        problems: Vec<Vec<Problem>>,
    ) -> Result<Vec<String>, Refused> {
        let mut next = self.highest + 1;
        let mut placed = Vec::with_capacity(problems.len());
        for portion in problems {
            let parts =
                |it: &Problem| 1 + it.indicators.len() + it.measures.len() + it.entries.len();
            let rows: usize = portion.iter().map(parts).sum();
            placed.push((next, portion));
            next += u64::try_from(rows).unwrap_or(u64::MAX);
        }
        let written = share(placed.into_iter(), |(first, portion)| {
            let mut lacking = Vec::new();
            let records = portion.iter().flat_map(|problem| {
                record::records_of(problem).into_iter().map(|record| (problem.no, record))
            });
            let text = self.rows(records, first, &mut lacking);
            let new = Arc::new(Source { path: source.path.clone(), text, ..Source::default() });
            let read = read_below(&self.header, &new).map_err(|_| Refused::SelfCheck)?;
            let same = read.len() == portion.len()
                && read.iter().zip(&portion).all(|(found, problem)| found.value == *problem);
            drop(read);
            if same && lacking.is_empty() {
                Ok(Arc::unwrap_or_clone(new).text)
            } else {
                Err(Refused::SelfCheck)
            }
        });
        written.into_iter().collect()
    }
}
