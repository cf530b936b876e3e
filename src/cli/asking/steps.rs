//! Questions one after the other: each may be left for the one before it, and one confirmation comes last.

use super::{Asking, Left};
use crate::cli::context::Context;
use crate::render::words::asking::{Choice, Question};

/// What is asked for, step by step.
pub trait Steps {
    /// A question.
    type Step: Copy;

    /// Asks for a step, and keeps the answer.
    fn answer(&mut self, step: Self::Step, context: &mut Context<'_>) -> Result<(), Left>;

    /// Shows what would be written, and asks whether it is; `false` goes back to the questions.
    fn is_confirmed(&mut self, context: &mut Context<'_>) -> anyhow::Result<bool>;
}

impl Asking {
    /// Asks for all steps, until they are confirmed. Whoever leaves has refused what would be written.
    pub fn through<S: Steps>(
        self,
        steps: &[S::Step],
        asked: &mut S,
        context: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        let mut at = 0;
        loop {
            let Some(step) = steps.get(at) else {
                if asked.is_confirmed(context)? {
                    return Ok(());
                }
                at = steps.len().saturating_sub(1);
                continue;
            };
            match asked.answer(*step, context) {
                Ok(()) => at += 1,
                Err(Left::Back) if at > 0 => at -= 1,
                Err(Left::Back) => match self.agreed(&Question::Leave, Some(true)) {
                    Ok(false) | Err(Left::Back) => {}
                    Ok(true) => return Err(Left::Quit.into()),
                    Err(left) => return Err(left.into()),
                },
                Err(left) => return Err(left.into()),
            }
        }
    }

    /// Asks the one time whether to write into a ledger, below what was shown of it.
    pub fn written(self, ledger: &str) -> anyhow::Result<bool> {
        let question = Question::Write(ledger.to_owned());
        let choices = [Choice::Write, Choice::BackToQuestions, Choice::Quit];
        match self.decide(&question, &choices, Choice::Write) {
            Ok(Choice::Write) => Ok(true),
            Ok(Choice::Quit) => Err(Left::Quit.into()),
            Ok(_) | Err(Left::Back) => Ok(false),
            Err(left) => Err(left.into()),
        }
    }
}
