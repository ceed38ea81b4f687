//! In which encoding a file is written, in words. Decides nothing.

use crate::questionnaire::encoding::EncodingFault;
use crate::text::Message;

/// What the bytes of a file look like, as a sentence.
#[must_use]
pub fn encoding_message(fault: EncodingFault) -> Message<'static> {
    Message::new(match fault {
        EncodingFault::DamagedUtf8 => "encoding-damaged-utf-8",
        EncodingFault::DamagedUtf16 => "encoding-damaged-utf-16",
        EncodingFault::Utf32 => "encoding-utf-32",
        EncodingFault::PerhapsShiftJis => "encoding-perhaps-shift-jis",
        EncodingFault::Unknown => "encoding-unknown",
    })
}
