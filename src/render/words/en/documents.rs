//! What is said of reading official documents, in English.

use super::super::code;
use crate::complaint::{Counted, DocumentRemark, Grade, PassedOver};

/// From what a field was read.
pub fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::ByHand => "by hand",
        Grade::Mapped => "by the map",
        Grade::Column => "by its column",
        Grade::Label => "by its label",
        Grade::Tail => "by a labelled bracket",
        Grade::BareTail => "by a bracket",
        Grade::Marker => "by its mark",
        Grade::Heading => "by its heading",
        Grade::Place => "by its place",
        Grade::Inferred => "inferred",
        Grade::Damaged => "damaged",
    }
}

/// What a text is that gives no lines.
pub fn passed_over(what: PassedOver) -> &'static str {
    match what {
        PassedOver::Opening => "letterhead and opening",
        PassedOver::Organisation => "how the work is organised",
        PassedOver::Aims => "general aims",
        PassedOver::Causes => "causes",
        PassedOver::Outlook => "what is planned in general",
        PassedOver::Members => "a list of persons",
        PassedOver::Closing => "closing and signature",
        PassedOver::Situation => "how things stand in general",
        PassedOver::Steps => "steps, of which the phases stand in the head",
        PassedOver::Unassigned => "points that name no unit",
        PassedOver::LeadIn => "words that lead over",
    }
}

/// What there is to say of a place of a document.
pub fn remark(remark: &DocumentRemark) -> String {
    match remark {
        DocumentRemark::PassedOver(what) => format!("passed over: {}", passed_over(*what)),
        DocumentRemark::Segment(title) => format!("another document begins here: {}", code(title)),
        DocumentRemark::LeadRule => {
            "the document says that the first unit of a list leads; so it is read throughout"
                .to_owned()
        }
        DocumentRemark::Count { of, claimed, found } => {
            format!("the document speaks of {claimed} {}, and {found} were found", counted(*of))
        }
        DocumentRemark::NumberMissing(number) => format!("number {number} is missing"),
        DocumentRemark::NumberTwice(number) => format!("number {number} stands there twice"),
        DocumentRemark::LabelMissing { item, label } => {
            let item =
                if item.is_empty() { "this item".to_owned() } else { format!("item {item}") };
            format!("{item} has no {}, which the others have", code(label))
        }
        DocumentRemark::Sum { words, gives } => {
            format!("figures do not fit: {} would be {gives}", code(words))
        }
        DocumentRemark::Contradiction { problem, progress } => {
            format!(
                "contradiction: the problem says {}, its progress {}",
                code(problem),
                code(progress)
            )
        }
        DocumentRemark::DamagedDay(words) => {
            format!("a day that is masked or damaged; its words stay as they are: {}", code(words))
        }
        DocumentRemark::OpenUnits(words) => format!("the list of units is open: {}", code(words)),
        DocumentRemark::Recurring(words) => {
            format!("recurs, and may be wanted as a duty of its own: {}", code(words))
        }
        DocumentRemark::StateClaimed(words) => {
            format!("taken as progress, and nothing is reported or closed by it: {}", code(words))
        }
        DocumentRemark::StateUnclear(words) => {
            format!("the state is not clear, and nothing is entered by it: {}", code(words))
        }
    }
}

fn counted(of: Counted) -> &'static str {
    match of {
        Counted::Problems => "problems",
        Counted::Measures => "measures",
        Counted::Tasks => "tasks",
    }
}
