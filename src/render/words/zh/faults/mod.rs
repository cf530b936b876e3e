//! The faults of files in Chinese: what is wrong. What to do about it stands in `help`.

mod cells;
mod help;
mod kinds;
mod office;

pub use help::{help, label};

use crate::complaint::Fault;
use crate::domain::amendment::BadAmendment;
use crate::domain::book::Lang;
use crate::domain::evidence::BadEvidence;
use crate::render::inert_line;
use crate::render::words::toml::slip;
use crate::render::words::unit_form;
use crate::render::words::zh::{giving, names, toml};
use crate::render::words::{act_in_files, code, codes};

/// What is wrong, in a line without a full stop.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn message(fault: &Fault) -> String {
    match fault {
        Fault::NotUtf8 { offset, .. } => {
            format!("文件不是 UTF-8 编码（从第{}个字节起）", offset + 1)
        }
        Fault::Utf16 => "文件是 UTF-16 编码".to_owned(),
        Fault::Nul => "文件里有空字符（NUL）".to_owned(),
        Fault::Control(c) => format!("文件里有看不见的控制字符 U+{:04X}", u32::from(*c)),
        Fault::LoneCarriageReturn => "行尾只有回车（CR），没有换行（LF）".to_owned(),
        Fault::ConflictMarker => "文件里还留着 git 合并冲突的标记".to_owned(),
        Fault::Toml { message, wide_quote: true } => {
            format!("这里用了中文引号（{}）", inert_line(message))
        }
        Fault::Toml { message, wide_quote: false } => {
            format!("{}（{}）", toml::message(slip(message)), inert_line(message))
        }
        Fault::UnknownKey { key, table, .. } => {
            format!("{}里没有 {} 这个键", kinds::table(*table), code(key))
        }
        Fault::MissingKeys { table, keys } => {
            format!("{}缺少 {}", kinds::table(*table), codes(Lang::Zh, keys))
        }
        Fault::KeyNotOfAct { key, act } => {
            format!("{}（{}）的记录不用 {}", names::act(*act), act_in_files(*act), code(key))
        }
        Fault::WrongKind { key, expected } => {
            format!("{} 写得不对，应为{}", code(key), kinds::expected(*expected))
        }
        Fault::WrongWord { key, word, .. } => format!("{} 不能是 {}", code(key), code(word)),
        Fault::EmptyText { key } => format!("{} 没有内容", code(key)),
        Fault::BarInName { key } => format!("{} 的名称里有竖线 |", code(key)),
        Fault::FloatMoney => "金额不能写成不带引号的小数".to_owned(),
        Fault::DayOutOfRange => "日期不在1990-01-01到2099-12-31之间".to_owned(),
        Fault::Evidence(BadEvidence::Empty) => "佐证材料没有写路径".to_owned(),
        Fault::Evidence(BadEvidence::Path) => "佐证材料的路径不合规定".to_owned(),
        Fault::Evidence(BadEvidence::Hash) => "佐证材料的 SHA-256 写得不对".to_owned(),
        Fault::Amendment(BadAmendment::Field) => "这一项不能勘误".to_owned(),
        Fault::Amendment(BadAmendment::Place) => "勘误的对象不对：问题和措施弄反了".to_owned(),
        Fault::Amendment(BadAmendment::Value(expected)) => {
            format!("勘误后的内容应为{}", kinds::amended(*expected))
        }
        Fault::MeasureTwice(no) => format!("措施号{no}用了两次"),
        Fault::KeyTwice(key) => format!("记录码 {} 用了两次", code(&key.to_string())),
        Fault::IndicatorTwice(name) => format!("指标 {} 写了两次", code(name)),
        Fault::PhaseTwice(name) => format!("阶段 {} 写了两次", code(name)),
        Fault::PolicyTwice(Some(day)) => format!("有两份规定都自{day}起施行"),
        Fault::PolicyTwice(None) => "有两份规定都未写起始日期".to_owned(),
        Fault::RungTwice(days) => format!("督办阶梯中有两级都在到期后{days}天"),
        Fault::NoSuchMeasure(no) => format!("这个问题没有措施{no}"),
        Fault::NoSuchIndicator(name) => format!("这个问题没有指标 {}", code(name)),
        Fault::NoSuchEntry(key) => format!("这个问题没有记录 {}", code(&key.to_string())),
        Fault::VoidsItself => "更正的对象是这条更正自己".to_owned(),
        Fault::EndsBeforeBegin => "结束的日期早于开始的日期".to_owned(),
        Fault::UnclosedQuote => "这个引号没有闭合".to_owned(),
        Fault::TextAfterQuote => "右引号后面还有内容".to_owned(),
        Fault::QuoteInCell => "单元格中间有引号".to_owned(),
        Fault::RowLength { expected, found } => {
            format!("表头有{expected}列，这一行有{found}列")
        }
        Fault::ColumnTwice(name) => format!("列 {} 出现了两次", code(name)),
        Fault::EmptyColumn => "有一列没有列名".to_owned(),
        Fault::MissingColumn(name) => match *name {
            "record" => "缺少“记录”（`record`）列".to_owned(),
            "no" => "缺少“编号”（`no`）列".to_owned(),
            "seq" => "缺少“序”（`seq`）列".to_owned(),
            other => format!("缺少列 {}", code(other)),
        },
        Fault::CellNotOfRecord { column, table } => {
            format!("{}这样的行不填 {} 列", kinds::table(*table), code(column))
        }
        Fault::SeqTwice(seq) => format!("顺序号（seq）{seq}用了两次"),
        Fault::NumberTwice(no) => format!("问题{no}出现了两次"),
        Fault::NoSuchProblem(no) => format!("这一行属于问题{no}，表里却没有问题{no}"),
        Fault::EmptyRow => "空行".to_owned(),
        Fault::Form(fault) => unit_form::fault(Lang::Zh, fault),
        Fault::NoProblemColumn { .. } => "认不出哪一列是问题".to_owned(),
        Fault::FileName { expected } => format!("文件名应是 {}", code(expected)),
        Fault::LedgerName(name) => format!("{} 不能作台账的名称", code(name)),
        Fault::LedgerNameCase(name) => format!("这个名称与台账 {} 只差大小写", code(name)),
        Fault::LedgerTwice(name) => format!("台账 {} 既有文件夹，又有表格", code(name)),
        Fault::NoHead { expected } => format!("缺少台账首页 {}", code(expected)),
        Fault::NoTable { expected } => format!("只有首页，缺少表格 {}", code(expected)),
        Fault::NotRegular => "不是普通的文件或文件夹，或者指向别处".to_owned(),
        Fault::MissingOneOf { table, keys } => {
            format!("{}至少要写 {} 之一", kinds::table(*table), codes(Lang::Zh, keys))
        }
        Fault::KeyOfDuty { key } => format!("只有定期事项（duty）才写 {}", code(key)),
        Fault::InlineTables { key } => format!("{} 写成了行内表，无法在后面添加", code(key)),
        Fault::UnknownEncoding(label) => format!("没有叫 {} 的编码", code(label)),
        Fault::NotInEncoding { encoding, offset } => {
            format!("文件不是 {encoding} 编码（第{offset}个字节处读不出）")
        }
        Fault::StrayFile => "这里不该有这样的文件或文件夹".to_owned(),
        Fault::Cell(bad) => cells::cell(*bad).to_owned(),
        Fault::Map(bad) => cells::map(bad),
        Fault::Foreign(foreign) => office::foreign(*foreign).to_owned(),
        Fault::Package { part, bad } => office::package(part, bad),
        Fault::Office(bad) => office::office(bad),
        Fault::Damaged(damage) => office::damage(*damage).to_owned(),
        Fault::TooMuch(excess) => office::excess(excess),
        Fault::OneColumn(_) => "看起来只有一列".to_owned(),
        Fault::Template(bad) => giving::bad(bad),
    }
}
