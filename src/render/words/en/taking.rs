//! What is said of taking in foreign files, in English.

use super::counts;
use crate::complaint::{Counted, DocumentRemark, Grade, PassedOver};
use crate::render::words::TakingNote;
use crate::render::words::taking::{Taken, TakingLabel};

/// What is said.
pub fn note(note: &TakingNote) -> String {
    match note {
        TakingNote::OnlyShown(taken) => format!("nothing is written yet: {}", amount(*taken)),
        TakingNote::Written { taken, ids: (first, last) } if first == last => {
            format!("took in {first}: {}", amount(*taken))
        }
        TakingNote::Written { taken, ids: (first, last) } => {
            format!("took in {first} to {last}: {}", amount(*taken))
        }
        TakingNote::NothingFound(path) => format!("{path} has no line that could be taken in"),
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
        TakingNote::RefusedAt { place, title } => format!("{place}: `{title}` cannot be taken in"),
        TakingNote::Enrolled { units, persons } => {
            format!("put {units} units and {persons} persons into the roster of book.toml")
        }
        TakingNote::NoReporter => "nobody says who enters it".to_owned(),
    }
}

/// What to do about it.
pub fn help(note: &TakingNote) -> Option<String> {
    Some(match note {
        TakingNote::OnlyShown(_) => "the same command with --yes writes it".to_owned(),
        TakingNote::NothingFound(_) => {
            "name its columns with --map, or say what it is with --as sheet or --as document"
                .to_owned()
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
        TakingNote::Written { .. }
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

/// The heading of a column.
pub fn label(label: TakingLabel) -> &'static str {
    match label {
        TakingLabel::Heading => "What would be entered",
        TakingLabel::Line => "Line",
        TakingLabel::Field => "Field",
        TakingLabel::Value => "Value",
        TakingLabel::Place => "Place",
        TakingLabel::Grade => "Read from",
        TakingLabel::Figures => "figures named",
        TakingLabel::Remarks => "Remarks",
        TakingLabel::Remark => "Remark",
        TakingLabel::Head => "ledger",
    }
}

/// From what a field was read.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Mapped => "map",
        Grade::Column => "column",
        Grade::Label => "label",
        Grade::Tail => "tail with a label",
        Grade::BareTail => "tail",
        Grade::Marker => "mark",
        Grade::Heading => "heading",
        Grade::Place => "its place",
        Grade::Inferred => "inferred",
        Grade::Damaged => "damaged",
    }
}

/// What is to be said of a place of a document.
pub fn document(remark: &DocumentRemark) -> String {
    match remark {
        DocumentRemark::PassedOver(what) => format!("passed over {}", passed(*what)),
        DocumentRemark::Segment(title) => format!("another document begins here: {title}"),
        DocumentRemark::LeadRule => "the document says that the first unit leads".to_owned(),
        DocumentRemark::Count { of, claimed, found } => {
            format!("the document claims {claimed} {}, found {found}", counted(*of))
        }
        DocumentRemark::NumberMissing(number) => format!("number {number} is missing"),
        DocumentRemark::NumberTwice(number) => format!("number {number} stands there twice"),
        DocumentRemark::LabelMissing { item, label } => format!("item {item} has no {label}"),
        DocumentRemark::Sum { words, gives } => format!("`{words}` gives {gives}"),
        DocumentRemark::Contradiction { problem, progress } => {
            format!("contradicts itself: the problem says `{problem}`, the progress `{progress}`")
        }
        DocumentRemark::DamagedDay(words) => format!("a day is damaged and kept as it is: {words}"),
        DocumentRemark::OpenUnits(words) => format!("not all units are named: {words}"),
        DocumentRemark::Recurring(words) => {
            format!("comes again and again, a duty of its own: {words}")
        }
    }
}

fn passed(what: PassedOver) -> &'static str {
    match what {
        PassedOver::Opening => "the letterhead, the addressee and the opening",
        PassedOver::Organisation => "how the work is organised",
        PassedOver::Aims => "the general aims",
        PassedOver::Causes => "the causes",
        PassedOver::Outlook => "the outlook",
        PassedOver::Members => "lists of persons",
        PassedOver::Closing => "the closing",
    }
}

fn counted(of: Counted) -> &'static str {
    match of {
        Counted::Problems => "problems",
        Counted::Measures => "measures",
        Counted::Tasks => "tasks",
    }
}
