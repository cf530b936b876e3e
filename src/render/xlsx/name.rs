//! Names of sheets: what a spreadsheet takes as one, and no name twice.

/// Characters of a name, as a spreadsheet counts them: units of UTF-16.
const LONGEST: usize = 31;

/// The names given so far, in small letters, since a spreadsheet does not tell `A` from `a`.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: Vec<String>,
}

impl Names {
    /// Makes a name out of what is asked for, else out of `otherwise`, and remembers it.
    pub(super) fn give(&mut self, asked: &str, otherwise: &str) -> String {
        let valid = valid(asked);
        let base = if valid.is_empty() { otherwise.to_owned() } else { valid };
        let numbered = (2_u32..).map(|number| {
            let ending = format!(" ({number})");
            format!("{}{ending}", shortened(&base, LONGEST - ending.len()))
        });
        let mut names = std::iter::once(shortened(&base, LONGEST).to_owned()).chain(numbered);
        let free = names.find(|name| !self.given.contains(&name.to_lowercase()));
        let name = free.unwrap_or(base);
        self.given.push(name.to_lowercase());
        name
    }
}

/// Without what no name may have: some signs, and `'` at its ends. `History` is a name that Excel keeps for itself.
fn valid(asked: &str) -> String {
    let sign = |c: char| if r"[]:*?/\".contains(c) || c.is_control() { '-' } else { c };
    let name: String = asked.chars().map(sign).collect();
    let name = name.trim_matches(|c: char| c.is_whitespace() || c == '\'');
    if name.eq_ignore_ascii_case("history") { format!("{name}_") } else { name.to_owned() }
}

fn shortened(name: &str, most: usize) -> &str {
    let mut units = 0;
    let end = name.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > most
    });
    let name = end.map_or(name, |(end, _)| &name[..end]);
    name.trim_end_matches(|c: char| c.is_whitespace() || c == '\'')
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn a_name_is_one_that_a_spreadsheet_takes() {
        let mut names = Names::default();
        for (asked, given) in [
            ("逾期清单（截至2022-10-30）", "逾期清单（截至2022-10-30）"),
            ("a/b\\c:[d]*?", "a-b-c--d---"),
            ("'引用'", "引用"),
            ("", "表9"),
            ("'''", "表9 (2)"),
            ("History", "History_"),
            ("A", "A"),
            ("a", "a (2)"),
            ("甲\n乙", "甲-乙"),
        ] {
            assert_eq!(names.give(asked, "表9"), given);
        }
    }

    #[test]
    fn a_long_name_is_shortened_and_stays_unique() {
        let mut names = Names::default();
        let long = "甲".repeat(40);
        assert_eq!(names.give(&long, ""), "甲".repeat(31));
        assert_eq!(names.give(&long, ""), format!("{} (2)", "甲".repeat(27)));
        assert_eq!(names.give(&"😀".repeat(20), ""), "😀".repeat(15));
    }
}
