//! TOML text ↔ values.
