//! Files of evidence: where they lie in the book, and the hash that proves what they were.

use std::fs;
use std::path::Path;

use super::context::Context;
use super::failure::Stop;
use crate::complaint::Doing;
use crate::domain::evidence::Evidence;
use crate::render::words::Message;
use crate::store;

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

/// Hashes the file, or says what the system refused.
fn hash(path: &Path, typed: &str) -> Result<String, Stop> {
    let failed = |error: std::io::Error| {
        Stop::from(Message::System {
            doing: Doing::Read,
            path: typed.to_owned(),
            said: error.to_string(),
        })
    };
    store::sha256(path).map_err(failed)
}
