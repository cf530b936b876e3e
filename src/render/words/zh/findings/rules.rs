//! Each rule of `ledger check` in two lines, in Chinese: what is wrong, and what to do.

use crate::check::Rule;

/// What is wrong, and what to do.
#[expect(clippy::too_many_lines, reason = "one flat match")]
pub fn rule(rule: Rule) -> [&'static str; 2] {
    match rule {
        Rule::LimitUnclear => {
            ["时限文字读不出单一的截止日期，也未存日期。", "把所指的日期写为 `due`。"]
        }
        Rule::LimitReadsOtherwise => [
            "时限文字读出的日期与所存的截止日期不同；以所存日期为准。",
            "请核对哪一个有误；都无误的不必改。",
        ],
        Rule::DueNotStored => {
            ["时限文字读得出截止日期，但未存。", "`--fix` 写入 `due`，以后不必再读文字。"]
        }
        Rule::SustainedNotStored => {
            ["时限文字要求长期坚持，但未写 `sustained`。", "`--fix` 写入，销号后转入回访。"]
        }
        Rule::NoLimit => {
            ["整改中的问题既无截止日期，也无时限文字。", "方案写明时限的，照原文写 `limit`。"]
        }
        Rule::DueBeforeFound => {
            ["截止日期早于发现日期，或新一轮的期限早于重启之日。", "请核对两个日期。"]
        }
        Rule::MeasureAfterProblem => {
            ["措施的截止日期晚于问题的截止日期。", "请核对两个日期；都无误的不必改。"]
        }
        Rule::EveryUnclear => [
            "定期事项的文字看不出周期，或无从起算。",
            "`every` 写一个周期；没有起算日期的写 `from`。",
        ],
        Rule::LimitOfDuty => [
            "定期事项或其延期写了截止日期；定期事项只有期次。",
            "何时截止写 `until`；不是定期事项的改为任务。",
        ],
        Rule::NoSuchOccurrence => [
            "定期事项的报结所写的日期不是期次，或未写期次。",
            "用 `ledger void` 更正后，写明 `--for` 重新登记。",
        ],
        Rule::OccurrenceOfNoDuty => {
            ["问题、任务或措施没有期次，却写了 `for`。", "删去 `for`，或改为定期事项。"]
        }
        Rule::EntryBeforeFound => {
            ["记录日期早于发现日期。", "日期有误的，用 `ledger void` 更正后重新登记。"]
        }
        Rule::EntryInFuture => {
            ["记录日期或发现日期晚于今日。", "在文件中改正日期；尚未发生的事，谈不上更正。"]
        }
        Rule::EnteredWrongly => [
            "补记日期不晚于发生日期、早于问题或措施起算之日，或晚于今日。",
            "只有事后补记的才写 `entered`。",
        ],
        Rule::OutOfOrder => [
            "记录日期早于上一条，又未写补记日期。",
            "事后补记的写 `entered`：其间印发的数字不含此条。",
        ],
        Rule::OutOfState => {
            ["当时的状态不允许该动作，此条记录不起作用。", "误登的，用 `ledger void` 更正。"]
        }
        Rule::FirstDayOverwritten => [
            "原截止日期被改成了延期后的日期，无从得知迟了多久。",
            "原截止日期照方案改回；延期记录自会顺延。",
        ],
        Rule::ExtensionNotLater => {
            ["延期的新期限不晚于当时的期限，或在批准之日已经过去。", "请核对两个日期。"]
        }
        Rule::AskedLater => ["延期的申请日期晚于批准日期。", "请核对两个日期。"],
        Rule::ReviewNotLater => ["下次回访不晚于本次回访。", "请核对两个日期。"],
        Rule::ClosedUnreported => [
            "问题或措施未报结即销号。",
            "用 `ledger done --on` 补记报结，或用 `ledger void` 更正销号。",
        ],
        Rule::ClosedShort => [
            "指标未达标，又未写理由即销号。",
            "用 `reason` 写明理由，或用 `ledger void` 更正销号。",
        ],
        Rule::ClosedAlone => {
            ["规定须由第二人核查，核查人却是报结人或责任人。", "用 `verifier` 写明核查人。"]
        }
        Rule::ClosedWithOpenMeasures => {
            ["销号之后增补的措施未报结，无人再管。", "先重启问题，或删去该措施。"]
        }
        Rule::WithoutEvidence => {
            ["规定须附佐证材料，报结或销号却未附。", "用 `evidence` 写明文件。"]
        }
        Rule::NothingToReturn => ["退回的内容当时并未报结。", "误登的，用 `ledger void` 更正。"],
        Rule::MeasureNotThere => [
            "记录所写的措施当日尚未列入，或已经停用。",
            "请核对措施的 `since`、`dropped` 和记录日期。",
        ],
        Rule::NoReason => ["须写明情况或原因的动作未写。", "用 `text` 写明。"],
        Rule::NoApprover => ["延期、中止、撤销未写批准人。", "用 `approver` 写明。"],
        Rule::AmendsNothing => ["勘误的新值与原值相同。", "误登的，用 `ledger void` 更正。"],
        Rule::VoidedTwice => ["同一条记录更正了两次。", "后一条不起作用，不影响统计。"],
        Rule::EvidenceMissing => [
            "台账目录中没有佐证材料，或不是文件。",
            "把文件放回原处，或用 `ledger void` 更正后重新登记；已据以销号的，先更正销号。",
        ],
        Rule::EvidenceChanged => {
            ["佐证材料的 SHA-256 与登记时不同。", "恢复原文件；新的版本另存一份，另行登记。"]
        }
        Rule::EvidenceNotHashed => {
            ["佐证材料未记 SHA-256。", "在路径后写 `#sha256=…`；用命令登记的自会写上。"]
        }
        Rule::RecoverableAboveAmount => ["应追缴的金额多于涉及金额。", "请核对两个金额。"],
        Rule::TooMuchRecovered => ["追缴的金额多于应追缴的金额。", "请核对金额。"],
        Rule::PersonsAndTimes => {
            ["问责未写人数，或人次少于人数。", "写明 `persons`，人次不同的再写 `times`。"]
        }
        Rule::NoticeNumberTwice => [
            "督办文号与另一份督办相同：统一编号的全目录不得重复，自编文号的本台账不得重复。",
            "请核对两处文号；一份督办只有一个日期、一个送达对象。",
        ],
        Rule::NoticeLevel => {
            ["督办的层级超出当时规定的督办阶梯。", "改正 `level`，或在规定的 `ladder` 中增加。"]
        }
        Rule::RecursNowhere => ["`recurs` 所写的编号不存在。", "写已有的编号，或改写为文字。"],
        Rule::RecursToItself => ["`recurs` 写的是问题自身。", "写此前问题的编号，或删去。"],
        Rule::TitleTwice => {
            ["同一台账中两个问题标题相同。", "重复登记的，撤销其中一个；否则在标题上加以区别。"]
        }
        Rule::DroppedWithoutWhy => ["措施停用而未写原因。", "用 `why` 写明。"],
        Rule::NoMeasures => ["整改中的问题没有整改措施。", "有措施的，用 `ledger measure` 增加。"],
        Rule::NoLead => {
            ["整改中的问题没有牵头单位，也没有共同责任单位。", "方案写明的，写 `lead`；不作推测。"]
        }
        Rule::UndeclaredUnit => [
            "单位未在 `book.toml` 中写明（其中写有单位的）。",
            "改正名称，或在 `book.toml` 中写明。",
        ],
        Rule::UndeclaredPerson => [
            "人员未在 `book.toml` 中写明（其中写有人员的）。",
            "改正名称，或在 `book.toml` 中写明。",
        ],
        Rule::UndeclaredActor => [
            "记录的经办、核查、申请者未在 `book.toml` 中写明（其中写有单位的）。",
            "改正名称，或写明该单位、人员；已提交的记录，用 `ledger void` 更正后重新登记。",
        ],
        Rule::NameOtherwise => [
            "名称与 `book.toml` 所写的只差全半角、空格或大小写。",
            "`--fix` 改为 `book.toml` 的写法。",
        ],
        Rule::UnitOutOfTime => {
            ["所写单位当时尚未设立，或已经撤并。", "登记改派给承接单位，或核对日期。"]
        }
        Rule::UnitLoop => ["单位的上级或承接单位首尾相接。", "请核对 `parent` 或 `successor`。"],
        Rule::NoSuchLedger => ["`book.toml` 的默认台账不存在。", "写已有的台账名称，或删去。"],
        Rule::ReasonLeft => {
            ["文件中还留有说明未能合并原因的 `# ledger: …` 行。", "取舍已定的，删去此行。"]
        }
        Rule::MergedByLines => [
            "进行中的合并，或最新提交所作的合并，按行合并了文件或只取了一方，与逐项合并的结果不符，或逐项不能合并。",
            "运行 `ledger merge --repair`，矛盾之处会逐一列出；已经商定的，不必处理。",
        ],
        Rule::GitMergesLines => [
            "在本仓库中，git 仍按行合并台账文件。",
            "运行 `ledger merge --install`，每个克隆的仓库各一次。",
        ],
        Rule::Vanished => [
            "最近一次提交中的问题、措施、指标或记录，现台账中已经没有。",
            "请从 git 取回；不再计入的，应撤销、停用或更正，内容仍留在原处。",
        ],
        Rule::Unfinished => [
            "写入多个文件的命令尚未完成，或已中断。",
            "下一个写入的命令会补完；文件在中断后被改动过的，会逐一列出。",
        ],
        Rule::TotalDiffers => {
            ["电子表格的合计、小计与各行之和不符。", "请核对是否缺行，或哪个数字有误。"]
        }
    }
}
