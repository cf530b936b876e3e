//! Disks that are full, out of names, or for reading only.

use std::fs;

use crate::book::{Mount, drafts, files, make, run, skip, without_drafts};

const WORDS: &str = "note f/1 f/2 t/1 --by 财务股 --text 已发函 --today 2022-10-01";

fn mount(options: &str) -> Option<(tempfile::TempDir, Mount)> {
    let place = tempfile::tempdir().unwrap();
    let mount = Mount::new(place.path().join("disk"), &["-t", "tmpfs", "-o", options, "none"])?;
    make(&mount.0);
    Some((place, mount))
}

#[test]
fn a_full_disk_is_told_and_nothing_is_changed() {
    for options in ["size=256k", "size=8m,nr_inodes=40"] {
        let Some((_place, mount)) = mount(options) else { return skip("no tmpfs may be mounted") };
        let folder = mount.0.as_path();
        let old = files(folder);
        let mut full = 0;
        while fs::write(folder.join(format!("fill{full}")), vec![0; 1 << 12]).is_ok()
            && full < 1_000
        {
            full += 1;
        }
        let output = run(folder, WORDS);
        assert_eq!(output.status.code(), Some(3), "{options}: {output:?}");
        assert!(without_drafts(files(folder)) == old && drafts(folder).is_empty(), "{options}");
        // With a little room it goes on.
        for place in 0..full {
            let _ = fs::remove_file(folder.join(format!("fill{place}")));
        }
        assert_eq!(run(folder, WORDS).status.code(), Some(0), "{options}");
    }
}

#[test]
fn a_disk_for_reading_is_read_and_told_of() {
    let Some((_place, mount)) = mount("size=8m") else { return skip("no tmpfs may be mounted") };
    let folder = mount.0.as_path();
    let old = files(folder);
    let again = std::process::Command::new("mount").args(["-o", "remount,ro"]).arg(folder).status();
    if !again.is_ok_and(|status| status.success()) {
        return skip("no mount may be made read-only");
    }
    assert_eq!(run(folder, WORDS).status.code(), Some(3));
    assert_eq!(run(folder, "list").status.code(), Some(0));
    assert_eq!(run(folder, "check").status.code(), Some(0));
    assert!(files(folder) == old);
}
