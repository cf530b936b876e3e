//! What the problems say: sentences of findings and measures as such papers have them, put together at random. All of it is
//! invented; persons are numbers.

use crate::dice::Dice;

/// What problems are about.
pub(crate) const CATEGORIES: [&str; 8] = [
    "基层治理",
    "财务管理",
    "公共卫生",
    "工程建设",
    "选人用人",
    "作风建设",
    "安全生产",
    "惠民政策",
];

const TOPICS: [&str; 12] = [
    "项目资金拨付不及时",
    "固定资产账实不符",
    "巡查检查流于形式",
    "台账资料更新滞后",
    "重点任务推进缓慢",
    "采购程序不够规范",
    "安全隐患排查不彻底",
    "补贴对象审核把关不严",
    "会议议事规则执行不到位",
    "设施设备闲置",
    "群众诉求办理超期",
    "档案归集不完整",
];

const WHERE: [&str; 10] = [
    "抽查发现，部分乡镇未按实施方案要求逐级签订责任书，任务分解停留在转发文件，",
    "现场走访的八个点位中有三个点位没有开展经常性检查，登记簿存在补签代签现象，",
    "查阅近两年的凭证和合同，个别项目在资料不全的情况下支付进度款，审核意见缺失，",
    "座谈了解到，基层干部对政策口径掌握不一，同类事项办理时限和所需材料差别较大，",
    "对照考核细则，牵头部门没有建立会商机制，问题线索移交后缺少跟踪和反馈，",
    "从系统数据看，登记信息与实际情况不一致的比例偏高，动态更新超过规定时限，",
    "随机调取的档案中，半数以上缺少公示照片或者验收记录，无法反映工作全过程，",
    "上一轮检查指出的同类情况没有举一反三，整改措施照抄照搬，责任人长期未作调整，",
    "部分设施建成后没有及时移交，管护经费未列入预算，设备长期处于停用状态，",
    "群众反映集中的事项答复内容笼统，回访记录与实际办理结果不符，满意率明显偏低，",
];

const SO: [&str; 8] = [
    "个别单位主要负责人没有把此项工作列入重要议事日程，压力传导层层递减。",
    "行业主管部门重部署、轻督导，日常监管主要依靠下级报送的数字，缺少核查。",
    "相关制度制定时间较早，与现行规定不相衔接，执行中随意性较大，容易产生风险。",
    "经办人员岗位变动频繁，交接手续不完备，历史遗留情况无人牵头清理。",
    "资金使用效益不高，部分结余资金沉淀时间较长，没有按规定收回统筹使用。",
    "对第三方机构的履约情况缺少评价，服务质量下降后没有采取有效的约束手段。",
    "部门之间信息不共享，同一对象重复登记、重复检查，增加了基层负担。",
    "工作成效主要体现在文字材料上，与群众的实际感受还有不小差距。",
];

const HOW: [&str; 10] = [
    "逐项核对底数，建立问题、责任、时限三张清单，由分管负责同志每月调度一次，",
    "修订完善管理办法和操作流程，明确审核、复核、审批三级责任，组织全员培训，",
    "对近三年同类事项开展全面排查，能够立即纠正的当场纠正，需要时间的列出计划，",
    "会同财政、审计等部门清理往来款项，按程序收回结余资金并重新安排用途，",
    "选派业务骨干到现场指导，帮助基层补齐资料，同步更新系统中的登记信息，",
    "引入群众评议和随机抽查，将结果纳入年度考核，并与下一年度经费安排挂钩，",
    "严格合同履约管理，对进度滞后的单位进行约谈，必要时依法依规解除合同，",
    "健全会商和通报制度，每季度通报进展情况，对进展缓慢的单位发函督促，",
    "落实管护责任和经费来源，签订移交协议，确保设施设备正常运转、发挥作用，",
    "开展警示教育和业务测试，对责任不落实的人员进行提醒谈话，限期改正，",
];

const UNTIL: [&str; 6] = [
    "形成长效机制，防止同类问题再次发生。",
    "确保按期完成，并接受社会和群众监督。",
    "整改结果经集体研究后报送备案。",
    "相关佐证资料一并归档，以备核查。",
    "做到底数清、情况明、责任实。",
    "完成后由牵头单位组织复核验收。",
];

const PROGRESS: [&str; 8] = [
    "已完成底数核对，列出清单并明确责任人",
    "召开专题会议研究，印发实施方案和任务分解表",
    "完成现场核查，正在补充有关资料",
    "修订后的管理办法已提交会议审议",
    "对滞后事项进行约谈，责令限期完成",
    "组织培训两期，覆盖全部经办人员",
    "已收回部分资金，其余正在履行程序",
    "开展交叉检查，发现的情况现场交办",
];

const REPORTED: [&str; 4] = [
    "各项措施均已落实，资料齐全，申请销号",
    "问题已整改到位，制度修订印发并组织实施",
    "经自查，整改目标已经实现，现予报结",
    "措施全部完成，成效得到群众认可",
];

const VERIFIED: [&str; 4] = [
    "经现场复核，整改到位，同意销号",
    "查阅资料并抽查点位，符合销号条件",
    "集体研究，同意销号，转入常态管理",
    "复核无异议，予以销号",
];

/// The problem in a line.
pub(crate) fn title(dice: &mut Dice, no: u32) -> String {
    format!("{}（第{no}项）", dice.one(&TOPICS))
}

/// The finding, about 120 characters.
pub(crate) fn detail(dice: &mut Dice) -> String {
    let (first, second) = (dice.one(&WHERE), dice.one(&WHERE));
    [first, second, dice.one(&SO)].concat()
}

/// A measure, about 60 characters.
pub(crate) fn measure(dice: &mut Dice) -> String {
    [dice.one(&HOW), dice.one(&UNTIL)].concat()
}

/// What a progress says.
pub(crate) fn progress(dice: &mut Dice) -> String {
    dice.one(&PROGRESS).to_owned()
}

/// What a report says.
pub(crate) fn reported(dice: &mut Dice) -> String {
    dice.one(&REPORTED).to_owned()
}

/// What is said at the close.
pub(crate) fn verified(dice: &mut Dice) -> String {
    dice.one(&VERIFIED).to_owned()
}

/// Why a day moves.
pub(crate) const EXTENDED: &str = "受资金下达进度影响，经研究同意延期";

/// Why a problem is opened again.
pub(crate) const REOPENED: &str = "回头看发现问题反弹，重新整改";

/// What a review finds.
pub(crate) const KEPT: &str = "回访了解，整改成果保持良好";
