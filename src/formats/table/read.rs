//! Reading a table: rows become records, and the records of one number a problem.

use std::sync::Arc;

use super::SEPARATOR;
use super::header::Header;
use super::line::{Keys, Line};
use super::rows::{Row, Rows};
use super::wording::as_written;
use crate::complaint::{Complaint, Fault, Log, Source, Table};
use crate::domain::problem::Problem;
use crate::formats::record::{self, Located, Record};
use crate::formats::share::{PORTION, share};

/// The rows of a table that can be read, without what they say: of a large table that is read when its problem is put
/// together, and not all at once.
pub(super) struct Legible {
    pub(super) lines: Vec<Line>,
    pub(super) header: Header,
    /// Whether those are all: only then can a row be missed.
    pub(super) complete: bool,
}

/// Tells whether a text is a ledger's table and no sheet: it has a column `record`.
pub fn is_table(text: &str) -> bool {
    let first = Rows::new(text, SEPARATOR).next();
    first.is_some_and(|row| Header::read(text, &row, &mut Vec::new()).has("record"))
}

/// Reads the problems of a table, in the order of their numbers.
pub fn read(source: &Arc<Source>) -> Result<Vec<Located<Problem>>, Vec<Complaint>> {
    read_some(source, |_| true)
}

/// Reads those problems whose numbers are wanted. What the other rows are is read too, but not what they say.
pub fn read_some(
    source: &Arc<Source>,
    wanted: impl Fn(u32) -> bool,
) -> Result<Vec<Located<Problem>>, Vec<Complaint>> {
    read_each(source, wanted, |problem| problem)
}

/// The same, and keeps of each problem what is made of it, so that nobody has to hold them all.
pub(super) fn read_each<T: Send>(
    source: &Arc<Source>,
    wanted: impl Fn(u32) -> bool,
    make: impl Fn(Located<Problem>) -> T + Sync,
) -> Result<Vec<T>, Vec<Complaint>> {
    let mut log = Log::new(source);
    let legible = read_lines(&source.text, &mut log);
    assemble(legible, wanted, source, log, make)
}

/// Reads the problems of rows that stand below a header elsewhere.
pub(super) fn read_below(
    header: &Header,
    rows: &Arc<Source>,
) -> Result<Vec<Located<Problem>>, Vec<Complaint>> {
    let mut log = Log::new(rows);
    let mut legible = Legible { lines: Vec::new(), header: header.clone(), complete: true };
    add_lines(&mut legible, Rows::from(&rows.text, SEPARATOR, 0), true, &mut log);
    assemble(legible, |_| true, rows, log, |problem| problem)
}

/// Puts the wanted problems together from their rows, in the order of their numbers, and keeps what is made of them;
/// complaints are added to those that there are already.
pub(super) fn assemble<T: Send>(
    legible: Legible,
    wanted: impl Fn(u32) -> bool,
    source: &Arc<Source>,
    mut log: Log,
    make: impl Fn(Located<Problem>) -> T + Sync,
) -> Result<Vec<T>, Vec<Complaint>> {
    let Legible { mut lines, header, complete } = legible;
    lines.sort_by_key(|line| line.seq);
    for pair in lines.windows(2).filter(|pair| pair[0].seq == pair[1].seq) {
        log.push(pair[1].seq_span.clone(), Fault::SeqTwice(pair[1].seq));
    }
    lines.retain(|line| wanted(line.no));
    // Those of one number keep their order.
    lines.sort_by_key(|line| line.no);
    let keys = Keys::new(&header);
    let problems: Vec<_> = lines.chunk_by(|one, other| one.no == other.no).collect();
    let read = share(problems.chunks(PORTION), |portion| {
        let mut log = Log::new(source);
        let mut found = Vec::with_capacity(portion.len());
        for lines in portion {
            let no = lines[0].no;
            let records = records(lines, &header, &keys, &source.text, &mut log);
            let Some(records) = problem_first(no, records, complete, &mut log) else { continue };
            match record::problem(no, records, source) {
                Ok(problem) => found.push(make(problem)),
                Err(complaints) => complaints
                    .into_iter()
                    .for_each(|it| log.push(it.span, as_written(&header, it.fault))),
            }
        }
        (found, log)
    });
    let mut all = Vec::with_capacity(problems.len());
    for (found, complaints) in read {
        all.extend(found);
        log.append(complaints);
    }
    log.finish(all)
}

