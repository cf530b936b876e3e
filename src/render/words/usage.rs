//! What is wrong with the words of a command line. Facts only.

/// Something wrong with a command line. In English the parser says it itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Usage {
    /// No command at all.
    NoCommand,
    /// No such command.
    UnknownCommand(String),
    /// No such option.
    UnknownOption(String),
    /// More words than the command takes.
    Surplus(String),
    /// Something that must be there is not.
    Missing(Vec<String>),
    /// An option without its value.
    NoValue(String),
    /// A word that is none of those allowed.
    WrongWord {
        /// Where it stands.
        argument: String,
        /// The word.
        word: String,
        /// The words allowed.
        allowed: Vec<String>,
    },
    /// A value that cannot be read.
    WrongValue {
        /// Where it stands.
        argument: String,
        /// The value.
        value: String,
        /// What is wrong with it.
        why: Option<Typed>,
    },
    /// An option twice, or beside one that excludes it.
    Conflict(String),
    /// Anything else.
    Other,
}

/// Why what was typed as a value is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Nothing is written there.
    Nothing,
    /// It holds what a ledger may not hold.
    Refused,
    /// It is no name of one line.
    Name,
    /// It is no sign between columns.
    Delimiter,
    /// It is no amount of money.
    Money,
    /// It is no unit of amounts.
    AmountUnit,
    /// It is no figure.
    Figure,
    /// It is no whole number from 1.
    Number,
    /// It is none of the four forms.
    Form,
    /// It is no indicator with a target.
    Indicator,
    /// It is no field with a value.
    Set,
    /// No such field can be amended.
    Field,
    /// The field is a measure's and a problem is meant, or the other way round.
    FieldPlace,
    /// It is neither yes nor no.
    Flag,
    /// It is no key of an entry.
    Key,
    /// No file of evidence can have this name.
    Evidence,
    /// It is no day.
    Day,
    /// It is no period.
    Period,
    /// The period of a bulletin.
    Term,
    /// It is no id.
    Id,
    /// It names neither a commit nor a day.
    Version,
}
