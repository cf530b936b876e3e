//! Which keys of a head say something else than before.

use crate::domain::book::BookHead;
use crate::domain::ledger::Head;

/// The keys of `book.toml` that differ, as files name them.
pub fn of_book(old: &BookHead, new: &BookHead) -> Vec<&'static str> {
    // Taken apart, so that a key that is added here is not forgotten.
    let BookHead { name, timezone, lang, ledger, commit, policies, roster, calendar, extra } = new;
    differing(&[
        ("name", *name != old.name),
        ("timezone", *timezone != old.timezone),
        ("lang", *lang != old.lang),
        ("ledger", *ledger != old.ledger),
        ("commit", *commit != old.commit),
        ("policy", *policies != old.policies),
        ("unit", roster.units != old.roster.units),
        ("person", roster.persons != old.roster.persons),
        ("calendar", *calendar != old.calendar),
        ("x_", *extra != old.extra),
    ])
}

/// The keys of a ledger's head that differ, as files name them.
pub fn of_ledger(old: &Head, new: &Head) -> Vec<&'static str> {
    let Head { title, source, owner, issued, dates, first_is_lead, phases, policies, extra } = new;
    differing(&[
        ("title", *title != old.title),
        ("source", *source != old.source),
        ("owner", *owner != old.owner),
        ("issued", *issued != old.issued),
        ("dates", *dates != old.dates),
        ("first_is_lead", *first_is_lead != old.first_is_lead),
        ("phase", *phases != old.phases),
        ("policy", *policies != old.policies),
        ("x_", *extra != old.extra),
    ])
}

fn differing(keys: &[(&'static str, bool)]) -> Vec<&'static str> {
    keys.iter().filter(|(_, differs)| *differs).map(|(key, _)| *key).collect()
}
