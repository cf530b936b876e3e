//! The help in Chinese. The English stands with each option, where the parser takes it from.

pub use super::value_names::{heading, value_name};
use super::{help_reading, help_taking, help_terminal};

const NOTICE: (&str, &str) = (
    "按督办阶梯制发到期的督办通知",
    "未报结事项到了阶梯某一级、且该截止日期下尚未发过这一级的问题，各发一份。\n重复执行不重发；文号按年在全部台账中连续编排。",
);

/// What a command does, in a line and at length; the empty name is the program's.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn command(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "" => (
            "以纯文本在 git 中管理问题整改台账",
            "不写命令时，列出今日待办：逾期、临期、待销号、回访和尚未提交的改动。",
        ),
        "init" => ("新建台账目录和台账", ""),
        "add" => ("登记问题、任务或定期事项，输出编号", ""),
        "measure" => ("为问题增加整改措施，输出编号", ""),
        "note" => ("登记进展", ""),
        "done" => ("报结：问题或措施已整改完成，待销号", ""),
        "close" => (
            "核查并销号",
            "措施未报结、指标未达标又无理由、按规定须附佐证材料或须第二人核查而未办的，\n不予销号，并一次列明所缺各项。在终端上，没有写明的逐项询问。",
        ),
        "return" => ("退回：已报结的重新整改，时限不变", ""),
        "reopen" => (
            "重启：已销号的问题重新整改，开始新一轮",
            "此前各轮的报结和延期不再计入。不定新时限的，仍按原截止日期。",
        ),
        "extend" => (
            "延期：将问题或措施的截止日期推后",
            "只推后所指的问题或措施，原截止日期保留。\n时限字句的年份以批准之日为准；“延期一个月”从现截止日期起算。\n在终端上，没有写明的逐项询问。",
        ),
        "assign" => (
            "改派：此后由他人负责",
            "未写的责任领导、责任人不变；写了牵头或共同责任单位的，原有单位全部由新写的代替。",
        ),
        "review" => ("回访：登记已销号问题的复查结果", ""),
        "recover" => ("登记追缴的款项", ""),
        "account" => ("登记问责情况", ""),
        "indicator" => ("登记指标的新数值", ""),
        "suspend" => ("中止：其间不算逾期，截止日期不变", ""),
        "resume" => ("恢复：结束中止、移送或撤销", ""),
        "transfer" => ("移送：交由其他机关处理", ""),
        "withdraw" => ("撤销：编号保留，不再计入统计", ""),
        "amend" => (
            "勘误：改正写错的内容；不用于延期和改派",
            "正误两值一并记录。\n可勘误的字段：title、detail、category、source、cause、ref、found、limit、\ndue、sustained、goal、amount、recoverable；措施2写作 2.text、2.limit、2.due、\n2.sustained。",
        ),
        "void" => ("更正误登的记录：原记录保留，不再生效", ""),
        "notice" => NOTICE,
        "import" => help_taking::IMPORT,
        "export" => help_taking::EXPORT,
        "list" => ("列出问题，以及单独定时限的措施", ""),
        "show" => ("显示问题的来龙去脉：措施、时限变动、督办、关联问题和记录", ""),
        "overdue" => (
            "列出逾期事项，逾期最久的在前",
            "每行为一个问题、一项单独定时限的措施，或定期事项未办的一期。\n已报结待销号的不算逾期。",
        ),
        "summary" => {
            ("按单位、责任人、来源等汇总", "只计问题和任务，不计行数；每张表都写明计算口径。")
        }
        "limit" => (
            "解释整改时限怎样识别、截止到哪一天",
            "从 --from 的日期起算，否则从台账的日期起算，不以今日起算。\n多条时每行一条，用 --file 指明文件或标准输入；加 -O json 时每条输出一行 JSON。",
        ),
        "check" => (
            "检查台账：无法读取的文件，以及内容上的错误",
            "一次列出全部错误、所在位置和改法；有错误时退出状态为1。标为“核对”的\n不计入，用 --strict 则计入；标为“参考”的从不计入，只按规则列出数目。",
        ),
        "merge" => (
            "逐项合并分支：交由 git 调用，修复按行合并的结果，为同号问题另编号",
            "`ledger init` 已让 git 调用本程序；以后克隆的仓库用 --install 设置一次。\n双方相互抵触之处留在标记之间，说明原因，由人决定。",
        ),
        "convert" => ("转换台账形式（TOML 文件夹或 CSV 表），内容不变", ""),
        _ => return help_reading::command(name),
    })
}

