//! Topics of the help that belong to no command alone.

use crate::domain::book::Lang;

/// A topic of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// How time limits are written.
    Limits,
    /// The files, and the formats of the output.
    Formats,
    /// The states of a problem and what changes them.
    States,
    /// What an office may lay down.
    Policy,
    /// Running without anybody at the terminal, and the exit statuses.
    Cron,
}

impl Topic {
    /// All topics.
    pub const ALL: [Self; 5] =
        [Self::Limits, Self::Formats, Self::States, Self::Policy, Self::Cron];

    /// The word that is typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Limits => "limits",
            Self::Formats => "formats",
            Self::States => "states",
            Self::Policy => "policy",
            Self::Cron => "cron",
        }
    }
}

/// What is said of a topic.
pub fn text(lang: Lang, topic: Topic) -> &'static str {
    match (lang, topic) {
        (Lang::Zh, Topic::Limits) => include_str!("zh/topics/limits.txt"),
        (Lang::Zh, Topic::Formats) => include_str!("zh/topics/formats.txt"),
        (Lang::Zh, Topic::States) => include_str!("zh/topics/states.txt"),
        (Lang::Zh, Topic::Policy) => include_str!("zh/topics/policy.txt"),
        (Lang::Zh, Topic::Cron) => include_str!("zh/topics/cron.txt"),
        (Lang::En, Topic::Limits) => include_str!("en/topics/limits.txt"),
        (Lang::En, Topic::Formats) => include_str!("en/topics/formats.txt"),
        (Lang::En, Topic::States) => include_str!("en/topics/states.txt"),
        (Lang::En, Topic::Policy) => include_str!("en/topics/policy.txt"),
        (Lang::En, Topic::Cron) => include_str!("en/topics/cron.txt"),
    }
}

/// The topics, each with its first line, and how commands are asked about.
pub fn list(lang: Lang) -> String {
    let mut lines: Vec<_> = Topic::ALL.into_iter().map(|topic| line(lang, topic)).collect();
    lines.push(match lang {
        Lang::Zh => "各命令：ledger --help，或 ledger help 命令。\n".to_owned(),
        Lang::En => "The commands: ledger --help, or ledger help COMMAND.\n".to_owned(),
    });
    lines.concat()
}

fn line(lang: Lang, topic: Topic) -> String {
    let heading = text(lang, topic).lines().next().unwrap_or_default();
    format!("ledger help {:<8}  {heading}\n", topic.name())
}
