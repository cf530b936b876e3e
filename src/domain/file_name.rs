//! Names of files and folders that every system can hold: a book that is kept on one computer is cloned on another.

/// Names of devices on Windows, whatever stands behind a dot.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// Devices that have a number; the small raised ones count.
const NUMBERED: [&str; 2] = ["COM", "LPT"];

/// Tells whether every system can hold this name of a file or a folder. Slashes are none of a name.
pub fn is_portable(name: &str) -> bool {
    let forbidden = |c: char| c.is_control() || "<>:\"/\\|?*".contains(c);
    !name.is_empty()
        && !name.ends_with(['.', ' '])
        && !name.chars().any(forbidden)
        && !is_device(name)
}

/// Tells whether Windows takes a name for a device: `con`, `NUL.txt`, `com1`.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |device: &&str| {
        let number = stem.strip_prefix(*device).and_then(|rest| {
            let mut rest = rest.chars();
            Some((rest.next()?, rest.next()))
        });
        matches!(number, Some(('0'..='9' | '¹' | '²' | '³', None)))
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED.iter().any(numbered)
}

#[cfg(test)]
mod tests {
    use super::is_portable;

    #[test]
    fn what_windows_cannot_hold_is_no_name() {
        for good in ["整改台账", "a.b", "console", "COM10", "common", "nul1", "a b", ".x", "com"]
        {
            assert!(is_portable(good), "{good}");
        }
        for bad in [
            "",
            "CON",
            "con",
            "Aux.csv",
            "nul.tar.gz",
            "com1",
            "LPT9.txt",
            "COM¹",
            "con .txt",
            "a.",
            "a ",
            "a:b",
            "a*",
            "a?",
            "a\"",
            "a<b",
            "a|b",
            "a\u{7}",
        ] {
            assert!(!is_portable(bad), "{bad:?}");
        }
    }
}
