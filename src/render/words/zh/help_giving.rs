//! The help in Chinese of the papers that are given out.

/// The kinds of papers that take the filters of everywhere.
pub(super) fn is_report(command: &str) -> bool {
    matches!(
        command,
        "register"
            | "lists"
            | "rectification"
            | "public"
            | "units"
            | "bulletin"
            | "report notice"
            | "page"
    )
}

/// What a command does, in a line and at length.
pub(super) fn command(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "report" => (
            "出具文书：台账、清单、整改报告、通报、申请表",
            "每种文书都可按任一格式输出，如 -o 报告.docx、-o 报告.md。",
        ),
        "page" => (
            "一页总览：数字、进度、各单位、到期日历和全部问题",
            "用浏览器看：ledger report page -o 台账.html。只有一个文件，不联网，可查找、排序、展开、打印。",
        ),
        "register" => ("打印式台账：每项措施一行，同一问题的各栏合并", ""),
        "lists" => ("三张清单：问题清单、措施清单、责任清单", ""),
        "rectification" => (
            "整改情况报告：先列总数，再逐个问题报告",
            "各问题按原件次序，依次写明：问题、整改措施、落实情况、整改时限。",
        ),
        "public" => (
            "整改进展情况通报（公开）：每个问题的整改状态和整改情况",
            "不含人员姓名和单个问题的金额，保密的线索不列入。\n整改情况照录各单位原话，公开前须审读。",
        ),
        "units" => ("分单位任务清单：每个单位一张表，列日期、亮灯和合计", ""),
        "bulletin" => (
            "周报、月报等：新增、销号、新增逾期，分单位，并与上期比较",
            "按现有记录统计该期各日；未结束的期间，只列至今日。",
        ),
        "report notice" => (
            "督办单：一个问题一份，已制发的照录，应发未发的出草稿",
            "按制发时的情况填写。应发而未发的，以没有文号的草稿代替上一份，\n用 `ledger notice` 制发。本命令不作登记。",
        ),
        "closing" => ("销号申请表：填好已知内容，供签字盖章", "按现状销号尚缺的各项，列在表后。"),
        "extension" => ("延期申请表：填好已知内容，供签字盖章", "按现状不能延期的原因，列在表后。"),
        _ => return None,
    })
}

/// What an option or argument is.
pub(super) fn argument(command: &str, id: &str) -> Option<&'static str> {
    Some(match (command, id) {
        ("lists", "only") => "只要这张清单（可重复）",
        ("bulletin", "period") => {
            "期间：week（本周）、month、quarter、year，前加 last- 为上一期；或 2022-W43、2022-Q4、2022-10、2022、2022-09-23..2022-10-31"
        }
        ("rectification", "addressee") => "主送机关；不写则为问题来源",
        ("report notice", "number") => "这个文号的督办单（可重复）",
        ("report notice", "only") => "只要已制发的，或只要草稿",
        ("report notice", "by") => "unit：同一天送达同一单位的合为一份",
        (_, "template") => "按 ledgers/templates/名称.md 写；不用则按同名模板，没有则为内置格式",
        (_, "no_template") => "有模板也按内置格式",
        (_, "mask") => "各栏和正文都不写人员姓名；像姓名而不能确定的列出不改",
        _ => return None,
    })
}

/// What a word that an option takes means.
pub(super) fn value(name: &str) -> Option<&'static str> {
    Some(match name {
        "problems" => "问题清单",
        "measures" => "措施清单",
        "responsibility" => "责任清单",
        "issued" => "已制发的，每个问题取最近一份",
        "drafts" => "应发而未发的",
        _ => return None,
    })
}
