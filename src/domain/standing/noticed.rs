//! How far a problem has climbed the ladder of notices (督办): each of its lines by itself, since each has a day of its own.

use super::{AsOf, Line, Standing};
use crate::domain::day::Day;

impl Standing<'_> {
    /// Lets a notice take effect. It is issued for the problem by the open line that is latest; a line that is no less late
    /// than its rung has it, too, and one that is not yet due has none.
    pub(super) fn notice(&mut self, as_of: &AsOf<'_>, on: Day, level: u32) {
        let policy = as_of.book.policy(&self.ledger.head.policies, on);
        let number = |line: &Line<'_>| line.measure.map(|measure| measure.measure.no);
        let lines = self.lines();
        let meant = Self::latest(&lines, on)
            .map_or_else(|| lines.first().map(number), |(line, _)| Some(number(&line)));
        let reached: Vec<_> = lines
            .iter()
            .map(|line| {
                let days = line.days_since(on).filter(|_| line.is_open());
                let rung = days.and_then(|days| policy.rung(days)).map(|rung| rung.min(level));
                let no = number(line);
                (no, if Some(no) == meant { Some(level) } else { rung })
            })
            .collect();
        for (no, rung) in reached {
            let measure = self.measures.iter_mut().find(|it| Some(it.measure.no) == no);
            let noticed = measure.map_or(&mut self.noticed, |measure| &mut measure.noticed);
            *noticed = (*noticed).max(rung);
        }
    }

    /// The open line that is latest on a day, with the days since its last day; below zero before it. Of lines that are
    /// equally late the first counts, which is the problem itself.
    pub fn latest<'b>(lines: &[Line<'b>], on: Day) -> Option<(Line<'b>, i64)> {
        let open = lines.iter().filter(|line| line.is_open());
        let days = open.filter_map(|line| Some((*line, line.days_since(on)?)));
        days.rev().max_by_key(|(_, days)| *days)
    }

    /// Tells whether a notice was issued for any line of it since its day was last set.
    pub fn is_noticed(&self) -> bool {
        self.lines().iter().any(|line| line.noticed().is_some())
    }
}

impl Line<'_> {
    /// The highest rung of the ladder on which a notice was issued for it since its day was last set.
    pub fn noticed(&self) -> Option<u32> {
        let own = self.measure.filter(|measure| measure.own.is_some());
        own.map_or(self.standing.noticed, |measure| measure.noticed)
    }

    /// Days from its last day to a day; below zero where that lies before it.
    fn days_since(&self, on: Day) -> Option<i64> {
        self.last_day().day().map(|last| last.days_until(on))
    }
}