fn records<'t>(
    lines: &[Line],
    header: &Header,
    keys: &Keys,
    text: &'t str,
    log: &mut Log,
) -> Vec<Record<'t>> {
    let mut faults = Vec::new();
    let mut row = Row::default();
    let mut read = |line: &Line| {
        Rows::from(text, SEPARATOR, line.span.start).read_into(&mut row);
        line.read(text, header, keys, &row, &mut faults)
    };
    let records = lines.iter().map(&mut read).collect();
    for (span, fault) in faults {
        log.push(span, fault);
    }
    records
}

/// Reads which problem each row belongs to.
pub(super) fn read_lines(text: &str, log: &mut Log) -> Legible {
    let mut rows = Rows::new(text, SEPARATOR);
    let mut faults = Vec::new();
    let header = Header::read(text, &rows.next().unwrap_or_default(), &mut faults);
    let header_is_sound = faults.is_empty();
    for (span, fault) in faults {
        log.push(span, fault);
    }
    let mut all = Legible { lines: Vec::new(), header, complete: true };
    add_lines(&mut all, rows, header_is_sound, log);
    all
}

/// Adds what each row is; without a sound header nobody knows.
fn add_lines(all: &mut Legible, mut rows: Rows<'_>, header_is_sound: bool, log: &mut Log) {
    let text = rows.text();
    let mut faults = Vec::new();
    let mut row = Row::default();
    while rows.read_into(&mut row) {
        let shape = shape_fault(text, &all.header, &row);
        let readable = shape.is_none() && row.faults.is_empty() && header_is_sound;
        let line =
            if readable { Line::read_head(text, &all.header, &row, &mut faults) } else { None };
        all.complete &= line.is_some();
        all.lines.extend(line);
        // A row whose quotes are wrong has any number of cells.
        faults
            .extend(shape.filter(|_| row.faults.is_empty()).map(|fault| (row.span.clone(), fault)));
        faults.append(&mut row.faults);
    }
    for (span, fault) in faults {
        log.push(span, fault);
    }
}

pub(super) fn shape_fault(text: &str, header: &Header, row: &Row) -> Option<Fault> {
    let (expected, found) = (header.keys.len(), row.cells.len());
    if row.is_blank(text) {
        Some(Fault::EmptyRow)
    } else {
        (expected != found).then_some(Fault::RowLength { expected, found })
    }
}

