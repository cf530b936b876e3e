//! Lines that have a place of their own on paper: who signs on which day, and values behind their labels.

use super::columns::set;
use super::page::CHARACTER;
use super::paragraph::Indent;

/// The norm's distance of the day from the right edge, in hundredths of a character.
const DAY: u32 = 400;

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
    u32::try_from(set(text, false)).unwrap_or(u32::MAX / CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::{hanging, signature};
    use crate::render::docx::paragraph::Indent;

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
