//! Problems, heads of ledgers and `book.toml`: read or refused, and written they read the same.
#![no_main]

use ledger::formats::{text, toml};
use ledger_fuzz::{say, source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let decoded = match text::decode("007.toml", bytes) {
        Err(complaints) => return say(&complaints),
        Ok(decoded) => std::sync::Arc::new(decoded),
    };
    match toml::read_problem(&decoded, 7) {
        Err(complaints) => say(&complaints),
        Ok(problem) => {
            let written = toml::write_problem(&problem.value);
            let again = toml::read_problem(&source("007.toml", &written), 7);
            assert_eq!(again.map(|it| it.value).as_ref(), Ok(&problem.value), "{written}");
            // What it says already changes nothing.
            if let Ok(revised) = toml::revise_problem(&decoded, &problem.value, None) {
                assert_eq!(revised, decoded.text);
            }
        }
    }
    match toml::read_head(&decoded) {
        Err(complaints) => say(&complaints),
        Ok(head) => {
            let written = toml::write_head(&head);
            assert_eq!(toml::read_head(&source("a.toml", &written)), Ok(head), "{written}");
        }
    }
    match toml::read_book(&decoded) {
        Err(complaints) => say(&complaints),
        Ok(book) => {
            let written = toml::write_book(&book);
            assert_eq!(toml::read_book(&source("book.toml", &written)), Ok(book), "{written}");
        }
    }
});
