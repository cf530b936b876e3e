//! A problem's life below its row, in few blocks: what the row says already is left out.

use super::{facts, measures, past};
use crate::domain::book::Lang;
use crate::render::document::{Block, Level};
use crate::render::layout::problem::{indicators, occurrences};
use crate::render::words::page::{self, PageWord};
use crate::render::words::{self, Label};
use crate::reports::life::Life;

/// Lays out what a row of a page shows on demand.
pub(in crate::render::layout) fn unfolded(life: &Life<'_>, lang: Lang) -> Vec<Block> {
    let problem = &life.standing.problem;
    let texts = [
        (Label::Detail, &problem.detail),
        (Label::Cause, &problem.cause),
        (Label::Goal, &problem.goal),
    ];
    let text = |(label, text): (Label, &Option<String>)| {
        Some(Block::Labelled(words::label(lang, label).to_owned(), text.clone()?))
    };
    let mut blocks: Vec<_> = texts.into_iter().filter_map(text).collect();
    let facts = facts::unfolded(life, lang);
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    let mut timeline = past::timeline(life, lang);
    // Nobody types a key on a page.
    timeline.columns.pop();
    timeline.rows.iter_mut().for_each(|row| _ = row.cells.pop());
    let word = |of| page::word(lang, of);
    let grids = [
        (words::label(lang, Label::Occurrence), occurrences(life.standing, lang)),
        (word(PageWord::Measures), measures(life, lang)),
        (words::label(lang, Label::Indicator), indicators(life.standing, lang)),
        (words::label(lang, Label::LimitMoves), past::moves(life, lang)),
        (word(PageWord::Timeline), timeline),
    ];
    for (heading, grid) in grids.into_iter().filter(|(_, grid)| !grid.rows.is_empty()) {
        blocks.push(Block::Heading(Level::Item, heading.to_owned()));
        blocks.push(Block::Grid(grid));
    }
    blocks
}
