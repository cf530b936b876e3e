//! What merging says, in Chinese.

use super::{findings, names};
use crate::merge::{Clash, Conflict, Decided, Part, Side};
use crate::render::words::{MergeNote, Trouble};

/// What stands against merging a file.
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Clash(conflict) => conflict_words(conflict),
        Trouble::Wrong { no, fact } => {
            format!("第{no}号问题合并后有误：{}", findings::message(fact))
        }
        Trouble::Unreadable(None) => "共同祖先版本无法读取，只能按行合并".to_owned(),
        Trouble::Unreadable(Some(which)) => {
            format!("{}版本无法读取，只能按行合并", side(*which))
        }
        Trouble::Comment(text) => format!("对方的注释所在各行双方都有改动：{text}"),
        Trouble::Unwritable => "合并结果无法写入本方文件".to_owned(),
        Trouble::FileRemoved(which) => {
            format!("{}删除了此文件；编号只能撤销，不能删除", side(*which))
        }
        Trouble::OtherForm(which) => {
            format!("{}已转换台账的形式，现在两种形式并存", side(*which))
        }
        Trouble::Git(said) => format!("git 未能答复：{said}"),
    }
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Ours => "本方",
        Side::Theirs => "对方",
    }
}

fn conflict_words(Conflict { no, part, clash }: &Conflict) -> String {
    let before = no.map_or_else(String::new, |no| format!("第{no}号问题："));
    let of = match part {
        Part::Own => String::new(),
        other => format!("{}的", part_words(other)),
    };
    let what = match clash {
        Clash::BothChanged(key) => format!("双方都改了{of} `{key}`，且内容不同"),
        Clash::BothAdded => format!("双方都增加了{}，且内容不同", part_words(part)),
        Clash::Removed(which) => format!("{}删除了{}", side(*which), part_words(part)),
        Clash::EntryChanged => format!("{}被改动，而记录只增不改", part_words(part)),
        Clash::Reordered(which) => format!("{}移动了{}的位置", side(*which), part_words(part)),
        Clash::SameNumber { ours, theirs } => {
            format!("两个问题用了同一编号：“{ours}”（本方）、“{theirs}”（对方）")
        }
        Clash::ClosedVsChanged { side: which, act, other } => format!(
            "{}已登记{}，而{}同时有{of}{}",
            side(*which),
            names::act(*act),
            side(which.other()),
            decided(other)
        ),
        Clash::BothMoved { ours, theirs } => format!(
            "双方都改变了状态：{}（本方）、{}（对方）",
            names::act(*ours),
            names::act(*theirs)
        ),
        Clash::BothDecided { ours, theirs } => format!(
            "双方对{of}同一事项各有决定：{}（本方）、{}（对方）",
            decided(ours),
            decided(theirs)
        ),
        Clash::EnteredTwice { act, on } => {
            format!("双方都登记了{on}的同一笔{}，会重复计算", names::act(*act))
        }
        Clash::SameDay { ours, theirs, on } => format!(
            "{on}本方登记了{}，对方登记了{}，先后次序影响结果",
            names::act(*ours),
            names::act(*theirs)
        ),
    };
    format!("{before}{what}")
}

fn part_words(part: &Part) -> String {
    match part {
        Part::Own => "该问题".to_owned(),
        Part::Indicator(name) => format!("指标“{name}”"),
        Part::Measure(no) => format!("措施{no}"),
        Part::Entry(key) => format!("记录 {key}"),
        Part::Policy(Some(from)) => format!("{from}起的规定"),
        Part::Policy(None) => "未写日期的规定".to_owned(),
        Part::Phase(name) => format!("阶段“{name}”"),
        Part::Unit(name) => format!("单位“{name}”"),
        Part::Person(name) => format!("人员“{name}”"),
    }
}

fn decided(decided: &Decided) -> String {
    match decided {
        Decided::Entry { act, on } => format!("{on}的{}", names::act(*act)),
        Decided::Field(key) => format!("`{key}` 的改动"),
        Decided::Measure(no) => format!("措施{no}的增改"),
        Decided::Indicator(name) => format!("指标“{name}”的增删改"),
    }
}

/// What `ledger merge` says.
pub fn note(note: &MergeNote) -> String {
    match note {
        MergeNote::MergesByLedger => "git 已由本程序合并台账文件".to_owned(),
        MergeNote::MergingInstalled(lacks) => {
            format!("今后由本程序合并台账文件（已补上{}）", names::lacks(lacks))
        }
        MergeNote::MergingLacks(lacks) => {
            format!("git 仍按行合并台账文件（缺少{}）", names::lacks(lacks))
        }
        MergeNote::OtherAttributes => "别处的属性设置仍为台账文件指定了别的合并方式".to_owned(),
        MergeNote::NoMerge => {
            "没有可修复的合并：当前没有进行中的合并，最新提交也不是合并".to_owned()
        }
        MergeNote::NotInMerge(name) => format!("这次合并未涉及 {name}"),
        MergeNote::Mended(path) => format!("{path} 已逐项合并"),
        MergeNote::NothingToMend => "没有需要修复的内容".to_owned(),
        MergeNote::ChangedByHand(path) => format!("{path} 已不是 git 合并后的原样，未作改动"),
        MergeNote::NotMerged { path, troubles } => {
            let reasons: Vec<_> =
                troubles.iter().map(|it| format!("\n  - {}", trouble(it))).collect();
            format!("{path} 无法合并：{}", reasons.concat())
        }
        MergeNote::NoCollision(id) => format!("没有两个问题同用编号{}", id.no),
        MergeNote::SameTwice(id) => format!("{id} 是同一问题出现两次"),
        MergeNote::Renumbered { from, to, files } => {
            format!("后用编号 {from} 的问题改编为 {to}（已写入 {}）", files.join("、"))
        }
    }
}

/// What to do about it.
pub fn help(note: &MergeNote) -> Option<String> {
    let help = match note {
        MergeNote::MergingLacks(_) => "运行 `ledger merge --install`",
        MergeNote::Mended(_) | MergeNote::Renumbered { .. } => "核对后用 `git add` 并提交",
        MergeNote::OtherAttributes => {
            "用 `git check-attr --all ledgers/book.toml` 并查看 .git/info/attributes"
        }
        MergeNote::SameTwice(_) => {
            "由 git 合并造成的，运行 `ledger merge --repair`；否则删去其中一份"
        }
        MergeNote::ChangedByHand(_) => "仍要重新合并，请写明该文件",
        MergeNote::NotMerged { troubles, .. } => return Some(help_of(troubles)),
        _ => return None,
    };
    Some(help.to_owned())
}

fn help_of(troubles: &[Trouble]) -> String {
    let collision = troubles.iter().find_map(|it| match it {
        Trouble::Clash(Conflict { no, clash: Clash::SameNumber { .. }, .. }) => {
            Some(no.unwrap_or(0))
        }
        _ => None,
    });
    match collision {
        Some(no) => format!("为对方的问题另编号：`ledger merge --renumber {no}`"),
        None => match troubles {
            [Trouble::OtherForm(_)] => {
                "把另一方登记的内容录入要保留的形式，删去另一种，再运行 `ledger check`"
            }
            [Trouble::FileRemoved(_)] => {
                "保留文件并 `git add`；登记有误的，用 `ledger withdraw` 撤销"
            }
            _ => "在标记之间作出取舍，删去标记，再运行 `ledger check`",
        }
        .to_owned(),
    }
}
