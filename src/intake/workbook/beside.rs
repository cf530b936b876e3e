//! Sheets that stand beside the real one of a workbook: how to fill it in, and what that looks like.

/// What the names of such sheets hold.
const NAMES: [&str; 18] = [
    "填表说明",
    "填报说明",
    "填写说明",
    "使用说明",
    "示例",
    "样例",
    "样表",
    "范例",
    "举例",
    "数据字典",
    "下拉选项",
    "选项",
    "example",
    "instruction",
    "sample",
    "read me",
    "readme",
    "how to",
];

/// What such a sheet is called and nothing else; as a part of a name it may be that of a real one.
const WHOLE: [&str; 6] = ["说明", "须知", "字典", "guide", "legend", "notes"];

/// Tells whether a sheet is an example or instructions by its name.
pub(super) fn is_example(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    NAMES.iter().any(|known| lower.contains(known)) || WHOLE.contains(&&*lower)
}

#[cfg(test)]
mod tests {
    use super::is_example;

    #[test]
    fn examples_and_instructions_are_known_by_their_names() {
        for name in
            ["填表说明", "附：填报说明", "示例", "Example", "Instructions", "说明", "READ ME"]
        {
            assert!(is_example(name), "{name}");
        }
        for name in ["POA&M", "台账", "Sheet1", "问题清单及情况说明", "Release notes 2022"]
        {
            assert!(!is_example(name), "{name}");
        }
    }
}
