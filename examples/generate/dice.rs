//! Dice that fall alike for everybody: a number of the book always gets the same problem, whoever makes it and how many there are.

use ledger::domain::day::Day;

/// A row of numbers without pattern (`SplitMix64`), begun anew for each problem.
pub(crate) struct Dice(u64);

impl Dice {
    /// Begins the row of a problem.
    pub(crate) fn of(no: u32) -> Self {
        let mut dice = Self(u64::from(no).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5EED);
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one below `many`.
    pub(crate) fn below(&mut self, many: u32) -> u32 {
        u32::try_from(self.next() % u64::from(many.max(1))).unwrap_or(0)
    }

    /// A number from `least` to `most`.
    pub(crate) fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most - least + 1)
    }

    /// Whether a thing of which there are so many in a thousand comes to pass.
    pub(crate) fn falls(&mut self, per_mille: u32) -> bool {
        self.below(1000) < per_mille
    }

    /// One of these.
    pub(crate) fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(u32::try_from(of.len()).unwrap_or(1)) as usize]
    }

    /// The day so many days later, at random between two numbers.
    pub(crate) fn after(&mut self, day: Day, least: u32, most: u32) -> Day {
        day.plus_days(i64::from(self.between(least, most)))
    }

    /// Six bytes for a key.
    pub(crate) fn bytes(&mut self) -> [u8; 6] {
        let bytes = self.next().to_le_bytes();
        [bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]]
    }
}
