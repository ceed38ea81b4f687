//! Waits on the terminal and sends what was typed, one batch a burst. Sends Gone when the terminal is gone.

use std::sync::mpsc::Sender;
use std::thread;

use super::Input;
use super::ear::Ear;

/// Starts the reader. It ends by itself with the terminal or with the receiver.
pub(super) fn watch(mut ear: Ear, sender: Sender<Input>) {
    thread::spawn(move || {
        while let Ok(heard) = ear.listen(None) {
            if !heard.is_empty() && sender.send(Input::Heard(heard)).is_err() {
                return;
            }
        }
        // If nobody listens any more, nobody needs to know.
        let _ = sender.send(Input::Gone);
    });
}
