//! Numbers with their measure words in Chinese.

/// A number of days.
pub fn days(number: i64) -> String {
    format!("{number}天")
}

/// A number of problems.
pub fn problems(number: usize) -> String {
    format!("{number}个问题")
}

/// A number of measures.
pub fn measures(number: usize) -> String {
    format!("{number}项措施")
}

/// A number of faults.
pub fn errors(number: usize) -> String {
    format!("{number}处错误")
}
