//! The only clock of the program.

use super::zone::Zone;
use crate::domain::day::Day;

/// Returns the day it is now in a zone.
#[expect(clippy::disallowed_methods, reason = "this is the one place that asks the clock")]
pub(super) fn today(zone: &Zone) -> Day {
    zone.clock(jiff::Timestamp::now().as_second()).0
}
