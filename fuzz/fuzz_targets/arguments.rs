//! Command lines: understood or refused. Help stands behind them, twice, so that nothing is ever done.
#![no_main]

use std::ffi::OsString;

use libfuzzer_sys::fuzz_target;

#[cfg(unix)]
fn word(bytes: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStringExt as _;
    OsString::from_vec(bytes.to_vec())
}

fuzz_target!(|bytes: &[u8]| {
    let given = bytes.split(|byte| *byte == b'\n').map(word).filter(|word| word != "--");
    let help = ["--help", "--help"].map(OsString::from);
    let words: Vec<_> = [OsString::from("ledger")].into_iter().chain(given).chain(help).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = ledger::cli::run(&words, &mut out, &mut err);
    assert!([0, 2, 3].contains(&status), "{words:?}: {status}");
    assert!(!err.contains(&0x1b), "{words:?}");
});
