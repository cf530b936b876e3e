//! What happened, told in a sentence: the day, who, what, and what there is to say of it.

use crate::domain::book::Lang;
use crate::domain::entry::Entry;
use crate::domain::indicator::Indicator;
use crate::domain::standing::Standing;
use crate::render::words::{en, zh};

/// Tells of an entry in a sentence that ends with a full stop.
pub fn happened(lang: Lang, entry: &Entry, standing: &Standing<'_>) -> String {
    match lang {
        Lang::Zh => zh::papers::happened(entry, &standing.problem.indicators),
        Lang::En => en::papers::happened(entry, &standing.problem.indicators),
    }
}

/// The indicator of a name.
pub(in crate::render::words) fn indicator<'a>(
    name: &str,
    known: &'a [Indicator],
) -> Option<&'a Indicator> {
    known.iter().find(|known| known.name == name)
}
