//! Slips in the grammar of TOML, in English. What is wrong the parser says itself.

use crate::render::words::toml::Slip;

/// What to do about it.
pub(super) fn help(slip: Slip) -> Option<&'static str> {
    Some(match slip {
        Slip::Unquoted => {
            "put text in quotes, as in limit = \"by 31 Oct\"; days (2022-10-08), true and false have none"
        }
        Slip::UnclosedString => {
            "close the quote; text of several lines goes between \"\"\" and \"\"\""
        }
        Slip::Escape => "write a backslash as \\\\, or use single quotes '…'",
        Slip::NoValue => "write key = value, one to a line",
        Slip::EmptyKey => "write a key before the equals sign, or inside the brackets",
        Slip::UnquotedKey => {
            "write key = value; keys are English, names of units and persons go in quotes: [unit.\"基层卫生股\"]"
        }
        Slip::TwoOnALine => {
            "write one key to a line; a quote inside quotes is \\\", a comment begins with #"
        }
        Slip::KeyTwice => {
            "remove or join one; measures and entries are written [[measure]], [[entry]]"
        }
        Slip::Date => "check month and day, and write 2022-10-08 with two digits each",
        Slip::Time => "write the day only, as 2022-10-08, and one key to a line",
        Slip::LeadingZero => "drop the leading zero, or put a number that needs it in quotes",
        Slip::Number => "write digits only; with a unit, use quotes, as in amount = \"15.7万元\"",
        Slip::Flag => "write true or false, without quotes",
        Slip::UnclosedList => "add the ]",
        Slip::UnclosedInlineTable => "add the }",
        Slip::UnclosedHeader => {
            "write [unit.\"NAME\"] or [[entry]], with as many brackets on both sides"
        }
        Slip::MissingComma => "separate with a comma, as in [\"甲\", \"乙\"]",
        Slip::ExtraComma => "remove the comma",
        Slip::NoTable => "write the key without a dot",
        Slip::TooDeep => "remove the brackets that are too many",
        Slip::Other => return None,
    })
}
