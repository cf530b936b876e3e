//! What is said of taking in foreign files, in English.

use super::counts;
use crate::complaint::WholeRemark;
use crate::render::words::TakingNote;
use crate::render::words::taking::{Taken, TakingLabel};

/// What is said.
pub fn note(note: &TakingNote) -> String {
    match note {
        TakingNote::OnlyShown(taken) => format!("nothing is written yet: {}", amount(*taken)),
        TakingNote::FirstShown { shown, of } => format!("listed the first {shown} of {of} lines"),
        TakingNote::Written { taken, ids: (first, last) } if first == last => {
            format!("took in {first}: {}", amount(*taken))
        }
        TakingNote::Written { taken, ids: (first, last) } => {
            format!("took in {first} to {last}: {}", amount(*taken))
        }
        TakingNote::NothingFound(path) => {
            format!("{path} has no line that could be taken in: 0 problems")
        }
        TakingNote::NoMap { name, path, .. } => {
            format!("there is no map `{name}`, neither a file of this name nor {path}")
        }
        TakingNote::NothingNew(taken) => format!("nothing new: {}", amount(*taken)),
        TakingNote::WouldMake(name) => format!("the ledger `{name}` is not there and will be made"),
        TakingNote::Twin { place, title, of } => {
            format!("{place}: `{title}` is in the ledger already, as {of}")
        }
        TakingNote::TwinInFiles { place, title, of } => {
            format!("{place}: `{title}` stands there twice, first at {of}")
        }
        TakingNote::UnknownUnit { place, name, .. } => {
            format!("{place}: the roster does not know the unit `{name}`")
        }
        TakingNote::UnknownPerson { place, name, .. } => {
            format!("{place}: the roster does not know the person `{name}`")
        }
        TakingNote::RefusedAt { place, title, .. } => {
            format!("{place}: `{title}` cannot be taken in")
        }
        TakingNote::Enrolled { units, persons } => {
            let several = |number: usize, what| match number {
                0 => None,
                1 => Some(format!("1 {what}")),
                number => Some(format!("{number} {what}s")),
            };
            let parts = [several(*units, "unit"), several(*persons, "person")];
            let parts: Vec<_> = parts.into_iter().flatten().collect();
            format!("put {} into the roster of book.toml", parts.join(" and "))
        }
        TakingNote::NoReporter => "nobody says who enters it".to_owned(),
        TakingNote::Masked { .. } | TakingNote::MaskedAs { .. } | TakingNote::LooksLikeName(_) => {
            masking(note)
        }
        TakingNote::NothingToFillIn(unit) => format!("`{unit}` has nothing to work off"),
        TakingNote::FormWritten { path, lines: 1 } => format!("wrote {path} with 1 line"),
        TakingNote::FormWritten { path, lines } => format!("wrote {path} with {lines} lines"),
        TakingNote::OnlyReturned(1) => "nothing is written yet: 1 entry".to_owned(),
        TakingNote::OnlyReturned(entries) => format!("nothing is written yet: {entries} entries"),
        TakingNote::TakenBack(1) => "took in 1 entry".to_owned(),
        TakingNote::TakenBack(entries) => format!("took in {entries} entries"),
        TakingNote::NoWorkbook(path) => format!("{path} is no .xlsx file"),
    }
}

/// What is said of names that were masked.
fn masking(note: &TakingNote) -> String {
    match note {
        TakingNote::Masked { masked, doubts } => {
            let persons =
                if *masked == 1 { "1 person".to_owned() } else { format!("{masked} persons") };
            match doubts {
                0 => format!("masked the names of {persons}"),
                1 => format!("masked the names of {persons}; 1 text looks like a name and is left"),
                _ => format!(
                    "masked the names of {persons}; {doubts} texts look like names and are left"
                ),
            }
        }
        TakingNote::MaskedAs { name, mask } => format!("`{name}` becomes `{mask}`"),
        TakingNote::LooksLikeName(name) => {
            format!("`{name}` looks like a name and is left as it is: look at it")
        }
        _ => String::new(),
    }
}

