//! Files that are spoiled, and files that are only odd.

use crate::{GOOD, PROBLEM, ROWS, TABLE};

/// What it is, the file, and its bytes.
pub(crate) type Spoiled = (&'static str, &'static str, Vec<u8>);

fn with(line: &str) -> Vec<u8> {
    format!("{GOOD}{line}\n").into_bytes()
}

fn row(line: &str) -> Vec<u8> {
    format!("{ROWS}{line}\n").into_bytes()
}

fn utf16(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

/// Files that are spoiled: what it is, the file, and its bytes.
#[expect(clippy::too_many_lines, reason = "a list")]
pub(crate) fn spoiled() -> Vec<Spoiled> {
    let toml = |what, bytes: Vec<u8>| (what, PROBLEM, bytes);
    let csv = |what, bytes: Vec<u8>| (what, TABLE, bytes);
    vec![
        toml("UTF-16", utf16(GOOD)),
        toml("UTF-16 without a mark", utf16(GOOD).split_off(2)),
        toml("GB18030", b"title = \"\xbc\xd7\"\n".to_vec()),
        toml("damaged UTF-8", [GOOD.as_bytes(), b"goal = \"a\xff\"\n"].concat()),
        toml("a NUL", with("goal = \"a\0\"")),
        toml("only NULs", vec![0; 4096]),
        toml("NULs at the end", [GOOD.as_bytes(), &[0; 512]].concat()),
        toml("nothing", Vec::new()),
        toml("lone carriage returns", GOOD.replace('\n', "\r").into_bytes()),
        toml("half a line", GOOD.as_bytes()[..GOOD.len() - 6].to_vec()),
        toml("something behind the end", with("]]]")),
        toml("marks of a conflict", with("<<<<<<< HEAD\n=======\n>>>>>>> side")),
        toml("marks within a text", with("detail = \"\"\"\n<<<<<<< HEAD\na\n>>>>>>> side\n\"\"\"")),
        toml("longer marks", with("detail = \"\"\"\n<<<<<<<<<<<< HEAD\n>>>>>>>>>>>> side\n\"\"\"")),
        toml("a bell", with("goal = \"a\\u0007\"")),
        toml("a C1 control", with("goal = \"a\u{85}b\"")),
        toml("an override of direction", with("goal = \"a\u{202e}b\"")),
        toml("a line separator", with("goal = \"a\u{2028}b\"")),
        toml("an escape in a key", with("\"\\u001b[31m\" = 1")),
        toml("a surrogate", with("goal = \"\\ud800\"")),
        toml("full-width digits", with("due = ２０２２-10-01")),
        toml("a slip in a key", with("catagory = \"a\"")),
        toml("a key of another table", with("outcome = \"kept\"")),
        toml("a scalar for a table", with("measure = 1")),
        toml("a table for a scalar", with("[due]\nx = 1")),
        toml("a key twice", with("title = \"乙\"")),
        toml("a quoted twin of a key", with("\"title\" = \"乙\"")),
        toml(
            "a table besides a list of tables",
            with("[[measure]]\nno = 1\ntext = \"a\"\n[measure]\nno = 2"),
        ),
        toml("no title", b"found = 2022-09-23\n".to_vec()),
        toml("nested deep", with(&format!("x_a = {}", "[".repeat(100_000)))),
        toml("a number too large", with("amount = 9223372036854775808")),
        toml("a hexadecimal amount", with("amount = 0xff")),
        toml("leading zeros", with("amount = 007")),
        toml("a float", with("amount = 0.1")),
        toml("not a number", with("amount = nan")),
        toml("a negative amount", with("amount = -5")),
        toml("an amount beyond all", with("amount = \"99999999999999999999万元\"")),
        toml("29 February of another year", with("due = 2023-02-29")),
        toml("a short day", with("due = 2022-6-1")),
        toml("a day as a text", with("due = \"2022/06/01\"")),
        toml("a day of another age", with("due = 0001-01-01")),
        toml("a time", with("due = 2022-06-01T08:00:00Z")),
        toml("a bare Chinese key", with("问题 = 1")),
        toml(
            "two entries of one key",
            with(concat!(
                "[[entry]]\nkey = \"k7q2m9\"\non = 2022-10-01\nact = \"done\"\nby = \"a\"\n",
                "[[entry]]\nkey = \"k7q2m9\"\non = 2022-10-01\nact = \"done\"\nby = \"a\"",
            )),
        ),
        toml(
            "an unknown act",
            with("[[entry]]\nkey = \"k7q2m9\"\non = 2022-10-01\nact = \"sink\"\nby = \"a\""),
        ),
        csv("a table in UTF-16", utf16(ROWS)),
        csv("an open quote", row("problem,2,2,\"丙,,,\nproblem,3,3,丁,,,")),
        csv("text behind a quote", row("problem,2,2,\"丙\"x,,,")),
        csv("a quote in a bare cell", row("problem,2,2,丙\"x,,,")),
        csv("a short row", row("problem,2,2,丙")),
        csv("a long row", row("problem,2,2,丙,,,,,")),
        csv("an empty row", row("")),
        csv("a row of commas", row(",,,,,")),
        csv("a second header", row("record,no,seq,title,amount,found,due")),
        csv("a column twice", b"record,no,seq,title,title\nproblem,1,1,a,b\n".to_vec()),
        csv("an unknown column", b"record,no,seq,title,colour\nproblem,1,1,a,b\n".to_vec()),
        csv("no column of numbers", b"record,title\nproblem,a\n".to_vec()),
        csv("semicolons", ROWS.replace(',', ";").into_bytes()),
        csv(
            "marks of a conflict in a cell",
            row("problem,2,2,\"丙\n<<<<<<< HEAD\n>>>>>>> side\",,,"),
        ),
        csv("a formula that failed", row("problem,2,2,丙,#REF!,,")),
        csv("a day that a spreadsheet has eaten", row("problem,2,2,丙,,44742,")),
        csv("an ambiguous day", row("problem,2,2,丙,,06/05/22,")),
        csv("an amount with separators", row("problem,2,2,丙,\"1,234.00\",,")),
        csv("a problem twice", row("problem,1,2,丙,,,")),
        csv("no end of the last line", ROWS.trim_end().replace("乙,,,", "乙,,").into_bytes()),
        csv("a table of nothing", Vec::new()),
        ("a slip in the book's head", "ledgers/book.toml", b"timezon = \"x\"\n".to_vec()),
        ("an unknown time zone", "ledgers/book.toml", b"timezone = \"Mars/Base\"\n".to_vec()),
        ("a day in a ledger's head", "ledgers/f/ledger.toml", b"issued = 2022-02-30\n".to_vec()),
        ("a number without zeros", "ledgers/f/8.toml", GOOD.as_bytes().to_vec()),
        ("a number with too many zeros", "ledgers/f/0008.toml", GOOD.as_bytes().to_vec()),
        ("a stray file", "ledgers/f/notes.toml", GOOD.as_bytes().to_vec()),
        ("a ledger in both forms", "ledgers/f.csv", ROWS.as_bytes().to_vec()),
    ]
}

/// More of them: what a spreadsheet, a hand or another system leaves.
pub(crate) fn more() -> Vec<Spoiled> {
    let toml = |what, bytes: Vec<u8>| (what, PROBLEM, bytes);
    let csv = |what, text: &str| (what, TABLE, text.as_bytes().to_vec());
    let amount = |cell: &str| ROWS.replace("乙,,,", &format!("乙,{cell},,"));
    vec![
        toml("a control of direction in a comment", with("# \u{202e} x")),
        toml("an entry of nothing", with("[[entry]]")),
        toml("two marks of order", [b"\xef\xbb\xbf\xef\xbb\xbf", GOOD.as_bytes()].concat()),
        toml("a DEL", with("goal = \"a\u{7f}\"")),
        toml("two lines between digits", with("amount = 1__0")),
        toml("an exponent", with("amount = 1e400")),
        toml("infinite", with("amount = -inf")),
        toml("29 February 1900", with("due = 1900-02-29")),
        toml("31 June", with("due = 2022-06-31")),
        toml("a year of five digits", with("due = 10000-01-01")),
        toml("the last day of all", with("due = 9999-12-31")),
        toml("a day in Chinese words", with("due = \"二〇二二年\"")),
        toml("a leap second", with("due = 2022-06-30T23:59:60")),
        toml("a last day before it was found", with("due = 2022-09-01")),
        toml("nested deep by dots", with(&format!("x{} = 1", ".a".repeat(50_000)))),
        toml("evidence that is no file", with(&evidence(&["pipe", "ledgers", "nowhere"]))),
        toml("evidence by a link out of the book", with(&evidence(&["out", "etc/passwd"]))),
        toml("evidence in a stream", with(&evidence(&["a.pdf:secret"]))),
        toml("evidence on a device", with(&evidence(&["files/con.pdf"]))),
        toml("evidence with a dot at the end", with(&evidence(&["files/a."]))),
        toml("evidence at home", with(&evidence(&["~/a.pdf"]))),
        toml("evidence on a share", with(&evidence(&["\\\\\\\\server\\\\a.pdf"]))),
        csv("a column without a name", &ROWS.replace("amount", "")),
        csv("lone carriage returns in a table", &ROWS.replace('\n', "\r")),
        csv("a yes for an amount", &amount("TRUE")),
        csv("a number with an exponent", &amount("1.10101E+17")),
        csv("a unit without a number", &amount("万元")),
        csv("an amount with the sign of a currency", &amount("￥5")),
        csv("a number with a point", &ROWS.replace("problem,1,", "problem,1.0,")),
        csv("a place below zero", &ROWS.replace(",1,乙", ",-1,乙")),
        csv("full-width commas", &ROWS.replace(',', "，")),
        csv("a line that names the separator", &format!("sep=,\n{ROWS}")),
        csv("a NUL in a cell", &ROWS.replace('乙', "a\0b")),
        ("a device for a ledger", "ledgers/con.csv", ROWS.as_bytes().to_vec()),
        ("a blank in a ledger's name", "ledgers/a b.csv", ROWS.as_bytes().to_vec()),
        ("a dot at the end of a ledger's name", "ledgers/a..csv", ROWS.as_bytes().to_vec()),
        ("a file whose name has an escape", "ledgers/f/\u{1b}[31m.toml", GOOD.as_bytes().to_vec()),
    ]
}

/// An entry that rests on these files.
fn evidence(files: &[&str]) -> String {
    let files: Vec<_> = files.iter().map(|file| format!("\"{file}\"")).collect();
    let head = "[[entry]]\nkey = \"k7q2m9\"\non = 2022-10-01\nact = \"done\"\nby = \"a\"";
    format!("{head}\nevidence = [{}]", files.join(", "))
}

/// Files that are odd, and are read and written to all the same.
pub(crate) fn odd() -> Vec<Spoiled> {
    let toml = |what, bytes: Vec<u8>| (what, PROBLEM, bytes);
    let csv = |what, text: &str| (what, TABLE, text.as_bytes().to_vec());
    vec![
        toml("ends of lines of two kinds", GOOD.replacen('\n', "\r\n", 1).into_bytes()),
        toml("no end of the last line", GOOD.trim_end().as_bytes().to_vec()),
        toml("a comment at the end without an end of line", format!("{GOOD}# x").into_bytes()),
        toml("a mark of order", [b"\xef\xbb\xbf", GOOD.as_bytes()].concat()),
        toml("a blank of no width", with("goal = \"a\u{200b}b\"")),
        toml("a character of private use", with("goal = \"a\u{e000}b\"")),
        toml("a line of two million bytes", with(&format!("goal = \"{}\"", "长".repeat(700_000)))),
        toml("a formula", with("goal = \"=cmd|' /c calc'!A1\"")),
        csv("blanks around names of columns", &ROWS.replace("title", " title\u{a0}")),
        csv("two lines in a cell", &ROWS.replace('乙', "\"乙\n丙\"")),
        csv("a column of the office's own", &ROWS.replace("amount", "colour")),
        csv("ends of lines of two kinds in a table", &ROWS.replacen('\n', "\r\n", 1)),
        csv("a formula in a cell", &ROWS.replace('乙', "=1+1")),
    ]
}
