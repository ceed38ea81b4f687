//! To be called before Windows ends the program: when its window is closed, at Ctrl-Break. Whether the window closes with
//! the program. Has unsafe code, because nothing safe offers these calls; it does nothing else.

#![expect(
    unsafe_code,
    reason = "Windows calls back only what was handed to it through a foreign function"
)]

use std::io;
use std::sync::OnceLock;

/// What is called. Whether it takes care of the ending: otherwise Windows ends the program at once.
pub(super) type Handler = fn(event: u32) -> bool;

// From wincon.h.
pub(super) const CTRL_C: u32 = 0;
pub(super) const CTRL_BREAK: u32 = 1;
pub(super) const CLOSE: u32 = 2;

static HANDLER: OnceLock<Handler> = OnceLock::new();

unsafe extern "system" {
    fn SetConsoleCtrlHandler(
        handler: Option<unsafe extern "system" fn(u32) -> i32>,
        is_added: i32,
    ) -> i32;
    fn GetConsoleProcessList(ids: *mut u32, length: u32) -> u32;
}

/// Whether no other program has this console, such as a shell: it was opened for this one.
pub(super) fn is_alone() -> bool {
    let mut ids = [0; 2];
    // SAFETY: Windows writes at most two numbers, for which there is room; where there are more it only counts them.
    unsafe { GetConsoleProcessList(ids.as_mut_ptr(), 2) == 1 }
}

/// Windows calls this on a thread of its own. What ends with the console ends when this returns, or after 5 s.
extern "system" fn called(event: u32) -> i32 {
    HANDLER.get().is_some_and(|handler| handler(event)).into()
}

/// Has `handler` called before Windows ends the program. Only the first one that is given counts, and it once.
pub(super) fn before_the_end(handler: Handler) -> io::Result<()> {
    if HANDLER.set(handler).is_err() {
        return Ok(());
    }
    // SAFETY: `called` has the form that Windows asks for, is there as long as the program, and can run on any
    // thread and at any time: all that it reads was set before and is never set again.
    if unsafe { SetConsoleCtrlHandler(Some(called), 1) } == 0 {
        Err(io::Error::last_os_error())
    } else {
        Ok(())
    }
}
