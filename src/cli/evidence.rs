//! Files of evidence: where they lie in the book, and the hash that proves what they were.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::context::Context;
use super::failure::Stop;
use crate::complaint::Doing;
use crate::domain::evidence::Evidence;
use crate::render::words::Message;

/// Records a file that lies below the book's folder: its path there and its SHA-256.
pub(super) fn record(context: &Context<'_>, typed: &str) -> anyhow::Result<Evidence> {
    let root = context.surroundings.root()?;
    let path = context.surroundings.folder.join(typed);
    let path = if path.exists() { path } else { root.path(typed) };
    let missing = || Stop::from(Message::NoEvidenceFile(typed.to_owned()));
    let path = fs::canonicalize(path).map_err(|_| missing())?;
    if !path.is_file() {
        return Err(missing().into());
    }
    let outside = || Stop::from(Message::EvidenceOutside(typed.to_owned()));
    let below = path.strip_prefix(root.folder()).map_err(|_| outside())?;
    let name: Vec<_> =
        below.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let mut evidence: Evidence = name.join("/").parse().map_err(|_| outside())?;
    evidence.sha256 = Some(hash(&path, typed)?);
    Ok(evidence)
}

/// Hashes the file piece by piece, since evidence may be a film.
fn hash(path: &Path, typed: &str) -> Result<String, Stop> {
    let failed = |error: io::Error| {
        Stop::from(Message::System {
            doing: Doing::Read,
            path: typed.to_owned(),
            said: error.to_string(),
        })
    };
    let mut file = File::open(path).map_err(failed)?;
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        match file.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => hasher.update(&piece[..length]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(failed(error)),
        }
    }
    let mut hex = String::new();
    for byte in hasher.finalize() {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    Ok(hex)
}
