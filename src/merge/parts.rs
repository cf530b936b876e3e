//! Measures and indicators.

use super::conflict::Part;
use super::three::{Conflicts, Fields, Sort, Three, united};
use crate::domain::indicator::Indicator;
use crate::domain::measure::Measure;

/// Merges measures by their numbers, which are never used again; none is ever removed.
pub(super) fn measures(three: Three<'_, Vec<Measure>>, conflicts: &mut Conflicts) -> Vec<Measure> {
    let sort = Sort {
        key: &|measure: &Measure| measure.no,
        part: &|no| Part::Measure(*no),
        merge: &measure,
        may_go: false,
    };
    united(three, &sort, conflicts)
}

/// Merges indicators by their names.
pub(super) fn indicators(
    three: Three<'_, Vec<Indicator>>,
    conflicts: &mut Conflicts,
) -> Vec<Indicator> {
    let sort = Sort {
        key: &|indicator: &Indicator| indicator.name.clone(),
        part: &|name| Part::Indicator(name.clone()),
        merge: &indicator,
        may_go: true,
    };
    united(three, &sort, conflicts)
}

fn measure(three: Three<'_, Measure>, conflicts: &mut Conflicts) -> Measure {
    let no = three.ours.no;
    let mut fields = Fields::new(three, Part::Measure(no), conflicts);
    let (limit, due) = fields.pick("due", |measure| (measure.limit.clone(), measure.due));
    let (dropped, why) = fields.pick("dropped", |measure| (measure.dropped, measure.why.clone()));
    Measure {
        no,
        text: fields.pick("text", |measure| measure.text.clone()),
        responsible: fields.pick("lead", |measure| measure.responsible.clone()),
        limit,
        due,
        sustained: fields.pick("sustained", |measure| measure.sustained),
        since: fields.pick("since", |measure| measure.since),
        entered: fields.pick("entered", |measure| measure.entered),
        dropped,
        why,
        extra: fields.extra(|measure| &measure.extra),
    }
}

/// A target without its baseline says nothing, so the figures go together.
fn indicator(three: Three<'_, Indicator>, conflicts: &mut Conflicts) -> Indicator {
    let name = three.ours.name.clone();
    let mut fields = Fields::new(three, Part::Indicator(name.clone()), conflicts);
    let (unit, baseline, target, better) =
        fields.pick("target", |one| (one.unit.clone(), one.baseline, one.target, one.better));
    Indicator { name, unit, baseline, target, better }
}
