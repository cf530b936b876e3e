//! Which column of a header holds what, where several might.

use super::headers::{Meaning, is_word, may_tell, plain, words};
use super::status;

/// Tells what each column of a header holds, of which each has several names, the best first; no meaning is given twice.
/// What is `fixed` stays. The name of a group counts for a column only where its own name says nothing, and never against
/// it: the tick under 完成情况/未完成 is no word of the state.
pub(super) fn meanings(
    headers: &[Vec<String>],
    fixed: Vec<Option<Meaning>>,
    is_open: impl Fn(usize) -> bool,
) -> Vec<Option<Meaning>> {
    let plain: Vec<Vec<String>> =
        headers.iter().map(|names| names.iter().map(|name| plain(name)).collect()).collect();
    let names: Vec<Names> = plain.iter().map(|names| Names::of(names)).collect();
    let most = names.iter().map(|it| it.groups.len()).max().unwrap_or(0);
    let mut found = fixed;
    for (meaning, words) in words() {
        if found.contains(&Some(*meaning)) {
            continue;
        }
        let place = (0..=most).find_map(|rank| {
            words.iter().find_map(|word| {
                let free = |at: &usize| found[*at].is_none() && is_open(*at);
                (0..names.len()).find(|at| names[*at].at(rank) == Some(*word) && free(at))
            })
        });
        if let Some(at) = place {
            found[at] = Some(*meaning);
        }
    }
    plan_completion(&plain, &mut found, &is_open);
    promote_detail(&mut found);
    promote_telling(&plain, &mut found, is_open);
    found
}

/// In a table that says neither until when nor how a thing stands, 完成时间 is when it is to be done.
fn plan_completion(
    plain: &[Vec<String>],
    found: &mut [Option<Meaning>],
    is_open: &impl Fn(usize) -> bool,
) {
    if found.contains(&Some(Meaning::Limit)) || found.contains(&Some(Meaning::Status)) {
        return;
    }
    let is_it = |names: &Vec<String>| names.iter().any(|it| it == "完成时间" || it == "完成日期");
    let place = found.iter().position(|it| *it == Some(Meaning::Completed));
    if let Some(at) = place.filter(|at| is_open(*at) && plain.get(*at).is_some_and(is_it)) {
        found[at] = Some(Meaning::Limit);
    }
}

/// By what a column may be known.
struct Names<'a> {
    /// The first of its own names that says anything.
    own: Option<&'a str>,
    /// The names of its groups, the lowest first; none where its own name says anything.
    groups: &'a [String],
}

impl<'a> Names<'a> {
    /// Of n texts above a column, the first n names end with the lowest.
    fn of(names: &'a [String]) -> Self {
        let (own, groups) = names.split_at(names.len().div_ceil(2));
        let said = own.iter().find(|name| is_word(name)).map(String::as_str);
        let is_open = own.last().is_some_and(|leaf| status::finished(leaf) == Some(false));
        let groups = if said.is_some() || is_open { &[] } else { groups };
        Self { own: said, groups }
    }

    fn at(&self, rank: usize) -> Option<&'a str> {
        match rank.checked_sub(1) {
            None => self.own,
            Some(group) => self.groups.get(group).map(String::as_str),
        }
    }
}

/// Beside a column of the state, 完成情况 tells what was done.
fn promote_telling(
    plain: &[Vec<String>],
    found: &mut [Option<Meaning>],
    is_open: impl Fn(usize) -> bool,
) {
    if found.contains(&Some(Meaning::Progress)) || !found.contains(&Some(Meaning::Status)) {
        return;
    }
    let tells = |at: &usize| plain[*at].first().is_some_and(|name| may_tell(name));
    let place = (0..plain.len()).find(|at| found[*at].is_none() && is_open(*at) && tells(at));
    if let Some(at) = place {
        found[at] = Some(Meaning::Progress);
    }
}

/// A sheet that only describes its problems has its problems there.
fn promote_detail(found: &mut [Option<Meaning>]) {
    if !found.contains(&Some(Meaning::Title))
        && let Some(detail) = found.iter_mut().find(|meaning| **meaning == Some(Meaning::Detail))
    {
        *detail = Some(Meaning::Title);
    }
}
