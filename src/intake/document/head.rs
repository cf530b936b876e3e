//! The head of a paper: title, number, day of issue, whose it is, who found the problems, and the phases.

use std::ops::Range;

use super::genre;
use super::joins;
use super::labels;
use super::letters::ends_sentence;
use super::outline::Outline;
use super::segments::Segment;
use super::text::Text;
use super::times;
use crate::complaint::Grade;
use crate::domain::day::Day;

/// What the head says, as ranges of the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    pub(super) title: Option<Range<usize>>,
    /// 文号.
    pub(super) number: Option<Range<usize>>,
    pub(super) issued: Option<(Day, Range<usize>)>,
    pub(super) owner: Option<Range<usize>>,
    pub(super) source: Option<Range<usize>>,
    /// Whom it addresses.
    pub(super) addressee: Option<Range<usize>>,
}

/// A phase of a plan.
#[derive(Debug, Clone)]
pub(super) struct PhaseFound {
    pub(super) name: Range<usize>,
    pub(super) words: Option<Range<usize>>,
    pub(super) period: Option<times::Period>,
}

/// Reads the head.
pub(super) fn read(text: &Text, outline: &Outline) -> Facts {
    let opening = opening(text, outline);
    let lines = lines(text, &opening);
    let mut facts = Facts {
        number: lines.iter().find_map(|line| number(text, line)),
        issued: issued(text),
        ..Facts::default()
    };
    facts.addressee = lines
        .iter()
        .find(|line| {
            let words = text.words(line);
            let leads = ["如下", "汇报", "报告", "通报", "公布", "公示"];
            words.ends_with(':')
                && line.len() < 150
                && !leads.iter().any(|it| words.contains(it))
                && labels::at_start(words).is_none()
        })
        .map(|line| line.start..line.end - 1);
    facts.title = title(text, &lines);
    if let Some(title) = facts.title.clone() {
        facts.source = source(text, &title);
        // A plan has no owner in its title where the notice that brings it has one.
        let mut titles = lines.iter().filter(|line| joins::ends_as_title(text.words(line)));
        let owner = owner_in_title(text, &title);
        facts.owner = owner
            .or_else(|| titles.find_map(|line| owner_in_title(text, line)))
            .or_else(|| letterhead(text, &lines));
    }
    facts.source = facts.source.or_else(|| source(text, &opening));
    facts
}

/// What stands before the first number.
pub(super) fn opening(text: &Text, outline: &Outline) -> Range<usize> {
    0..outline.nodes.first().map_or(text.even().len(), |node| node.start)
}

fn lines(text: &Text, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut start = range.start;
    let mut lines = Vec::new();
    for line in text.words(range).split('\n') {
        if !line.is_empty() {
            lines.push(start..start + line.len());
        }
        start += line.len() + 1;
    }
    lines
}

/// The last title before the text: that of the plan itself, where a notice brings it. Lines of one title are put together.
fn title(text: &Text, lines: &[Range<usize>]) -> Option<Range<usize>> {
    /// A title has no more letters, and no more lines.
    const LONGEST: usize = 90;
    const LINES: usize = 3;
    let is_line = |line: &Range<usize>| {
        let words = text.words(line);
        let sign = |c: char| ends_sentence(c) || c == ':';
        words.chars().count() <= LONGEST && !words.contains(sign) && number(text, line).is_none()
    };
    let is_head = |words: &str| words.ends_with("文件") || joins::is_closing(words);
    let mut ends = lines.iter().enumerate().filter(|(_, line)| {
        let words = text.words(line);
        is_line(line) && joins::ends_as_title(words) && !is_head(words)
    });
    let Some((place, line)) = ends.next_back() else { return opening_title(text, lines) };
    let mut start = line.start;
    for above in lines[..place].iter().rev().take(LINES - 1) {
        let words = text.words(above);
        let own = text.words(&(start..line.end));
        // The lines of a title stand together, and only its first names whose it is.
        let complete = own.contains("关于") && !own.starts_with("关于");
        // 某局关于…反馈意见 is the first line of a title that goes on, whatever its last word.
        let goes_on = words.contains("关于") && !own.contains("关于") && !joins::is_of_paper(words);
        let other = joins::ends_as_title(words) && !goes_on;
        if !is_line(above) || other || complete || joins::is_date(words) {
            break;
        }
        start = above.start;
    }
    Some(text.trimmed(&(start..line.end), &[]))
}

