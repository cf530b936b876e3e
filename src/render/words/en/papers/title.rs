//! Titles, and headings with their numbers, in English.

use crate::domain::ledger::Head;
use crate::render::words::paper::{Numbered, Title};
use crate::reports::paper::Called;

/// A title.
pub fn title(title: Title<'_>) -> String {
    match title {
        Title::Rectification { head, name, called } => {
            format!("Report on {}: {}", work(called), subject(head, name))
        }
        Title::Public { head, name, called } => {
            format!("Public notice on {}: {}", work(called), subject(head, name))
        }
        Title::Units => "Tasks by unit".to_owned(),
        Title::Closing => "Application for closing".to_owned(),
        Title::Extension => "Application for more time".to_owned(),
    }
}

/// What the ledger is called.
fn subject<'a>(head: &'a Head, name: &'a str) -> &'a str {
    head.title.as_deref().or(head.source.as_deref()).unwrap_or(name)
}

fn work(called: Called) -> &'static str {
    match called {
        Called::Tasks => "the work done",
        Called::Problems | Called::Both => "rectification",
    }
}

/// A heading with its number.
pub fn numbered(number: Numbered<'_>, text: &str) -> String {
    match number {
        Numbered::Chapter(number) => format!("{}. {text}", roman(number)),
        Numbered::Section(number) => format!("({}) {text}", letter(number)),
        Numbered::Item(number) => {
            let point = if number.ends_with(char::is_alphanumeric) { "." } else { "" };
            format!("{number}{point} {text}")
        }
        Numbered::Point(number) => format!("({number}) {text}"),
    }
}

/// A number as chapters have it; papers have few.
pub fn roman(number: usize) -> String {
    const NUMBERS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let known = number.checked_sub(1).and_then(|place| NUMBERS.get(place));
    known.map_or_else(|| number.to_string(), |known| (*known).to_owned())
}

/// A number as sections have it; chapters have few.
fn letter(number: usize) -> String {
    let known = number.checked_sub(1).and_then(|place| ('a'..='z').nth(place));
    known.map_or_else(|| number.to_string(), String::from)
}
