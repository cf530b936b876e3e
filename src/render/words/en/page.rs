//! The words of a page for a browser, in English.

use crate::render::words::page::PageWord;

/// A word or line of a page.
pub fn word(word: PageWord) -> &'static str {
    match word {
        PageWord::Filter => "Find",
        PageWord::FilterHint => "unit, person, state …, several words",
        PageWord::All => "all",
        PageWord::NothingFound => "No row has all of this.",
        PageWord::Rest => "Show the rest",
        PageWord::More => "More",
        PageWord::Figures => "Figures",
        PageWord::Title => "Rectification at a glance",
        PageWord::Course => "Progress",
        PageWord::Units => "By unit",
        PageWord::Calendar => "What falls due",
        PageWord::Problems => "All problems",
        PageWord::LeadActs => "Entries that name nobody are those of the problem's lead unit.",
        PageWord::Today => "today",
        PageWord::OpenInTime => "Open, not overdue",
    }
}
