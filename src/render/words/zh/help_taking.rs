//! The help of taking in and giving out, in Chinese.

/// What `import` does, in a line and at length.
pub(super) const IMPORT: (&str, &str) = (
    "导入表格或公文：先列出，在终端上可逐条核对，--yes 写入",
    "逐项列出每个字段的内容、出处和依据。\n写入时与登记同样把关，有一处不合规定即全部不写入。",
);

/// What `export` does, in a line and at length.
pub(super) const EXPORT: (&str, &str) = (
    "导出台账供其他程序使用，或导出填报表由单位填写",
    "一个问题一行，其措施各一行，列全部字段，写成 CSV、工作簿或 JSON；或把截止日期和\n回访日期写成日历。\n加 --for 导出单位填报表：单位只填本次进展、是否完成等栏，其余各栏锁定；收回后用\n`ledger import --return` 导入。",
);

/// What an option of `import` says.
pub(super) fn import(id: &str) -> Option<&'static str> {
    Some(match id {
        "files" => "要导入的文件",
        "returned" => "导入单位交回的填报表（由 `ledger export --for` 导出）",
        "hidden" => "隐藏的行、列、文字如何处理",
        "changes" => "未处理的修订如何处理",
        "into" => "导入哪本台账；没有的则新建",
        "issued" => "新建台账的印发日期，时限由此起算",
        "yes" => "写入",
        "dry_run" => "只列出拟导入的内容，不提问",
        "wanted" => "无法判断时，指明文件是表格还是公文",
        "twins" => "台账中已有的如何处理",
        "enrol" => "把名册中没有的单位和人员写入 book.toml 的名册",
        "mask" => "名册中没有的人员，姓名改为“张某”等",
        "by" => "由谁登记文件所载的整改情况：单位或人员",
        "on" => "文件所载情况未写日期的，记在何日；不写则为今日",
        "verifier" => "文件称已销号而未写核查人的，由谁核查",
        "closed_as" => "文件称已销号的，按何种导入",
        "map" => "列对应：文件，或台账目录 maps 中的名称",
        "ignore" => "不导入此列（可重复）",
        "date_order" => "10/30/2022 之类的日期，年月日按何次序",
        "amount_unit" => "金额没有写明单位的，按何单位：元、万元、亿元",
        "keep_unread" => "无法识别的日期、时限、金额、状态照原文保留",
        "allow_empty" => "文件中没有一条也算正常",
        _ => return None,
    })
}

/// What an option of `export` says.
pub(super) fn export(id: &str) -> Option<&'static str> {
    (id == "mask").then_some("名册中没有的人员，姓名改为“张某”等")
}

/// What a word that an option of `import` takes means.
pub(super) fn value(name: &str) -> Option<&'static str> {
    Some(match name {
        "sheet" => "问题表格",
        "document" => "公文",
        "refuse" => "不导入，全部不写入",
        "include" => "一并导入",
        "omit" => "不导入隐藏的部分",
        "accept" => "按全部接受修订后的内容",
        "reject" => "按全部拒绝修订后的内容",
        "skip" => "略过重复的",
        "keep" => "照样导入",
        "done" => "已报结、待销号",
        "mdy" => "月、日、年",
        "dmy" => "日、月、年",
        "ymd" => "年、月、日",
        _ => return super::help_giving::value(name),
    })
}
