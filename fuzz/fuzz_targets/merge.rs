//! Three versions of a problem between lines of hyphens: merged or not, and the laws of merging hold.
#![no_main]

use ledger::domain::problem::Problem;
use ledger::formats::toml;
use ledger::merge::problem as merged;
use ledger_fuzz::{parts, source};
use libfuzzer_sys::fuzz_target;

fn read(text: &str) -> Option<Problem> {
    Some(toml::read_problem(&source("007.toml", text), 7).ok()?.value)
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let texts: [&str; 3] = parts(text);
    let [Some(base), Some(ours), Some(theirs)] = texts.map(read) else { return };
    // What nobody changed, or both alike, or one side only, is what that side says.
    assert_eq!(merged(Some(&base), &ours, &ours).as_ref(), Ok(&ours));
    assert_eq!(merged(Some(&base), &base, &base).as_ref(), Ok(&base));
    if let Ok(value) = merged(Some(&base), &ours, &theirs) {
        // It can be written into our text, and reads as what was merged.
        let into = source("007.toml", texts[1]);
        if let Ok(text) = toml::revise_problem(&into, &value, Some(&source("007.toml", texts[2]))) {
            assert_eq!(read(&text).as_ref(), Some(&value), "{text}");
        }
        // Nothing is lost that neither side took away.
        for entry in ours.entries.iter().chain(&theirs.entries) {
            let known = |of: &Problem| of.entries.iter().any(|it| it.key == entry.key);
            let dropped = known(&base) && !(known(&ours) && known(&theirs));
            assert!(dropped || known(&value), "{}", entry.key);
        }
    }
    let _ = merged(None, &ours, &theirs);
});
