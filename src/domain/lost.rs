//! What a newer version of a problem lacks that an older one had. Nothing of it may vanish: it is dropped, voided, withdrawn.

use super::problem::Problem;
use super::subject::Part;

/// Returns the parts that are gone.
pub fn lost(old: &Problem, new: &Problem) -> Vec<Part> {
    let measures = old.measures.iter().map(|measure| measure.no);
    let measures = measures.filter(|no| new.measure(*no).is_none()).map(Part::Measure);
    let has = |name: &String| new.indicators.iter().any(|indicator| indicator.name == *name);
    let indicators = old.indicators.iter().map(|indicator| &indicator.name);
    let indicators = indicators.filter(|name| !has(name)).cloned().map(Part::Indicator);
    let keys = old.entries.iter().map(|entry| entry.key);
    let gone = keys.filter(|key| !new.entries.iter().any(|entry| entry.key == *key));
    indicators.chain(measures).chain(gone.map(Part::Entry)).collect()
}
