//! Who is responsible, as it is typed; units and persons must be declared where the book declares any.

use clap::Args;

use super::failure::Stop;
use super::values;
use crate::domain::responsible::Responsible;
use crate::domain::roster::Roster;
use crate::render::words::Message;

/// Units and persons, as they are typed.
#[derive(Debug, Clone, Args)]
pub struct ResponsibleArgs {
    /// Lead unit (repeatable)
    #[arg(long, value_name = "UNIT", value_parser = values::name)]
    lead: Vec<String>,
    /// Unit that answers together with others, with no lead among them (repeatable)
    #[arg(long, value_name = "UNIT", value_parser = values::name)]
    joint: Vec<String>,
    /// Unit that helps (repeatable)
    #[arg(long, value_name = "UNIT", value_parser = values::name)]
    with: Vec<String>,
    /// Leader responsible (repeatable)
    #[arg(long, value_name = "PERSON", value_parser = values::name)]
    leader: Vec<String>,
    /// Person responsible (repeatable)
    #[arg(long, value_name = "PERSON", value_parser = values::name)]
    person: Vec<String>,
}

impl ResponsibleArgs {
    /// The lead units.
    pub fn lead(&self) -> &[String] {
        &self.lead
    }

    /// Names the lead units.
    pub fn set_lead(&mut self, lead: Vec<String>) {
        self.lead = lead;
    }

    /// Tells whether no unit is named that answers for it.
    pub fn names_no_unit(&self) -> bool {
        self.lead.is_empty() && self.joint.is_empty()
    }

    /// Tells whether nobody is named.
    pub fn is_empty(&self) -> bool {
        let lists = [&self.lead, &self.joint, &self.with, &self.leader, &self.person];
        lists.into_iter().all(Vec::is_empty)
    }

    /// Takes the names, or stops with all that the roster does not know.
    pub fn read(&self, roster: &Roster) -> Result<Responsible, Stop> {
        let mut unknown = Vec::new();
        if !roster.units.is_empty() {
            let units = [&self.lead, &self.joint, &self.with].into_iter().flatten();
            for name in units.filter(|name| !roster.knows_unit(name)) {
                let nearest = roster.nearest_unit(name);
                unknown.push(Message::UndeclaredUnit { name: name.clone(), nearest });
            }
        }
        if !roster.persons.is_empty() {
            let persons = [&self.leader, &self.person].into_iter().flatten();
            for name in persons.filter(|name| !roster.persons.contains_key(*name)) {
                let nearest = roster.nearest_person(name);
                unknown.push(Message::UndeclaredPerson { name: name.clone(), nearest });
            }
        }
        if !unknown.is_empty() {
            return Err(Stop::refused(unknown));
        }
        let Self { lead, joint, with, leader, person } = self.clone();
        Ok(Responsible { lead, joint, with, leader, person })
    }
}
