//! How surely a foreign file says something, and what it says beside the lines of the ledger. Facts only; `render` has
//! the words.

use super::SheetRemark;
use crate::domain::money::Money;

/// From what the value of a field was read, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// A person named it when the file was taken in.
    ByHand,
    /// A column that a map of the office names.
    Mapped,
    /// A column by its header.
    Column,
    /// A label with a colon: 整改措施：….
    Label,
    /// A tail in brackets that has a label: 〔责任单位：…〕.
    Tail,
    /// A tail in brackets without one: （…牵头，…负责）.
    BareTail,
    /// A mark such as 一是 inside a block that is known.
    Marker,
    /// A heading, or the number that begins an item.
    Heading,
    /// Its place: the text that follows a heading or a label's block.
    Place,
    /// Filled in from elsewhere in the file: a year, a prefix, the day of the document.
    Inferred,
    /// Written so that it cannot be read: a masked or mutilated day. The words stand as they are.
    Damaged,
}

/// A figure that a text names, which is no field of the line: it may be involved, paid back or a mere example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mentioned {
    /// An amount of money.
    Money(Money),
    /// So many times somebody: 535人次.
    PersonTimes(u64),
}

/// What is to be said of a place of a foreign file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Of a sheet.
    Sheet(SheetRemark),
    /// Of a sheet as a whole.
    Whole(WholeRemark),
    /// Of a document.
    Document(DocumentRemark),
}

/// What is to be said of a sheet as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WholeRemark {
    /// Columns that are kept under their own headers.
    ColumnsKept(Vec<String>),
    /// Columns that were left out.
    ColumnsIgnored(Vec<String>),
    /// Cells that only say that there is nothing: NULL, N/A.
    EmptyCells(usize),
    /// Rows without text.
    BlankRows(usize),
}

/// What a document says that is no line of a ledger, or that does not agree with itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentRemark {
    /// Text that is no line: organisation, preamble, closing formula. Says of what it is.
    PassedOver(PassedOver),
    /// Another document begins here; its title, or its first words.
    Segment(String),
    /// The rule that the first unit of a list leads was stated here.
    LeadRule,
    /// The document claims so many, and so many were found.
    Count {
        /// Of what.
        of: Counted,
        /// As the document says.
        claimed: usize,
        /// As found in it.
        found: usize,
    },
    /// A number of the list is missing.
    NumberMissing(String),
    /// A number of the list stands there twice.
    NumberTwice(String),
    /// An item lacks a label that the others have.
    LabelMissing {
        /// The item's number as printed.
        item: String,
        /// The label.
        label: String,
    },
    /// Figures that should add up, in the document's words, with what they give.
    Sum {
        /// As written.
        words: String,
        /// What the figures give.
        gives: String,
    },
    /// The problem says that a part is still open, and its progress that all is done.
    Contradiction {
        /// What the problem says.
        problem: String,
        /// What its progress says.
        progress: String,
    },
    /// A day that is masked or mutilated; its words stand as they are.
    DamagedDay(String),
    /// A list of units that is open: 等, 各有关部门.
    OpenUnits(String),
    /// Something repeated again and again (每季度…) inside a text, which would be a duty of its own.
    Recurring(String),
    /// Progress says that all is done, and no state does; it is no report.
    StateClaimed(String),
    /// Words of a state that have no clear meaning; nothing is entered by them.
    StateUnclear(String),
}

/// What a text is that gives no lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassedOver {
    /// What stands before the first chapter: letterhead, addressee, opening.
    Opening,
    /// How the work is organised: 组织领导, 保障措施.
    Organisation,
    /// General aims: 总体要求, 工作目标.
    Aims,
    /// Why it came to this: 原因剖析.
    Causes,
    /// What is to be done in general, as no line of its own: 下一步.
    Outlook,
    /// Lists of persons: 成员名单.
    Members,
    /// How things stand in general: 基本情况, 工作开展情况.
    Situation,
    /// How the work goes on in time: 实施步骤. Its phases stand in the head.
    Steps,
    /// Problems or pieces of work that name nobody, in a file whose other pieces do.
    Unassigned,
    /// What leads over to a list, or follows an item and belongs to none of its fields.
    LeadIn,
    /// What stands behind the last item: closing formula, signature, copies to.
    Closing,
}

/// What a document counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Problems.
    Problems,
    /// Measures.
    Measures,
    /// Tasks.
    Tasks,
}