/// A title that has lost the break behind it: 某方案为贯彻….
fn opening_title(text: &Text, lines: &[Range<usize>]) -> Option<Range<usize>> {
    let opens = ["为", "根据", "按照", "依据"];
    lines.iter().find_map(|line| {
        let sentence = text.words(line).split(['。', ',']).next()?;
        let mut ends = sentence.char_indices().skip(4).map(|(at, _)| at);
        let end = ends.find(|end| {
            let (title, rest) = sentence.split_at(*end);
            joins::ends_as_title(title) && opens.iter().any(|word| rest.starts_with(word))
        })?;
        Some(line.start..line.start + end)
    })
}

/// `某发〔2022〕15号`.
fn number(text: &Text, line: &Range<usize>) -> Option<Range<usize>> {
    let words = text.words(line);
    let bare = words.trim_matches(['(', ')']);
    let open = bare.find(['[', '('])?;
    let rest = &bare[open + 1..];
    let close = rest.find([']', ')'])?;
    let year = &rest[..close];
    let behind = rest[close + 1..].strip_suffix('号')?;
    let behind = behind.strip_prefix('第').unwrap_or(behind);
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = figures(year) && year.len() == 4 && figures(behind) && open > 0;
    let start = line.start + (words.len() - words.trim_start_matches('(').len());
    (is_number && bare.chars().count() < 40).then_some(start..start + bare.len())
}

/// The last line of the paper that is a day.
fn issued(text: &Text) -> Option<(Day, Range<usize>)> {
    let lines = lines(text, &(0..text.even().len()));
    lines.iter().rev().find_map(|line| {
        let words = text.words(line);
        let bare = words.strip_suffix("印发").unwrap_or(words);
        let bare = bare.trim_end_matches(')').trim_start_matches('(');
        let start = line.start + words.find(bare).unwrap_or(0);
        let day = Some(bare).filter(|_| joins::is_date(words)).and_then(times::whole_day);
        // 某局办公室2021年11月30日印发: the day ends the line.
        let day = day.map(|day| (day, start..start + bare.len()));
        day.or_else(|| {
            let place = words.strip_suffix("印发")?.find(|c: char| c.is_ascii_digit())?;
            let day = times::whole_day(&bare[place..])?;
            Some((day, line.start + place..line.start + bare.len()))
        })
    })
}

/// 某局关于…: whose paper it is.
fn owner_in_title(text: &Text, title: &Range<usize>) -> Option<Range<usize>> {
    let at = text.words(title).find("关于").filter(|at| *at > 0)?;
    let range = text.trimmed(&(title.start..title.start + at), &[]);
    (text.words(&range).chars().count() < 60).then_some(range)
}

/// 某局文件: the letterhead.
fn letterhead(text: &Text, lines: &[Range<usize>]) -> Option<Range<usize>> {
    lines.iter().find_map(|line| {
        let bare = text.words(line).strip_suffix("文件")?;
        let range = line.start..line.start + bare.len();
        (bare.chars().count() > 3).then_some(range)
    })
}

/// Bodies that find problems.
const FINDERS: [&str; 14] = [
    "巡察组",
    "巡视组",
    "督察组",
    "督导组",
    "检查组",
    "考核组",
    "审计局",
    "审计厅",
    "审计署",
    "审计组",
    "纪检监察组",
    "督查组",
    "巡查组",
    "评估组",
];

