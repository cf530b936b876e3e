//! Versions of one table: of a version that differs little from another one, only the rows that differ are read.
//!
//! A history holds a table once for each commit, and each commit changes a few rows of thousands.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use super::SEPARATOR;
use super::header::Header;
use super::line::Line;
use super::read::{Legible, assemble, read_lines, shape_fault};
use super::rows::{Row, Rows};
use crate::complaint::{Log, Source};
use crate::domain::problem::Problem;

/// A version of a table that can be read.
#[derive(Debug, Clone)]
pub struct Version {
    source: Arc<Source>,
    header: Rc<Header>,
    rows: Vec<Place>,
    problems: Rc<BTreeMap<u32, Rc<Problem>>>,
}

/// Where a row stands and which problem it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    start: usize,
    no: u32,
    seq: u64,
}

/// How many bytes are compared at once.
const STRETCH: usize = 4_096;

impl Version {
    /// Reads those problems of a version whose numbers are wanted; nothing where it cannot be read.
    pub fn read(source: Arc<Source>, wanted: impl Fn(u32) -> bool) -> Option<Self> {
        let mut log = Log::new(&source);
        let legible = read_lines(&source.text, &mut log);
        let header = Rc::new(legible.header.clone());
        let place = |line: &Line| Place { start: line.span.start, no: line.no, seq: line.seq };
        let rows = legible.lines.iter().map(place).collect();
        let read = assemble(legible, &wanted, &source, log, |it| it.value).ok()?;
        let problems = read.into_iter().map(|problem| (problem.no, Rc::new(problem))).collect();
        Some(Self { rows, header, problems: Rc::new(problems), source })
    }

    /// Reads another version, for the same numbers: what stands in both is not read again.
    pub fn other(&self, source: Arc<Source>, wanted: impl Fn(u32) -> bool) -> Option<Self> {
        match self.changed(&source, &wanted) {
            Some(other) => Some(other),
            None => Self::read(source, wanted),
        }
    }

    /// The problems that are wanted, by their numbers.
    pub fn problems(&self) -> Rc<BTreeMap<u32, Rc<Problem>>> {
        Rc::clone(&self.problems)
    }

    /// Reads what differs; nothing where that cannot be told, or where something is wrong.
    fn changed(&self, source: &Arc<Source>, wanted: impl Fn(u32) -> bool) -> Option<Self> {
        let (old, new) = (self.source.text.as_bytes(), source.text.as_bytes());
        let same = common_start(old, new);
        // The row in which the texts part is read anew, and all before it are the same.
        let kept = self.rows.partition_point(|row| row.start <= same).checked_sub(1)?;
        let end = new.len() - common_end(old, new);
        let mut rows = self.rows[..kept].to_vec();
        let mut changed = BTreeSet::new();
        let mut behind = self.rows.len();
        let mut at = self.rows[kept].start;
        while at < new.len() {
            // From a row on that begins where both texts have only the same before them, the rest is the same.
            let twin = (at >= end).then(|| (at + old.len()).checked_sub(new.len())).flatten();
            let twin = twin.and_then(|twin| self.row_at(twin)).filter(|place| *place >= kept);
            if let Some(place) = twin {
                behind = place;
                break;
            }
            let (line, next) = self.line(&source.text, at)?;
            rows.push(Place { start: at, no: line.no, seq: line.seq });
            changed.insert(line.no);
            at = next;
        }
        changed.extend(self.rows[kept..behind].iter().map(|row| row.no));
        let moved = |row: &Place| {
            Some(Place { start: (row.start + new.len()).checked_sub(old.len())?, ..*row })
        };
        for row in &self.rows[behind..] {
            rows.push(moved(row)?);
        }
        let mut places: Vec<_> = rows.iter().map(|row| row.seq).collect();
        places.sort_unstable();
        if places.windows(2).any(|pair| pair[0] == pair[1]) {
            return None;
        }
        let mut problems = Rc::clone(&self.problems);
        changed.retain(|no| wanted(*no));
        if !changed.is_empty() {
            let read = self.problems_of(&changed, &rows, source)?;
            let known = Rc::make_mut(&mut problems);
            known.retain(|no, _| !changed.contains(no));
            known.extend(read.into_iter().map(|problem| (problem.no, Rc::new(problem))));
        }
        Some(Self { source: Arc::clone(source), header: Rc::clone(&self.header), rows, problems })
    }

    fn row_at(&self, start: usize) -> Option<usize> {
        self.rows.binary_search_by_key(&start, |row| row.start).ok()
    }

    /// Reads which problem a row belongs to, and says where the next one begins.
    fn line(&self, text: &str, at: usize) -> Option<(Line, usize)> {
        let mut rows = Rows::from(text, SEPARATOR, at);
        let row: Row = rows.next()?;
        let mut faults = Vec::new();
        if shape_fault(text, &self.header, &row).is_some() || !row.faults.is_empty() {
            return None;
        }
        let line = Line::read_head(text, &self.header, &row, &mut faults)?;
        faults.is_empty().then_some((line, rows.at()))
    }

