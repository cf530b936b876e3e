//! Where the lines of a title end: about as wide as each other, at places where a reader would end them, as the norm asks
//! (词意完整，排列对称).

use super::columns::set;
use crate::render::words::zh::title::{ABOUT, GOING_ON, LEADING_ON};

/// The width of a character of a title, in twips: 22 points. That of an English one is a little less.
pub(super) const TITLE: u32 = 440;

/// What one more line costs, beside the best places to end one.
const LINE: u32 = 40;
/// What it costs where nothing speaks for a place, and nothing against it.
const ANYWHERE: u32 = 60;
/// What it costs to end a line within brackets or quotation marks.
const WITHIN: u32 = 120;
/// What it costs for a line to have nothing in it, or twice an equal share; it grows with the square.
const UNEVEN: u32 = 200;

/// Returns the lines of a text in so many columns of half a character.
pub(super) fn lines(text: &str, room: u32) -> Vec<&str> {
    let room = room.max(8);
    if columns(text) <= room {
        return vec![text];
    }
    let places = places(text);
    let best_at = |places: &[(usize, u32)]| {
        let least = columns(text).div_ceil(room);
        let tried = (least..=least + 2).filter_map(|count| best(text, places, room, count));
        tried.min_by_key(|(cost, _)| *cost)
    };
    // Where a line has parts, no part is torn that need not be.
    let between: Vec<_> = places.iter().copied().filter(|(_, cost)| *cost == 0).collect();
    let Some((_, ends)) = best_at(&between).or_else(|| best_at(&places)) else {
        return vec![text];
    };
    let mut from = 0;
    let mut lines = Vec::new();
    for end in ends {
        lines.push(text[from..end].trim());
        from = end;
    }
    lines.push(text[from..].trim());
    lines
}

/// The cheapest way to part a text into so many lines, with the places where they end.
fn best(text: &str, places: &[(usize, u32)], room: u32, count: u32) -> Option<(u32, Vec<usize>)> {
    let share = columns(text).div_ceil(count);
    let cost_of = |from: usize, to: usize| {
        let wide = columns(text[from..to].trim());
        let off = wide.abs_diff(share).pow(2) * UNEVEN / share.pow(2).max(1);
        (wide <= room).then_some(off)
    };
    // The cheapest ways to have ended so many lines at each place.
    let mut ways: Vec<(usize, u32, Vec<usize>)> = vec![(0, LINE * (count - 1), Vec::new())];
    for _ in 1..count {
        let mut next: Vec<(usize, u32, Vec<usize>)> = Vec::new();
        for (place, price) in places {
            let way =
                ways.iter().filter(|(from, ..)| from < place).filter_map(|(from, sum, ends)| {
                    Some((sum + price + cost_of(*from, *place)?, ends))
                });
            if let Some((sum, ends)) = way.min_by_key(|(sum, _)| *sum) {
                let ends = ends.iter().copied().chain([*place]).collect();
                next.push((*place, sum, ends));
            }
        }
        ways = next;
    }
    let ended = ways
        .into_iter()
        .filter_map(|(from, sum, ends)| Some((sum + cost_of(from, text.len())?, ends)));
    ended.min_by_key(|(sum, _)| *sum)
}

/// The places where a line may end, and what it costs there.
fn places(text: &str) -> Vec<(usize, u32)> {
    let mut places = Vec::new();
    let mut depth = 0_u32;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if let Some(before) = before
            && let Some(cost) = cost(before, c, depth > 0)
        {
            let before_about = text[at..].starts_with(ABOUT);
            let cost = match &text[..at] {
                parted if parted.ends_with("· ") => 0,
                _ if before_about => cost.min(15),
                _ => cost,
            };
            places.push((at, cost));
        }
        if opens(c) {
            depth += 1;
        } else if closes(c) {
            depth = depth.saturating_sub(1);
        }
        before = Some(c);
    }
    places
}

/// What it costs to end a line between two characters; nothing where none may end there.
fn cost(before: char, behind: char, within: bool) -> Option<u32> {
    let latin = |c: char| c.is_alphanumeric() && c < '\u{2e80}';
    let word = |c: char| latin(c) || matches!(c, '.' | '/' | '-' | '%');
    if (word(before) && word(behind)) || opens(before) || closes(behind) {
        return None;
    }
    if "、，。；：,;:　 ·—".contains(behind) {
        return None;
    }
    if matches!(before, '　' | '·') {
        return Some(0);
    }
    // A number and what it counts stay together.
    if before.is_ascii_digit() || behind.is_ascii_digit() {
        return (before == ' ' || "、，".contains(before)).then_some(WITHIN);
    }
    let cost = match (before, behind) {
        _ if opens(behind) || closes(before) => 15,
        (' ', _) => 20,
        ('、' | '，' | '：' | '；', _) => 20,
        (_, behind) if GOING_ON.contains(behind) => ANYWHERE * 2,
        (before, _) if LEADING_ON.contains(before) => 25,
        _ => ANYWHERE,
    };
    Some(if within { cost + WITHIN } else { cost })
}

fn opens(c: char) -> bool {
    "（〔《“‘【([{".contains(c)
}

fn closes(c: char) -> bool {
    "）〕》”’】)]}".contains(c)
}

/// The columns of half a character that a text takes.
fn columns(text: &str) -> u32 {
    u32::try_from(set(text, false)).unwrap_or(u32::MAX / TITLE)
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_title_ends_its_lines_where_a_reader_would() {
        let title = "关于深入纠治医疗卫生领域腐败和作风问题专项行动（桂卫发〔2021〕10号）落实进展情况的通报";
        assert_eq!(
            lines(title, 40),
            [
                "关于深入纠治医疗卫生领域腐败和",
                "作风问题专项行动（桂卫发〔2021〕10号）",
                "落实进展情况的通报"
            ]
        );
        assert_eq!(lines("整改工作周报", 40), ["整改工作周报"]);
        let all = "题".repeat(41);
        let parts = lines(&all, 40);
        assert_eq!(parts.concat(), all);
        assert!(parts.iter().all(|line| line.chars().count() > 10), "{parts:?}");
    }

    #[test]
    fn a_line_below_it_ends_between_its_parts() {
        let line =
            "来源：自治区纪委监委　责任主体：自治区卫生健康委、自治区中医药局　截至2022年12月10日";
        assert_eq!(
            lines(line, 55),
            [
                "来源：自治区纪委监委",
                "责任主体：自治区卫生健康委、自治区中医药局",
                "截至2022年12月10日"
            ]
        );
        let week = "整改台账示例　2022年第49周（2022年12月5日至12月11日）";
        assert_eq!(lines(week, 55), ["整改台账示例", "2022年第49周（2022年12月5日至12月11日）"]);
        let english =
            "Source: Discipline Office · Owner: Health Commission · As of 10 December 2022";
        let parts = lines(english, 60);
        assert_eq!(parts.join(" "), english);
        assert!(parts[0].ends_with('·'), "{parts:?}");
    }
}
