//! Records of indicators and measures, understood.

use super::fields::Fields;
use super::links::Links;
use super::places::Places;
use super::{Record, values};
use crate::complaint::Log;
use crate::domain::indicator::Indicator;
use crate::domain::measure::Measure;
use crate::domain::problem::Extra;

/// Reads an indicator.
pub(super) fn indicator(
    record: Record<'_>,
    links: &mut Links,
    places: &mut Places,
    log: &mut Log,
) -> Indicator {
    let mut fields = Fields::new(record, log);
    fields.require(&["name"]);
    let name = fields.text("name");
    if let Some(fault) = links.add_indicator(name.as_ref()) {
        fields.complain_of("name", fault);
    }
    let indicator = Indicator {
        // A stand-in: without a name there is a complaint, and what was read is thrown away.
        name: name.unwrap_or_default(),
        unit: fields.text("unit"),
        baseline: fields.get("baseline", values::figure),
        target: fields.get("target", values::figure),
        better: fields.get("better", values::better),
    };
    let (_, place) = fields.finish();
    places.indicators.add(indicator.name.clone(), place);
    indicator
}

/// Reads a measure.
pub(super) fn measure(
    record: Record<'_>,
    links: &mut Links,
    places: &mut Places,
    log: &mut Log,
) -> Measure {
    let mut fields = Fields::new(record, log);
    fields.require(&["no", "text"]);
    let no = fields.get("no", values::number);
    if let Some(fault) = links.add_measure(no) {
        fields.complain_of("no", fault);
    }
    let (since, dropped) = fields.period("since", "dropped");
    let mut measure = Measure {
        no: no.unwrap_or_default(),
        text: fields.text("text").unwrap_or_default(),
        responsible: fields.responsible(),
        limit: fields.text("limit"),
        due: fields.day("due"),
        sustained: fields.flag("sustained"),
        since,
        entered: fields.day("entered"),
        dropped,
        why: fields.text("why"),
        extra: Extra::new(),
    };
    let (extra, place) = fields.finish();
    measure.extra = extra;
    places.measures.add(measure.no, place);
    measure
}
