//! Files of evidence: whether they are there, and the hash of what they hold.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::root::Root;
use crate::domain::evidence::FileState;

impl Root {
    /// Tells what lies under the name of a file of evidence, and on request its hash. What a link outside of the book
    /// leads to is not opened; what cannot be read is as good as not there.
    pub fn evidence(&self, path: &str, hashed: bool) -> FileState {
        let inside = |path: &Path| path.starts_with(self.folder());
        let Some(path) = fs::canonicalize(self.path(path)).ok().filter(|path| inside(path)) else {
            return FileState::Missing;
        };
        if !path.is_file() {
            return FileState::Missing;
        }
        if !hashed {
            return FileState::There(None);
        }
        sha256(&path).map_or(FileState::Missing, |hash| FileState::There(Some(hash)))
    }
}

/// Hashes a file piece by piece, since evidence may be a film: SHA-256 in 64 small hexadecimal digits.
pub fn sha256(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        match file.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => hasher.update(&piece[..length]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(hex(&hasher.finalize()))
}

/// Hashes bytes: SHA-256 in 64 small hexadecimal digits.
pub fn sha256_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    let mut hex = String::new();
    for byte in bytes {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
