//! What to do about a fault, and what stands right under it, in Chinese.

use super::{cells, kinds, office};
use crate::complaint::Fault;
use crate::domain::amendment::{BadAmendment, Field};
use crate::domain::book::Lang;
use crate::domain::evidence::BadEvidence;
use crate::render::words::toml::slip;
use crate::render::words::unit_form;
use crate::render::words::zh::{giving, toml};
use crate::render::words::{code, codes};

const QUOTES: &str = "含逗号、引号、换行的单元格整个放在半角引号里，里面的引号写成两个 \"\"";

/// A few words right under the place.
pub fn label(fault: &Fault) -> Option<String> {
    match fault {
        Fault::WrongKind { expected, .. } => Some(kinds::example(*expected).to_owned()),
        Fault::UnknownKey { nearest: Some(key), .. } => Some(format!("是不是 {}？", code(key))),
        _ => None,
    }
}

/// What to do about it.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn help(fault: &Fault) -> Option<String> {
    let text = match fault {
        Fault::NotUtf8 { gb18030: true, .. } => {
            "这个文件可按 GB18030（GBK）读出：用编辑器另存为 UTF-8；import 和 -f 读表格可加 `--encoding gb18030`"
        }
        Fault::NotUtf8 { gb18030: false, .. } => {
            "用编辑器另存为 UTF-8；若文件已损坏，从 git 历史或备份恢复"
        }
        Fault::Utf16 => {
            "用编辑器另存为 UTF-8；import 和 -f 读表格可加 `--encoding utf-16le`（或 utf-16be）"
        }
        Fault::Cell(bad) => cells::cell_help(*bad),
        Fault::Map(bad) => return Some(cells::map_help(bad)),
        Fault::Template(bad) => return Some(giving::help(bad)),
        Fault::Nul => "多半是断电或磁盘损坏留下的，从 git 历史或备份恢复这个文件",
        Fault::Control(_) => "删去这个字符；从别处粘贴文字时容易带进来",
        Fault::LoneCarriageReturn => "用编辑器把行尾统一成 LF 或 CRLF",
        Fault::ConflictMarker => {
            "运行 `ledger merge --repair`（两个问题同用一个编号的，用 `--renumber`），或取舍好两边的内容，再删去 <<<<<<<、|||||||、=======、>>>>>>> 开头的行"
        }
        Fault::Toml { wide_quote: true, .. } => {
            "TOML 只认半角引号：文字两边改用 \"，文字里面的中文引号不用改"
        }
        Fault::Toml { message, .. } => return toml::help(slip(message)).map(str::to_owned),
        Fault::UnknownKey { key, of_problem: true, .. } => {
            return Some(format!(
                "{} 是问题的键，却写在第一个 [[…]] 之后，成了那张表的键；移到第一个 [[…]] 之前",
                code(key)
            ));
        }
        Fault::UnknownKey { key, nearest: None, .. } if key.starts_with("x_") => {
            "这张表里不能有自己加的键，移到别处或删去"
        }
        Fault::UnknownKey { nearest: None, .. } => {
            "自己加的键以 x_ 开头，如 x_备注（中文键名要加引号）"
        }
        Fault::WrongWord { allowed, .. } => {
            return Some(format!("可以写 {}", codes(Lang::Zh, allowed)));
        }
        Fault::KeyNotOfAct { .. } => "删去这个键，或看看 act 是否写错",
        Fault::EmptyText { .. } => "写上内容，或把这一项整个删去",
        Fault::BarInName { .. } => "竖线在表格里用来隔开名称，换一个字符",
        Fault::FloatMoney => "写成 \"15.7万元\" 或 \"457.2元\"；整数元可以直接写 157000",
        Fault::Evidence(BadEvidence::Path) => {
            "路径从 book.toml 所在的文件夹写起，用 / 隔开；不能以 / 或 ~ 开头，不能有 .. 以及 \\ : | * ? < > \"，名称末尾不能是点或空格，也不能是 con、nul 等设备名"
        }
        Fault::Evidence(BadEvidence::Hash) => "# 后面写 sha256= 和64位小写的十六进制数字",
        Fault::Amendment(BadAmendment::Field) => {
            let fields = Field::ALL.map(|(name, _)| name);
            return Some(format!(
                "能勘误的有 {}；换人换单位用改派（assign）",
                codes(Lang::Zh, &fields)
            ));
        }
        Fault::Amendment(BadAmendment::Place) => {
            "措施的前面写措施号，如 `2.due`，只有 `text`、`limit`、`due`、`sustained`；问题的不写号"
        }
        Fault::NumberTwice(no) => {
            return Some(format!(
                "是两个问题的，`ledger merge --renumber {no}` 为后一个另编号；由 git 把同一问题并入两次的，`ledger merge --repair`"
            ));
        }
        Fault::MeasureTwice(_) => "后加的改用从没用过的号，用过的号不再用",
        Fault::KeyTwice(_) => "同一条记录重复了就删去一条；照抄来的，改掉后一条的 key",
        Fault::IndicatorTwice(_) | Fault::PhaseTwice(_) => "改名，或合成一个",
        Fault::PolicyTwice(Some(_)) => "合成一份，或改其中一份的 from",
        Fault::PolicyTwice(None) => "合成一份，或为后施行的一份写明 from",
        Fault::RungTwice(_) => "每一级各用不同的天数",
        Fault::NoSuchEntry(_) | Fault::VoidsItself => "of 写同一问题里要更正的那条记录的 key",
        Fault::EndsBeforeBegin => "看看 from 和 until 是否写反",
        Fault::UnclosedQuote | Fault::TextAfterQuote | Fault::QuoteInCell => QUOTES,
        Fault::RowLength { .. } => "看看是否多了或少了逗号；含逗号的单元格要放在半角引号里",
        Fault::EmptyColumn => "写上列名；没有内容的列可以整列删去",
        Fault::ColumnTwice(_) => "改名，或合成一列",
        Fault::MissingColumn("record") => {
            "台账的表格要有这一列；一般的表格可以用 ledger -f 只读，或用 ledger import 导入"
        }
        Fault::CellNotOfRecord { .. } => "清空这个单元格，或看看“记录”（record）列是否写错",
        Fault::SeqTwice(_) => "后一行改用比最大的顺序号还大的号",
        Fault::EmptyRow => "删去这一行",
        Fault::Form(fault) => return unit_form::fault_help(Lang::Zh, fault),
        Fault::NoProblemColumn { columns } => {
            return Some(format!(
                "现有的列：{}；把写问题的那一列命名为“问题”，或用 --map 指明",
                codes(Lang::Zh, columns)
            ));
        }
        Fault::FileName { expected } => {
            return Some(format!("改名：git mv 原文件名 {expected}（号码不足三位的前面补0）"));
        }
        Fault::LedgerName(_) => {
            "只用文字、数字、- 和 _，不以 - 开头，不超过64个字节；book、files、maps、templates 另有用处，con、nul、com1 等是 Windows 的设备名"
        }
        Fault::LedgerNameCase(_) => "改掉一个：有的系统不分大小写，两个会变成一个",
        Fault::LedgerTwice(_) => "留下一种，另一种移走；ledger convert 可以互相转换",
        Fault::NoHead { .. } => "建一个，内容可以是空的；title、source、issued 写上更好",
        Fault::NoTable { .. } => "把表格放回来，或删去首页",
        Fault::NotRegular => "换成普通的文件；不读符号链接",
        Fault::KeyOfDuty { .. } => "在问题里写上 kind = \"duty\"，或删去这个键",
        Fault::InlineTables { key } => {
            return Some(format!("改成一项一张的 [[{}]]", code(key).trim_matches('`')));
        }
        Fault::UnknownEncoding(_) => "常用的是 gb18030（含 GBK、GB2312）、utf-8、utf-16le、big5",
        Fault::NotInEncoding { .. } => "换一种编码再试，或用编辑器另存为 UTF-8",
        Fault::StrayFile => {
            "台账的文件夹里只放 ledger.toml 和 001.toml 这样的问题，佐证材料放在 files 里；文件名以小写的 .toml、.csv 结尾"
        }
        Fault::Foreign(foreign) => office::foreign_help(*foreign),
        Fault::Package { bad, .. } => office::package_help(bad),
        Fault::Office(bad) => return Some(office::office_help(bad)),
        Fault::Damaged(damage) => office::damage_help(*damage),
        Fault::TooMuch(excess) => office::excess_help(excess.of),
        Fault::OneColumn(sign) => return Some(office::one_column_help(*sign)),
        Fault::UnknownKey { .. }
        | Fault::MissingKeys { .. }
        | Fault::MissingOneOf { .. }
        | Fault::WrongKind { .. }
        | Fault::DayOutOfRange
        | Fault::Evidence(BadEvidence::Empty)
        | Fault::Amendment(BadAmendment::Value(_))
        | Fault::NoSuchMeasure(_)
        | Fault::NoSuchIndicator(_)
        | Fault::MissingColumn(_)
        | Fault::NoSuchProblem(_) => return None,
    };
    Some(text.to_owned())
}
