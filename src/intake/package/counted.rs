//! The bytes of a part, counted while they come.

use std::cell::RefCell;
use std::io::{self, Read};
use std::rc::Rc;

use crate::complaint::Limited;
use crate::intake::limits::{Limits, count};

/// A part may become that large before its ratio counts, in bytes.
const RATIO_FROM: u64 = 1 << 20;

/// The most bytes of a single tag or text.
const MOST_AT_ONCE: u64 = 16 << 20;

/// What all parts of a package have spent.
#[derive(Debug)]
pub(super) struct Tally {
    pub(super) limits: Limits,
    /// Bytes of all parts.
    spent: u64,
    /// Bytes since the last event of the parser.
    pub(super) at_once: u64,
    /// The limit that was reached; whoever gets an error of reading looks here for its reason.
    pub(super) broken: Option<Limited>,
}

impl Tally {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { limits: *limits, spent: 0, at_once: 0, broken: None }
    }
}

/// A part while it is unpacked.
pub(super) struct Counted<'a> {
    member: Box<dyn Read + 'a>,
    /// Bytes that it has in the package.
    packed: u64,
    unpacked: u64,
    tally: Rc<RefCell<Tally>>,
}

impl<'a> Counted<'a> {
    pub(super) fn new(member: Box<dyn Read + 'a>, packed: u64, tally: Rc<RefCell<Tally>>) -> Self {
        Self { member, packed, unpacked: 0, tally }
    }
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.member.read(buffer)?;
        let bytes = count(read);
        self.unpacked += bytes;
        let mut tally = self.tally.borrow_mut();
        tally.spent += bytes;
        tally.at_once += bytes;
        let most = self.packed.max(1).saturating_mul(tally.limits.ratio);
        let broken = if tally.spent > tally.limits.unpacked || tally.at_once > MOST_AT_ONCE {
            Some(Limited::Unpacked)
        } else if self.unpacked > RATIO_FROM && self.unpacked > most {
            Some(Limited::Ratio)
        } else {
            None
        };
        if broken.is_none() {
            return Ok(read);
        }
        tally.broken = broken;
        Err(io::Error::other("beyond a limit"))
    }
}
