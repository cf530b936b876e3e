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

#[cfg(test)]
mod tests {
    use super::{Part, Problem, lost};
    use crate::domain::indicator::Indicator;
    use crate::domain::measure::Measure;

    #[test]
    fn what_is_gone_is_named_and_nothing_else() {
        let indicator = |name| Indicator::read(&format!("{name}>=90 %")).unwrap();
        let measure = |no| Measure { no, ..Measure::default() };
        let old = Problem {
            indicators: vec![indicator("签约率"), indicator("履约率")],
            measures: vec![measure(1), measure(2)],
            ..Problem::default()
        };
        let mut new = old.clone();
        new.indicators.remove(0);
        new.measures.remove(1);
        assert_eq!(lost(&old, &new), [Part::Indicator("签约率".into()), Part::Measure(2)]);
        assert_eq!(lost(&new, &old), []);
    }
}
