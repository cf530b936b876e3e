//! Failures and remarks in Chinese.

use super::refusals::refusal;
use super::stands::reading;
use super::{
    checks, echoes, edit, export, findings, giving, guard, limits, merging, minutes, names, past,
    sheets, taking, verify,
};
use crate::complaint::Doing;
use crate::domain::book::Lang;
use crate::domain::day::Day;
use crate::domain::id::Id;
use crate::domain::limit::{self, Kind};
use crate::domain::notice::LaterNotice;
use crate::render::words::{Message, Wrong, full_day, office_remark};

/// What is said.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn message(message: &Message) -> String {
    match message {
        Message::NoBook => "当前目录及其上级目录中没有台账（ledgers/book.toml）".to_owned(),
        Message::NoLedger { name, .. } => format!("没有名为“{name}”的台账"),
        Message::WhichLedger(names) => format!("未指明是哪一本台账：{}", names.join("、")),
        Message::BadLedgerName(name) => format!("“{name}”不能用作台账名称"),
        Message::RangeTooLong { range, most } => format!("{range} 超过{most}个编号"),
        Message::PeriodToCome { from, today } => {
            format!("该期自{from}起，晚于{today}，尚未开始")
        }
        Message::OutputInBook(path) => format!("{path} 在台账目录内，会混进台账"),
        Message::NoMoney => "追缴金额应大于零".to_owned(),
        Message::NoProblem(id) => format!("没有编号为 {id} 的问题"),
        Message::NotAMeasure(id) => format!("{id} 是一项措施，此处应写问题编号"),
        Message::FileIsForReading => "-f 只用于读取，不能用于登记".to_owned(),
        Message::Missing(options) => format!("缺少 {}", options.join("、")),
        Message::OnlyADuty(options) => format!("只有定期事项才写 {}", options.join("、")),
        Message::EndsBeforeBegin { from, until } => {
            format!("--until {until} 早于 --from {from}")
        }
        Message::WhoIsIt => "未写明经办单位或经办人".to_owned(),
        Message::LimitUnclear { words, reading: how } => {
            format!("时限“{words}”不能直接登记：{}", reading(how))
        }
        Message::NewLimitUnclear { id, words, reading: how } => {
            format!("{id} 新时限“{words}”不能直接登记：{}", reading(how))
        }
        Message::DaysDiffer { words, days } => {
            let days: Vec<_> = days.iter().map(|(id, day)| format!("{id} 为{day}")).collect();
            format!("按“{words}”推算，日期各不相同：{}", days.join("、"))
        }
        Message::IndicatorTwice(name) => format!("指标“{name}”写了两次"),
        Message::UndeclaredUnit { name, .. } => format!("book.toml 中没有单位“{name}”"),
        Message::UndeclaredPerson { name, .. } => format!("book.toml 中没有人员“{name}”"),
        Message::NoSuchUnit { name, .. } => format!("没有单位“{name}”"),
        Message::NoSuchPerson { name, .. } => format!("没有人员“{name}”"),
        Message::NoEvidenceFile(path) => format!("佐证材料不存在，或不是文件：{path}"),
        Message::EvidenceOutside(path) => format!("佐证材料不在台账目录内：{path}"),
        Message::Refused { id, refusals } => {
            let reasons: Vec<_> =
                refusals.iter().map(|why| format!("  · {}", refusal(why))).collect();
            format!("{id} 不能登记：\n{}", reasons.join("\n"))
        }
        Message::NoticeLater { notice: LaterNotice { id, number, on: later }, on } => {
            format!("{id} 已于{later}发出督办 {number}，不能再补发{on}的督办")
        }
        Message::WouldBeWrong { id, wrongs } => {
            let reasons: Vec<_> = wrongs.iter().map(wrong).collect();
            format!("{id} 不能登记，登记后会自相矛盾：\n{}", reasons.join("\n"))
        }
        Message::UnknownTimezone(name) => format!("无法识别时区“{name}”"),
        Message::UnknownEnding(path) => format!("无法从文件名判断格式：{path}"),
        Message::Unexported(what) => export::unexported(*what).0.to_owned(),
        Message::System { doing: what, path, said } => {
            format!("{}失败：{path}（{said}）", doing(*what))
        }
        Message::Busy { holder } if holder.is_empty() => "另一个程序正在写台账".to_owned(),
        Message::Busy { holder } => format!("另一个程序正在写台账（{holder}）"),
        Message::Changed(path) => format!("{path} 刚被他人修改，本次未作任何改动"),
        Message::Exists(path) | Message::OutputExists(path) => format!("{path} 已经存在"),
        Message::NotDurable(path) => format!("{path} 已写入，但不能保证断电后仍在"),
        Message::ReadOnly(path) => format!("{path} 是只读文件"),
        Message::Outside(path) => format!("{path} 指向台账目录以外"),
        Message::HardLink(path) => format!("{path} 还有另一个硬链接，改写会使两者脱节"),
        Message::NotRegular(path) => format!("{path} 不是普通文件"),
        Message::SelfCheck(path) => format!("自检未通过，{path} 未作改动（这是本程序的缺陷）"),
        Message::Partly(files) => format!("只写入了一部分文件：{}", files.join("、")),
        Message::Comments(files) => {
            format!("下列文件含有注释，表格中无处可放：{}", files.join("、"))
        }
        Message::Git(said) => format!("git 未能答复：{said}"),
        Message::NoPast(why) => past::why(why),
        Message::Committed(what) => minutes::committed(what),
        Message::Proof(proof) => verify::proof(proof),
        Message::NoNumberLeft => "编号已用尽".to_owned(),
        Message::Understood { day, today, sustained, provisional, notes } => {
            understood(*day, *today, *sustained, *provisional, notes)
        }
        Message::EveryUnclear { words, reading: how } => {
            format!("“{words}”推算不出期次：{}", reading(how))
        }
        Message::NotOfADuty(options) => format!("定期事项不写 {}", options.join("、")),
        Message::NextOccurrence { id, next, rests, event, missed, today } => {
            occurrence(id.as_ref(), next.map(|day| (day, *rests)), *event, *missed, *today)
        }
        Message::MeasureAfterProblem { measure, problem } => {
            format!("措施的截止日期{measure}晚于问题的截止日期{problem}，请核对")
        }
        Message::Recorded { act, ids } => format!("已登记{}：{}", names::act(*act), joined(ids)),
        Message::Echo(echo) => echoes::echo(echo),
        Message::OnePerson(id) => format!("{id} 由一人销号：按现行规定不要求第二人核查"),
        Message::NothingWritten => "已退出，没有写入任何内容".to_owned(),
        Message::Made(files) => format!("已建立：{}", files.join("、")),
        Message::Converted { written, removed } => {
            format!("已转换：写入{written}个文件，移除{removed}个文件")
        }
        Message::HasThatForm => "该台账已是这种形式，未作改动".to_owned(),
        Message::Merge(note) => merging::note(note),
        Message::Check(note) => checks::note(note),
        Message::Guard(note) => guard::note(note),
        Message::Edit(note) => edit::note(note),
        Message::NoTopic { word, .. } => edit::no_topic(word),
        Message::OfficeRemark { path, remark } => {
            format!("{path}：{}", office_remark(Lang::Zh, remark))
        }
        Message::Taking(note) => taking::note(note),
        Message::Giving(note) => giving::note(note),
        Message::SheetRemarks { path, remark, lines } => {
            format!("{path}：{}（{}）", sheets::sheet(*remark), rows(lines))
        }
    }
}

