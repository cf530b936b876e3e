//! What is said of files and of the system, beside faults.

/// What was being done when the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Doing {
    List,
    Read,
    Lock,
    MakeFolder,
    Write,
    Replace,
    Remove,
}

/// What there is to say of a place of a sheet. Nothing of it was dropped, unless it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetRemark {
    /// Rows before the header, which were passed over.
    Preamble,
    /// A row with neither a problem nor a measure of the problem above, which was passed over.
    RowWithoutProblem,
    /// A row of totals (合计, 小计), which was passed over.
    TotalRow,
    /// A day that cannot be read, or in two ways; kept under its own header.
    DayUnread,
    /// Words of a limit that say none; kept under their own header.
    LimitUnread,
    /// Words of a limit that give no last day, or several; kept as a text beside the fields.
    LimitKept,
    /// The name of a chapter in a row of its own: the category of the rows below it.
    Chapter,
    /// An amount that cannot be read; kept under its own header.
    AmountUnread,
    /// A status that is not known; kept under its own header.
    StatusUnknown,
    /// Units with roles in a sentence; kept as written, with nobody in charge.
    OwnersUnread,
    /// Numbers in a cell of which it is not clear what they part, or milestones; kept as one.
    NumberingUnclear,
    /// A second header, with another table below it.
    AnotherTable,
    /// A day of completion without a status; counted as a report that nobody has verified yet.
    ReportedByDay,
    /// A state in the first of several rows, while the others have none; counted for the measures of its row only.
    OwnMeasuresOnly,
    /// 长期坚持 and nothing else as a state: kept up for good, and not said to be finished.
    OnlyLasting,
    /// A sentence in a column of the state; entered as progress.
    StatusTold,
    /// An amount merged over several problems, entered for the first of them.
    AmountOfSeveral,
}
