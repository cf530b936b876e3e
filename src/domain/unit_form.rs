//! The sheet that a unit fills in and sends back: what it is known by, and its columns. Whoever writes it and whoever reads
//! it keep to the same.

/// What the first cell of the hidden page says: what the sheet is, and by which rule it was made.
pub const MARK: &str = "ledger unit form 1";

/// What its fourth cell says where persons are masked in the sheet.
pub const MASKED: &str = "masked";

/// Cells of the hidden page before those of the line: its occurrence, and the keys of the entries.
pub const BEFORE_LINE: usize = 2;

/// A column that the unit fills in; they stand at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FillIn {
    /// What was done.
    Progress,
    /// Whether it is finished: a word for yes, or nothing.
    Finished,
    /// When it was finished.
    On,
    /// Who says so.
    By,
}

impl FillIn {
    /// The columns, in their order.
    pub const ALL: [Self; 4] = [Self::Progress, Self::Finished, Self::On, Self::By];
}