    fn problems_of(
        &self,
        numbers: &BTreeSet<u32>,
        rows: &[Place],
        source: &Arc<Source>,
    ) -> Option<Vec<Problem>> {
        let theirs = rows.iter().filter(|row| numbers.contains(&row.no));
        let lines = theirs.map(|row| Some(self.line(&source.text, row.start)?.0));
        let lines = lines.collect::<Option<Vec<_>>>()?;
        let legible = Legible { lines, header: Header::clone(&self.header), complete: true };
        assemble(legible, |_| true, source, Log::new(source), |it| it.value).ok()
    }
}

/// How many bytes two texts begin with alike.
fn common_start(one: &[u8], other: &[u8]) -> usize {
    let stretches = one.chunks(STRETCH).zip(other.chunks(STRETCH));
    let alike: usize = stretches.take_while(|(a, b)| a == b).map(|(a, _)| a.len()).sum();
    alike + one[alike..].iter().zip(&other[alike..]).take_while(|(a, b)| a == b).count()
}

/// How many bytes two texts end with alike.
fn common_end(one: &[u8], other: &[u8]) -> usize {
    let stretches = one.rchunks(STRETCH).zip(other.rchunks(STRETCH));
    let alike: usize = stretches.take_while(|(a, b)| a == b).map(|(a, _)| a.len()).sum();
    let (one, other) = (&one[..one.len() - alike], &other[..other.len() - alike]);
    alike + one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::{Source, Version, common_end, common_start};

    fn source(text: &str) -> Arc<Source> {
        Arc::new(Source { path: String::new(), text: text.to_owned(), ..Source::default() })
    }

    /// What another version reads as must be what it reads as by itself.
    #[track_caller]
    fn agree(old: &str, new: &str, wanted: impl Fn(u32) -> bool + Copy) {
        let Some(old) = Version::read(source(old), wanted) else { return };
        let (other, alone) = (old.other(source(new), wanted), Version::read(source(new), wanted));
        let told =
            |version: &Option<Version>| version.as_ref().map(|it| (it.problems(), it.rows.clone()));
        assert_eq!(told(&other), told(&alone), "{new}");
    }

    const HEADER: &str = "record,no,measure,seq,key,on,act,by,title,text\n";

    #[test]
    fn the_common_part_is_found_from_both_ends() {
        let long = "甲".repeat(5_000);
        let (one, other) = (format!("{long}一{long}"), format!("{long}二三{long}"));
        assert_eq!(common_start(one.as_bytes(), other.as_bytes()), 15_001); // and a byte of the next character
        assert_eq!(common_end(one.as_bytes(), other.as_bytes()), 15_000);
        assert_eq!(common_start(b"ab", b"ab"), 2);
        assert_eq!(common_end(b"", b"ab"), 0);
    }

    #[test]
    fn rows_that_come_go_and_change_are_read() {
        let row = |no: u32, seq: u32, title: &str| format!("problem,{no},,{seq},,,,,{title},\n");
        let three = [row(1, 1, "一"), row(2, 2, "\"二\n行\""), row(3, 3, "三")];
        let whole = HEADER.to_owned() + &three.concat();
        let versions = [
            whole.clone(),
            HEADER.to_owned(),
            HEADER.to_owned() + &three[1],
            HEADER.to_owned() + &three[2] + &three[0],
            whole.clone() + "measure,2,1,4,,,,,,做\n",
            whole.clone() + "measure,2,1,4,,,,,,做",
            whole.clone() + "measure,2,1,3,,,,,,做\n",
            whole.clone() + "measure,9,1,4,,,,,,做\n",
            whole.clone() + &three[2],
            whole.replace("二", "二二"),
            whole.replace("\"二", "二"),
            whole.replace("title", "x_a"),
            whole.replace("三", ""),
            whole.trim_end().to_owned(),
            whole.replace('\n', "\r\n"),
            String::new(),
        ];
        for old in &versions {
            for new in &versions {
                agree(old, new, |_| true);
                agree(old, new, |no| no == 2);
            }
        }
    }

    proptest! {
        #[test]
        fn any_versions_agree(old in table(), new in table(), two in any::<bool>()) {
            agree(&old, &new, |no| !two || no == 2);
        }
    }

    /// Tables of rows from a small store, so that versions share much.
    fn table() -> impl Strategy<Value = String> {
        let title = prop_oneof![Just("甲"), Just("乙"), Just("\"甲\n乙\"")];
        let row = (1..4u32, prop_oneof![4 => Just(true), 1 => Just(false)], title);
        proptest::collection::vec(row, 0..7).prop_map(|rows| {
            let row = |(place, (no, measure, title)): (usize, &(u32, bool, &str))| {
                let seq = place + 1;
                if *measure && seq > 3 {
                    format!("measure,{no},{seq},{seq},,,,,,{title}\n")
                } else {
                    format!("problem,{no},,{seq},,,,,{title},\n")
                }
            };
            HEADER.to_owned() + &rows.iter().enumerate().map(row).collect::<String>()
        })
    }
}
