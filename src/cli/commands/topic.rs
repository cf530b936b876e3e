//! `ledger help`: the help of a command, or a topic that belongs to none of them alone.

use clap::Args;

use crate::cli::context::Context;
use crate::cli::failure::Stop;
use crate::cli::{Outcome, help, output};
use crate::render::words::topic::{self, Topic};

/// Show the help of a command, or of a topic: limits, formats, states, policy, cron
///
/// Without a word it lists the topics.
#[derive(Debug, Args)]
pub struct Help {
    /// The command or the topic
    #[arg(value_name = "WORD")]
    word: Option<String>,
}

impl Help {
    /// Runs the command.
    pub fn run(self, context: &mut Context<'_>) -> anyhow::Result<Outcome> {
        let lang = context.lang();
        let text = match &self.word {
            None => topic::list(lang),
            Some(word) => match Topic::ALL.into_iter().find(|topic| topic.name() == word) {
                Some(topic) => topic::text(lang, topic).to_owned(),
                None => {
                    help::of_command(word, lang).ok_or_else(|| Stop::usage(help::no_topic(word)))?
                }
            },
        };
        output::text(context, &text)?;
        Ok(Outcome::Fine)
    }
}
