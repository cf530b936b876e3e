//! The golden files themselves.

use std::fs;
use std::path::Path;

#[test]
fn every_golden_file_belongs_to_a_session() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let sources = fs::read_dir(tests.join("sessions")).unwrap();
    let sources: String =
        sources.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    for entry in fs::read_dir(tests.join("golden/sessions")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(sources.contains(&format!("(\"{name}\")")), "nobody compares {}", path.display());
    }
}
