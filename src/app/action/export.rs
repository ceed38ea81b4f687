//! What can be meant where a report is written to a file.

use crate::questionnaire::reader::Reader;
use crate::questionnaire::report_format::ReportFormat;
use crate::text::firm_groups::Group;

/// What the user means to do on the pages of 書き出す.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Export {
    /// For the firm itself it is written at once; for anybody else it is shown first what will be in it.
    To(Reader),
    /// The formats for the firm itself.
    OtherFormats,
    As(Reader, ReportFormat),
    /// Puts notes and flags in or leaves them out.
    Notes,
    /// Leaves out what names anybody or anything.
    Anonymous,
    /// Puts the firm's name into the name of the file, or leaves it out.
    NameFiles,
    /// Puts a passphrase of its own on the file that is handed over, or takes it off.
    Passphrase,
    /// Writes whose check it is, or who has looked it over.
    Profile(ProfilePart),
    /// The firm's trade or size, for counting over many firms: this one of those offered, or not any more.
    Group(Group, u8),
    /// Where the file is to be, in one's own words.
    EditPath,
    /// The file that is there already is given up for the new one.
    Replace,
    /// Another name instead of replacing a file.
    OtherName,
}

/// What a report says of the firm beside its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProfilePart {
    Firm,
    CheckedBy,
}