/// Puts the problem's own record before its parts; there must be exactly one.
fn problem_first<'t>(
    no: u32,
    records: Vec<Record<'t>>,
    complete: bool,
    log: &mut Log,
) -> Option<Vec<Record<'t>>> {
    let (mut problems, parts): (Vec<_>, Vec<_>) =
        records.into_iter().partition(|record| record.table == Table::Problem);
    for twice in problems.drain(1.min(problems.len())..) {
        log.push(twice.span, Fault::NumberTwice(no));
    }
    if problems.is_empty() {
        let orphans = parts.iter().filter(|_| complete);
        orphans.for_each(|part| log.push(part.span.clone(), Fault::NoSuchProblem(no)));
        return None;
    }
    problems.extend(parts);
    Some(problems)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Fault, Problem, Source, Table, is_table, read};
    use crate::complaint::Expected;

    fn problems(text: &str) -> Vec<Problem> {
        let source =
            Arc::new(Source { path: "a.csv".into(), text: text.into(), ..Source::default() });
        read(&source).unwrap().into_iter().map(|problem| problem.value).collect()
    }

    fn faults(text: &str) -> Vec<(&str, Fault)> {
        let source =
            Arc::new(Source { path: "a.csv".into(), text: text.into(), ..Source::default() });
        let complaints = read(&source).unwrap_err();
        complaints.into_iter().map(|it| (&text[it.span], it.fault)).collect()
    }

    #[test]
    fn a_table_reads_the_same_in_both_languages_and_in_any_order() {
        let english = problems(
            "record,no,seq,measure,title,text,kind,key,on,act,by,field,new,sustained,lead,x_备注\n\
             problem,7,1,,题,,task,,,,,,,true,甲 | 乙,注\n\
             measure,7,2,3,,做,,,,,,,,,,\n\
             entry,7,4,3,,好,,k7q2m9,2022-10-08,done,甲,,,,,\n\
             entry,7,5,,,误,,k7q2ma,2022-10-08,amend,甲,3.due,2022-10-31,,,\n",
        );
        let chinese = problems(
            "\u{feff}序,记录,编号,备注,问题,措施号,内容,类型,记录码,日期,动作,经办,字段,新值,长期坚持,牵头单位\r\n\
             5,记事,7,,,,误,,k7q2ma,2022/10/8,勘误,甲,3.截止日期,2022/10/31,,\r\n\
             4,记事,7,,,3,好,,k7q2m9,2022-10-08,报结,甲,,,,\r\n\
             2,措施,7,,,3,做,,,,,,,,,\r\n\
             1,问题,7,注,题,,,任务,,,,,,,是,甲|乙",
        );
        assert_eq!(english, chinese);
        let problem = &english[0];
        assert_eq!((problem.no, problem.measures[0].no, problem.entries.len()), (7, 3, 2));
        assert_eq!(problem.extra["x_备注"], "注");
        assert_eq!(problem.responsible.lead, ["甲", "乙"]);
    }

    #[test]
    fn everything_wrong_with_rows_is_found_at_once() {
        let text = "record,no,seq,title,text,x_a\n\
                    problem,1,1,题,,\n\
                    problem,1,2,又,,\n\
                    task,2,3,题,,\n\
                    measure,1,3,,,\n\
                    problem,0,a,题,,\n\
                    problem,3,4,题,做,\n\
                    indicator,3,5,,,y\n\
                    ,,,,,\n\
                    \n\
                    problem,4,6\n\
                    problem,5,7,\"题\"!,,\n\
                    problem,6,4,\"题,,\n";
        let number = |key: &str| Fault::WrongKind { key: key.into(), expected: Expected::Number };
        let not_of = |column: &str, table| Fault::CellNotOfRecord { column: column.into(), table };
        let word = Fault::WrongWord {
            key: "record".into(),
            word: "task".into(),
            allowed: vec!["problem", "measure", "indicator", "entry"],
        };
        let missing =
            |table, keys: &[&'static str]| Fault::MissingKeys { table, keys: keys.into() };
        assert_eq!(
            faults(text),
            [
                ("problem,1,2,又,,", Fault::NumberTwice(1)),
                ("task", word),
                ("measure,1,3,,,", missing(Table::Measure, &["measure", "text"])),
                ("0", number("no")),
                ("a", number("seq")),
                ("做", not_of("text", Table::Problem)),
                ("indicator,3,5,,,y", missing(Table::Indicator, &["name"])),
                ("y", not_of("x_a", Table::Indicator)),
                (",,,,,", Fault::EmptyRow),
                ("", Fault::EmptyRow),
                ("problem,4,6", Fault::RowLength { expected: 6, found: 3 }),
                ("!", Fault::TextAfterQuote),
                ("\"", Fault::UnclosedQuote),
            ]
        );
    }

    #[test]
    fn a_number_without_its_problem_and_a_place_taken_twice_are_found() {
        let text = "record,no,seq,measure,title,text\n\
                    problem,1,1,,题,\n\
                    measure,1,1,1,,做\n\
                    measure,2,3,1,,做\n";
        assert_eq!(
            faults(text),
            [("1", Fault::SeqTwice(1)), ("measure,2,3,1,,做", Fault::NoSuchProblem(2))]
        );
        let broken = text.replace("problem,1,", "problem,x,");
        assert_eq!(faults(&broken).len(), 1, "what could not be read may be what is missed");
    }

    #[test]
    fn an_empty_text_is_no_table() {
        for text in ["", "\u{feff}", "\n"] {
            assert!(!is_table(text));
            assert!(faults(text).contains(&("", Fault::MissingColumn("record"))));
        }
        assert!(is_table("记录,编号,序\n"));
        assert_eq!(problems("记录,编号,序\n"), []);
    }

    #[test]
    fn a_guard_is_taken_off_and_line_ends_are_line_feeds() {
        let found = problems("record,no,seq,title,detail\r\nproblem,1,1,'=A1,\"一\r\n二\"\r\n");
        assert_eq!((&*found[0].title, found[0].detail.as_deref()), ("=A1", Some("一\n二")));
    }
}
