//! The width of letters: Chinese type sets Latin letters, figures and signs in full width or in half.

/// Returns the narrow form of a full-width letter, digit or sign of ASCII; every other letter stays as it is.
pub fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::half_width;

    #[test]
    fn only_what_ascii_has_is_narrowed() {
        let made = |text: &str| text.chars().map(half_width).collect::<String>();
        assert_eq!(made("Ａｚ０９！～（：）"), "Az09!~(:)");
        assert_eq!(made("\u{3000}、。“甲"), "\u{3000}、。“甲");
    }
}
