//! Why what somebody brings is no check that can be read, as a sentence. Names no file and decides nothing.

use crate::questionnaire::reading::{LONGEST_TEXT, MOST_TEXT, MOST_VALUES, ReadFault};
use crate::text::Message;
use crate::text::encoding::encoding_message;

/// Why what was read is no case.
#[must_use]
pub fn not_a_check(fault: &ReadFault) -> Message<'static> {
    match fault {
        ReadFault::Empty => Message::new("import-empty"),
        ReadFault::Encoding(fault) => encoding_message(*fault),
        ReadFault::TooLarge => with_limits(Message::new("import-too-large")),
        ReadFault::NotJson { line, column } => Message::new("import-not-json")
            .with("line", *line)
            .with("column", *column),
        ReadFault::CutOff => Message::new("import-cut-off"),
        ReadFault::WrongShape { path } => {
            Message::new("import-wrong-shape").with("place", path.clone())
        }
        ReadFault::Newer { format } => {
            Message::new("import-newer").with("format", format.to_string())
        }
    }
}

/// How much of a case can be read.
#[must_use]
pub fn with_limits(message: Message<'_>) -> Message<'_> {
    message
        .with("megabytes", MOST_TEXT / 1_000_000)
        .with("kilobytes", LONGEST_TEXT / 1_000)
        .with("values", MOST_VALUES)
}
