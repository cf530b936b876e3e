//! What goes on which sheet: a table each, with what stands above it and the notes below.

use std::borrow::Cow;

use crate::render::document::{Block, Cell, Chart, Document, Grid, Level};
use crate::render::words;

/// A sheet before it is written.
#[derive(Debug)]
pub(super) struct Leaf<'a> {
    /// What it is to be called.
    pub(super) name: String,
    /// What stands above the table.
    pub(super) above: Vec<Piece<'a>>,
    /// The table; nothing where the document has none.
    pub(super) grid: Option<Cow<'a, Grid>>,
    /// The picture of the table, where it has one.
    pub(super) chart: Option<&'a Chart>,
    /// What stands below it.
    pub(super) below: Vec<Piece<'a>>,
}

/// A line beside a table.
#[derive(Debug, Clone)]
pub(super) enum Piece<'a> {
    /// Over all.
    Title(&'a str),
    /// Over a part.
    Heading(&'a str),
    /// Running text.
    Text(Cow<'a, str>),
    /// A label with its value.
    Pair(&'a str, Cow<'a, Cell>),
    /// Small print.
    Note(&'a str),
}

impl Piece<'_> {
    /// What it says; of a pair the label.
    pub(super) fn shown(&self) -> &str {
        match self {
            Self::Title(text) | Self::Heading(text) | Self::Note(text) | Self::Pair(text, _) => {
                text
            }
            Self::Text(text) => text,
        }
    }
}

/// The sheets of a document: one for each table, then one with all columns where programs get more than people; a single
/// one without a table where it has none.
pub(super) fn leaves(document: &Document) -> Vec<Leaf<'_>> {
    let mut sorter = Sorter::default();
    for block in &document.blocks {
        sorter.take(block, document);
    }
    let mut leaves = sorter.done();
    let more = |data: &&Grid| !data.rows.is_empty() && !is_shown(document, data);
    if let Some(data) = document.data.as_ref().filter(more) {
        let name = words::workbook::all_columns(document.lang).to_owned();
        leaves.push(Leaf {
            name,
            above: Vec::new(),
            grid: Some(Cow::Borrowed(data)),
            chart: None,
            below: Vec::new(),
        });
    }
    leaves
}

fn is_shown(document: &Document, data: &Grid) -> bool {
    let same = |block: &Block| matches!(block, Block::Grid(grid) if grid == data);
    document.blocks.iter().any(same)
}

/// Goes through the blocks. What comes behind a table belongs to it up to the next heading, unless the next table comes
/// before that.
#[derive(Default)]
struct Sorter<'a> {
    leaves: Vec<Leaf<'a>>,
    title: Option<&'a str>,
    heading: Option<&'a str>,
    waiting: Vec<Piece<'a>>,
}

impl<'a> Sorter<'a> {
    fn take(&mut self, block: &'a Block, document: &'a Document) {
        match block {
            Block::Heading(Level::Title, text) => {
                self.settle();
                self.title = Some(text);
            }
            Block::Heading(_, text) => {
                self.settle();
                self.heading = Some(text);
                self.waiting.push(Piece::Heading(text));
            }
            Block::Paragraph(text) | Block::Line(_, text) => {
                self.waiting.push(Piece::Text(Cow::Borrowed(text)));
            }
            Block::Labelled(label, text) => {
                let text = words::labelled(document.lang, label, text);
                self.waiting.push(Piece::Text(Cow::Owned(text)));
            }
            Block::Tiles(tiles) => self.waiting.extend(
                tiles.iter().map(|tile| Piece::Pair(&tile.label, Cow::Borrowed(&tile.value))),
            ),
            Block::Facts(facts) => {
                self.waiting.extend(facts.iter().map(|(label, value)| {
                    Piece::Pair(label, Cow::Owned(Cell::Text(value.clone())))
                }));
            }
            Block::Note(text) => match self.leaves.last_mut() {
                Some(leaf) if self.waiting.is_empty() => leaf.below.push(Piece::Note(text)),
                _ => self.waiting.push(Piece::Note(text)),
            },
            Block::PageBreak => {}
            Block::Grid(grid) => self.sheet(Cow::Owned(grid.spared()), grid.name.as_deref()),
            Block::Chart(chart) => {
                self.waiting.push(Piece::Heading(&chart.title));
                self.sheet(Cow::Owned(chart.table()), Some(&chart.title));
                if let Some(leaf) = self.leaves.last_mut() {
                    leaf.chart = Some(chart);
                }
            }
        }
    }