/// 关于区委第一巡察组…: who found the problems.
fn source(text: &Text, range: &Range<usize>) -> Option<Range<usize>> {
    let words = text.words(range);
    let at = FINDERS.iter().filter_map(|word| words.find(word).map(|at| at + word.len())).min()?;
    let stops = ["关于", "对", "被", "由", "接受", "按照", "根据", "日,", "向", "以来,", "组织"];
    let before = &words[..at];
    let begin = stops
        .iter()
        .filter_map(|word| before.rfind(word).map(|begin| begin + word.len()))
        .chain(
            before
                .rfind([',', '。', '\n', ':'])
                .map(|begin| begin + before[begin..].chars().next().map_or(1, char::len_utf8)),
        )
        .max()
        .unwrap_or(0);
    let name = &before[begin..];
    let plain = !name.contains(|c: char| c.is_ascii_digit());
    let letters = name.chars().count();
    (plain && (4..=24).contains(&letters)).then_some(range.start + begin..range.start + at)
}

/// Finds the phases of a segment.
pub(super) fn phases(
    text: &Text,
    outline: &Outline,
    segment: &Segment,
    plan: Option<i32>,
) -> Vec<PhaseFound> {
    let mut found = Vec::new();
    for node in segment.nodes.clone() {
        let it = &outline.nodes[node];
        let heading = text.words(&it.heading);
        let root = outline.root_of(node);
        let chapter = genre::chapter(text.words(&outline.nodes[root].heading));
        let dated = text.words(&it.own).split(['。', '\n']).next().is_some_and(|line| {
            let inner = line.split_once('(').map(|(_, rest)| rest.split(')').next());
            inner.flatten().is_some_and(|inner| inner.contains('月'))
        });
        let in_steps = chapter == genre::Chapter::Phases && it.parent == Some(root) && dated;
        if !genre::is_phase(heading) && !in_steps {
            continue;
        }
        let open = heading.find('(').unwrap_or(heading.len());
        let name = &heading[..open];
        // 第一阶段：动员部署 has its name behind the colon.
        let rest = text.words(&(it.heading.start..it.own.end));
        let line = rest.split(['。', '\n']).next().unwrap_or_default();
        let numbered = name.starts_with('第');
        let full = line.split(['(', ',']).next().unwrap_or_default();
        let name = if numbered && full.chars().count() <= 24 { full } else { name };
        let name = text.trimmed(&(it.heading.start..it.heading.start + name.len()), &[':']);
        let behind = it.heading.start + line.find('(').unwrap_or(name.len());
        let words = text.words(&(behind..it.heading.start + line.len()));
        let words = match words.strip_prefix('(') {
            Some(inner) => inner.split(')').next(),
            None => words.trim_start_matches([':', ',']).split([',', ';']).next(),
        };
        let words = words.unwrap_or_default();
        let start = behind + text.words(&(behind..it.own.end)).find(words).unwrap_or(0);
        let dated = words.contains('月') && words.chars().count() < 30;
        let range = dated.then(|| start..start + words.len());
        let period = range.as_ref().and_then(|range| times::period(text.words(range), plan));
        found.push(PhaseFound { name, words: range, period });
    }
    found
}

/// The grade of a phase's days.
pub(super) fn grade(phase: &PhaseFound) -> Grade {
    match phase.period {
        Some(period) if period.inferred => Grade::Inferred,
        None if phase.words.is_some() => Grade::Damaged,
        _ => Grade::Heading,
    }
}

/// The name of an issuer; of several that only a blank parts, all.
pub(super) fn names(text: &Text, range: &Range<usize>) -> String {
    let words = text.words(range);
    // A title with a blank between all its letters is parted nowhere.
    let parted = words.char_indices().filter(|(at, _)| text.is_parted(range.start + at)).count();
    if parted * 2 > words.chars().count() {
        return text.shown(range);
    }
    let mut names = String::new();
    let mut start = 0;
    for (at, _) in words.char_indices().skip(1) {
        let parted = text.is_parted(range.start + at);
        if parted && super::units::is_unit(&words[start..at]) && at - start > 6 {
            names += &text.shown(&(range.start + start..range.start + at));
            names.push('、');
            start = at;
        }
    }
    names + &text.shown(&(range.start + start..range.end))
}
