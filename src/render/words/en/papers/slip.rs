//! The words of the papers of notices in English.

use super::day;
use crate::render::words::paper::{SlipLabel, SlipText};

/// A label of the paper of a notice.
pub fn slip_label(label: SlipLabel) -> &'static str {
    match label {
        SlipLabel::Rung => "Level",
        SlipLabel::Earlier => "Earlier notices",
        SlipLabel::Asked => "What is asked for",
        SlipLabel::Until => "Answer until",
        SlipLabel::Answer => "Answer",
        SlipLabel::Progress => "Progress",
        SlipLabel::Why => "Why it was not done in time",
        SlipLabel::Next => "Next steps, and by when",
        SlipLabel::Signed => "Signature and seal",
    }
}

/// A text of the paper of a notice.
pub fn slip_text(text: SlipText<'_>) -> String {
    match text {
        SlipText::Title(Some(name)) => format!("Notice ({name})"),
        SlipText::Title(None) => "Notice".to_owned(),
        SlipText::Draft => "Draft: not issued, without a number".to_owned(),
        SlipText::Numbers(numbers) => format!("No. {}", numbers.join(", ")),
        SlipText::Addressee(to) => format!("To: {to}"),
        SlipText::Lead { count, late, on } => {
            let (those, them) = if count == 1 {
                ("the problem below".to_owned(), "it")
            } else {
                (format!("the {count} problems below"), "them")
            };
            let on = day(on);
            match late {
                0 => format!(
                    "The last day for {those} is near, and by {on} the work was not reported done. Complete {them} in time, and answer in writing."
                ),
                late if late == count => format!(
                    "The last day for {those} has passed, and by {on} the work was not reported done. Complete {them} without delay, and answer in writing."
                ),
                late => format!(
                    "By {on} the work on {those} was not reported done; for {late} of them the last day has passed. Complete {them} without delay, and answer in writing."
                ),
            }
        }
        SlipText::Earlier { on, name } => format!("{on}: {name}"),
    }
}
