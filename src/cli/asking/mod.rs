//! Asking at a terminal: the one place for questions, so that they look and end alike. Whoever asks decides what is asked;
//! where nobody sits at a terminal, nothing is.

pub mod acts;
pub mod initials;
mod limits;
mod names;
mod steps;

pub use limits::{WantedLimit, tell};
pub use names::Names;
pub use steps::Steps;

use std::fmt;
use std::io;

use inquire::autocompletion::Replacement;
use inquire::ui::{RenderConfig, Styled};
use inquire::validator::{ErrorMessage, Validation};
use inquire::{Autocomplete, Confirm, CustomUserError, InquireError, Select, Text};

use super::context::Context;
use super::environment;
use super::failure::Stop;
use super::options::Options;
use super::values::{self, Mistyped};
use crate::domain::book::Lang;
use crate::render::inert_line;
use crate::render::words::asking::{
    self, Choice, Keys, Question, Reply, keys, read_yes_no, reply, yes_no_default,
};
use crate::render::words::{self, Message};

/// Stands for a line break where a text of several lines is typed on one.
pub const LINE_BREAK: char = '↵';

/// Typed alone, it empties a field.
pub const EMPTY: &str = "-";

/// How many choices are shown at once.
const SHOWN: usize = 12;

/// Somebody at a terminal who can be asked.
#[derive(Debug, Clone, Copy)]
pub struct Asking {
    lang: Lang,
    color: bool,
}

/// A question was left without an answer.
#[derive(Debug)]
pub enum Left {
    /// Back to what was before it.
    Back,
    /// Out of the command.
    Quit,
    /// The terminal gave no answer.
    Lost(io::Error),
}

/// What speaks against a text that was typed, in words.
pub type Check<'a> = dyn Fn(&str) -> Result<(), String> + 'a;

/// A text that is asked for.
pub struct Wanted<'a> {
    /// The question.
    pub question: Question,
    /// Which keys do what.
    pub keys: Keys,
    /// What stands there already: to be changed where it is typed letter by letter, else kept by Enter alone.
    pub now: &'a str,
    /// The names that are offered, where it is one.
    pub names: Option<&'a Names>,
    /// What speaks against what was typed.
    pub check: &'a Check<'a>,
}

impl Asking {
    /// Whoever sits at the terminal, where somebody does and wants to be asked.
    pub fn of(context: &Context<'_>) -> Option<Self> {
        let Options { no_input, .. } = context.options;
        let color = context.surroundings.colors.err;
        (!no_input && environment::can_be_asked()).then(|| Self { lang: context.lang(), color })
    }

