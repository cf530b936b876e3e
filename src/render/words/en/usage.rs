//! What is wrong with what was typed, in English. The rest of a command line the parser judges itself.

use crate::render::words::Typed;

/// What is wrong with a value, and how it is written.
pub fn typed(typed: Typed) -> &'static str {
    match typed {
        Typed::Nothing => "nothing is written there",
        Typed::Refused => "a character or line stands there that a ledger may not hold",
        Typed::Name => "a name holds neither `|` nor line ends",
        Typed::AmountUnit => "the unit is 元, 万元 or 亿元",
        Typed::Delimiter => "write one sign that is no letter, digit or quote, as ';', or tab",
        Typed::Money => "write an amount as 15.7万元, 457.2元 or 157000",
        Typed::Figure => "write a figure as 91.5, without its unit",
        Typed::Number => "write a whole number, from 1",
        Typed::Form => "write 1, 2, 3 or 4: the four forms (四种形态)",
        Typed::Indicator => {
            "write NAME>=TARGET UNIT, or <= where less is better, as '访视率>=85.1->90 %'; NAME=UNIT for what is only counted, as '建立制度=项'"
        }
        Typed::Set => "write FIELD=VALUE, as due=2022-10-31 or 2.due=2022-10-31",
        Typed::Field => {
            "fields are title, detail, category, source, cause, ref, found, limit, due, sustained, goal, amount, recoverable; 2.text, 2.limit, 2.due, 2.sustained of measure 2; who is responsible changes by `ledger assign`"
        }
        Typed::FieldPlace => {
            "a measure has text, limit, due and sustained, as 2.text; all others are the problem's"
        }
        Typed::Flag => "write true or false",
        Typed::Key => "a key has six characters, as k7q2m9; `ledger show` lists them",
        Typed::Evidence => "no file of evidence can have this name",
        Typed::Day => "write a day as 2022-10-08, from 1990 to 2099",
        Typed::Period => "write 2022, 2022-10, 2022-10-08, or 2022-09-23..2022-10-31",
        Typed::Term => {
            "write week, last-week, month, quarter, year, 2022-W43, 2022-Q4, 2022-10 or 2022-09-23..2022-10-31"
        }
        Typed::Id => "write 7, 7.2, 5-9, or 2022-inspection/7",
        Typed::Version => "name a commit, a tag, a branch or a day, as HEAD~3 or 2022-09-30",
    }
}
