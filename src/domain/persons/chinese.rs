//! Finds persons in Chinese.

use std::ops::Range;

use super::lexicon::{
    BEFORE, COUNTED, EITHER, GOING_ON, NO_GIVEN, NO_NAME_ENDS, SOMEBODY, TO, WEAK,
};
use super::words::{self, FOLLOWING, OTHERS, ROLES, TITLES, VERBS, VERBS_BEFORE};
use super::{Found, Hit, Known};

/// The longest word that begins with a surname and is none, in characters.
const WORD: usize = 2;

/// A text as characters with their bytes.
pub(super) struct Text<'a> {
    all: &'a str,
    pub(super) chars: Vec<(usize, char)>,
    known: &'a Known<'a>,
}

/// Where a name that begins somewhere ends, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Sure(usize),
    /// One more character may belong to it.
    Short(usize),
    /// It looks like one, and nobody knows where it ends.
    Unknown(usize),
}

/// Finds names; `of_persons` says that the text is one of persons, in which whatever looks like a name is one.
pub(super) fn find(text: &str, known: &Known<'_>, of_persons: bool) -> Found {
    let text = Text { all: text, chars: text.char_indices().collect(), known };
    let mut hits: Vec<Range<usize>> = Vec::new();
    let mut doubts: Vec<Range<usize>> = Vec::new();
    let mut shorts: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < text.chars.len() {
        if let Some(end) = text.declared(at) {
            at = end;
            continue;
        }
        match text.said(at) {
            Some(End::Sure(end)) => hits.push(at..end),
            Some(End::Short(end)) => {
                hits.push(at..end);
                shorts.push(at..end + 1);
            }
            Some(End::Unknown(end)) => doubts.push(at..end),
            None => {
                if let Some(end) = text.alone(at).filter(|_| of_persons) {
                    hits.push(at..end);
                } else if let Some(end) = text.alone(at).or_else(|| text.likely(at)) {
                    doubts.push(at..end);
                } else {
                    at += 1;
                    continue;
                }
            }
        }
        at = hits.iter().chain(&doubts).map(|it| it.end).max().unwrap_or(at).max(at + 1);
    }
    text.extend(&mut hits);
    doubts.retain(|doubt| !hits.iter().any(|hit| hit.start <= doubt.start && doubt.end <= hit.end));
    let hit = |range: Range<usize>| Hit { plain: text.plain(&range), span: text.span(&range) };
    let spans = |ranges: Vec<Range<usize>>| ranges.iter().map(|range| text.span(range)).collect();
    let (doubts, shorts) = (spans(doubts), spans(shorts));
    Found { hits: hits.into_iter().map(hit).collect(), doubts, shorts }
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

impl Text<'_> {
    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|(_, c)| *c)
    }

    fn span(&self, range: &Range<usize>) -> Range<usize> {
        let byte = |at: usize| self.chars.get(at).map_or(self.all.len(), |(byte, _)| *byte);
        byte(range.start)..byte(range.end)
    }

    fn part(&self, range: Range<usize>) -> &str {
        &self.all[self.span(&range)]
    }

    fn rest(&self, at: usize) -> &str {
        self.part(at..self.chars.len())
    }

    pub(super) fn before(&self, at: usize) -> &str {
        self.part(0..at)
    }

    /// The end of a name of the roster that begins here.
    pub(super) fn declared(&self, at: usize) -> Option<usize> {
        self.char(at).filter(|c| self.known.firsts.contains(c))?;
        let rest = self.rest(at);
        let names = self.known.roster.persons.keys().chain(self.known.roster.units.keys());
        let found = names.filter(|name| rest.starts_with(name.as_str()));
        found.map(|name| at + name.chars().count()).max().filter(|end| *end > at)
    }

    /// How many characters of a surname stand here.
    pub(super) fn surname(&self, at: usize) -> Option<usize> {
        let two = at + 2 <= self.chars.len() && {
            let part = self.part(at..at + 2);
            words::is_compound(part)
        };
        let one = self.char(at).is_some_and(words::is_surname);
        if two { Some(2) } else { one.then_some(1) }
    }

    /// The end of a name with so many characters behind its surname, if it may be one.
    pub(super) fn name(&self, at: usize, given: usize) -> Option<usize> {
        let surname = self.surname(at)?;
        let end = at + surname + given;
        if end > self.chars.len() || words::is_word(self.part(at..at + WORD)) {
            return None;
        }
        let rest: Vec<char> = (at + surname..end).filter_map(|at| self.char(at)).collect();
        let good = rest.iter().all(|c| is_han(*c) && !NO_GIVEN.contains(*c));
        let last = rest.last().is_some_and(|c| NO_NAME_ENDS.contains(*c));
        // 与 and its like begin no given name.
        let first = rest.first().is_some_and(|c| GOING_ON.contains(*c) && !EITHER.contains(*c));
        (good && !last && !first).then_some(end)
    }

    /// Whether a name may end here.
    fn may_end(&self, end: usize, is_weak: bool) -> bool {
        let Some(c) = self.char(end) else { return true };
        if !is_han(c) {
            return true;
        }
        let rest = self.rest(end);
        let others = OTHERS.begin(rest) || TITLES.begin(rest);
        if is_weak {
            return others || self.counted(end);
        }
        others || GOING_ON.contains(c) || FOLLOWING.begin(rest)
    }

    /// 等3人, 等三名.
    fn counted(&self, at: usize) -> bool {
        let Some(rest) = self.rest(at).strip_prefix('等') else { return false };
        let is_number =
            |c: char| c.is_ascii_digit() || "一二三四五六七八九十两几数多余".contains(c);
        let behind = rest.trim_start_matches(is_number);
        behind.len() < rest.len() && behind.starts_with(|c| COUNTED.contains(c))
    }

    fn is_weak(&self, at: usize) -> bool {
        self.surname(at) == Some(1) && self.char(at).is_some_and(|c| WEAK.contains(c))
    }

    /// Where the name ends that begins here and of which something before it says that it is one.
    pub(super) fn resolved(&self, at: usize) -> Option<End> {
        let surname = self.surname(at)?;
        let weak = self.is_weak(at);
        let (two, three) = (self.name(at, 1), self.name(at, 2));
        let ends = |end: &usize| self.may_end(*end, weak);
        let short = two.filter(ends);
        let long = three.filter(ends);
        let third = self.char(at + surname + 1);
        let goes_on = third.is_some_and(|c| GOING_ON.contains(c));
        match (short, long) {
            (Some(short), Some(_)) if goes_on && third.is_some_and(|c| EITHER.contains(c)) => {
                Some(End::Short(short))
            }
            (Some(short), _) if goes_on => Some(End::Sure(short)),
            (_, Some(end)) | (Some(end), None) => Some(End::Sure(end)),
            (None, None) => three.or(two).filter(|_| !weak).map(End::Unknown),
        }
    }

    /// The end of the name of somebody who is known, where it stands alone and is no part of another.
    fn met(&self, at: usize) -> Option<usize> {
        let first = self.char(at)?.to_string();
        let rest = self.rest(at);
        let begin = self.known.given.range(first.clone()..);
        let near = begin.map(|(name, _)| name).take_while(|name| name.starts_with(&first));
        let longest =
            near.filter(|name| rest.starts_with(name.as_str())).max_by_key(|it| it.len())?;
        let end = at + longest.chars().count();
        let before = self.before(at);
        let last = before.chars().last();
        let begins = last.is_none_or(|c| !is_han(c) || BEFORE.contains(c))
            || ROLES.end(before)
            || VERBS_BEFORE.end(before);
        let ends = self.may_end(end, false);
        let other = self.name(at, 2).is_some_and(|long| long > end && self.may_end(long, false));
        let alone = if self.is_weak(at) { begins && ends } else { begins || ends };
        (alone && (ends || !other || self.known.strict)).then_some(end)
    }

    /// A name of which the text says that it is one.
    fn said(&self, at: usize) -> Option<End> {
        self.surname(at)?;
        if let Some(end) = self.met(at) {
            return Some(End::Sure(end));
        }
        let before = self.before(at).trim_end_matches(['：', ':', ' ', '\u{3000}']);
        if ROLES.end(before) {
            return self.resolved(at);
        }
        let last = self.before(at).chars().last();
        let weak = self.is_weak(at);
        let begins = last.is_none_or(|c| !is_han(c) || BEFORE.contains(c));
        let end = |told: &dyn Fn(usize) -> bool| {
            [self.name(at, 2), self.name(at, 1)].into_iter().flatten().find(|end| told(*end))
        };
        let titled = |end: usize| {
            let rest = self.rest(end);
            self.counted(end) || OTHERS.begin(rest) || (!weak && TITLES.begin(rest))
        };
        if begins && let Some(end) = end(&titled) {
            return Some(End::Sure(end));
        }
        let verb = |end: usize| VERBS.begin(self.rest(end));
        let to = last.is_some_and(|c| TO.contains(c));
        if to && let Some(end) = end(&verb) {
            return Some(if weak { End::Unknown(end) } else { End::Sure(end) });
        }
        None
    }

    /// What looks like a name between words that often stand around one.
    fn likely(&self, at: usize) -> Option<usize> {
        let before = self.before(at);
        let begins = before.chars().last().is_none_or(|c| !is_han(c) || BEFORE.contains(c))
            || VERBS_BEFORE.end(before);
        let ends = |end: &usize| {
            let rest = self.rest(*end);
            self.char(*end).is_none_or(|c| !is_han(c)) || FOLLOWING.begin(rest) || VERBS.begin(rest)
        };
        if !begins || self.is_weak(at) {
            return None;
        }
        [2, 1].into_iter().filter_map(|given| self.name(at, given)).find(ends)
    }

    /// A text between signs that looks like a name from end to end.
    fn alone(&self, at: usize) -> Option<usize> {
        let begins = self.before(at).chars().last().is_none_or(|c| !is_han(c));
        let ends = |end: &usize| self.char(*end).is_none_or(|c| !is_han(c));
        let found = [2, 1].into_iter().filter_map(|given| self.name(at, given)).find(ends);
        found.filter(|_| begins)
    }

    /// As what a name stands there: its surname and 某.
    fn plain(&self, range: &Range<usize>) -> String {
        let surname = self.surname(range.start).unwrap_or(1);
        format!("{}{SOMEBODY}", self.part(range.start..range.start + surname))
    }
}
