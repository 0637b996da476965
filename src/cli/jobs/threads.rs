//! Work shared among threads.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// Room for the compiler's recursion, in bytes.
const STACK: usize = 16 << 20;

/// Does pieces of work, and hands their numbers and results over as they come; so many at once, if the user says how many, else as many
/// as the machine has processors.
///
/// The compiler of the PDF shares parts of its work among all processors by itself; what it does alone, which is most, leaves
/// them free for other plans.
pub(crate) fn share<D: Send, T>(
    jobs: Option<usize>,
    pieces: usize,
    work: &(dyn Fn(usize) -> D + Sync),
    take: impl FnOnce(Receiver<(usize, D)>) -> T,
) -> T {
    let jobs = jobs.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from));
    share_with(STACK, jobs, pieces, work, take)
}

/// Does pieces of work on threads of so much room; on this one, if the system starts none.
fn share_with<D: Send, T>(
    stack: usize,
    jobs: usize,
    pieces: usize,
    work: &(dyn Fn(usize) -> D + Sync),
    take: impl FnOnce(Receiver<(usize, D)>) -> T,
) -> T {
    let wanted = jobs.min(pieces);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let work_off = |sender: Sender<(usize, D)>| {
        loop {
            let piece = next.fetch_add(1, Ordering::Relaxed);
            if piece >= pieces || sender.send((piece, work(piece))).is_err() {
                break;
            }
        }
    };
    let work_off = &work_off;
    thread::scope(|scope| {
        let mut started = 0;
        for _ in 0..wanted {
            let sender = sender.clone();
            let builder = thread::Builder::new().stack_size(stack);
            started += usize::from(builder.spawn_scoped(scope, move || work_off(sender)).is_ok());
        }
        if started == 0 {
            work_off(sender);
        } else {
            drop(sender);
        }
        take(receiver)
    })
}

/// Whether the system starts as many threads as the compiler of the PDF asks for.
pub(crate) fn can_start() -> bool {
    let wanted = thread::available_parallelism().map_or(1, usize::from);
    let gate = Mutex::new(());
    thread::scope(|scope| {
        let closed = gate.lock();
        let mut starts = (0..wanted).map(|_| thread::Builder::new().spawn_scoped(scope, || drop(gate.lock())));
        let all = starts.all(|start| start.is_ok());
        drop(closed);
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stack: usize) {
        let mut done: Vec<_> = share_with(stack, 2, 100, &|piece| piece * 2, |receiver| receiver.into_iter().collect());
        done.sort_unstable();
        assert_eq!(done, (0..100).map(|piece| (piece, piece * 2)).collect::<Vec<_>>());
    }

    #[test]
    fn all_is_done_with_threads_and_without() {
        check(STACK);
        // No system starts a thread with that much room.
        let refused = thread::Builder::new().stack_size(1 << 60).spawn(|| ());
        assert!(refused.is_err());
        check(1 << 60);
    }
}
