//! What the TOML parser complains of, told apart by its words.
//!
//! The parser speaks English and of TOML; a clerk wants to know what to do. What is not recognised keeps its words.

/// A slip in the grammar of TOML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    /// `limit = 10月底前`.
    Unquoted,
    /// `limit = "10月底前`.
    UnclosedString,
    /// A backslash that escapes nothing known.
    Escape,
    /// `limit` alone, or with `:` in the place of `=`.
    NoValue,
    /// `= 1`, `[]`.
    EmptyKey,
    /// `问题 = 1`.
    UnquotedKey,
    /// `a = 1 b = 2`.
    TwoOnALine,
    /// The same key or table twice.
    KeyTwice,
    /// `a.b = 1` where `a` is no table.
    NoTable,
    /// 30 February, or `2022-6-1`.
    Date,
    /// A time of day.
    Time,
    /// `007`.
    LeadingZero,
    /// Anything else that is no number, as `15.7万元`.
    Number,
    /// Nearly `true` or `false`.
    Flag,
    /// `[1, 2`.
    UnclosedList,
    /// `{ a = 1`.
    UnclosedInlineTable,
    /// `[[entry]`.
    UnclosedHeader,
    /// `["甲" "乙"]`, also with `，` between them.
    MissingComma,
    /// `[1,,2]`.
    ExtraComma,
    /// Brackets in brackets, a hundred deep.
    TooDeep,
    /// Anything else.
    Other,
}

/// Tells which slip the parser means. Its messages read `what is wrong, expected this or that`.
pub(super) fn slip(message: &str) -> Slip {
    let (what, expected) = message.split_once(", expected").unwrap_or((message, ""));
    match what {
        "string values must be quoted" => Slip::Unquoted,
        "invalid basic string" | "invalid literal string" | "invalid multi-line basic string"
        | "invalid multi-line literal string"
            // Else a character that no string may hold.
            if !expected.contains("characters") => Slip::UnclosedString,
        "missing escaped value" | "too few unicode value digits" => Slip::Escape,
        "invalid value" if expected.contains("unicode") => Slip::Escape,
        "key with no value" | "missing value for key" | "missing assignment between key-value pairs" => {
            Slip::NoValue
        }
        "unquoted keys cannot be empty" => Slip::EmptyKey,
        "invalid unquoted key" => Slip::UnquotedKey,
        "unexpected key or value" => Slip::TwoOnALine,
        "duplicate key" => Slip::KeyTwice,
        _ if what.starts_with("cannot extend value") => Slip::NoTable,
        "invalid date" => Slip::Date,
        "invalid time" | "invalid datetime" | "invalid date-time" => Slip::Time,
        "unexpected leading zero" => Slip::LeadingZero,
        "invalid float" | "invalid fraction" | "invalid mantissa" | "invalid exponent" => Slip::Number,
        _ if what.starts_with("invalid ") && what.ends_with(" number") => Slip::Number,
        _ if what.starts_with("`_` may only go") => Slip::Number,
        "invalid boolean" => Slip::Flag,
        "unclosed array" => Slip::UnclosedList,
        "unclosed inline table" => Slip::UnclosedInlineTable,
        "unclosed table" | "unclosed array table" => Slip::UnclosedHeader,
        "missing comma between array elements" | "missing comma between key-value pairs" => {
            Slip::MissingComma
        }
        "extra comma in array" => Slip::ExtraComma,
        _ if what.starts_with("cannot recurse further") => Slip::TooDeep,
        _ => Slip::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Slip, slip};

    /// Asks the parser itself, so that a new version with other words is noticed.
    #[test]
    fn the_slips_of_a_clerk_are_told_apart() {
        for (text, expected) in [
            ("a = 10月底前", Slip::Unquoted),
            ("a = “题”", Slip::Unquoted),
            ("a = ", Slip::Unquoted),
            ("a = \"x", Slip::UnclosedString),
            ("a = 'x", Slip::UnclosedString),
            ("a = \"\"\"x", Slip::UnclosedString),
            ("a = \"\u{1}\"", Slip::Other),
            ("a = \"C:\\q\"", Slip::Escape),
            ("a = \"\\u12\"", Slip::Escape),
            ("a", Slip::NoValue),
            ("a: 1", Slip::NoValue),
            ("a ＝ 1", Slip::NoValue),
            ("= 1", Slip::EmptyKey),
            ("问题 = 1", Slip::UnquotedKey),
            ("a = 1 b = 2", Slip::TwoOnALine),
            ("a = 1\na = 2", Slip::KeyTwice),
            ("[a]\n[a]", Slip::KeyTwice),
            ("a = 1\na.b = 2", Slip::NoTable),
            ("a = 2023-02-29", Slip::Date),
            ("a = 2022-6-1", Slip::Date),
            ("a = 12:00:61", Slip::Time),
            ("a = 007", Slip::LeadingZero),
            ("a = 15.7万元", Slip::Number),
            ("a = 0xZZ", Slip::Number),
            ("a = 1__0", Slip::Number),
            ("a = True", Slip::Flag),
            ("a = tru", Slip::Flag),
            ("a = [1, 2", Slip::UnclosedList),
            ("a = {b = 1", Slip::UnclosedInlineTable),
            ("[[a]", Slip::UnclosedHeader),
            ("a = [\"甲\"，\"乙\"]", Slip::MissingComma),
            ("a = [1,,2]", Slip::ExtraComma),
        ] {
            let (_, errors) = toml::de::DeTable::parse_recoverable(text);
            let message = errors.first().map_or("", |error| error.message());
            assert_eq!(slip(message), expected, "{text}: {message}");
        }
    }
}