    fn look(self) -> RenderConfig<'static> {
        let left = match self.lang {
            Lang::Zh => words::zh::asking::LEFT,
            Lang::En => words::en::asking::LEFT,
        };
        let look = if self.color { RenderConfig::default_colored() } else { RenderConfig::empty() };
        look.with_canceled_prompt_indicator(Styled::new(left))
    }

    /// Lets one of several be chosen; letters filter, also the initials of Chinese words. `start` is the place of the one
    /// that is marked first.
    pub fn choose<T>(
        self,
        question: &Question,
        choices: Vec<(T, String)>,
        start: usize,
    ) -> Result<T, Left> {
        let message = inert_line(&asking::question(self.lang, question)).into_owned();
        let options = choices.into_iter().map(|(value, words)| One { value, words }).collect();
        let score = |typed: &str, _: &One<T>, words: &str, _: usize| {
            initials::fit(typed, words).map(|fit| -(fit as i64))
        };
        let select = Select::new(&message, options)
            .with_starting_cursor(start)
            .with_page_size(SHOWN)
            .with_scorer(&score)
            .with_help_message(keys(self.lang, Keys::Choose))
            .with_render_config(self.look());
        Ok(select.prompt().map_err(Left::from)?.value)
    }

    /// Lets one of the usual choices be made.
    pub fn decide(
        self,
        question: &Question,
        choices: &[Choice],
        first: Choice,
    ) -> Result<Choice, Left> {
        let start = choices.iter().position(|choice| *choice == first).unwrap_or(0);
        let named = |choice: &Choice| (*choice, asking::choice(self.lang, *choice).to_owned());
        self.choose(question, choices.iter().map(named).collect(), start)
    }

    /// Asks for a text.
    pub fn text(self, wanted: &Wanted<'_>) -> Result<String, Left> {
        let message = inert_line(&asking::question(self.lang, &wanted.question)).into_owned();
        let now = wanted.now.replace('\n', &LINE_BREAK.to_string());
        let lang = self.lang;
        let check = |typed: &str| {
            let of_names = wanted.names.map_or(Ok(()), |names| names.check(lang, typed));
            Ok(match of_names.and_then(|()| (wanted.check)(&lines(typed))) {
                Ok(()) => Validation::Valid,
                Err(why) => Validation::Invalid(ErrorMessage::Custom(why)),
            })
        };
        let text = Text::new(&message)
            .with_help_message(keys(lang, wanted.keys))
            .with_validator(check)
            .with_page_size(SHOWN)
            .with_render_config(self.look());
        let text = match wanted.keys {
            _ if now.is_empty() => text,
            Keys::Text | Keys::Lines => text.with_initial_value(&now),
            _ => text.with_default(&now),
        };
        let text = match wanted.names {
            Some(names) => text.with_autocomplete(Completing(names)),
            None => text,
        };
        Ok(lines(&text.prompt().map_err(Left::from)?))
    }

    /// Asks for a value that must be there: one of `names` where these are given, else words.
    pub fn needed(self, name: &str, now: &str, names: Option<&Names>) -> Result<String, Left> {
        let check = |typed: &str| match typed {
            "" => Err(reply(self.lang, &Reply::Needed)),
            typed => values::name(typed)
                .map(|_| ())
                .map_err(|Mistyped(wrong)| words::typed(self.lang, wrong).to_owned()),
        };
        let keys = if names.is_some() { Keys::Name } else { Keys::Text };
        let question = Question::Value(name.to_owned());
        self.text(&Wanted { question, keys, now, names, check: &check })
    }

    /// Asks yes or no; `default` is what Enter alone means, where it means anything.
    pub fn agreed(self, question: &Question, default: Option<bool>) -> Result<bool, Left> {
        let message = inert_line(&asking::question(self.lang, question)).into_owned();
        let (wrong, lang) = (reply(self.lang, &Reply::YesOrNo), self.lang);
        let answer = |yes| words::flag(lang, yes).to_owned();
        let shown = |default| yes_no_default(lang, default).to_owned();
        let parse = |typed: &str| read_yes_no(typed).ok_or(());
        let confirm = Confirm::new(&message)
            .with_parser(&parse)
            .with_formatter(&answer)
            .with_default_value_formatter(&shown)
            .with_error_message(&wrong)
            .with_help_message(keys(lang, Keys::YesNo))
            .with_render_config(self.look());
        let confirm = match default {
            Some(default) => confirm.with_default(default),
            None => confirm,
        };
        confirm.prompt().map_err(Left::from)
    }
}

/// A text of several lines as it is typed on one; [`EMPTY`] alone is none.
fn lines(typed: &str) -> String {
    let text = typed.replace(LINE_BREAK, "\n").trim().to_owned();
    if text == EMPTY { String::new() } else { text }
}

/// One of several choices.
struct One<T> {
    value: T,
    words: String,
}

impl<T> fmt::Display for One<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&inert_line(&self.words))
    }
}

/// Completes names while they are typed.
#[derive(Clone, Copy)]
struct Completing<'a>(&'a Names);

impl Autocomplete for Completing<'_> {
    fn get_suggestions(&mut self, typed: &str) -> Result<Vec<String>, CustomUserError> {
        Ok(self.0.offered(typed))
    }

    fn get_completion(
        &mut self,
        typed: &str,
        marked: Option<String>,
    ) -> Result<Replacement, CustomUserError> {
        Ok(self.0.completed(typed, marked))
    }
}

impl From<InquireError> for Left {
    fn from(error: InquireError) -> Self {
        match error {
            InquireError::OperationCanceled => Self::Back,
            InquireError::OperationInterrupted => Self::Quit,
            InquireError::IO(error) => Self::Lost(error),
            other => Self::Lost(io::Error::other(other.to_string())),
        }
    }
}

impl From<Left> for anyhow::Error {
    /// Whoever leaves a command has refused what it would have written.
    fn from(left: Left) -> Self {
        match left {
            Left::Back | Left::Quit => Stop::from(Message::NothingWritten).into(),
            Left::Lost(error) => error.into(),
        }
    }
}
