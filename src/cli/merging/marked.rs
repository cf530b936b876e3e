//! A file that could not be merged: nobody can take it for a good one.

use super::Kind;
use crate::domain::book::Lang;
use crate::git::{Marks, Texts};
use crate::render::words::{self, Label, Trouble};

/// How a line begins that says what stands against merging.
pub(super) const REASON: &str = "# ledger: ";

/// Returns the text with both sides between markers and, where it takes comments, what stands against merging above it.
/// Never fails and always has markers: where git does not help, the whole of both sides stands between them.
pub fn marked(
    kind: &Kind,
    texts: Texts<'_>,
    size: u16,
    troubles: &[Trouble],
    lang: Lang,
) -> Vec<u8> {
    let why: Vec<String> = troubles.iter().map(|it| words::trouble(lang, it)).collect();
    let ours = words::label(lang, Label::Ours);
    // A table has no comments: the words stand behind the marker.
    let ours = if kind.takes_comments() || why.is_empty() {
        ours.to_owned()
    } else {
        format!("{ours}: {}", why.join("; ").replace(['\n', '\r'], " "))
    };
    let labels = [ours, "base".to_owned(), words::label(lang, Label::Theirs).to_owned()];
    let marks = Marks::Lines { size, labels };
    // What is clean by its lines and wrong all the same is shown as the difference of the two sides.
    let tries = [texts, Texts { base: b"", ..texts }];
    let by_git = tries.into_iter().find_map(|texts| match texts.merge(&marks) {
        Ok((text, false)) => Some(text),
        _ => None,
    });
    let body = by_git.unwrap_or_else(|| whole(texts, size));
    if !kind.takes_comments() {
        return body;
    }
    let bom = if body.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let mut text = body[..bom].to_vec();
    for line in why.iter().flat_map(|words| words.lines()) {
        text.extend(format!("{REASON}{}\n", crate::render::inert(line)).into_bytes());
    }
    text.extend(&body[bom..]);
    text
}

/// Both sides whole.
pub(super) fn whole(texts: Texts<'_>, size: u16) -> Vec<u8> {
    let line = |sign: &str| sign.repeat(usize::from(size)).into_bytes();
    let ended = |text: &[u8]| {
        let end: &[u8] = if text.is_empty() || text.ends_with(b"\n") { b"" } else { b"\n" };
        [text, end].concat()
    };
    [
        line("<"),
        b" ours\n".to_vec(),
        ended(texts.ours),
        line("="),
        b"\n".to_vec(),
        ended(texts.theirs),
        line(">"),
        b" theirs\n".to_vec(),
    ]
    .concat()
}
