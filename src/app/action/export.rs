//! What can be meant where a report is written to a file.

use crate::questionnaire::report_format::ReportFormat;

/// What the user means to do on the page 書き出す.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Export {
    As(ReportFormat),
    /// Leaves out what names anybody or anything.
    Anonymous,
    /// Where the file is to be, in one's own words.
    EditPath,
    /// The file that is there already is given up for the new one.
    Replace,
    /// Another name instead of replacing a file.
    OtherName,
}
