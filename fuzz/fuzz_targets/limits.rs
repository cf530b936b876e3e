//! The words of time limits: understood or not, and the same each time.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use ledger::domain::book::CalendarAdditions;
use ledger::domain::calendar::Calendar;
use ledger::domain::day::Day;
use ledger::domain::limit::{Counting, explain, is_counted, is_immediate, read};
use ledger::domain::policy::Policy;
use libfuzzer_sys::fuzz_target;

struct Desk {
    calendar: Calendar,
    policy: Policy,
    dates: BTreeMap<String, Day>,
    issued: Option<Day>,
}

static DESK: LazyLock<Desk> = LazyLock::new(|| Desk {
    calendar: Calendar::with(&CalendarAdditions::default()),
    policy: Policy::default(),
    dates: BTreeMap::new(),
    issued: Day::new(2022, 9, 23),
});

fuzz_target!(|bytes: &[u8]| {
    let words = String::from_utf8_lossy(bytes);
    let Desk { calendar, policy, dates, issued } = &*DESK;
    for from in [None, *issued] {
        let counting = Counting { issued: *issued, dates, from, phases: &[], policy, calendar };
        let (reading, _) = explain(&words, &counting);
        assert_eq!(reading, read(&words, &counting));
    }
    let _ = (is_immediate(&words, &[]), is_counted(&words, &[]));
});
