//! The words of bulletins in Chinese.

use super::changes;
use super::papers::{day, states};
use crate::domain::acts::State;
use crate::domain::day::Day;
use crate::domain::entry::ActKind;
use crate::domain::money::Money;
use crate::domain::term::{Rhythm, Term};
use crate::render::words::bulletin::BulletinLabel;
use crate::render::words::paper::share;
use crate::reports::bulletin::{Bulletin, Occurred};
use crate::reports::diff::Kind;
use crate::reports::paper::Called;

/// A heading or a label.
pub fn label(label: BulletinLabel) -> &'static str {
    match label {
        BulletinLabel::Overall => "总体情况",
        BulletinLabel::Units => "各单位情况",
        BulletinLabel::Happened => "本期变化",
        BulletinLabel::Overdue => "逾期未完成",
        BulletinLabel::Next => "下期到期",
        BulletinLabel::Figure => "指标",
        BulletinLabel::Now => "本期",
        BulletinLabel::Before => "上期",
        BulletinLabel::Change => "增减",
        BulletinLabel::NothingHappened => "本期没有变化。",
        BulletinLabel::NothingOverdue => "没有逾期。",
        BulletinLabel::NothingDue => "下期没有到期的事项。",
    }
}

/// What is counted of what happened, beside figures of how things stand.
pub fn counted_in_period(kind: Kind) -> String {
    match kind {
        Kind::New => "本期新增".to_owned(),
        kind => format!("本期{}", changes::kind(kind)),
    }
}

/// The title of a bulletin.
pub fn title(rhythm: Rhythm) -> &'static str {
    match rhythm {
        Rhythm::Week => "整改工作周报",
        Rhythm::Month => "整改工作月报",
        Rhythm::Quarter => "整改工作季报",
        Rhythm::Year => "整改工作年报",
        Rhythm::Days => "整改工作通报",
    }
}

/// A period, as the line below the title has it.
pub fn term(term: Term) -> String {
    let Term { from, until, rhythm } = term;
    match rhythm {
        Rhythm::Week => {
            let (year, week) = from.iso_week();
            format!("{year}年第{week}周（{}）", span(from, until))
        }
        Rhythm::Month => format!("{}年{}月", from.year(), from.month()),
        Rhythm::Quarter => {
            let names = ["一", "二", "三", "四"];
            let quarter = names[usize::try_from((from.month() - 1) / 3).unwrap_or(0).min(3)];
            format!("{}年第{quarter}季度", from.year())
        }
        Rhythm::Year => format!("{}年", from.year()),
        Rhythm::Days => span(from, until),
    }
}

/// Two days, the year said once where it is the same.
fn span(from: Day, until: Day) -> String {
    match (from == until, from.year() == until.year()) {
        (true, _) => day(from),
        (false, true) => format!("{}至{}月{}日", day(from), until.month(), until.day()),
        (false, false) => format!("{}至{}", day(from), day(until)),
    }
}

/// How things stand at the end of the period.
pub fn stand(report: &Bulletin<'_>) -> String {
    let figures = &report.figures.problems.total;
    let closed = figures.in_state(State::Closed).len();
    let rate = match figures.rated {
        0 => String::new(),
        rated => format!("，完成率{}", share(closed, rated)),
    };
    let states = states(Called::Both, figures);
    format!(
        "截至{}，台账共有问题和任务{}项，{}{rate}。",
        day(report.today),
        figures.all.len(),
        states.trim_end_matches('。')
    )
}

/// What happened in the period.
pub fn happened(report: &Bulletin<'_>) -> String {
    let count = |kind| report.happened.ids(kind).len();
    let act = |act| count(Kind::Act(act));
    let mut parts = vec![
        format!("新增{}项", count(Kind::New)),
        format!("报结{}项", act(ActKind::Done)),
        format!("销号{}项", act(ActKind::Close)),
        format!("新增逾期{}项", count(Kind::Overdue)),
    ];
    let others = [
        (ActKind::Return, "退回"),
        (ActKind::Reopen, "重启"),
        (ActKind::Extend, "延期"),
        (ActKind::Notice, "发督办"),
    ];
    let others = others.into_iter().filter(|(kind, _)| act(*kind) > 0);
    parts.extend(others.map(|(kind, name)| format!("{name}{}项", act(kind))));
    let recovered = report.happened.recovered;
    parts.extend((recovered > Money::ZERO).then(|| format!("追缴{recovered}")));
    format!("本期{}。", parts.join("，"))
}

/// How duties were met in the period.
pub fn duties(occurred: Occurred) -> String {
    let Occurred { met, late, missed } = occurred;
    format!(
        "定期事项本期应完成{}次，按期{met}次，迟报{late}次，未报{missed}次。",
        met + late + missed
    )
}

/// How the figures of a period are counted.
pub fn rule(term: Term, before: Term, told: Option<Day>) -> String {
    let cut = told.map(|today| format!("，本期尚未结束，只列至{}", day(today))).unwrap_or_default();
    format!(
        "本期为{}{cut}，上期为{}；变化按记录日期计，存量为期末数，问题和任务计数，定期事项另计。",
        span(term.from, term.until),
        span(before.from, before.until)
    )
}
