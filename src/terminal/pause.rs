//! How long a pause must be before what is being written is kept. Reads no clock.

use std::time::{Duration, Instant};

/// Nobody has pressed a key for so long: the user pauses.
const SILENCE: Duration = Duration::from_secs(1);

/// Who never pauses has what is written kept at least this long after its first key.
const LONGEST: Duration = Duration::from_secs(5);

/// Since when something is written that is not kept. Made new whenever it is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pause(Option<Instant>);

impl Pause {
    /// How long to wait for the next key at `now`, before what is written is kept. None: nothing is, so no waiting
    /// and no tick.
    pub(super) fn wait(&mut self, is_unkept: bool, now: Instant) -> Option<Duration> {
        if !is_unkept {
            self.0 = None;
            return None;
        }
        let since = *self.0.get_or_insert(now);
        let left = (since + LONGEST).saturating_duration_since(now);
        Some(left.min(SILENCE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "some instant to count from")]
    fn a_second_of_silence_is_a_pause_and_five_seconds_without_one_too() {
        let start = Instant::now();
        let at = |seconds: f32| start + Duration::from_secs_f32(seconds);
        let mut pause = Pause::default();
        assert_eq!(
            pause.wait(false, at(0.0)),
            None,
            "nothing is written: no tick"
        );
        let second = Some(Duration::from_secs(1));
        assert_eq!(pause.wait(true, at(1.0)), second);
        assert_eq!(pause.wait(true, at(1.5)), second);
        assert_eq!(pause.wait(true, at(4.0)), second);
        assert_eq!(pause.wait(true, at(5.5)), Some(Duration::from_millis(500)));
        assert_eq!(pause.wait(true, at(6.5)), Some(Duration::ZERO));
        // Kept: the next key begins anew.
        assert_eq!(pause.wait(false, at(7.0)), None);
        assert_eq!(pause.wait(true, at(7.5)), second);
    }
}
