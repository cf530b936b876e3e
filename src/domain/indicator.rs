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
    /// Reads `NAME>=TARGET UNIT`, `NAME<=TARGET UNIT`, or `NAME=UNIT` of what is only counted, where `BASELINE->` may stand before the target and no unit has
    /// to: `访视率>=85.1->90 %`, `差错率<=2%`, `积压件<=0`.
    pub fn read(text: &str) -> Option<Self> {
        /// The last two are `≥` and `≤`.
        const SIGNS: [(&str, Better); 4] = [
            (">=", Better::Higher),
            ("<=", Better::Lower),
            ("\u{2265}", Better::Higher),
            ("\u{2264}", Better::Lower),
        ];
        let signs = SIGNS.iter().filter_map(|(sign, way)| Some((text.find(sign)?, *sign, *way)));
        let Some((place, sign, way)) = signs.min_by_key(|(place, ..)| *place) else {
            return Self::read_counted(text);
        };
        let name = text[..place].trim();
        let figures = text[place + sign.len()..].replace('\u{2192}', "->");
        let (baseline, rest) = match figures.split_once("->") {
            Some((baseline, rest)) => (Some(Figure::read(baseline.trim())?), rest.trim()),
            None => (None, figures.trim()),
        };
        let ends = |c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-'));
        let (target, unit) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        let unit = Some(unit.trim()).filter(|unit| !unit.is_empty()).map(str::to_owned);
        let target = Some(Figure::read(target)?);
        let plain = Self { name: name.to_owned(), unit, baseline, target, better: None };
        // What baseline and target say is not written twice.
        let better = (plain.way() != way).then_some(way);
        (!name.is_empty()).then_some(Self { better, ..plain })
    }

    /// Reads `NAME=UNIT`, of what is only counted: `建立制度=项`.
    fn read_counted(text: &str) -> Option<Self> {
        let (name, unit) = text.split_once('=')?;
        let (name, unit) = (name.trim(), unit.trim());
        let counted = Self {
            name: name.to_owned(),
            unit: Some(unit.to_owned()),
            baseline: None,
            target: None,
            better: None,
        };
        let is_unit = !unit.is_empty() && !unit.contains(|c: char| c.is_ascii_digit());
        (!name.is_empty() && is_unit && counted.is_counted()).then_some(counted)
    }

    /// Tells whether it only counts something (建立制度: 3 项), so that the values of several problems add up: it has a unit
    /// that is no share, and neither baseline nor target.
    pub fn is_counted(&self) -> bool {
        let unit = self.unit.as_deref().unwrap_or("%");
        self.baseline.is_none() && self.target.is_none() && !unit.contains(['%', '％', '‰'])
    }

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
    fn an_indicator_is_read_as_a_clerk_types_it() {
        let indicator = |name: &str, unit: Option<&str>, baseline, target, better| Indicator {
            name: name.to_owned(),
            unit: unit.map(str::to_owned),
            baseline: Figure::read(baseline),
            target: Figure::read(target),
            better,
        };
        for (text, expected) in [
            ("访视率>=90", indicator("访视率", None, "", "90", None)),
            ("访视率 ≥ 85.1 → 90 %", indicator("访视率", Some("%"), "85.1", "90", None)),
            ("差错率<=5->2%", indicator("差错率", Some("%"), "5", "2", None)),
            ("积压件<=0 件", indicator("积压件", Some("件"), "", "0", Some(Better::Lower))),
            ("库存>=90->80", indicator("库存", None, "90", "80", Some(Better::Higher))),
            ("a->b>=1", indicator("a->b", None, "", "1", None)),
            ("建立制度=项", indicator("建立制度", Some("项"), "", "", None)),
        ] {
            assert_eq!(Indicator::read(text), Some(expected), "{text}");
        }
        for wrong in [
            "",
            "访视率",
            "访视率90",
            ">=90",
            "访视率>=",
            "访视率>=九十",
            "访视率>=x->90",
            "a>=1->",
            "建立制度=",
            "建立制度=3项",
            "访视率=%",
        ] {
            assert_eq!(Indicator::read(wrong), None, "{wrong}");
        }
    }

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
