//! Adds a measure or an entry to the text of a problem and leaves every other byte alone.
//!
//! An entry goes to the end of the file. A measure goes behind the last measure; where there is none, behind the last
//! indicator; else before the first block. Comment lines that stand directly above a header belong to it, so a measure
//! goes above them. The block gets the file's line ends, and a last line without an end gets one first.

use std::sync::Arc;

use super::blocks::above_comments;
use super::revise::splice;
use super::{read_problem, syntax, walk, write};
use crate::complaint::{Complaint, Fault, Source, Table};
use crate::formats::addition::{Addition, Refused};
use crate::formats::record::{entry_record, measure_record};

/// Returns the text of problem `no` with the addition. Read again it is exactly the old problem and the addition, else it
/// is refused; so is a file that holds its tables inline, where no `[[…]]` can be added.
pub fn append(source: &Source, no: u32, addition: &Addition) -> Result<String, Refused> {
    let source = Arc::new(source.clone());
    let mut expected = read_problem(&source, no).map_err(Refused::Complaints)?.value;
    let (record, table) = match addition {
        Addition::Problem(_) => return Err(Refused::Number(no)),
        Addition::Measure(measure) => {
            expected.measures.push(measure.clone());
            (measure_record(measure), Table::Measure)
        }
        Addition::Entry(entry) => {
            expected.entries.push(entry.clone());
            (entry_record(entry), Table::Entry)
        }
    };
    let at = place(&source, table).map_err(|complaint| Refused::Complaints(vec![complaint]))?;
    let text = splice(&source.text, at, &write::block(&record));
    let new = Arc::new(Source { path: source.path.clone(), text, ..Source::default() });
    match read_problem(&new, no) {
        Ok(read) if read.value == expected => Ok(new.text.clone()),
        _ => Err(Refused::SelfCheck),
    }
}

/// Returns where a block of the table goes.
fn place(source: &Arc<Source>, table: Table) -> Result<usize, Complaint> {
    let headers = walk::headers(syntax::parse(source).0);
    if let Some((_, key, span)) = headers.inline.into_iter().find(|(own, ..)| *own == table) {
        let fault = Fault::InlineTables { key };
        return Err(Complaint { source: Arc::clone(source), span, fault });
    }
    let end = source.text.len();
    if table == Table::Entry {
        return Ok(end);
    }
    let blocks = headers.blocks;
    let last = |table| blocks.iter().rposition(|(own, _)| *own == table);
    let behind = last(Table::Measure).or(last(Table::Indicator)).map_or(0, |found| found + 1);
    Ok(blocks.get(behind).map_or(end, |(_, span)| above_comments(&source.text, span.start)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Addition, Fault, Refused, Source, append};
    use crate::domain::day::Day;
    use crate::domain::entry::{Act, Entry};
    use crate::domain::measure::Measure;
    use crate::domain::problem::{Extra, Problem};

    fn source(text: &str) -> Arc<Source> {
        Arc::new(Source { path: "001.toml".into(), text: text.into(), ..Source::default() })
    }

    fn measure(no: u32) -> Addition {
        Addition::Measure(Measure { no, text: "新".into(), ..Measure::default() })
    }

    fn entry() -> Addition {
        Addition::Entry(Entry {
            key: "k7q2m9".parse().unwrap(),
            on: Day::FIRST,
            entered: None,
            act: Act::Done { measures: Vec::new(), occurrence: None, evidence: Vec::new() },
            by: "股".into(),
            text: None,
            request: None,
            extra: Extra::new(),
        })
    }

    const ENTRY: &str =
        "[[entry]]\nkey = \"k7q2m9\"\non = 1990-01-01\nact = \"done\"\nby = \"股\"\n";

    #[test]
    fn an_entry_goes_to_the_end() {
        for (old, between) in [
            ("title = \"题\"\n", "\n"),
            ("title = \"题\"", "\n\n"),
            ("title = \"题\"\n\n", ""),
            ("title = \"题\" # 注\n# 末", "\n\n"),
        ] {
            let new = append(&source(old), 1, &entry()).unwrap();
            assert_eq!(new, format!("{old}{between}{ENTRY}"));
        }
    }

    #[test]
    fn a_file_from_windows_stays_one() {
        let old = "\u{feff}title = \"题\"\r\ncause = \"\"\"\r\n一\r\n二\"\"\"\r\n";
        let new = append(&source(old), 1, &entry()).unwrap();
        assert_eq!(new, format!("{old}\r\n{}", ENTRY.replace('\n', "\r\n")));
    }

    #[test]
    fn a_measure_goes_behind_the_measures_and_above_the_comments_of_the_next_block() {
        let head = "title = \"题\"\n\n[[indicator]]\nname = \"率\"\n\n";
        let own = "[[measure]]\nno = 1\ntext = \"旧\"\n\n";
        let new = "[[measure]]\nno = 2\ntext = \"新\"\n\n";
        let rest = format!("# 关于报结\n  # 二\n{ENTRY}");
        for before in [format!("{head}{own}"), head.to_owned(), "title = \"题\"\n\n".to_owned()] {
            let written = append(&source(&format!("{before}{rest}")), 1, &measure(2));
            assert_eq!(written, Ok(format!("{before}{new}{rest}")));
        }
    }

    #[test]
    fn a_line_that_only_looks_like_a_comment_is_left_in_its_text() {
        let old = "title = \"\"\"\n题\n# 一\"\"\"\n[[entry]]";
        let rest = &ENTRY["[[entry]]".len()..];
        let new = append(&source(&format!("{old}{rest}")), 1, &measure(1)).unwrap();
        assert!(new.starts_with("title = \"\"\"\n题\n# 一\"\"\"\n\n[[measure]]"), "{new}");
    }

    #[test]
    fn what_cannot_be_added_is_refused() {
        let inline = "title = \"题\"\nmeasure = [{ no = 1, text = \"旧\" }]\n";
        let Err(Refused::Complaints(complaints)) = append(&source(inline), 1, &measure(2)) else {
            panic!("not refused");
        };
        assert_eq!(complaints[0].fault, Fault::InlineTables { key: "measure".into() });
        assert!(append(&source(inline), 1, &entry()).is_ok());
        assert!(matches!(append(&source("x = 1"), 1, &entry()), Err(Refused::Complaints(_))));
        let twice = format!("title = \"题\"\n\n{ENTRY}");
        assert_eq!(append(&source(&twice), 1, &entry()), Err(Refused::SelfCheck));
        let problem = Addition::Problem(Problem { no: 1, ..Problem::default() });
        assert_eq!(append(&source("title = \"题\"\n"), 1, &problem), Err(Refused::Number(1)));
    }
}