/// What would be wrong, with the entry that would stand wrong.
fn wrong(wrong: &Wrong) -> String {
    let entry = wrong.entry.map(|(on, act, key)| format!("{on}的{}（{key}）：", names::act(act)));
    let (what, help) = (findings::message(&wrong.fact), findings::help(&wrong.fact));
    format!("  · {}{what}；{help}", entry.unwrap_or_default())
}

/// What to do about it.
pub fn help(message: &Message) -> Option<String> {
    let help = match message {
        Message::NoPast(why) => past::help(why).to_owned(),
        Message::Committed(what) => return minutes::help(what),
        Message::RangeTooLong { .. } => "分几次登记".to_owned(),
        Message::PeriodToCome { .. } => "用 --period 指明已开始的期间".to_owned(),
        Message::OutputInBook(_) => "写到别的目录".to_owned(),
        Message::NoBook => "用 `ledger init` 新建，或用 -C 指明目录".to_owned(),
        Message::Check(note) => return checks::help(note),
        Message::Guard(note) => return guard::help(note),
        Message::Edit(note) => return edit::help(note),
        Message::NoTopic { nearest, .. } => edit::known_topic(nearest.as_deref()),
        Message::Taking(note) => return taking::help(note),
        Message::Giving(note) => return giving::note_help(note),
        Message::WhichLedger(_) => "用 -l 指明，或在 book.toml 中写 ledger = \"…\"".to_owned(),
        Message::BadLedgerName(_) => {
            "台账名称用文字、数字、- 和 _，不超过64字节；book、files、maps、templates 除外，也不用 con、nul、com1 等 Windows 设备名".to_owned()
        }
        Message::FileIsForReading => "请在台账目录内登记，用 -l 指明台账".to_owned(),
        Message::OnlyADuty(_) => "加写 --kind duty，或不写这些选项".to_owned(),
        Message::WhoIsIt => {
            "用 --by 写明；或在 book.toml 的人员下写 git = [\"邮箱\"]，以 git 的 user.email 为准"
                .to_owned()
        }
        Message::EveryUnclear { reading, .. } if reading.kind == Kind::NoStart => {
            "用 --from 写明起始日期".to_owned()
        }
        Message::EveryUnclear { .. } => {
            "只写周期，一个事项一个周期，如 每月5日前；起止日期用 --from、--until；只办一次的，登记为问题并写 --limit".to_owned()
        }
        Message::NotOfADuty(_) => "周期用 --every，起止日期用 --from、--until".to_owned(),
        Message::LimitUnclear { words, reading } if reading.kind == Kind::Recurring => {
            format!("用 `ledger add --kind duty --every '{words}'` 登记为定期事项，或用 --due 写明日期，如 --due 2022-10-31")
        }
        Message::LimitUnclear { .. } => "用 --due 写明日期，如 --due 2022-10-31".to_owned(),
        Message::NewLimitUnclear { .. } => {
            "用 --due 写明日期，如 --due 2022-11-30；从现截止日期起算的，写作 延期一个月".to_owned()
        }
        Message::DaysDiffer { .. } => "分别登记，或用 --due 写明同一日期".to_owned(),
        Message::NoticeLater { .. } => {
            "用 --on 写该日或以后的日期；那份督办发错的，先用 `ledger void` 更正".to_owned()
        }
        Message::EvidenceOutside(_) => "请先放入台账目录的 files 下".to_owned(),
        Message::UnknownTimezone(_) => "写 IANA 名称，如 timezone = \"Asia/Shanghai\"".to_owned(),
        Message::UnknownEnding(_) => {
            "文件名以 .txt、.csv、.json、.md、.html、.docx 或 .xlsx 结尾，或用 -O 指明".to_owned()
        }
        Message::Unexported(what) => export::unexported(*what).1.to_owned(),
        Message::Busy { .. } => "稍后再试；--lock-timeout 可设等待秒数".to_owned(),
        Message::OutputExists(_) => "用 --force 替换，或另取文件名".to_owned(),
        Message::Changed(_) => "请重试".to_owned(),
        Message::Comments(_) => "用 --drop-comments 舍去注释".to_owned(),
        Message::Partly(_) => "请用 git status 查看，并用 git 恢复".to_owned(),
        Message::Merge(note) => return merging::help(note),
        _ => return name(message),
    };
    Some(help)
}

