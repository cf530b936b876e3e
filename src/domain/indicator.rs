//! A figure that a problem is measured by.

use super::figure::Figure;

/// A named figure with its target, such as 新生儿访视率: 85.1 → 90 %.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Unique in the problem.
    pub name: String,
    /// Unit of measurement, as `%`.
    pub unit: Option<String>,
    /// Where it stood when the problem was found.
    pub baseline: Option<Figure>,
    /// Where it has to be; without one it is only watched.
    pub target: Option<Figure>,
    /// Which way is better, where it is written.
    pub better: Option<Better>,
}

/// Which way an indicator has to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// The target is a lower bound.
    Higher,
    /// The target is an upper bound.
    Lower,
}

impl Indicator {
    /// Tells whether `actual` reaches the target; an indicator without one is always at target.
    pub fn is_reached_by(&self, actual: Figure) -> bool {
        match (self.target, self.way()) {
            (None, _) => true,
            (Some(target), Better::Higher) => actual >= target,
            (Some(target), Better::Lower) => actual <= target,
        }
    }

    /// The way as written; else lower if the target lies below the baseline.
    fn way(&self) -> Better {
        match (self.better, self.baseline, self.target) {
            (Some(better), ..) => better,
            (None, Some(baseline), Some(target)) if target < baseline => Better::Lower,
            _ => Better::Higher,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Better, Figure, Indicator};

    #[test]
    fn the_way_follows_from_baseline_and_target_unless_it_is_written() {
        let figure = |text| Figure::read(text);
        let mut rate = Indicator {
            name: "差错率".into(),
            unit: None,
            baseline: figure("5"),
            target: figure("2"),
            better: None,
        };
        assert!(rate.is_reached_by(figure("1.9").unwrap()));
        assert!(!rate.is_reached_by(figure("2.1").unwrap()));
        rate.better = Some(Better::Higher);
        assert!(rate.is_reached_by(figure("2.1").unwrap()));
        rate.target = None;
        assert!(rate.is_reached_by(figure("0").unwrap()));
    }
}
