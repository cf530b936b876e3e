//! What is said of an edit, in English.

use crate::render::words::EditNote;

/// What is said.
pub fn note(note: &EditNote) -> String {
    match note {
        EditNote::Unchanged => "nothing was altered, and nothing was written".to_owned(),
        EditNote::Written(id) => format!("{id} is written"),
        EditNote::Against => "something is wrong with the text; nothing was written".to_owned(),
        EditNote::EditorFailed => {
            "the editor could not be started, or failed; nothing was written".to_owned()
        }
        EditNote::NoTerminal => "there is no terminal to edit in".to_owned(),
        EditNote::OneProblem => "one problem is edited at a time".to_owned(),
        EditNote::Kept(path) => format!("the text that you typed is kept as {path}"),
    }
}

/// What to do about it.
pub fn help(note: &EditNote) -> Option<String> {
    Some(match note {
        EditNote::NoTerminal => {
            "run it at a terminal, or name a program that needs none in EDITOR".to_owned()
        }
        EditNote::EditorFailed => "name an editor in VISUAL or EDITOR, as EDITOR=vim".to_owned(),
        EditNote::OneProblem => "write `ledger edit 7`".to_owned(),
        EditNote::Kept(_) => "run `ledger edit` again and put it in".to_owned(),
        EditNote::Unchanged | EditNote::Written(_) | EditNote::Against => return None,
    })
}

/// A word of `ledger help` or `ledger man` that is neither a command nor a topic.
pub fn no_topic(word: &str) -> String {
    format!("there is no command or topic `{word}`")
}

/// What the help knows instead.
pub fn known_topic(nearest: Option<&str>) -> String {
    nearest.map_or_else(
        || "`ledger help` lists the topics, `ledger --help` the commands".to_owned(),
        |name| format!("did you mean `{name}`?"),
    )
}
