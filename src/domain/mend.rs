//! Mendings: changes of single values as they are written, which need no decision.

use super::day::Day;
use super::entry::Act;
use super::problem::Problem;
use super::responsible::Responsible;
use super::subject::Part;

/// A change of one value of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mending {
    /// The last day that the words of the limit give is stored.
    Due {
        /// The problem or a measure.
        part: Part,
        /// The day.
        day: Day,
    },
    /// That it is kept up for good (长期坚持), as the words of the limit say, is stored.
    Sustained {
        /// The problem or a measure.
        part: Part,
    },
    /// A name in a list is written as it is declared.
    Name {
        /// The problem, a measure or an entry.
        part: Part,
        /// The list, as files name it.
        key: &'static str,
        /// The name as it is written.
        old: String,
        /// The name as it is declared.
        new: String,
    },
}

impl Mending {
    /// The part of the problem that is changed.
    pub fn part(&self) -> &Part {
        match self {
            Self::Due { part, .. } | Self::Sustained { part } | Self::Name { part, .. } => part,
        }
    }

    /// The key that is changed, as files name it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Due { .. } => "due",
            Self::Sustained { .. } => "sustained",
            Self::Name { key, .. } => key,
        }
    }

    /// Changes the problem; tells whether there was anything to change. What says something already stays as it is.
    pub fn apply(&self, problem: &mut Problem) -> bool {
        match self {
            Self::Due { part, day } => {
                let due = match part {
                    Part::Problem => Some(&mut problem.due),
                    Part::Measure(no) => measure(problem, *no).map(|measure| &mut measure.due),
                    Part::Indicator(_) | Part::Entry(_) => None,
                };
                due.is_some_and(|due| due.is_none() && due.replace(*day).is_none())
            }
            Self::Sustained { part } => {
                let sustained = match part {
                    Part::Problem => Some(&mut problem.sustained),
                    Part::Measure(no) => {
                        measure(problem, *no).map(|measure| &mut measure.sustained)
                    }
                    Part::Indicator(_) | Part::Entry(_) => None,
                };
                sustained.is_some_and(|sustained| !std::mem::replace(sustained, true))
            }
            Self::Name { part, key, old, new } => {
                let who = responsible(problem, part).and_then(|who| list(who, key));
                // A list that has both names already is no slip of the pen.
                who.is_some_and(|names| !names.contains(new) && rename(names, old, new))
            }
        }
    }
}

fn measure(problem: &mut Problem, no: u32) -> Option<&mut super::measure::Measure> {
    problem.measures.iter_mut().find(|measure| measure.no == no)
}

fn responsible<'a>(problem: &'a mut Problem, part: &Part) -> Option<&'a mut Responsible> {
    match part {
        Part::Problem => Some(&mut problem.responsible),
        Part::Measure(no) => measure(problem, *no).map(|measure| &mut measure.responsible),
        Part::Entry(key) => {
            let entry = problem.entries.iter_mut().find(|entry| entry.key == *key)?;
            match &mut entry.act {
                Act::Assign { to, .. } => Some(to),
                _ => None,
            }
        }
        Part::Indicator(_) => None,
    }
}

fn list<'a>(who: &'a mut Responsible, key: &str) -> Option<&'a mut Vec<String>> {
    match key {
        "lead" => Some(&mut who.lead),
        "joint" => Some(&mut who.joint),
        "with" => Some(&mut who.with),
        "leader" => Some(&mut who.leader),
        "person" => Some(&mut who.person),
        _ => None,
    }
}

fn rename(names: &mut [String], old: &str, new: &str) -> bool {
    match names.iter_mut().find(|name| *name == old) {
        Some(name) => {
            new.clone_into(name);
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Mending, Part, Problem};

    #[test]
    fn a_name_is_written_as_it_is_declared_in_the_list_where_it_stands() {
        for (at, key) in ["lead", "joint", "with", "leader", "person"].into_iter().enumerate() {
            let mut problem = Problem::default();
            let who = &mut problem.responsible;
            let lists =
                [&mut who.lead, &mut who.joint, &mut who.with, &mut who.leader, &mut who.person];
            for list in lists {
                list.push("基层股室".into());
            }
            let (old, new) = ("基层股室".to_owned(), "基层股".to_owned());
            let mending = Mending::Name { part: Part::Problem, key, old, new };
            assert!(mending.apply(&mut problem), "{key}");
            let who = &problem.responsible;
            let lists = [&who.lead, &who.joint, &who.with, &who.leader, &who.person];
            for (other, list) in lists.into_iter().enumerate() {
                assert_eq!(*list == ["基层股"], other == at, "{key}: {who:?}");
            }
            assert!(!mending.apply(&mut problem), "{key}: nothing is left to mend");
        }
    }
}
