//! How far long work is: a bar on a terminal, and nothing anywhere else.

use std::cell::RefCell;
use std::io::{IsTerminal as _, stderr};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work that ends earlier draws nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often a second the bar is drawn at most.
const HERTZ: u8 = 10;

/// A bar on standard error, where that is a terminal and the work takes more than a second; it is wiped away when dropped.
#[derive(Debug)]
pub struct Progress {
    begun: Instant,
    bar: Option<ProgressBar>,
    is_terminal: bool,
}

impl Progress {
    /// Work begins.
    pub fn begin() -> Self {
        Self { begun: Instant::now(), bar: None, is_terminal: stderr().is_terminal() }
    }

    /// So much of all is done; once it is all, the bar is wiped away.
    pub fn tell(&mut self, done: usize, all: usize) {
        if done >= all {
            self.end();
        }
        if done >= all || !self.is_terminal || self.begun.elapsed() < PATIENCE {
            return;
        }
        self.bar.get_or_insert_with(|| bar(all)).set_position(done as u64);
    }
}

impl Progress {
    fn end(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

/// Draws how far several pieces of work are, one after the other: each begins where nothing of it is done.
pub fn watcher() -> impl Fn(usize, usize) + 'static {
    let progress = RefCell::new(Progress::begin());
    move |done, all| {
        let mut progress = progress.borrow_mut();
        if done == 0 {
            *progress = Progress::begin();
        }
        progress.tell(done, all);
    }
}

fn bar(all: usize) -> ProgressBar {
    let target = ProgressDrawTarget::stderr_with_hz(HERTZ);
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len}");
    let bar = ProgressBar::with_draw_target(Some(all as u64), target);
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}
