//! What may not stand in a text made from a workbook or document, with its place.

use std::ops::Range;
use std::sync::Arc;

use crate::complaint::{Complaint, Fault, Log, Source};
use crate::formats::text;

/// Returns the characters that no text may have, such as those that turn the direction of writing.
pub(super) fn refused(source: &Source) -> Vec<(Range<usize>, Fault)> {
    text::refused_characters(&source.text)
}

/// Makes complaints of faults.
pub(super) fn complaints(
    source: &Arc<Source>,
    faults: impl IntoIterator<Item = (Range<usize>, Fault)>,
) -> Vec<Complaint> {
    let mut log = Log::new(source);
    faults.into_iter().for_each(|(span, fault)| log.push(span, fault));
    log.into_complaints()
}