/// What an option or argument is.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn argument(command: &str, id: &str) -> Option<&'static str> {
    Some(match (command, id) {
        ("log" | "diff", "ids")
        | ("report notice", "by")
        | (
            _,
            "commit" | "no_commit" | "no_input" | "no_pager" | "request_id" | "allow_network_fs",
        ) => {
            return help_reading::argument(command, id);
        }
        (_, "directory") => "在此目录中查找台账，不写则为当前目录",
        (_, "ledgers") => "只用这本台账（可重复）",
        (_, "file") => "读取此表格文件，不用台账目录；`-` 为标准输入",
        (_, "sheet") => "读工作簿中的这张表，或文档中的第几张表格",
        (_, "delimiter") => "文件各列之间的分隔符，如 ; 或 tab",
        (_, "encoding") => "按此编码读取文件，如 gb18030",
        (_, "today") => "以此日为今日",
        (_, "lang") => "输出语言",
        (_, "color") => "亮灯和报错显示颜色：仅终端、始终或不用",
        (_, "format") => "输出格式",
        (_, "output") => "写入文件，格式由文件名判断",
        (_, "force") => "--output 的文件已存在时予以替换",
        (_, "lock_timeout") => "等待另一写入程序的秒数",
        (_, "help") => "显示帮助",
        (_, "version") => "显示版本",
        ("summary", "chart") => "画出各组的条形图，不列表",
        ("summary", "ids") => "列出每个数字所含的编号",
        (_, "ids") if matches!(command, "overdue" | "list") => "只输出编号",
        ("overdue", "exit_code") => "有逾期时退出状态为1",
        ("summary", "by") => "汇总的依据，逗号分隔",
        ("diff", "by") => "分组计数的依据，逗号分隔；不列逐项变化",
        ("summary", "tree") => "按单位上下级逐级汇总",
        ("done" | "return" | "reopen" | "extend" | "assign" | "extension", "ids") => {
            "问题或措施，如 7、7.2、5-9、2022-inspection/7.2"
        }
        ("notice" | "report notice", "ids") => "问题，如 7、5-9、2022-inspection/7；不写则为全部",
        ("notice", "dry_run") => "只列出应发的，不制发",
        (_, "ids") => "问题，如 7、5-9、2022-inspection/7",
        (_, "id") => "问题，如 7、2022-inspection/7",
        ("limit", "words") => "时限字句，如 10月底前整改到位，并长期坚持",
        ("limit", "from") => "从此日起算，不论字句写的是从何日起",
        ("merge", "install") => "在本仓库中让 git 用本程序合并台账文件",
        ("merge", "check") => "检查上述设置是否齐全，有缺时退出状态为1",
        ("merge", "repair") => "把 git 按行合并或未能合并的文件重新逐项合并",
        ("merge", "renumber") => "两个分支用了同一编号时，为对方的问题另编号",
        ("merge", "driver") => "供 git 调用：把祖先、本方、对方三个文件合并到本方文件",
        ("merge", "named") => "只修复这些问题或文件",
        ("init", "name") => "台账名称；不写则用年份",
        ("init", "title") => "台账标题",
        ("init", "source") => "问题来源（检查、巡察、审计单位）",
        ("init", "owner") => "台账所属单位",
        ("init", "issued") => "方案印发日期，时限由此起算",
        ("init", "csv") => "用一张 CSV 表，而不是文件夹",
        ("add", "title") => "问题（一行）",
        ("add", "detail") => "具体情况",
        ("add", "category") => "类别",
        ("add", "source") => "来源，与台账来源不同时写",
        ("add", "cause") => "原因",
        ("add", "goal") => "整改目标",
        ("add", "kind") => "类型",
        ("add", "found") => "发现日期，与印发日期不同时写",
        ("add", "owners") => "责任分工，照原文",
        ("add", "amount") => "涉及金额，如 15.7万元、457.2元、157000",
        ("add", "recoverable") => "其中应追缴的金额；不写则为全部",
        ("add", "tag") => "标签（可重复）",
        ("add", "reference") => "原件序号",
        ("add", "recurs") => "此前同类问题：编号或文字（可重复）",
        ("add", "every") => "定期事项的周期，如 每月5日前",
        ("add", "from") => "定期事项的起始日期",
        ("add", "until") => "定期事项的截至日期",
        ("add" | "measure" | "assign", "lead") => "牵头单位（可重复）",
        ("add" | "measure" | "assign", "joint") => "共同责任单位，不分牵头（可重复）",
        ("add" | "measure" | "assign", "with") => "配合单位（可重复）",
        ("add" | "measure" | "assign", "leader") => "责任领导（可重复）",
        ("add" | "measure" | "assign", "person") => "责任人（可重复）",
        ("add" | "measure", "limit") => "整改时限，照原文，如 立行立改、长期坚持 或 10月底前",
        ("add" | "measure", "due") => "截止日期，原文未写明或另有规定时写",
        ("measure", "text") => "整改措施",
        ("measure", "since") => "自何日起列入；不写的，已有记录时为今日",
        ("export", "form_for") => "由哪个单位填报其事项",
        ("export", "split") => "工作簿按牵头单位分表",
        ("export", id) if help_taking::export(id).is_some() => return help_taking::export(id),
        ("import", id) if help_taking::import(id).is_some() => return help_taking::import(id),
        (_, "by") => "经办单位或经办人",
        (_, "on") => "发生日期，不是今日时写",
        (_, "text") => "说明",
        (_, "evidence") => "佐证材料，在台账目录内（可重复）",
        ("reopen", "basis") => "重启的依据，如回访、检查、举报",
        ("extend" | "reopen", "limit") => "新时限，如 11月底前、延期一个月",
        ("extend" | "reopen", "due") => "新的截止日期，字句未写明或另有规定时写",
        ("extend", "applicant") => "申请单位或申请人",
        ("extend", "asked") => "申请日期；晚于原截止日期的为逾期后申请",
        ("extend" | "suspend" | "resume" | "withdraw", "approver") => "批准人或批准机关",
        ("review", "kept") => "整改成果保持",
        ("review", "relapsed") => "问题反弹，须用 `ledger reopen` 重启",
        ("review", "next") => "下次回访日期，与规定不同时写",
        ("transfer", "to") => "移送何处",
        ("transfer", "reference") => "移送文号",
        ("account", "form") => "四种形态中的第几种，1至4",
        ("account", "persons") => "人数",
        ("account", "times") => "人次，与人数不同时写",
        ("indicator", "name") => "指标名称，与问题中所写一致",
        ("indicator", "value") => "数值，如 91.5，不带单位",
        ("amend", "set") => "正确值，如 due=2022-10-31；2.due=2022-10-31 为措施2的",
        ("add", "indicator") => {
            "指标和目标值，如 '访视率>=85.1->90 %'，越低越好的用 <=；只计数的写 '建立制度=项'（可重复）"
        }
        ("done", "occurrence") => "所完成的定期事项的所属期（日期）",
        ("close", "verifier") => "核查人，与登记人不同时写",
        ("close", "reason") => "指标未达标而销号的理由",
        ("recover", "amount") => "金额，如 15.7万元、457.2元、157000",
        ("void", "key") => "记录码，用 `ledger show` 查看",
        ("check", "only") => "只按这些规则检查，“参考”也逐项列出",
        ("check", "skip") => "不按这些规则检查",
        ("check", "strict") => "“核对”也计入退出状态",
        ("check", "fix") => "改正无须核定的内容，再检查一遍",
        ("check", "dry_run") => "只说明 --fix 会改什么，不作改动",
        ("check", "rules") => "列出全部规则",
        ("convert", "ledger") => "台账名称",
        ("convert", "to") => "转换为何种形式",
        ("convert", "drop_comments") => "舍去注释（表格中无处可放）",
        _ => return help_reading::argument(command, id),
    })
}

