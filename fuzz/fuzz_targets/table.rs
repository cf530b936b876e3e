//! A ledger as a table: read or refused, and written it reads the same, in both languages.
#![no_main]

use std::sync::Arc;

use ledger::domain::book::Lang;
use ledger::domain::problem::Problem;
use ledger::formats::{table, text};
use ledger_fuzz::{say, source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let decoded = match text::decode("t.csv", bytes) {
        Err(complaints) => return say(&complaints),
        Ok(decoded) => Arc::new(decoded),
    };
    let problems: Vec<Problem> = match table::read(&decoded) {
        Err(complaints) => return say(&complaints),
        Ok(located) => located.into_iter().map(|it| it.value).collect(),
    };
    for lang in [Lang::Zh, Lang::En] {
        let written = table::write(&problems, lang);
        let again = table::read(&source("t.csv", &written));
        let again = again.map(|it| it.into_iter().map(|it| it.value).collect::<Vec<_>>());
        assert_eq!(again.as_ref(), Ok(&problems), "{written}");
    }
    if let Ok(revised) = table::revise(&decoded, &problems, &[]) {
        let again = table::read(&source("t.csv", &revised));
        let again = again.map(|it| it.into_iter().map(|it| it.value).collect::<Vec<_>>());
        assert_eq!(again.as_ref(), Ok(&problems), "{revised}");
    }
});