/// What to do about a name that nobody knows.
fn name(message: &Message) -> Option<String> {
    match message {
        Message::NoLedger { nearest: Some(name), .. }
        | Message::NoSuchUnit { nearest: Some(name), .. }
        | Message::NoSuchPerson { nearest: Some(name), .. }
        | Message::UndeclaredUnit { nearest: Some(name), .. }
        | Message::UndeclaredPerson { nearest: Some(name), .. } => {
            Some(format!("是否为“{name}”？"))
        }
        Message::NoLedger { nearest: None, .. } => Some("用 `ledger init 名称` 新建".to_owned()),
        Message::UndeclaredUnit { name, nearest: None } => {
            Some(format!("如确有其名，请在 book.toml 中写 [unit.\"{name}\"]"))
        }
        Message::UndeclaredPerson { name, nearest: None } => {
            Some(format!("如确有其人，请在 book.toml 中写 [person.\"{name}\"]"))
        }
        _ => None,
    }
}

fn understood(
    day: Option<Day>,
    today: Day,
    sustained: bool,
    provisional: bool,
    notes: &[limit::Note],
) -> String {
    let mut parts = Vec::new();
    if let Some(day) = day {
        let left = today.days_until(day);
        let when =
            if left >= 0 { format!("还有{left}天") } else { format!("已过{}天", -left) };
        parts.push(format!("{}，{when}", full_day(Lang::Zh, day)));
    }
    parts.extend(notes.iter().map(limits::note));
    if sustained {
        parts.push("长期坚持".to_owned());
    }
    if provisional {
        parts.push("当年放假安排尚未公布，日期暂定".to_owned());
    }
    format!("→ {}", parts.join("；"))
}

fn occurrence(
    id: Option<&Id>,
    next: Option<(Day, bool)>,
    event: bool,
    missed: usize,
    today: Day,
) -> String {
    let before = id.map_or_else(|| "→ ".to_owned(), |id| format!("{id} "));
    let missed = if missed == 0 { String::new() } else { format!("；未办{missed}期") };
    match next {
        Some((day, rests)) => {
            let rest = if rests { "；当日是休息日，不顺延" } else { "" };
            let left = today.days_until(day);
            format!("{before}下期{}，还有{left}天{rest}{missed}", full_day(Lang::Zh, day))
        }
        None if event => format!("{before}期次随事而定，无从推算{missed}"),
        None => format!("{before}此后没有期次{missed}"),
    }
}

fn joined(ids: &[Id]) -> String {
    ids.iter().map(Id::to_string).collect::<Vec<_>>().join("、")
}

fn doing(doing: Doing) -> &'static str {
    match doing {
        Doing::List => "列出目录",
        Doing::Read => "读取",
        Doing::Lock => "加锁",
        Doing::MakeFolder => "建立目录",
        Doing::Write => "写入",
        Doing::Replace => "替换",
        Doing::Remove => "删除",
    }
}

/// The first lines, and how many there are.
fn rows(lines: &[usize]) -> String {
    let shown: Vec<_> = lines.iter().take(5).map(usize::to_string).collect();
    let rest = if lines.len() > 5 { format!("等{}行", lines.len()) } else { String::new() };
    format!("第{}行{rest}", shown.join("、"))
}
