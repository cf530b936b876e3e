//! The words of applications in English.

use crate::render::words::paper::FormLabel;
use crate::reports::application::For;

/// A label of an application.
pub fn form_label(label: FormLabel) -> &'static str {
    match label {
        FormLabel::What => "What",
        FormLabel::Content => "Content",
        FormLabel::Result => "Results",
        FormLabel::NewDay => "More time until",
        FormLabel::Why => "Reason",
        FormLabel::Earlier => "Extensions so far",
        FormLabel::Opinion => "Signed by",
        FormLabel::OpinionText => "Opinion",
        FormLabel::Signature => "Signature and seal",
        FormLabel::Place => "No.",
        FormLabel::Proves => "Proves",
        FormLabel::AskedLate => "The last day has passed: this is asked late.",
        FormLabel::BlankDay => "____-__-__",
    }
}

/// Who gives an opinion, in the order in which they sign.
pub fn opinions(what: For) -> &'static [&'static str] {
    match what {
        For::Closing => &[
            "Responsible unit",
            "Leader in charge",
            "Verifying unit",
            "Public notice (from, until)",
            "Decision (close, or return with what is lacking)",
        ],
        For::Extension => &["Responsible unit", "Leader in charge", "Approving body"],
    }
}
