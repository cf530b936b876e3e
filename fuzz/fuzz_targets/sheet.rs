//! Sheets of others as text: read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let _ = ledger::intake::sheet::is_sheet(&text);
    ledger_fuzz::read_sheet(&ledger_fuzz::source("a.csv", &text));
});
