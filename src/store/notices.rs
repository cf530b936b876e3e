//! Which number a new notice gets.
//!
//! As with the numbers of problems, none is used twice, and two branches must not give the same one: it is one more
//! than the highest of the year in the work tree and in all branches of this clone.

use super::failure::Failure;
use super::lock::Lock;
use super::root::Root;
use crate::domain::notice::NoticeNumber;
use crate::formats::table::columns;
use crate::formats::table::rows::{Rows, value};
use crate::git::{self, Repository};

impl Lock {
    /// Returns the next notice's number in a year whose highest in the work tree is known.
    pub fn next_notice(&self, year: i32, highest: u32) -> Result<NoticeNumber, Failure> {
        let highest = in_branches(self.root(), year)?.max(highest);
        let no = highest.checked_add(1).ok_or(Failure::NoNumberLeft)?;
        Ok(NoticeNumber { year, no })
    }
}

/// Returns the highest number in all branches. Without git there are none; but where git is there and refuses to
/// answer, a number might be given that another branch has.
fn in_branches(root: &Root, year: i32) -> Result<u32, Failure> {
    let Some(repository) = Repository::at(root.folder()) else {
        return Ok(0);
    };
    let mut highest = 0;
    let ending = |path: &str| path.rsplit_once('.').map(|(_, ending)| ending.to_owned());
    let wanted = |path: &str| matches!(ending(path).as_deref(), Some("toml" | "csv"));
    let looked = repository.each_file_in_all_branches(wanted, |path, bytes| {
        let text = String::from_utf8_lossy(bytes);
        let found =
            if ending(path).as_deref() == Some("csv") { in_table(&text) } else { in_file(&text) };
        let of_year = found.into_iter().filter(|number| number.year == year);
        highest = of_year.map(|number| number.no).fold(highest, u32::max);
    });
    match looked {
        Ok(()) | Err(git::Failure::NoProgram | git::Failure::NoRepository) => Ok(highest),
        Err(refused) => Err(Failure::Git(refused)),
    }
}

/// The numbers in the file of a problem. Not strict: an old version with faults has numbers, too.
fn in_file(text: &str) -> Vec<NoticeNumber> {
    let number = |line: &str| {
        let value =
            line.trim().strip_prefix("number")?.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| ['"', '\''].contains(c))?;
        NoticeNumber::read(value[1..].split(quote).next()?)
    };
    text.lines().filter_map(number).collect()
}

/// The numbers in a table.
fn in_table(text: &str) -> Vec<NoticeNumber> {
    let mut rows = Rows::new(text, b',');
    let is_number = |name: &str| columns::known(name.trim()) == Some("number");
    let column = rows
        .next()
        .and_then(|header| header.cells.iter().position(|cell| is_number(&value(text, cell))));
    let Some(column) = column else { return Vec::new() };
    rows.filter_map(|row| NoticeNumber::read(value(text, row.cells.get(column)?).trim())).collect()
}

#[cfg(test)]
mod tests {
    use super::{in_file, in_table};

    #[test]
    fn numbers_are_found_in_both_forms_whatever_else_is_wrong() {
        let found = |numbers: Vec<super::NoticeNumber>| {
            numbers.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        let file = "number = \"2022-3\"\n  number='2022-12' # x\nnumber = 2022-10-08\nnumbers = \"2022-9\"\n[[";
        assert_eq!(found(in_file(file)), ["2022-3", "2022-12"]);
        assert_eq!(
            found(in_table("record,number\nentry,2022-4\nentry,\"2022-5\"\nx\n")),
            ["2022-4", "2022-5"]
        );
        assert_eq!(found(in_table("")), [""; 0]);
    }
}
