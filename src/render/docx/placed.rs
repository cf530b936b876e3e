//! Lines that have a place of their own on paper: titles of several lines, and who signs on which day.

use super::columns::set;
use super::page::{CHARACTER, Page};
use super::paragraph::Indent;

/// The width of a character of a title, in twips: 22 points. That of an English one is a little less.
pub(super) const TITLE: u32 = 440;
/// The norm's distance of the day from the right edge, in hundredths of a character.
const DAY: u32 = 400;

/// Returns what keeps the lines of a title, or of a line below it, about as wide as each other, so that no single
/// character stands below it. A character is so many twips wide.
pub(super) fn balanced(title: &str, character: u32, page: Page) -> Option<Indent> {
    let (whole, room) = (columns(title) * character / 2, page.width());
    let lines = whole.div_ceil(room);
    if lines < 2 {
        return None;
    }
    // A character more than an equal share, since a line may not break everywhere.
    let wide = (whole.div_ceil(lines) + 2 * character).min(room);
    Some(Indent::Both((room - wide) / 2))
}

/// Returns how far each line of a signature stands from the right edge: the day, which is the last, by four
/// characters, and who signs in the middle above it.
pub(super) fn signature(lines: &[&str]) -> Vec<Indent> {
    let hundredths = |text: &&str| columns(text) * 50;
    let day = lines.last().map_or(0, hundredths);
    let right = |line: &&str| {
        let wide = hundredths(line);
        (2 * DAY + day).saturating_sub(wide) / 2
    };
    lines.iter().map(right).map(Indent::Right).collect()
}

/// Returns how far the values of facts stand from their labels' left edge, in twips.
pub(super) fn hanging<'a>(labels: impl Iterator<Item = &'a str>) -> u32 {
    const WIDEST: u32 = 20;
    let widest = labels.map(columns).max().unwrap_or(0).min(WIDEST);
    // The colon, and a blank in an English paper.
    (widest + 3) * CHARACTER / 2
}

/// The columns of half a character that a text takes.
fn columns(text: &str) -> u32 {
    u32::try_from(set(text, false)).unwrap_or(u32::MAX / TITLE)
}

#[cfg(test)]
mod tests {
    use super::{TITLE, balanced, hanging, signature};
    use crate::domain::book::Lang;
    use crate::render::document::Document;
    use crate::render::docx::page::Page;
    use crate::render::docx::paragraph::Indent;

    #[test]
    fn a_title_of_several_lines_has_no_single_character_below_it() {
        let page = Page::of(&Document::new(Lang::Zh));
        assert_eq!(balanced(&"题".repeat(20), TITLE, page), None);
        assert_eq!(
            balanced(&"题".repeat(21), TITLE, page),
            Some(Indent::Both((8844 - 4620 - 880) / 2))
        );
        assert_eq!(balanced(&"题".repeat(40), TITLE, page), Some(Indent::Both(0)));
    }

    #[test]
    fn who_signs_stands_above_the_middle_of_the_day() {
        let rights = signature(&["中共某县卫生健康局党组", "2022年12月1日"]);
        assert_eq!(rights, [Indent::Right(250), Indent::Right(400)]);
        assert_eq!(signature(&["2022年12月1日"]), [Indent::Right(400)]);
        assert_eq!(signature(&[]), []);
        // One that is much wider goes to the edge.
        assert_eq!(signature(&[&"某".repeat(28), "1日"])[0], Indent::Right(0));
    }

    #[test]
    fn values_stand_behind_the_widest_label() {
        assert_eq!(hanging(["今天", "台账名称"].into_iter()), 11 * 315 / 2);
        assert_eq!(hanging([].into_iter()), 3 * 315 / 2);
    }
}
