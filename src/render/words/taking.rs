//! What is said of taking in foreign files, and the labels of its table. Facts only.

use super::{en, zh};
use crate::complaint::{Mentioned, Remark};
use crate::domain::book::Lang;
use crate::domain::id::Id;
use crate::domain::problem::Problem;

/// What is said beside the table of what a file would give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakingNote {
    /// Nothing was written yet.
    OnlyShown(Taken),
    /// Only the first lines were listed.
    FirstShown {
        /// So many.
        shown: usize,
        /// Of so many.
        of: usize,
    },
    /// It was written.
    Written {
        /// What.
        taken: Taken,
        /// The first and the last of the new problems.
        ids: (Id, Id),
    },
    /// The file has no line that could be taken in.
    NothingFound(String),
    /// No map of this name, neither as a file nor in the book.
    NoMap {
        /// The name.
        name: String,
        /// Where it was looked for in the book.
        path: String,
        /// The nearest name that the book has.
        nearest: Option<String>,
    },
    /// All lines are there already.
    NothingNew(Taken),
    /// A ledger that is not there will be made.
    WouldMake(String),
    /// A line whose content the ledger has already.
    Twin {
        /// Where the line stands.
        place: String,
        /// Its title.
        title: String,
        /// The problem that is the same.
        of: Id,
    },
    /// A line whose content the files have twice.
    TwinInFiles {
        /// Where the line stands.
        place: String,
        /// Its title.
        title: String,
        /// Where the first of them stands.
        of: String,
    },
    /// A name that the roster does not know, and where it stands first.
    UnknownUnit {
        /// The place.
        place: String,
        /// The name.
        name: String,
        /// The nearest declared one.
        nearest: Option<String>,
    },
    /// The same of a person.
    UnknownPerson {
        /// The place.
        place: String,
        /// The name.
        name: String,
        /// The nearest declared one.
        nearest: Option<String>,
    },
    /// A line that the rules refuse, whose reasons follow.
    RefusedAt {
        /// Whether that is so because of words that give no last day.
        limit: bool,
        /// Where the line stands.
        place: String,
        /// Its title.
        title: String,
    },
    /// Names that were put into the roster.
    Enrolled {
        /// Units.
        units: usize,
        /// Persons.
        persons: usize,
    },
    /// Nobody says who enters what was done.
    NoReporter,
    /// Names were masked, and others only look like names.
    Masked {
        /// How many persons.
        masked: usize,
        /// How many are to be looked at.
        doubts: usize,
    },
    /// A name was masked, as this one.
    MaskedAs {
        /// The name.
        name: String,
        /// As what it stands there.
        mask: String,
    },
    /// What looks like a name was left as it is.
    LooksLikeName(String),
    /// The unit has nothing to work off.
    NothingToFillIn(String),
    /// A sheet for a unit was written.
    FormWritten {
        /// Where.
        path: String,
        /// How many lines it has.
        lines: usize,
    },
    /// What a unit filled in is not written yet; so many entries.
    OnlyReturned(usize),
    /// What a unit filled in was taken in; so many entries.
    TakenBack(usize),
    /// The file to be written is no workbook by its name.
    NoWorkbook(String),
}

/// How much was or would be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// Problems, tasks and duties.
    pub problems: usize,
    /// Their measures.
    pub measures: usize,
    /// Their entries.
    pub entries: usize,
    /// Twins that are left out.
    pub twins: usize,
}

/// A heading of the table of what a file would give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum TakingLabel {
    Line,
    Field,
    Value,
    Place,
    Grade,
    Figures,
    Remarks,
    Remark,
    Head,
    Enrolled,
    Name,
    Sort,
    Unit,
    Person,
    Nearest,
    Masked,
    LookAt,
    Was,
    Becomes,
}

/// The heading of a column.
pub fn taking_label(lang: Lang, label: TakingLabel) -> &'static str {
    match lang {
        Lang::Zh => zh::taking::label(label),
        Lang::En => en::taking::label(label),
    }
}

/// What stands above the table.
pub fn heading(lang: Lang, ledger: &str, file: Option<&str>) -> String {
    match (lang, file) {
        (Lang::Zh, None) => format!("拟导入台账“{ledger}”的内容"),
        (Lang::Zh, Some(file)) => format!("拟由 {file} 导入台账“{ledger}”的内容"),
        (Lang::En, None) => format!("What would be entered into the ledger `{ledger}`"),
        (Lang::En, Some(file)) => {
            format!("What {file} would give to the ledger `{ledger}`")
        }
    }
}

/// The key under which the words of a limit are kept that is none.
pub fn limit_key(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh::taking::LIMIT_KEY,
        Lang::En => en::taking::LIMIT_KEY,
    }
}

/// The name of a key of the head.
pub fn head_key(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Zh => zh::taking::head_key(key).to_owned(),
        Lang::En => key.to_owned(),
    }
}

/// A figure that a text names.
pub fn figure(lang: Lang, figure: Mentioned) -> String {
    match (lang, figure) {
        (_, Mentioned::Money(money)) => money.to_string(),
        (Lang::Zh, Mentioned::PersonTimes(times)) => format!("{times}人次"),
        (Lang::En, Mentioned::PersonTimes(times)) => format!("{times} person-times"),
    }
}

/// Stands in the place of an id where a line is left out.
pub fn left_out(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "不导入",
        Lang::En => "left out",
    }
}

/// As which problem a line stands there already.
pub fn twin(lang: Lang, id: &Id) -> String {
    match lang {
        Lang::Zh => format!("同 {id}"),
        Lang::En => format!("same as {id}"),
    }
}

/// What is to be said of a place of a file.
pub fn remark(lang: Lang, remark: &Remark) -> String {
    match (lang, remark) {
        (Lang::Zh, Remark::Sheet(remark)) => zh::sheets::sheet(*remark).to_owned(),
        (Lang::En, Remark::Sheet(remark)) => en::sheets::sheet(*remark).to_owned(),
        (Lang::Zh, Remark::Whole(whole)) => zh::taking::whole(whole),
        (Lang::En, Remark::Whole(whole)) => en::taking::whole(whole),
        (lang, Remark::Document(remark)) => super::document_remark(lang, remark),
    }
}

impl Taken {
    /// Counts a problem with its measures and entries.
    pub fn count(&mut self, problem: &Problem) {
        self.problems += 1;
        self.measures += problem.measures.len();
        self.entries += problem.entries.len();
    }

    /// Adds what was taken in besides.
    pub fn add(&mut self, other: Self) {
        self.problems += other.problems;
        self.measures += other.measures;
        self.entries += other.entries;
        self.twins += other.twins;
    }
}
