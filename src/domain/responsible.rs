//! Who is responsible.

/// The units and persons who answer for a problem or a measure. Never united of two versions: responsibility
/// must stay unambiguous.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Responsible {
    /// 牵头单位. Empty where nobody is named: nobody guesses.
    pub lead: Vec<String>,
    /// 共同负责: responsible together, with no lead among them.
    pub joint: Vec<String>,
    /// 配合单位.
    pub with: Vec<String>,
    /// 责任领导.
    pub leader: Vec<String>,
    /// 责任人.
    pub person: Vec<String>,
}

impl Responsible {
    /// Tells whether nobody at all is named.
    pub fn is_empty(&self) -> bool {
        self.lists().iter().all(|list| list.is_empty())
    }

    /// Returns the names given here, and for each list that is empty here the names of `above`.
    #[must_use]
    pub fn or(&self, above: &Self) -> Self {
        let pick = |own: &Vec<String>, other: &Vec<String>| {
            if own.is_empty() { other.clone() } else { own.clone() }
        };
        // A measure with a lead of its own has no joint owners from above, and the other way round.
        let names_units = !self.lead.is_empty() || !self.joint.is_empty();
        let units = if names_units { self } else { above };
        Self {
            lead: units.lead.clone(),
            joint: units.joint.clone(),
            with: if names_units { self.with.clone() } else { pick(&self.with, &above.with) },
            leader: pick(&self.leader, &above.leader),
            person: pick(&self.person, &above.person),
        }
    }

    fn lists(&self) -> [&Vec<String>; 5] {
        [&self.lead, &self.joint, &self.with, &self.leader, &self.person]
    }
}
