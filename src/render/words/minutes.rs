//! What is written into a commit of the book, so that the history reads like the minutes, and what is said of it.

use super::{en, inert_line, zh};
use crate::domain::book::Lang;
use crate::domain::entry::ActKind;
use crate::domain::id::Id;

/// What a command did to the book, for the message of its commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// What was done.
    pub deed: Deed,
    /// To which problems or measures, each with its title; nothing where that is kept out of sight.
    pub lines: Vec<(Id, Option<String>)>,
}

/// What a command did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Recorded an entry.
    Act(ActKind),
    /// Added a problem.
    Add,
    /// Took in foreign files.
    Import,
    /// Added a measure.
    Measure,
    /// Changed a problem by hand.
    Edit,
    /// Mended what needs no decision.
    Mend,
    /// Made this ledger.
    Init(String),
    /// Put this ledger into the other form.
    Convert(String),
}

/// What came of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Committed {
    /// It is made; its hash, as people write it.
    As(String),
    /// The book lies in no repository.
    NoRepository,
    /// Git does not know who commits.
    NoIdentity,
    /// A merge, rebase or the like was begun; what git calls it.
    Unfinished(&'static str),
    /// Git passes these files over.
    Ignored(Vec<String>),
    /// These files hold changes that are not committed.
    Altered(Vec<String>),
    /// What was written stands in these files, but the commit was refused.
    Refused {
        /// The files.
        paths: Vec<String>,
        /// What git, or a hook, says.
        said: String,
    },
}

/// The message of a commit: a line that says what was done to what, one for each where there are several, and a trailer for
/// each.
pub fn minutes(lang: Lang, minutes: &Minutes) -> String {
    let line = |(id, title): &(Id, Option<String>)| match (title, lang) {
        (None, _) => id.to_string(),
        (Some(title), Lang::Zh) => format!("{id}：{}", inert_line(title)),
        (Some(title), Lang::En) => format!("{id}: {}", inert_line(title)),
    };
    let deed = match lang {
        Lang::Zh => zh::minutes::deed(&minutes.deed),
        Lang::En => en::minutes::deed(&minutes.deed),
    };
    let subject = match minutes.lines.as_slice() {
        [] => deed,
        [one] => format!("{deed} {}", line(one)),
        several => match lang {
            Lang::Zh => format!("{deed}{}项", several.len()),
            Lang::En => format!("{deed} {} problems", several.len()),
        },
    };
    let body = if minutes.lines.len() > 1 {
        minutes.lines.iter().fold(String::new(), |body, one| body + "\n" + &line(one)) + "\n"
    } else {
        String::new()
    };
    let trailers = minutes.lines.iter().map(|(id, _)| format!("\nLedger: {id}"));
    let trailers: String = trailers.collect();
    let gap = if trailers.is_empty() { "" } else { "\n" };
    let body = if body.is_empty() { body } else { format!("\n{body}") };
    format!("{subject}{}{body}{trailers}\n", if body.is_empty() { gap } else { "" })
}

#[cfg(test)]
mod tests {
    use super::{Deed, Minutes, minutes};
    use crate::domain::book::Lang;
    use crate::domain::entry::ActKind;
    use crate::domain::id::Id;

    #[test]
    fn a_commit_reads_like_the_minutes() {
        let line = |no, title: &str| (Id::of_problem("2022", no), Some(title.to_owned()));
        let close = |lines| Minutes { deed: Deed::Act(ActKind::Close), lines };
        let one = close(vec![line(7, "签约\n重数量")]);
        assert_eq!(minutes(Lang::Zh, &one), "销号 2022/7：签约 重数量\n\nLedger: 2022/7\n");
        assert_eq!(minutes(Lang::En, &one), "close 2022/7: 签约 重数量\n\nLedger: 2022/7\n");
        let two = close(vec![line(7, "a"), (Id::of_problem("2022", 8), None)]);
        assert_eq!(
            minutes(Lang::En, &two),
            "close 2 problems\n\n2022/7: a\n2022/8\n\nLedger: 2022/7\nLedger: 2022/8\n"
        );
        let made = Minutes { deed: Deed::Init("2022".to_owned()), lines: Vec::new() };
        assert_eq!(minutes(Lang::En, &made), "init 2022\n");
    }
}
