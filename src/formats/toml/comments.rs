//! Finds comments, which the values of a text do not hold.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// Returns the bytes of every comment of a text, from its `#` to the end of its line.
pub fn comments(text: &str) -> Vec<Range<usize>> {
    let tokens = Source::new(text).lex();
    tokens
        .filter(|token| token.kind() == TokenKind::Comment)
        .map(|token| token.span().start()..token.span().end())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::comments;

    #[test]
    fn a_hash_in_quotes_is_no_comment() {
        let text = "a = \"# 1\" # 二\nb = \"\"\"\n# 3\n\"\"\"\nc = '# 4'\r\n# 五\r\n";
        let found: Vec<_> = comments(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, ["# 二", "# 五"]);
    }
}
