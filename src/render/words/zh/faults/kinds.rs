//! The names of tables and kinds of values in Chinese.

use crate::complaint::{Expected, Table};
use crate::domain::amendment;

/// The name of a table, with its key where that is not obvious.
pub(super) fn table(table: Table) -> &'static str {
    match table {
        Table::Book => "book.toml ",
        Table::Policy => "规定（policy）",
        Table::Unit => "单位（unit）",
        Table::Person => "人员（person）",
        Table::Calendar => "日历（calendar）",
        Table::Head => "台账首页",
        Table::Phase => "阶段（phase）",
        Table::Problem => "问题",
        Table::Indicator => "指标（indicator）",
        Table::Measure => "措施（measure）",
        Table::Entry => "记录（entry）",
    }
}

/// The name of a kind of value.
pub(super) fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "文字",
        Expected::Names => "一个或几个名称",
        Expected::Day => "日期",
        Expected::Days => "一个或几个日期",
        Expected::Flag => "是或否",
        Expected::Money => "金额",
        Expected::Figure => "数值",
        Expected::Number => "从1起的整数",
        Expected::Numbers => "一个或几个从1起的整数",
        Expected::Form => "1到4的整数",
        Expected::Count => "从0起的整数",
        Expected::DaysOff => "天数",
        Expected::Key => "一条记录的记录码",
        Expected::Table => "一张表",
        Expected::Tables => "一项一张的表",
    }
}

/// How a value of the kind is written.
pub(super) fn example(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "文字两边加半角引号，如 \"基层卫生股\"",
        Expected::Names => "如 [\"甲\", \"乙\"]，在表格里写作 甲 | 乙",
        Expected::Day => "如 2022-10-08",
        Expected::Days => "如 [2022-10-08, 2022-10-09]",
        Expected::Flag => "true 或 false，在表格里也可写 是、否",
        Expected::Money => "如 \"15.7万元\"、\"457.2元\"；整数元可写 157000",
        Expected::Figure => "如 85.1，最多六位小数",
        Expected::Number => "如 1",
        Expected::Numbers => "如 [1, 3]，在表格里写作 1 | 3",
        Expected::Form => "第一至第四种形态，写作 1、2、3、4",
        Expected::Count => "如 0、3",
        Expected::DaysOff => "如 -3、1、30：到期后的天数，负数为到期前",
        Expected::Key => "六个小写字母和数字，如 k7q2m9，不用 i、l、o、u",
        Expected::Table => "如 [unit.\"基层卫生股\"]，或 { feedback = 2022-09-08 }",
        Expected::Tables => "如 [[measure]]、[[entry]]，一项一张",
    }
}

/// The name of a kind of amended value.
pub(super) fn amended(expected: amendment::Expected) -> &'static str {
    match expected {
        amendment::Expected::Text => "文字",
        amendment::Expected::Day => "日期，如 2022-10-08",
        amendment::Expected::Money => "金额，如 15.7万元",
        amendment::Expected::Flag => " true 或 false",
    }
}