/// What a word that an option takes means.
pub fn value(name: &str) -> Option<&'static str> {
    Some(match name {
        "table" => "终端表格",
        "csv" => "CSV 表",
        "json" => "JSON，键名为英文",
        "md" => "Markdown",
        "html" => "网页，一个文件",
        "docx" => "Word 文档",
        "xlsx" => "工作簿，一表一页",
        "ics" => "日历，列截止日期和回访日期；只用于 export",
        "toml" => "TOML 文件夹",
        "auto" => "输出到终端且未设 NO_COLOR 时",
        "always" => "经管道也显示；--output 的文件除外",
        "never" => "不显示",
        "zh" => "中文",
        "en" => "英文",
        "problem" => "问题",
        "task" => "任务",
        "duty" => "定期事项",
        "open" => "整改中",
        "awaiting" => "待销号",
        "closed" => "已销号",
        "suspended" => "中止",
        "transferred" => "移送",
        "withdrawn" => "撤销",
        "overdue" => "逾期",
        "due-soon" => "临近到期",
        "sustained" => "长期坚持",
        "review-due" => "已销号，临近回访",
        "review-overdue" => "已销号，回访逾期",
        "relapsed" => "已销号，回访发现反弹，拟重启",
        "extended" => "延过期",
        "noticed" => "现有截止日期以来发过督办等通知",
        "unit" => "牵头单位，或按规定计全部参与单位",
        "person" => "责任人",
        "leader" => "责任领导",
        "source" => "来源",
        "category" => "类别",
        "ledger" => "台账",
        "status" => "状态",
        "kind" => "类型",
        "month" => "截止月份",
        _ => return help_terminal::value(name).or_else(|| help_taking::value(name)),
    })
}

/// Puts the headings of help into Chinese; the parser has no setting for them.
pub fn frame(help: &str) -> String {
    let words = [
        ("Usage: ", "用法："),
        ("Commands:", "命令："),
        ("Arguments:", "参数："),
        ("Options:", "选项："),
        ("筛选:", "筛选："),
        ("行文:", "行文："),
        ("各命令通用:", "各命令通用："),
        ("Possible values:", "可用的值："),
        ("[default: ", "[默认："),
        ("[possible values: ", "[可用："),
        // Where the line ends behind them.
        ("[default:", "[默认："),
        ("[possible values:", "[可用："),
        ("[OPTIONS]", "[选项]"),
        ("<COMMAND>", "<命令>"),
        ("[COMMAND]", "[命令]"),
    ];
    let whole = unbroken(help);
    words.iter().fold(whole, |help, (english, chinese)| help.replace(english, chinese))
}

/// Moves a bracket down to its words, where the line ends between them.
fn unbroken(help: &str) -> String {
    let mut pieces = help.split("[possible\n");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let words = piece.trim_start_matches(' ');
        let indent = &piece[..piece.len() - words.len()];
        whole = format!("{}\n{indent}[possible {words}", whole.trim_end_matches(' '));
    }
    whole
}
