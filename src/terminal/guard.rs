//! Tells the loop when one of the other threads fails: the screen must not go on without it.

use std::sync::mpsc::Sender;
use std::thread;

use super::Input;

/// Held by a thread while it works.
pub(super) struct Guard(Sender<Input>);

impl Guard {
    pub(super) fn new(tell: Sender<Input>) -> Self {
        Self(tell)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if thread::panicking() {
            // If the loop is gone as well, there is nobody to tell.
            let _ = self.0.send(Input::Broken);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn the_loop_hears_of_a_thread_that_failed_and_of_no_other() {
        for fails in [true, false] {
            let (tell, inputs) = mpsc::channel();
            let thread = thread::spawn(move || {
                let _guard = Guard::new(tell);
                assert!(!fails, "on purpose");
            });
            assert_eq!(thread.join().is_err(), fails);
            assert_eq!(matches!(inputs.recv(), Ok(Input::Broken)), fails);
        }
    }
}
