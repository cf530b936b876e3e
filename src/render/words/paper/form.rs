//! The words of applications: what is filled in, who signs, and what is lacking.

use crate::domain::book::Lang;
use crate::domain::gate::Refusal;
use crate::render::words::{en, zh};
use crate::reports::application::For;

/// A label of an application that no other answer has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormLabel {
    /// What is filled in.
    What,
    /// What stands there.
    Content,
    /// What the work led to.
    Result,
    /// Until when more time is asked for.
    NewDay,
    /// Why.
    Why,
    /// Earlier extensions of this round.
    Earlier,
    /// Who gives an opinion.
    Opinion,
    /// What it is.
    OpinionText,
    /// Where who gives it signs and seals.
    Signature,
    /// The place of a file in the list.
    Place,
    /// What a file proves.
    Proves,
    /// Asked for after the last day.
    AskedLate,
    /// A day to be filled in by hand.
    BlankDay,
}

/// A label of an application.
pub fn form_label(lang: Lang, label: FormLabel) -> &'static str {
    match lang {
        Lang::Zh => zh::papers::form_label(label),
        Lang::En => en::papers::form_label(label),
    }
}

/// Who gives an opinion, in the order in which they sign.
pub fn opinion(lang: Lang, what: For) -> &'static [&'static str] {
    match lang {
        Lang::Zh => zh::papers::opinions(what),
        Lang::En => en::papers::opinions(what),
    }
}

/// What is lacking before the act can be recorded, in a sentence.
pub fn lacking(lang: Lang, refusals: &[Refusal]) -> String {
    let facts: Vec<_> = refusals.iter().map(|refusal| lacks(lang, refusal)).collect();
    match lang {
        Lang::Zh => format!("尚缺：{}。", facts.join("；")),
        Lang::En => format!("Lacking: {}.", facts.join("; ")),
    }
}

/// What is lacking. What a command would have to be told to record it all the same stands on no paper.
pub fn lacks(lang: Lang, refusal: &Refusal) -> String {
    let (text, sign) = match lang {
        Lang::Zh => (zh::refusals::refusal(refusal), "；"),
        Lang::En => (en::refusals::refusal(refusal), "; "),
    };
    text.split_once(sign).map_or(text.clone(), |(fact, _)| fact.to_owned())
}
