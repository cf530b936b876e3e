//! The rows of a header: one, or up to three of which the upper ones name groups of columns.

use super::headers::Meaning;
use super::naming;
use super::terms::Region;

/// How many rows a header may have.
pub(super) const MOST_ROWS: usize = 3;

/// A header has names, no sentences.
const LONGEST_NAME: usize = 24;

/// The rows of a header.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Its first and its last row.
    pub(super) first: usize,
    pub(super) last: usize,
    /// What stands above each column, from the top; each text once.
    pub(super) paths: Vec<Vec<String>>,
    /// Whether an upper row names the columns that have nothing below.
    vertical: bool,
    known: usize,
}

/// Finds the header among rows: the first that names a column of problems, with the rows above and below it that belong to
/// it; `only` is the last row of the header, where somebody has said it. `named` tells which names somebody has given a
/// meaning.
pub(super) fn find(
    rows: &[Vec<String>],
    merges: &[Region],
    only: Option<usize>,
    named: &dyn Fn(&[String]) -> Option<Meaning>,
) -> Option<Block> {
    let of_leaf = |leaf: usize| {
        let depths = 1..=MOST_ROWS.min(leaf + 1);
        depths.filter_map(move |depth| {
            let block = Block::new(rows, leaf + 1 - depth, leaf, merges)?;
            block.judged(named)
        })
    };
    if let Some(leaf) = only {
        return best(of_leaf(leaf).collect());
    }
    let first = (0..rows.len()).find(|leaf| of_leaf(*leaf).next().is_some())?;
    let near = first..rows.len().min(first + MOST_ROWS);
    let blocks = near.flat_map(of_leaf).filter(|block| block.first <= first);
    let found = best(blocks.collect())?;
    if found.known > 1 {
        return Some(found);
    }
    // A title such as 问题清单 is no header of one column where a better one follows.
    let later = (found.last + 1..rows.len()).find_map(|leaf| best(of_leaf(leaf).collect()));
    Some(later.filter(|later| later.known > 1).unwrap_or(found))
}

/// Of several the one that knows the most columns; of equals the highest, if its upper rows name columns.
fn best(blocks: Vec<Block>) -> Option<Block> {
    blocks.into_iter().reduce(|best, other| {
        let deeper = other.depth() > best.depth() && other.vertical;
        if other.known > best.known || (other.known == best.known && deeper) { other } else { best }
    })
}

