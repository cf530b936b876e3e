//! Asking for a time limit: its words, how they read at once, and the day where they give none.

use std::io::Write;

use super::{Asking, Left, Wanted};
use crate::cli::limits::{self, LimitArgs};
use crate::cli::values::{self, Mistyped};
use crate::domain::book::Book;
use crate::domain::day::Day;
use crate::domain::limit::Kind;
use crate::render::inert;
use crate::render::words;
use crate::render::words::asking::{self, Keys, Question, Reply, reply};

/// A limit that is asked for.
pub struct WantedLimit<'a> {
    /// The name of its field.
    pub name: &'a str,
    /// The words that stand there already.
    pub now: &'a str,
    /// Whether there must be a day where the words give none.
    pub day_needed: bool,
    /// The book by whose dates and policy the words are read.
    pub book: &'a Book,
    /// The ledger.
    pub ledger: &'a str,
    /// Today.
    pub today: Day,
}

impl Asking {
    /// Asks for the words of a limit and says how they read; for the day as well, where they give no single one. Without
    /// words there is no day.
    pub fn limit(
        self,
        wanted: &WantedLimit<'_>,
        err: &mut dyn Write,
    ) -> Result<(String, Option<Day>), Left> {
        let WantedLimit { book, ledger, today, .. } = *wanted;
        loop {
            let typed = self.text(&Wanted {
                question: Question::Value(wanted.name.to_owned()),
                keys: Keys::Limit,
                now: wanted.now,
                names: None,
                check: &|typed| self.may_be_empty(typed, |typed| values::name(typed).map(|_| ())),
            })?;
            if typed.is_empty() {
                return Ok((typed, None));
            }
            let reading = limits::of_plan(&typed, book, ledger, today);
            if reading.day().is_some() || reading.kind == Kind::Sustained {
                let args = LimitArgs { limit: Some(typed.clone()), due: None };
                let read = limits::read(&args, book, ledger, today).ok();
                if let Some(message) = read.and_then(|limit| limit.message) {
                    tell(err, &words::message(self.lang, &message).0)?;
                }
                return Ok((typed, None));
            }
            let why = words::reading(self.lang, &reading);
            tell(err, &asking::no_day(self.lang, wanted.name, &typed, &why))?;
            match self.last_day(wanted.day_needed) {
                Ok(due) => return Ok((typed, due)),
                Err(Left::Back) => {} // to the words
                Err(left) => return Err(left),
            }
        }
    }

    fn last_day(self, needed: bool) -> Result<Option<Day>, Left> {
        let typed = self.text(&Wanted {
            question: Question::Due { needed },
            keys: Keys::Day,
            now: "",
            names: None,
            check: &|typed| match typed {
                "" if needed => Err(reply(self.lang, &Reply::Needed)),
                typed => self.may_be_empty(typed, |typed| values::day(typed).map(|_| ())),
            },
        })?;
        Ok(values::day(&typed).ok())
    }

    /// Says what is wrong with a value, where there is one.
    pub fn may_be_empty(
        self,
        typed: &str,
        check: impl Fn(&str) -> Result<(), Mistyped>,
    ) -> Result<(), String> {
        if typed.is_empty() {
            return Ok(());
        }
        check(typed).map_err(|Mistyped(wrong)| words::typed(self.lang, wrong).to_owned())
    }
}

/// Says a line between two questions.
pub fn tell(err: &mut dyn Write, line: &str) -> Result<(), Left> {
    writeln!(err, "{}", inert(line)).map_err(Left::Lost)
}
