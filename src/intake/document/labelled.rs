//! Where labels stand in a text, and the lists that begin below them.

use super::joins;
use super::labels::{self, Label, Labelled};
use super::marks;
use super::numbering::{self, Number};
use super::runs;
use super::text::Text;

/// The number with which a list of what is attached begins to count: 附件：1.台账.
pub(super) fn attached(words: &str) -> Option<u32> {
    let list =
        words.strip_prefix("附件").filter(|_| joins::is_closing(words))?.strip_prefix(':')?;
    Number::at_start(list).map(|number| number.value)
}

/// The number with which a list below a label begins to count; nothing where it has none.
pub(super) fn list_below(text: &Text, labelled: &Labelled, end: usize) -> Option<u32> {
    let value = text.words(&(labelled.value..end.max(labelled.value)));
    let begun = Number::at_start(value).filter(|number| number.value == 1);
    let open = value.is_empty() || value.ends_with(':');
    let inside = marks::split(value).and_then(|marked| u32::try_from(marked.parts.len()).ok());
    let list = begun.map(|number| inside.unwrap_or(number.value)).or_else(|| open.then_some(0));
    list.filter(|_| labelled.label.takes_a_list())
}

/// Finds the labels at the beginning of paragraphs, and those inside that are parted from what is before.
pub(super) fn labels(text: &Text) -> Vec<Labelled> {
    let mut found = Vec::new();
    let fields = runs::fields(text);
    for paragraph in text.paragraphs() {
        let of_item = fields.below.contains(&paragraph.start);
        let words = text.words(&paragraph);
        let number = Number::at_start(words).map_or(0, |number| number.len);
        let push = |start: usize, word: usize, found: &mut Vec<Labelled>, read| {
            let (label, word_end, value) = read;
            let bracket = usize::from(text.even()[word..].starts_with('['));
            let (word_end, value) = (word + word_end, word + value);
            found.push(Labelled { label, start, word: word + bracket, word_end, value, of_item });
        };
        let mut at = number;
        // 问题一：甲 is a number, whose word is a label, too.
        let named = numbering::is_named(words);
        let read = labels::at_start(&words[number..]).filter(|_| !named);
        let mut of_units = false;
        // 二、整改措施 without a colon is a chapter, unless it is one of the fields of an item.
        let is_label = |read: &(Label, usize, usize)| {
            number == 0
                || number + read.2 < words.len()
                || words.ends_with(':')
                || fields.has(&paragraph)
        };
        if let Some(read) = read.filter(is_label) {
            push(paragraph.start, paragraph.start + number, &mut found, read);
            at += read.2;
            // 责任单位：牵头单位：甲；配合单位：乙 is one value.
            of_units = read.0 == Label::Owners && labels::at_start(&words[at..]).is_some();
        }
        let mut depth = 0_usize;
        for (offset, c) in words[at..].char_indices() {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            let place = paragraph.start + at + offset;
            if depth == 0
                && let Some(read) = labels::inside(text, place)
                && !(of_units && read.0.is_of_tails())
            {
                push(place, place, &mut found, read);
            }
        }
    }
    found
}
