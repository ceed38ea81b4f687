//! Which drives of Windows can be pulled out. Asks the system for the kind of each and looks at none of them: a network
//! drive that is not there any more would keep everything waiting.

#![expect(unsafe_code, reason = "nothing safe says of what kind a drive is")]

use std::path::PathBuf;
use std::ptr::null_mut;

// From winbase.h and errhandlingapi.h.
const REMOVABLE: u32 = 2;
const FAILS_WITHOUT_A_WINDOW: u32 = 1;

unsafe extern "system" {
    fn GetLogicalDrives() -> u32;
    fn GetDriveTypeW(root: *const u16) -> u32;
    fn SetThreadErrorMode(mode: u32, before: *mut u32) -> i32;
}

/// The roots of sticks and cards, also of readers in which there is none. From then on no window of the system asks for
/// one when this thread looks into it.
pub(in crate::store::disk) fn lettered_drives() -> Vec<PathBuf> {
    // SAFETY: the first takes and gives numbers alone, and needs no place for the mode before; the second takes nothing.
    let drives = unsafe {
        SetThreadErrorMode(FAILS_WITHOUT_A_WINDOW, null_mut());
        GetLogicalDrives()
    };
    roots(drives)
        .filter(|root| {
            let root: Vec<u16> = root.encode_utf16().chain([0]).collect();
            // SAFETY: it reads a text that ends with a zero, and keeps nothing of it.
            unsafe { GetDriveTypeW(root.as_ptr()) == REMOVABLE }
        })
        .map(PathBuf::from)
        .collect()
}

/// The roots of drives by the bits of their letters. A and B are drives for floppy disks, which would begin to turn.
fn roots(drives: u32) -> impl Iterator<Item = String> {
    let letters = ('A'..='Z').enumerate().skip(2);
    letters
        .filter(move |(bit, _)| drives >> bit & 1 == 1)
        .map(|(_, letter)| format!("{letter}:\\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_drive_has_the_root_of_its_letter_and_floppy_disks_are_left_alone() {
        let found: Vec<String> = roots(0b1_0111).collect();
        assert_eq!(found, ["C:\\", "E:\\"]);
        assert_eq!(roots(1 << 25).next().as_deref(), Some("Z:\\"));
        // Where this runs there may be some, or none.
        assert!(lettered_drives().iter().all(|root| root.is_absolute()));
    }
}
