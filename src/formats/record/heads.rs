//! The records of a ledger's head and of `book.toml`, understood and written.
