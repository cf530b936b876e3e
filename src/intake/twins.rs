//! Lines that say the same as one that is there already.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};

use super::sheet::{day, finished, plain_letters, plain_text};
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::problem::Problem;

/// The lines that are known, by what they say.
#[derive(Debug, Default)]
pub struct Twins<'a> {
    ledger: HashMap<u64, Vec<(Id, &'a Problem)>>,
    /// Lines of the files, with their places in the order of reading.
    files: HashMap<u64, Vec<(usize, &'a Problem)>>,
    /// What the maps find lines by: the words themselves would be all of a large file again.
    digests: RandomState,
}

/// What says the same as a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Problems of the ledger.
    pub ids: Vec<Id>,
    /// The first line of the files before it.
    pub earlier: Option<usize>,
}

/// What lines of files are found by, made before they are looked for: of a large file that is most of the work, and the
/// lines know nothing of each other there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digest(u64);

impl<'a> Twins<'a> {
    /// The lines of a ledger of the book.
    pub fn of(book: &'a Book, ledger: &str) -> Self {
        let mut twins = Self::default();
        for ledger in book.ledgers.iter().filter(|it| it.name == ledger) {
            for problem in &ledger.problems {
                let known = (Id::of_problem(&ledger.name, problem.no), problem);
                let Digest(digest) = twins.digest(problem);
                twins.ledger.entry(digest).or_default().push(known);
            }
        }
        twins
    }

    /// What a line is found by.
    pub fn digest(&self, line: &Problem) -> Digest {
        let mut hasher = self.digests.build_hasher();
        for text in content(line) {
            plain_letters(text).for_each(|letter| hasher.write_u32(letter.into()));
            hasher.write_u32(u32::MAX);
        }
        Digest(hasher.finish())
    }

    /// Finds what says the same as a line of the files, and remembers it by its place.
    pub fn look(&mut self, line: &'a Problem, Digest(digest): Digest, place: usize) -> Found {
        let is_same = |other: &Problem| !are_apart(line, other) && say_the_same(line, other);
        let known = self.ledger.get(&digest).into_iter().flatten();
        let same = known.filter(|(_, problem)| is_same(problem));
        let ids = same.map(|(id, _)| id.clone()).collect();
        let before = self.files.entry(digest).or_insert_with(|| Vec::with_capacity(1));
        let earlier = before.iter().find(|(_, other)| is_same(other));
        let earlier = earlier.map(|(place, _)| *place);
        if earlier.is_none() {
            before.push((place, line));
        }
        Found { ids, earlier }
    }
}

/// Tells whether lines of the same words are about two things: other units answer for them, or a column names another
/// thing, as the same fault of two machines. What changes while the work goes on keeps nothing apart.
fn are_apart(one: &Problem, other: &Problem) -> bool {
    let units = |it: &Problem| {
        let who = &it.responsible;
        let names = who.lead.iter().chain(&who.joint).map(|name| plain_text(name));
        names.collect::<Vec<_>>()
    };
    let (ours, theirs) = (units(one), units(other));
    let units_differ = !ours.is_empty() && !theirs.is_empty() && ours != theirs;
    let columns = one.extra.iter().filter_map(|(key, value)| Some((value, other.extra.get(key)?)));
    let mut differing = columns.filter(|(value, known)| value != known);
    units_differ || differing.any(|(value, known)| is_name(value) && is_name(known))
}

/// Tells whether a text names something, and is no day, number, state or remark.
fn is_name(text: &str) -> bool {
    let count = text.chars().count();
    let is_remark = count > 64 || text.contains(['。', '；', '\n']);
    let is_figure =
        text.chars().all(|c| c.is_numeric() || matches!(c, ',' | '.' | '%' | '-' | ' '))
            && text.matches('.').count() < 2;
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_day = day(text).is_some() || first.matches('/').count() == 2;
    let is_state = finished(text).is_some();
    count > 0 && !is_remark && !is_figure && !is_day && !is_state
}

/// What makes two lines the same: the words of the problem and its number on paper, without blanks and widths.
fn content(problem: &Problem) -> [&str; 4] {
    [
        &problem.title,
        problem.detail.as_deref().unwrap_or_default(),
        problem.reference.as_deref().unwrap_or_default(),
        problem.category.as_deref().unwrap_or_default(),
    ]
}

fn say_the_same(one: &Problem, other: &Problem) -> bool {
    let mut both = content(one).into_iter().zip(content(other));
    both.all(|(one, other)| plain_letters(one).eq(plain_letters(other)))
}

#[cfg(test)]
mod tests {
    use super::{Found, Twins};
    use crate::domain::book::{Book, BookHead};
    use crate::domain::id::Id;
    use crate::domain::ledger::Ledger;
    use crate::domain::problem::Problem;

    fn line(title: &str, reference: Option<&str>) -> Problem {
        let reference = reference.map(str::to_owned);
        Problem { no: 1, title: title.to_owned(), reference, ..Problem::default() }
    }

    fn with(mut problem: Problem, lead: &str, columns: &[(&str, &str)]) -> Problem {
        problem.responsible.lead = vec![lead.to_owned()];
        let own = columns.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        problem.extra = own.collect();
        problem
    }

    fn look<'a>(twins: &mut Twins<'a>, line: &'a Problem, place: usize) -> Found {
        let digest = twins.digest(line);
        twins.look(line, digest, place)
    }

    fn book(problems: Vec<Problem>) -> Book {
        let ledger = Ledger { name: "2022".to_owned(), problems, ..Ledger::default() };
        Book { head: BookHead::default(), ledgers: vec![ledger] }
    }

    #[test]
    fn twins_say_the_same_however_they_are_written() {
        let book = book(vec![line("处方书写不规范，缺签名", Some("3"))]);
        let lines = [
            line("处方书写不规范, 缺签名", Some("３")),
            line("处方书写不规范，缺签名", Some("4")),
            line("甲", None),
            line("乙", None),
            line(" 甲", None),
        ];
        let mut twins = Twins::of(&book, "2022");
        let found: Vec<_> =
            lines.iter().enumerate().map(|(place, line)| look(&mut twins, line, place)).collect();
        assert_eq!(found[0].ids, [Id::of_problem("2022", 1)]);
        assert!(found[1].ids.is_empty());
        let earlier: Vec<_> = found.iter().map(|it| it.earlier).collect();
        assert_eq!(earlier, [None, None, None, None, Some(2)]);
        let mut other = Twins::of(&book, "2023");
        assert!(look(&mut other, &book.ledgers[0].problems[0], 0).ids.is_empty());
    }

    #[test]
    fn the_same_words_may_be_about_two_things() {
        let of = |lead, columns: &[(&str, &str)]| with(line("题", Some("105971")), lead, columns);
        let first = of("甲科", &[("x_IP", "10.98.57.180"), ("x_Last", "05/25/2021 07:36:58")]);
        let book = book(vec![first]);
        let apart = |line: &Problem| look(&mut Twins::of(&book, "2022"), line, 0).ids.is_empty();
        assert!(!apart(&of(
            "甲科",
            &[("x_IP", "10.98.57.180"), ("x_Last", "06/25/2021 07:36:58")]
        )));
        assert!(!apart(&of("甲科", &[("x_状态", "已完成"), ("x_备注", "另有说明。")])));
        assert!(apart(&of("甲科", &[("x_IP", "10.98.57.181")])));
        assert!(apart(&of("乙科", &[])));
    }
}