    /// Begins a sheet with all that waits above it.
    fn sheet(&mut self, grid: Cow<'a, Grid>, name: Option<&str>) {
        let name = name.or(self.heading).or(self.title).unwrap_or_default().to_owned();
        let mut above: Vec<_> = self.title.map(Piece::Title).into_iter().collect();
        let has_heading = self.waiting.iter().any(|piece| matches!(piece, Piece::Heading(_)));
        above.extend(self.heading.filter(|_| !has_heading).map(Piece::Heading));
        above.append(&mut self.waiting);
        self.leaves.push(Leaf { name, above, grid: Some(grid), chart: None, below: Vec::new() });
    }

    /// Puts what waits below the last table. Before the first one, it stays waiting.
    fn settle(&mut self) {
        if let Some(leaf) = self.leaves.last_mut() {
            leaf.below.append(&mut self.waiting);
        }
    }

    fn done(mut self) -> Vec<Leaf<'a>> {
        self.settle();
        if self.leaves.is_empty() {
            let name = self.title.or(self.heading).unwrap_or_default().to_owned();
            let above = self.title.map(Piece::Title).into_iter().chain(self.waiting).collect();
            self.leaves.push(Leaf { name, above, grid: None, chart: None, below: Vec::new() });
        }
        self.leaves
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, leaves};
    use crate::domain::book::Lang;
    use crate::render::document::{Block, Column, ColumnKind, Document, Grid, Level};

    fn grid(heading: &str) -> Block {
        Block::Grid(Grid::new(vec![Column::new(heading, ColumnKind::Text)]))
    }

    fn texts(pieces: &[Piece<'_>]) -> Vec<String> {
        pieces.iter().map(|piece| piece.shown().to_owned()).collect()
    }

    #[test]
    fn a_table_takes_the_heading_above_and_the_notes_below() {
        let mut document = Document::new(Lang::Zh);
        document.heading(Level::Title, "题");
        document.heading(Level::Chapter, "一");
        document.push(Block::Paragraph("前".into()));
        document.push(grid("甲"));
        document.push(Block::Note("注".into()));
        document.push(grid("乙"));
        document.push(Block::Paragraph("后".into()));
        document.heading(Level::Chapter, "二");
        document.push(Block::Paragraph("末".into()));
        let leaves = leaves(&document);
        assert_eq!(leaves.len(), 2);
        assert_eq!(texts(&leaves[0].above), ["题", "一", "前"]);
        assert_eq!((leaves[0].name.as_str(), texts(&leaves[0].below)), ("一", vec!["注".into()]));
        assert_eq!(texts(&leaves[1].above), ["题", "一"]);
        assert_eq!(texts(&leaves[1].below), ["后", "二", "末"]);
    }

    #[test]
    fn a_document_without_a_table_is_one_sheet() {
        let mut document = Document::new(Lang::Zh);
        document.heading(Level::Part, "清单");
        document.push(Block::Paragraph("没有。".into()));
        let leaves = leaves(&document);
        assert_eq!(
            (leaves.len(), texts(&leaves[0].above)),
            (1, vec!["清单".into(), "没有。".into()])
        );
        assert!(leaves[0].grid.is_none() && leaves[0].name == "清单");
    }

    #[test]
    fn all_columns_follow_where_programs_get_more() {
        let mut document = Document::new(Lang::En);
        document.push(grid("A"));
        let mut data = Grid::new(vec![Column::new("A", ColumnKind::Text)]);
        document.data = Some(data.clone());
        assert_eq!(leaves(&document).len(), 1);
        data.push(vec!["a".into()]);
        document.data = Some(data);
        assert_eq!(leaves(&document)[1].name, "All columns");
        let Some(Block::Grid(grid)) = document.blocks.first().cloned() else { panic!() };
        document.data = Some(grid);
        assert_eq!(leaves(&document).len(), 1);
    }
}
