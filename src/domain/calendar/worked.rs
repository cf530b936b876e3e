//! Which days are worked, a bit for each, so that working days are counted and found without walking over them.

use crate::domain::day::{Day, Weekday};

/// The first day that has a bit; a Monday, so that a week begins with the first of them.
const FIRST: Day = Day::MONDAY_BEFORE_FIRST;
/// How many words of bits: to the year 2141, beyond any day that a limit may give.
const WORDS: usize = 868;
const BITS: i64 = 64;

/// A bit for each day, and before each word how many days are worked until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Worked {
    bits: Vec<u64>,
    before: Vec<u32>,
}

impl Worked {
    /// Mondays to Fridays, but for the days that are said to be off, and with those that are said to be worked.
    pub(super) fn new(changes: impl Iterator<Item = (Day, bool)>) -> Self {
        // A word later the week begins a day later, since 64 days are nine weeks and a day.
        let from = |weekday: u64| {
            (0..64).fold(0, |bits, bit| bits | u64::from((weekday + bit) % 7 < 5) << bit)
        };
        let week = [0, 1, 2, 3, 4, 5, 6].map(from);
        let bits = week.into_iter().cycle().take(WORDS).collect();
        let mut worked = Self { bits, before: Vec::new() };
        worked.change(changes);
        worked
    }

    /// Changes days; later ones go before earlier.
    pub(super) fn change(&mut self, changes: impl Iterator<Item = (Day, bool)>) {
        for (day, is_worked) in changes {
            if let Some((word, bit)) = place(day) {
                self.bits[word] = self.bits[word] & !(1 << bit) | u64::from(is_worked) << bit;
            }
        }
        let mut sum = 0;
        let before = self.bits.iter().map(|bits| {
            let before = sum;
            sum += bits.count_ones();
            before
        });
        self.before = before.collect();
    }

    /// Tells whether a day is worked; where it has no bit, by its weekday.
    pub(super) fn contains(&self, day: Day) -> bool {
        match place(day) {
            Some((word, bit)) => self.bits[word] >> bit & 1 == 1,
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    /// Counts the worked days up to a day, which is counted; nothing where it has no bit.
    pub(super) fn until(&self, day: Day) -> Option<u32> {
        let (word, bit) = place(day)?;
        let upto = self.bits[word] << (BITS - 1 - i64::from(bit));
        Some(self.before[word] + upto.count_ones())
    }

    /// Returns the worked day of that number, counted like [`Self::until`].
    pub(super) fn nth(&self, number: u32) -> Option<Day> {
        let word = self.before.partition_point(|before| *before < number).checked_sub(1)?;
        let mut bits = self.bits[word];
        for _ in 1..number - self.before[word] {
            bits &= bits.wrapping_sub(1);
        }
        let days = i64::try_from(word).ok()? * BITS + i64::from(bits.trailing_zeros());
        (bits != 0).then(|| FIRST.plus_days(days))
    }
}

/// The word and the bit of a day.
fn place(day: Day) -> Option<(usize, u32)> {
    let days = FIRST.days_until(day);
    let word = usize::try_from(days.div_euclid(BITS)).ok().filter(|word| *word < WORDS)?;
    Some((word, u32::try_from(days.rem_euclid(BITS)).ok()?))
}
