//! Official documents as text: read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    ledger_fuzz::read_document(&ledger_fuzz::source("a.txt", &text));
});
