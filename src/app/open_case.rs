//! One check and all that belongs to it alone: the case, how it is kept, what is unfolded, half chosen or taken back.
//! It is replaced whole when another check opens or begins, so that nothing of one is ever seen in another.

use std::collections::BTreeMap;

use crate::app::case_summary::Generations;
use crate::app::exporting::Exporting;
use crate::app::information_list::InformationList;
use crate::app::merging::Returned;
use crate::app::papers::PaperChoice;
use crate::app::undo::Undo;
use crate::app::{App, Layer, Screen};
use crate::questionnaire::access::Access;
use crate::questionnaire::case::Case;
use crate::questionnaire::fault::SaveFault;
use crate::questionnaire::id::{FormId, PackId, QuestionId};
use crate::questionnaire::moment::{Day, Moment};

/// What belongs to one check. The default is a check that is not begun yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct OpenCase {
    /// None until its forms are chosen, or its first word is written.
    pub(super) case: Option<Case>,
    /// Whether it may be changed here.
    pub(super) access: Access,
    pub(super) saving: Saving,
    pub(super) steps: Steps,
    /// The forms that are marked on their page.
    pub(super) forms: Vec<FormId>,
    /// The question's reason and its points are shown, although the window is low.
    pub(super) why_shown: bool,
    pub(super) points_shown: bool,
    /// 一部できている was chosen on the question on the screen, and its points are still to be marked.
    pub(super) lacks_points: bool,
    /// The task whose who and by when are being chosen, by its item.
    pub(super) open_task: Option<u16>,
    /// The days on which tasks were done whose mark was taken away since, and when: one press too many moves no day.
    pub(super) undone: BTreeMap<(PackId, QuestionId), Undone>,
    pub(super) list: InformationList,
    pub(super) exporting: Exporting,
    pub(super) papers: PaperChoice,
    /// The contact whose address is shown as a code, by its index.
    pub(super) code_of: Option<u8>,
    pub(super) undo: Undo,
    /// Who answers it here, where it goes from one to another; empty where nobody said it.
    pub(super) answerer: String,
    /// What somebody else has answered, beside it.
    pub(super) returned: Option<Box<Returned>>,
    /// What was merged, to be kept as a base once this revision is on the disk.
    pub(super) base_to_keep: Option<(u64, Box<Case>)>,
}

/// How far a check has come that is new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Steps {
    #[default]
    First,
    /// Its sections were on the screen, wherever one has gone from there.
    SeenWhole,
}

/// A mark 済み that was taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Undone {
    /// The day that it named.
    pub(super) day: Day,
    /// The day on which it was taken away.
    pub(super) on: Day,
}

/// How far saving has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Saving {
    /// The revision on the disk.
    pub(super) on_disk: u64,
    pub(super) failed: Option<SaveFault>,
    /// The last save that came through, and at which question the user was.
    pub(super) last: Option<(Moment, usize)>,
    /// The position changed since the last save: it goes along on leaving.
    pub(super) moved: bool,
    pub(super) leaving: bool,
}

impl OpenCase {
    /// A check that is new: nothing of it is on the disk.
    pub(super) fn begun(case: Case) -> Self {
        Self {
            forms: case.forms.clone(),
            case: Some(case),
            ..Self::default()
        }
    }

    /// A check as it is on the disk.
    pub(super) fn of(case: Case, access: Access) -> Self {
        let saving = Saving {
            on_disk: case.revision,
            ..Saving::default()
        };
        Self {
            access,
            saving,
            ..Self::begun(case)
        }
    }

    /// Everything that was said is on the disk.
    pub(super) fn is_saved(&self) -> bool {
        let case = self.case.as_ref();
        case.is_none_or(|case| case.revision == self.saving.on_disk)
    }
}

impl App {
    /// Another check takes the place of the open one, on these screens. The only way in which one does.
    pub(super) fn replace_case(&mut self, mut open: OpenCase, screens: &[Screen]) {
        if let (Some(was), Some(is)) = (&self.open.case, &open.case)
            && was.id == is.id
        {
            open.answerer = std::mem::take(&mut self.open.answerer);
        }
        self.open = open;
        self.editing = None;
        // Offered on a question of the check that was open.
        self.digits.is_offered = false;
        self.message = None;
        self.subject = None;
        self.generations = Generations::default();
        self.layers = screens.iter().copied().map(Layer::of).collect();
    }
}
