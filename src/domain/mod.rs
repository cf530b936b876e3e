//! The book and its rules. Knows neither files, clock, environment nor words for people.

pub mod acts;
pub mod amendment;
pub mod book;
pub mod calendar;
pub mod day;
pub mod entry;
pub mod evidence;
pub mod figure;
pub mod filter;
pub mod gate;
pub mod id;
pub mod indicator;
pub mod key;
pub mod ledger;
pub mod limit;
pub mod measure;
pub mod money;
pub mod nearest;
pub mod notice;
pub mod period;
pub mod policy;
pub mod problem;
pub mod responsible;
pub mod roster;
pub mod standing;
pub mod subject;
