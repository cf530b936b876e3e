//! Work that is shared out among the cores: large tables and sheets are made of parts that know nothing of each other.
//!
//! Whoever is free takes the next portion, and the answers come back in the order of the portions, so that nobody can tell
//! how many hands there were.

use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::{panic, thread};

/// So many problems or rows are worth the way to another thread: some milliseconds of work.
pub const PORTION: usize = 512;

/// Does the work of all portions; a single one is done at once.
pub fn share<P: Send, R: Send>(
    portions: impl ExactSizeIterator<Item = P> + Send,
    work: impl Fn(P) -> R + Sync,
) -> Vec<R> {
    let cores = if portions.len() > 1 { thread::available_parallelism().ok() } else { None };
    share_among(cores.map_or(1, NonZero::get), portions, work)
}

/// The same with so many hands: more than there are cores where the work is waiting.
pub fn share_among<P: Send, R: Send>(
    hands: usize,
    portions: impl ExactSizeIterator<Item = P> + Send,
    work: impl Fn(P) -> R + Sync,
) -> Vec<R> {
    let hands = hands.min(portions.len());
    if hands < 2 {
        return portions.map(work).collect();
    }
    let portions = Mutex::new(portions.enumerate());
    let next = || portions.lock().unwrap_or_else(PoisonError::into_inner).next();
    let one_hand = || {
        let mut done = Vec::new();
        while let Some((at, portion)) = next() {
            done.push((at, work(portion)));
        }
        done
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..hands).map(|_| scope.spawn(one_hand)).collect();
        let mut done = one_hand();
        for other in others {
            // A panic in a thread is ours.
            done.extend(other.join().unwrap_or_else(|panic| panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, answer)| answer).collect()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn answers_keep_the_order_of_the_portions() {
        let numbers: Vec<u32> = (0..10_000).collect();
        let sums = share(numbers.chunks(7), |portion| portion.iter().sum::<u32>());
        let alone: Vec<u32> = numbers.chunks(7).map(|portion| portion.iter().sum()).collect();
        assert_eq!(sums, alone);
        assert_eq!(share(numbers[..0].chunks(7), <[u32]>::len), Vec::<usize>::new());
    }

    #[test]
    fn portions_may_be_changed_in_their_place() {
        let mut numbers = vec![1; 5_000];
        share(numbers.chunks_mut(64), |portion| portion.iter_mut().for_each(|it| *it += 1));
        assert!(numbers.iter().all(|it| *it == 2));
    }
}
