//! Files named by their path, whatever they are: text, a workbook, a document.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use super::context::{Context, system};
use super::failure::Unreadable;
use crate::complaint::{OfficeRemark, Source};
use crate::intake::encoding;
use crate::intake::limits::Limits;
use crate::intake::take::{Asked, Taken, take};
use crate::intake::word::Changes;
use crate::intake::workbook::Hidden;
use crate::render::words::Message;

impl Context<'_> {
    /// Reads a file, or standard input, as what its bytes are.
    pub fn taken(&self, path: &Path, hidden: Hidden, changes: Changes) -> anyhow::Result<Taken> {
        let shown = path.to_string_lossy();
        let bytes = bytes(path)?;
        let encoding = self.options.encoding.as_deref();
        let asked = Asked { encoding, hidden, changes, limits: Limits::STANDARD };
        Ok(take(&shown, &bytes, &asked).map_err(Unreadable)?)
    }

    /// Reads a plain text, which may be empty.
    pub fn plain_text(&self, path: &Path) -> anyhow::Result<String> {
        let (shown, bytes) = (path.to_string_lossy(), bytes(path)?);
        let source = encoding::decode(&shown, &bytes, self.options.encoding.as_deref());
        Ok(source.map_err(Unreadable)?.text)
    }

    /// Reads the text of a table: of a file of text, of the sheet of a workbook or the table of a document that `--sheet`
    /// names, or of the only one. Says what is to be known of it.
    pub fn table_text(&mut self, path: &Path) -> anyhow::Result<Arc<Source>> {
        let sheet = self.options.sheet.clone();
        let sheet = sheet.as_deref();
        let (leaf, remarks) = match self.taken(path, Hidden::Include, Changes::Refuse)? {
            Taken::Text(source) => return Ok(Arc::new(source)),
            Taken::Workbook(book) => (book.choose(sheet).map_err(Unreadable)?, Vec::new()),
            Taken::Document(document) => {
                (document.choose(sheet).map_err(Unreadable)?, document.remarks)
            }
        };
        self.say_office(path, remarks.into_iter().chain(leaf.remarks))?;
        Ok(leaf.source)
    }

    /// Says what is to be known of a workbook or document.
    pub fn say_office(
        &mut self,
        path: &Path,
        remarks: impl IntoIterator<Item = OfficeRemark>,
    ) -> io::Result<()> {
        remarks.into_iter().try_for_each(|remark| {
            self.say(&Message::OfficeRemark { path: path.to_string_lossy().into_owned(), remark })
        })
    }
}

/// Reads one byte more than there may be, which tells that there is more.
fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    let shown = path.to_string_lossy();
    let most = Limits::STANDARD.file + 1;
    let bytes = if shown == "-" {
        read_all(io::stdin().take(most))
    } else {
        fs::File::open(path).and_then(|file| read_all(file.take(most)))
    };
    Ok(bytes.map_err(|error| system(&shown, &error))?)
}

fn read_all(mut from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes)?;
    Ok(bytes)
}
