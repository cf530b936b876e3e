//! What guards the book, in Chinese.

use std::time::Duration;

use crate::domain::id::Id;
use crate::domain::subject::Part;
use crate::render::words::GuardNote;

/// What was found, or why nothing was written.
pub fn note(note: &GuardNote) -> String {
    match note {
        GuardNote::Open { path, who: Some(who), .. } => format!("{path} 正被打开：{who}"),
        GuardNote::Open { path, who: None, .. } => format!("{path} 正被打开"),
        GuardNote::Meddled { files, .. } if files.is_empty() => {
            "上次写入多个文件时中断，且中断前的登记无法读取".to_owned()
        }
        GuardNote::Meddled { files, .. } => format!(
            "上次写入多个文件时中断，下列文件既非写入前、也非写入后的内容：{}",
            files.join("、")
        ),
        GuardNote::Finished(files) => format!("已补完上次中断的写入：{}", files.join("、")),
        GuardNote::Saved(path) => format!("替换文件时有人保存了该文件，其内容存于 {path}"),
        GuardNote::Fault { changed: false } => "ledger 本身出错（见上），未作任何改动".to_owned(),
        GuardNote::Fault { changed: true } => {
            "ledger 本身出错（见上），出错前已写入台账".to_owned()
        }
        GuardNote::ClockBehind(by) => format!("本机时钟比上次写入的时间早{}", span(*by)),
        GuardNote::Network { path, kind } => {
            format!("{path} 位于网络文件系统（{kind}），两台计算机可能相互覆盖")
        }
        GuardNote::Gone { parts, .. } => {
            let parts: Vec<_> = parts.iter().map(part).collect();
            format!("最近一次提交中有、现台账中没有：{}", parts.join("、"))
        }
        GuardNote::Twin(id) => format!("已有相同内容：{id}"),
        GuardNote::TwinEntry { id, key } => format!("{id} 当日已有相同记录：{key}"),
        GuardNote::OtherRequest { request, recorded } => {
            let ids: Vec<_> = recorded.iter().map(Id::to_string).collect();
            format!("请求 {request} 已登记于 {}，未登记于其余各项", ids.join("、"))
        }
    }
}

/// What to do about it.
pub fn help(note: &GuardNote) -> Option<String> {
    Some(match note {
        GuardNote::Open { mark, .. } => {
            format!("请在该处保存并关闭；如确无人打开，删除 {mark}")
        }
        GuardNote::Meddled { journal, .. } => {
            format!("用 `git diff` 核对并改好这些文件，再删除 {journal}")
        }
        GuardNote::Saved(_) => "请与台账核对，之后删除".to_owned(),
        GuardNote::Fault { changed: false } => "请重试；如再次出现，请报告开发者".to_owned(),
        GuardNote::Fault { changed: true } => {
            "请用 `git diff` 查看写入了什么，运行 `ledger check`，并报告开发者".to_owned()
        }
        GuardNote::ClockBehind(_) => "请校准时钟：日期取自时钟".to_owned(),
        GuardNote::Network { .. } => {
            "请在本机的克隆中办理，或用 --allow-network-fs 允许写入".to_owned()
        }
        GuardNote::Gone { paths, .. } => format!(
            "用 `git checkout HEAD -- {}` 取回，或从 `git show HEAD:文件` 中摘取；如确应删去，先提交这些文件",
            paths.join(" ")
        ),
        GuardNote::Twin(_) => "未写入；如为另一项，请在文字上区分".to_owned(),
        GuardNote::TwinEntry { .. } => "未写入；如确有两次，请用 --text 说明".to_owned(),
        GuardNote::OtherRequest { .. } => "每个请求请用各自的请求号".to_owned(),
        GuardNote::Finished(_) => return None,
    })
}

/// A part of a problem.
pub fn part((id, part): &(Id, Part)) -> String {
    match part {
        Part::Problem => id.to_string(),
        Part::Indicator(name) => format!("{id} 的指标“{name}”"),
        Part::Measure(no) => format!("{id}.{no}"),
        Part::Entry(key) => format!("{id} 的记录 {key}"),
    }
}

fn span(by: Duration) -> String {
    match by.as_secs() / 3_600 {
        0..48 => format!("{}小时", by.as_secs() / 3_600),
        hours => format!("{}天", hours / 24),
    }
}
