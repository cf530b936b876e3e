//! The package that holds the parts of a paper: a zip archive that says nothing of when or where it was made.

use std::io::{self, BufWriter, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Bytes that are gathered before they are packed: the parts are written in small pieces.
const GATHERED: usize = 1 << 16;

/// What begins every part.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A package in the making.
pub(super) struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Default for Package {
    fn default() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }
}

impl Package {
    /// Adds a part of this name; `write` writes what stands below its XML declaration.
    pub(super) fn part(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT) // the first day that an archive can name
            .system(System::Dos); // else it says on which system it was made
        self.zip.start_file(name, options)?;
        let mut out = BufWriter::with_capacity(GATHERED, &mut self.zip);
        out.write_all(DECLARATION.as_bytes())?;
        write(&mut out)?;
        out.flush()
    }

    /// Returns the bytes of the whole.
    pub(super) fn finish(self) -> io::Result<Vec<u8>> {
        Ok(self.zip.finish()?.into_inner())
    }
}
