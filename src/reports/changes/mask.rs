//! Changes of a masked problem, without names.

use super::{Change, Content, Field};
use crate::domain::standing::{MASK, mask_entry, mask_persons};

impl Change {
    /// Puts a mask in the place of each person's name, as all reports of a masked problem do. That something changed is
    /// still told.
    #[must_use]
    pub fn masked(mut self) -> Self {
        match &mut self {
            Self::Field { field, from, to, .. } => {
                if matches!(field, Field::Leader | Field::Person | Field::Owners) {
                    [from, to].into_iter().flatten().for_each(hide);
                }
            }
            Self::EntryEdited { entry, field, from, to } => {
                mask_entry(entry);
                for content in [from, to].into_iter().flatten() {
                    match content {
                        Content::Act(act) => {
                            let mut shown = (**entry).clone();
                            shown.act = (**act).clone();
                            mask_entry(&mut shown);
                            **act = shown.act;
                        }
                        other if *field == Field::By => hide(other),
                        _ => {}
                    }
                }
            }
            Self::EntryAdded(entry) | Self::EntryRemoved(entry) => mask_entry(entry),
            Self::MeasureAdded(measure) | Self::MeasureGone(measure) => {
                mask_persons(&mut measure.responsible);
            }
            _ => {}
        }
        self
    }
}

fn hide(content: &mut Content) {
    *content = Content::Text(MASK.to_owned());
}
