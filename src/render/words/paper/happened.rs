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

/// The state of a problem, since when, and whether it is overdue.
pub fn state(lang: Lang, standing: &Standing<'_>) -> String {
    match lang {
        Lang::Zh => zh::papers::state(standing),
        Lang::En => en::papers::state(standing),
    }
}

/// How an indicator stands to its baseline and target.
pub fn measured(lang: Lang, indicator: &Indicator, standing: &Standing<'_>) -> String {
    let actual = standing.actuals.get(&indicator.name).copied();
    match lang {
        Lang::Zh => zh::papers::measured(indicator, actual),
        Lang::En => en::papers::measured(indicator, actual),
    }
}

/// The indicator of a name.
pub(in crate::render::words) fn indicator<'a>(
    name: &str,
    known: &'a [Indicator],
) -> Option<&'a Indicator> {
    known.iter().find(|known| known.name == name)
}
