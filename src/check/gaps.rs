//! Rules about what could be said and is not.

use super::{Case, Fact, Found};
use crate::domain::problem::Kind;
use crate::domain::standing::LastDay;
use crate::domain::subject::{Part, Subject};

/// Work that is going on says until when, who leads and how; a measure that was given up says why.
pub(super) fn gaps(case: &Case<'_>) -> Found {
    let Case { written, standing, .. } = case;
    let whole = |key| Subject::key(Part::Problem, key);
    let mut found = Vec::new();
    if standing.state.is_active() {
        if written.kind != Kind::Duty && standing.last_day() == LastDay::NotGiven {
            found.push((whole("title"), Fact::NoLimit));
        }
        if !is_led(case) {
            found.push((whole("title"), Fact::NoLead));
        }
        if written.kind == Kind::Problem && written.measures.is_empty() {
            found.push((whole("title"), Fact::NoMeasures));
        }
    }
    let dropped = written.measures.iter().filter(|it| it.dropped.is_some() && it.why.is_none());
    found.extend(dropped.map(|measure| {
        (Subject::key(Part::Measure(measure.no), "dropped"), Fact::DroppedWithoutWhy)
    }));
    found
}

/// Tells whether somebody leads, or several answer together, for all of it.
fn is_led(case: &Case<'_>) -> bool {
    let named = |lead: &[String], joint: &[String]| !lead.is_empty() || !joint.is_empty();
    let whole = &case.standing.responsible;
    let measures = &case.standing.measures;
    let of_measures = !measures.is_empty()
        && measures.iter().all(|it| named(&it.responsible.lead, &it.responsible.joint));
    named(&whole.lead, &whole.joint) || of_measures
}