/// The names that a column goes by, the best first.
pub(super) fn names(path: &[String]) -> Vec<String> {
    let mut names = vec![path.concat()];
    let further = (1..path.len()).map(|from| path[from..].concat());
    for name in further.chain(path.iter().rev().cloned()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

impl Block {
    /// How many of its columns are known.
    pub(super) fn known(&self) -> usize {
        self.known
    }

    fn depth(&self) -> usize {
        self.last - self.first + 1
    }

    /// The rows as a header, if they can be one.
    fn new(rows: &[Vec<String>], first: usize, last: usize, merges: &[Region]) -> Option<Self> {
        let own = rows.get(first..=last)?;
        let width = own.iter().map(Vec::len).max().unwrap_or(0);
        let at = |row: usize, column: usize| own[row].get(column).map_or("", String::as_str);
        let wide = |row: usize, column: usize| {
            let spans = |it: &Region| {
                (it.first_row, it.first_column) == (first + row, column)
                    && it.last_column > it.first_column
            };
            let below = |lower: usize| !at(lower, column + 1).is_empty();
            let beside = column + 1 < width
                && at(row, column + 1).is_empty()
                && (row + 1..own.len()).any(below);
            merges.iter().any(spans) || beside
        };
        let mut vertical = false;
        for row in 1..own.len() {
            let texts = |row: usize| own[row].iter().filter(|text| !text.is_empty());
            if texts(row - 1).count() < 2 || texts(row).next().is_none() {
                return None;
            }
            if !texts(row - 1).chain(texts(row)).all(|text| is_name(text)) {
                return None;
            }
            let joins = |column: usize| {
                at(row, column).is_empty()
                    || at(row - 1, column).is_empty()
                    || wide(row - 1, column)
            };
            if !(0..width).all(joins) {
                return None;
            }
            vertical |= (0..width)
                .any(|column| !at(row - 1, column).is_empty() && at(row, column).is_empty());
        }
        let paths = paths(own, first, width, merges);
        Some(Self { first, last, paths, vertical, known: 0 })
    }

    /// Counts what is known of it; nothing where no column holds problems.
    fn judged(mut self, named: &dyn Fn(&[String]) -> Option<Meaning>) -> Option<Self> {
        let calls: Vec<_> = self.paths.iter().map(|path| names(path)).collect();
        let fixed = self.paths.iter().map(|path| named(path)).collect();
        let meanings = naming::meanings(&calls, fixed, |_| true);
        self.known = meanings.iter().flatten().count();
        meanings.contains(&Some(Meaning::Title)).then_some(self)
    }
}

/// What stands above each column. A merged cell holds for all its columns; where nobody says which are merged, an upper
/// cell holds for the empty ones behind it that have a name below.
fn paths(rows: &[Vec<String>], first: usize, width: usize, merges: &[Region]) -> Vec<Vec<String>> {
    let at = |row: usize, column: usize| rows[row].get(column).map_or("", String::as_str);
    let mut whole: Vec<Vec<String>> = Vec::new();
    for row in 0..rows.len() {
        let mut line: Vec<String> = Vec::new();
        for column in 0..width {
            let own = at(row, column);
            let covers = |it: &&Region| {
                (it.first_row..=it.last_row).contains(&(first + row))
                    && (it.first_column..=it.last_column).contains(&column)
            };
            let below = || (row + 1..rows.len()).any(|lower| !at(lower, column).is_empty());
            let text = if !own.is_empty() {
                own.to_owned()
            } else if let Some(region) = merges.iter().find(covers) {
                let from = region.first_row.checked_sub(first);
                from.map_or("", |row| at(row, region.first_column)).to_owned()
            } else if merges.is_empty() && column > 0 && below() {
                line[column - 1].clone()
            } else {
                String::new()
            };
            line.push(text);
        }
        whole.push(line);
    }
    let path = |column: usize| {
        let mut path: Vec<String> = whole.iter().map(|line| line[column].clone()).collect();
        path.retain(|text| !text.is_empty());
        path.dedup();
        path
    };
    (0..width).map(path).collect()
}

fn is_name(text: &str) -> bool {
    text.chars().count() <= LONGEST_NAME
        && !text.contains(['。', '；', ';', '：', ':'])
        && text.chars().any(|c| c.is_alphabetic() || c == '#')
}

#[cfg(test)]
mod tests {
    use super::{Block, Region, find};

    fn rows(text: &str) -> Vec<Vec<String>> {
        let cells = |line: &str| line.split(',').map(str::to_owned).collect();
        text.lines().map(cells).collect()
    }

    fn header(text: &str, merges: &[Region]) -> Option<Block> {
        find(&rows(text), merges, None, &|_| None)
    }

    fn paths(block: &Block) -> Vec<String> {
        block.paths.iter().map(|path| path.join("/")).collect()
    }

    #[test]
    fn groups_of_columns_stand_above_their_columns() {
        let text = "某局台账,,,,,,\n序号,问题,责任,,整改时限,,备注\n,,单位,人,计划完成,实际完成,\n1,题,甲,乙,,,\n";
        let block = header(text, &[]).unwrap();
        assert_eq!((block.first, block.last), (1, 2));
        let expected = [
            "序号",
            "问题",
            "责任/单位",
            "责任/人",
            "整改时限/计划完成",
            "整改时限/实际完成",
            "备注",
        ];
        assert_eq!(paths(&block), expected);
        let merged = |row, columns: (usize, usize), last_row| Region {
            first_row: row,
            last_row,
            first_column: columns.0,
            last_column: columns.1,
        };
        let regions = [
            merged(0, (0, 6), 0),
            merged(1, (0, 0), 2),
            merged(1, (2, 3), 1),
            merged(1, (4, 5), 1),
        ];
        assert_eq!(paths(&header(text, &regions).unwrap()), expected);
    }

    #[test]
    fn a_header_has_up_to_three_rows() {
        let text = "序号,问题来源,整改责任清单,,,\n,,问题,,金额（万元）,\n,,类别,内容,,\n";
        let block = header(text, &[]).unwrap();
        assert_eq!((block.first, block.last), (0, 2));
        assert_eq!(
            paths(&block)[2..5],
            ["整改责任清单/问题/类别", "整改责任清单/问题/内容", "整改责任清单/金额（万元）"]
        );
    }

    #[test]
    fn rows_of_data_and_titles_are_none_of_the_header() {
        for (text, expected) in [
            ("问题清单,\n序号,问题,措施\n1,题,做\n", (1, 1)),
            ("单位：某局,,,日期：\n序号,问题,措施,时限\n1,题,做,\n", (1, 1)),
            ("序号,问题,措施,\n1,题,做,注\n", (0, 0)),
            ("问题,措施\n题,\n,做\n", (0, 0)),
        ] {
            let block = header(text, &[]).unwrap();
            assert_eq!((block.first, block.last), expected, "{text}");
        }
        assert!(header("姓名,电话\n甲,1\n", &[]).is_none());
    }
}
