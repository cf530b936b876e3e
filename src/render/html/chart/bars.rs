//! Bars in parts that are laid end to end, each beside its name; all to the scale of the longest.

use crate::render::document::{Bar, Part};
use crate::render::html::escape::line;
use crate::render::html::put;

/// Writes the bars.
pub(super) fn write(parts: &[Part], bars: &[Bar], html: &mut String) {
    let sum = |bar: &Bar| bar.values.iter().copied().map(|value| value.max(0)).sum::<i64>();
    let longest = bars.iter().map(sum).max().unwrap_or(0).max(1);
    html.push_str("<ul class=bars>\n");
    for bar in bars {
        put(
            html,
            format_args!(
                "<li><span>{}</span><svg viewBox=\"0 0 {longest} 1\" preserveAspectRatio=none aria-hidden=true>",
                line(&bar.label)
            ),
        );
        let mut from = 0;
        for (place, (part, value)) in parts.iter().zip(&bar.values).enumerate() {
            if *value > 0 {
                let (colour, label) = (super::colour(part, place), line(&part.label));
                put(
                    html,
                    format_args!(
                        "<rect class={colour} x={from} width={value} height=1><title>{label} {value}</title></rect>"
                    ),
                );
                from += value;
            }
        }
        put(html, format_args!("</svg><b>{from}</b>\n"));
    }
    html.push_str("</ul>\n");
}
