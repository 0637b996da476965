//! A clock that tells how long something took, and never what day it is; it runs only if that was asked for.

#![expect(clippy::disallowed_methods, reason = "no output depends on how long it took to make")]

use std::time::Instant;

/// A clock, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// It tells.
    Running,
    /// It tells nothing.
    Stopped,
}

/// Since when something goes on.
#[derive(Debug, Clone, Copy)]
pub struct Start(Option<Instant>);

impl Clock {
    /// Begins to measure.
    pub fn start(self) -> Start {
        Start(match self {
            Self::Running => Some(Instant::now()),
            Self::Stopped => None,
        })
    }
}

impl Start {
    /// Milliseconds since then, rounded up; `None` without a clock.
    pub fn elapsed(self) -> Option<u64> {
        let elapsed = self.0?.elapsed();
        Some(u64::try_from(elapsed.as_micros().div_ceil(1000)).unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_measured_without_a_clock() {
        assert_eq!(Clock::Stopped.start().elapsed(), None);
        assert!(Clock::Running.start().elapsed().is_some());
    }
}
