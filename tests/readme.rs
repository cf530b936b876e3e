//! Every command that the README shows does what it shows, in both languages.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on stops where it stands"
)]

mod console;

#[test]
fn the_commands_of_the_readme_print_what_it_shows() {
    assert!(console::check("README.md", "en_US.UTF-8", 3) > 8);
}

#[test]
fn the_commands_of_the_chinese_readme_print_what_it_shows() {
    assert!(console::check("README.zh.md", "zh_CN.UTF-8", 3) > 8);
}

#[test]
fn the_first_hour_goes_as_its_page_shows() {
    assert_eq!(console::check("docs/first-hour.md", "en_US.UTF-8", 1), 5);
}

#[test]
fn the_first_hour_goes_as_its_chinese_page_shows() {
    assert_eq!(console::check("docs/first-hour.zh.md", "zh_CN.UTF-8", 1), 5);
}
