//! What is written into a commit, and what is said of it, in English.

use crate::render::words::{Committed, Deed};

/// What a command did, as the first words of a commit's message.
pub fn deed(deed: &Deed) -> String {
    match deed {
        Deed::Act(act) => super::names::act(*act).to_owned(),
        Deed::Add => "add".to_owned(),
        Deed::Import => "import".to_owned(),
        Deed::Measure => "measure".to_owned(),
        Deed::Edit => "edit".to_owned(),
        Deed::Mend => "check --fix".to_owned(),
        Deed::Init(ledger) => format!("init {ledger}"),
        Deed::Convert(ledger) => format!("convert {ledger}"),
    }
}

/// What came of a commit.
pub fn committed(committed: &Committed) -> String {
    match committed {
        Committed::As(hash) => format!("committed as {hash}"),
        Committed::NoRepository => {
            "nothing written: the book lies in no git repository, so nothing can be committed"
                .to_owned()
        }
        Committed::NoIdentity => "nothing written: git does not know who commits".to_owned(),
        Committed::Unfinished(what) => {
            format!("nothing written: a {what} was begun in this repository and not ended")
        }
        Committed::Ignored(paths) => {
            format!("nothing written: git ignores {}", paths.join(", "))
        }
        Committed::Altered(paths) => format!(
            "nothing written: there are changes in {} that are not committed and would be committed \
             with this one",
            paths.join(", ")
        ),
        Committed::Refused { paths, said } => {
            format!("changed, but not committed ({}): {said}", paths.join(", "))
        }
    }
}

/// What to do about it.
pub fn help(committed: &Committed) -> Option<String> {
    let help = match committed {
        Committed::As(_) => return None,
        Committed::NoRepository => "make one with `git init`, or leave it with --no-commit",
        Committed::NoIdentity => {
            "set `git config user.name` and `git config user.email`, or leave it with --no-commit"
        }
        Committed::Unfinished(_) => "end it or abort it first; `git status` says how",
        Committed::Ignored(_) => "`git check-ignore -v FILE` says by which line",
        Committed::Altered(_) => {
            "look at them with `ledger log -n 1` and commit them first, or write with --no-commit"
        }
        Committed::Refused { .. } => {
            "the entry is written: do not record it again; put right what git complains of, look with \
             `git log -1` whether there is a commit, and commit these files"
        }
    };
    Some(help.to_owned())
}