/// What to do about it.
pub fn help(note: &TakingNote) -> Option<String> {
    Some(match note {
        TakingNote::OnlyShown(_) | TakingNote::OnlyReturned(_) => {
            "the same command with --yes writes it".to_owned()
        }
        TakingNote::RefusedAt { limit: true, .. } => {
            "write the day into the file, or keep its words as a text with --keep-unread".to_owned()
        }
        TakingNote::FirstShown { .. } => "-o FILE.csv lists them all".to_owned(),
        TakingNote::NothingFound(_) => {
            "name its columns with --map, or say what it is with --as sheet or --as document; where it may be empty, --allow-empty".to_owned()
        }
        TakingNote::Twin { .. } | TakingNote::TwinInFiles { .. } => {
            "--twins skip leaves such lines out, --twins keep takes them in again".to_owned()
        }
        TakingNote::UnknownUnit { nearest: Some(name), .. }
        | TakingNote::UnknownPerson { nearest: Some(name), .. } => {
            format!("did you mean `{name}`? --enrol puts new names into the roster")
        }
        TakingNote::UnknownUnit { .. } | TakingNote::UnknownPerson { .. } => {
            "--enrol puts new names into the roster".to_owned()
        }
        TakingNote::NoReporter => "name them with --by".to_owned(),
        TakingNote::NoMap { nearest: Some(name), .. } => format!("did you mean `{name}`?"),
        TakingNote::NoMap { .. } => "write one as docs/import.md shows".to_owned(),
        TakingNote::FormWritten { .. } => {
            "when the unit sends it back, `ledger import --return` takes it in".to_owned()
        }
        TakingNote::NoWorkbook(_) => "name an .xlsx file with -o, without --format".to_owned(),
        TakingNote::Masked { doubts: 1.., .. } => {
            "look at each of them; what is to be masked, mask in the file first".to_owned()
        }
        TakingNote::Written { .. }
        | TakingNote::Masked { .. }
        | TakingNote::MaskedAs { .. }
        | TakingNote::LooksLikeName(_)
        | TakingNote::NothingToFillIn(_)
        | TakingNote::TakenBack(_)
        | TakingNote::NothingNew(_)
        | TakingNote::WouldMake(_)
        | TakingNote::RefusedAt { .. }
        | TakingNote::Enrolled { .. } => return None,
    })
}

fn amount(taken: Taken) -> String {
    let several = |number: usize, one: &str, many: &str| match number {
        0 => None,
        1 => Some(format!("1 {one}")),
        number => Some(format!("{number} {many}")),
    };
    let parts = [
        Some(counts::problems(taken.problems)),
        several(taken.measures, "measure", "measures"),
        several(taken.entries, "entry", "entries"),
        several(taken.twins, "twin left out", "twins left out"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The key under which the words of a limit are kept that is none.
pub const LIMIT_KEY: &str = "x_limit";

/// The heading of a column.
pub fn label(label: TakingLabel) -> &'static str {
    match label {
        TakingLabel::Line => "Line",
        TakingLabel::Field => "Field",
        TakingLabel::Value => "Value",
        TakingLabel::Place => "Place",
        TakingLabel::Grade => "Read from",
        TakingLabel::Figures => "figures named",
        TakingLabel::Remarks => "Remarks",
        TakingLabel::Remark => "Remark",
        TakingLabel::Head => "ledger",
        TakingLabel::Enrolled => "Put into the roster",
        TakingLabel::Name => "Name",
        TakingLabel::Sort => "Sort",
        TakingLabel::Unit => "unit",
        TakingLabel::Person => "person",
        TakingLabel::Nearest => "Nearest in the roster",
        TakingLabel::Masked => "Names masked",
        TakingLabel::LookAt => "Looks like a name and is left as it is: look at",
        TakingLabel::Was => "Text",
        TakingLabel::Becomes => "Becomes",
    }
}

/// What is to be said of a sheet as a whole.
pub fn whole(remark: &WholeRemark) -> String {
    match remark {
        WholeRemark::ColumnsKept(columns) => {
            format!("columns not known, kept under x_: {}", columns.join(", "))
        }
        WholeRemark::ColumnsIgnored(columns) => format!("columns left out: {}", columns.join(", ")),
        WholeRemark::EmptyCells(count) => {
            format!("cells that only say NULL, N/A or the like, taken for empty: {count}")
        }
        WholeRemark::BlankRows(count) => format!("empty rows, passed over: {count}"),
    }
}
