//! Every screen as a person sees it: drawn at several sizes in both languages, kept as snapshots.
//! Read them as a shop owner would before taking new ones: `just snapshots`, then `git diff`.

mod code;
mod console;
mod foot;
mod from_the_result;
mod limits;
mod look;
mod merging;
mod names;
mod palettes;
mod picture;
mod stored_checks;
mod wide;
mod wordless;

use insta::Settings;
use mamori::app::Screen;
use mamori::app::action::{Action, NotesPart, Paper};
use mamori::app::case_summary::{CaseState, DeskGlance};
use mamori::app::event::Event;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::fault::SaveFault;
use mamori::questionnaire::id::CaseId;
use mamori::questionnaire::moment::Day;

use crate::journeys::firms::{at_the_desk, with_a_damaged_one};
use crate::stage::{Disk, Stage, listed};

/// The sizes in which every screen is kept.
const SIZES: [(u16, u16); 3] = [(80, 24), (60, 20), (120, 40)];
/// The smallest window, for the screens that are hardest to fit.
const SMALLEST: (u16, u16) = (40, 12);

/// A walk with every kind of answer but one question open, at its last question.
pub(crate) const MIXED: &str = "1 Right 2 Space Right 3 Right 4 f Right 3 m <鍵は事務所> Esc Right 3 Right \
                     3 Right 3 Right 5 Enter Right 3 Right 1 Right";

/// What leads to a screen, from the first question of a walk for paper.
pub(crate) const SCREENS: [(&str, &str); 35] = [
    ("question-unanswered", ""),
    ("question-partly", "2 Space Down"),
    ("question-met", "1"),
    ("question-not-met", "3"),
    ("question-unknown", "4"),
    (
        "question-may-not-apply",
        "Right Right Right Right Right Right Right Right",
    ),
    (
        "question-not-applicable",
        "Right Right Right Right Right Right Right Right 5 Enter",
    ),
    ("question-with-note-and-flag", "1 m <図面は棚> Esc f"),
    ("question-note-open", "Right m <一行目> Enter <二行目>"),
    ("question-helps", "Right Up Up"),
    ("question-enter-alone", "Enter"),
    (
        "question-last",
        "Right Right Right Right Right Right Right Right Right Right Right",
    ),
    ("measures", "Right Right 3 ? Enter Down"),
    ("terms", "w"),
    (
        "reason",
        "Right Right Right Right Right Right Right Right 5",
    ),
    (
        "reason-own",
        "Right Right Right Right Right Right Right Right 5 Down Enter <社員はみな家族で>",
    ),
    ("overview-begun", "1 Right 3 Right o"),
    ("overview-end", "1 Right 3 Right o Esc"),
    ("overview-finished", "MIXED 3 o"),
    ("forms-later", "1 o Home Enter Down"),
    ("check-begun", "1 Right 3 Right o End Up Up Up Up Enter"),
    ("check-finished", "MIXED 3 Right"),
    ("result", "MIXED o End Up Up Enter"),
    (
        "result-second-walk",
        "MIXED 3 o End Up Up Enter End Up Up Enter 3 o End Up Up Up Enter",
    ),
    ("tasks", "MIXED 3 o End Up Up Enter Home Enter"),
    ("task-open", "MIXED 3 o End Up Up Enter Home Enter Enter"),
    (
        "task-own-words",
        "MIXED 3 o End Up Up Enter Home Enter Enter Right Down Down Enter <工場長>",
    ),
    (
        "task-done",
        "MIXED 3 o End Up Up Enter Home Enter d Enter Enter Down Down Down Down Enter",
    ),
    ("gaps", "MIXED o End Up Up Enter Down Enter"),
    ("find-out", "MIXED o End Up Up Enter Down Down Enter"),
    (
        "not-applicable",
        "MIXED o End Up Up Enter Down Down Down Enter",
    ),
    ("chart", "MIXED o End Up Up Enter Down Down Down Down Enter"),
    ("second-walk", "MIXED 3 o End Up Up Enter End Up Up Enter"),
    ("help-question", "h"),
    ("help-overview", "o h"),
];

/// These and those that lead from the result to doing something.
pub(crate) fn every() -> impl Iterator<Item = (&'static str, String)> {
    let walk = SCREENS.into_iter();
    walk.map(|(name, keys)| (name, keys.to_owned()))
        .chain(from_the_result::keys_from_the_result())
}

/// A screen on the stage, in Japanese.
pub(crate) fn at(keys: &str) -> Stage {
    let mut stage = Stage::answering("1");
    stage.play(&keys.replace("MIXED", MIXED));
    stage
}

/// Keeps one screen: a file for each language, with all sizes in it.
fn keep(name: &str, stage: &Stage, smallest: bool) {
    for language in ["ja", "en"] {
        let mut stage = stage.clone();
        if stage.app.language() != language {
            stage.switch_language();
        }
        let sizes = SIZES.iter().chain(smallest.then_some(&SMALLEST));
        let shown: Vec<String> = sizes
            .map(|(columns, lines)| {
                let screen = stage.screen_at(*columns, *lines);
                for word in ["完了", "合格", "適合"] {
                    assert!(!screen.contains(word), "{word} in {name}\n{screen}");
                }
                format!("{columns}x{lines}\n{screen}")
            })
            .collect();
        let mut settings = Settings::clone_current();
        settings.set_snapshot_path("snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(format!("{name}.{language}"), shown.join("\n")));
    }
}

#[test]
fn every_screen_of_a_walk_is_as_it_was() {
    for (name, keys) in SCREENS {
        keep(name, &at(keys), true);
    }
}

#[test]
fn the_first_screens_are_as_they_were() {
    let mut stage = Stage::new();
    keep("welcome", &stage, true);
    stage.play("Enter");
    keep("forms-none", &stage, false);
    stage.play("Space Down Space");
    keep("forms", &stage, true);
    stage.play("End Up Enter");
    keep("name", &stage, true);
    stage.play("<本社工場>");
    keep("name-typed", &stage, false);
    stage.play("Enter");
    keep("question-named", &stage, true);
    let mut stage = Stage::new();
    stage.play("Down Enter");
    keep("about", &stage, false);
}

#[test]
fn a_result_without_gaps_is_as_it_was() {
    let mut stage = Stage::answering("1");
    while stage.app.screen() == mamori::app::Screen::Question {
        stage.play("1 Right");
    }
    keep("check-all-met", &stage, false);
    stage.play("Home Enter");
    keep("result-without-gaps", &stage, true);
}

/// Several checks on the disk: two good ones and one that cannot be read.
pub(crate) fn several() -> Vec<Case> {
    let mut stage = at("1 Right 3");
    stage.play("o End Up Enter Down Enter Space End Up Enter <第二工場> Enter 1");
    stage.on_disk()
}

#[test]
fn the_screens_for_several_checks_are_as_they_were() {
    let mut stage = Stage::starting(several(), None, "ja");
    keep("start", &stage, true);
    stage.play("Down Down Enter");
    let mut with_damaged = listed(&stage.on_disk());
    let mut damaged = with_damaged[0].clone();
    damaged.id = CaseId::new("k7q2m4xw");
    damaged.title = String::new();
    damaged.created = None;
    damaged.updated = None;
    damaged.counts = None;
    damaged.state = CaseState::Damaged;
    with_damaged.push(damaged);
    stage.happen(Event::Listed(with_damaged));
    keep("cases", &stage, true);
    stage.play("<第二>");
    keep("cases-narrowed", &stage, false);
    stage.play("<x>");
    keep("cases-none", &stage, false);
    let mut again = at("1 Right 3 Right");
    again.play("Ctrl-C");
    keep("resumed", &again.started_again(), false);
}

#[test]
fn the_list_of_firms_is_as_it_was() {
    let mut stage = at_the_desk();
    keep("start-firms", &stage, false);
    stage.play("Down Down Enter");
    keep("firms", &stage, true);
    stage.happen(Event::Listed(with_a_damaged_one(&stage)));
    stage.play("<やまと>");
    keep("firms-narrowed", &stage, true);
    stage.play("Backspace Backspace Backspace End");
    keep("firms-end", &stage, true);
}

/// What an advisor keeps of a firm, with something in every row.
fn noted() -> Stage {
    let mut stage = at_the_desk();
    stage.play("Down Down Enter <やまと精工08> Enter Ctrl-N");
    stage
        .play("Enter <やまとせいこう> Enter")
        .go_to(Action::OwnNote(NotesPart::Visit))
        .play("Enter <2026-12-03> Enter")
        .go_to(Action::OwnNote(NotesPart::Tags))
        .play("Enter <鋳造 県北> Enter")
        .go_to(Action::OwnNote(NotesPart::Note))
        .play("Enter <社長は午前。専務の佐藤さんがくわしく、鍵と図面のことは工場長に聞くと早い。> Enter <次は台帳を一緒に作る。> Tab")
        .go_to(Action::OwnNote(NotesPart::Question(0)))
        .play("Enter <棚卸しを手伝う> Tab");
    stage
}

#[test]
fn what_only_an_advisor_has_is_as_it_was() {
    let mut empty = at_the_desk();
    empty.play("Down Down Enter <やまと精工08> Enter Ctrl-N");
    keep("own-notes-empty", &empty, false);
    let mut stage = noted();
    keep("own-notes", &stage, true);
    let mut writing = stage.clone();
    writing
        .go_to(Action::OwnNote(NotesPart::Visit))
        .play("Enter Ctrl-U <2020-03-05> Enter");
    keep("own-notes-day-over", &writing, false);
    let mut groups = stage.clone();
    groups.go_to(Action::Open(Screen::FirmGroups)).play("Enter");
    keep("firm-groups-from-notes", &groups, false);
    groups.sees_no("結果");
    let mut hidden = stage.clone();
    hidden.play("Ctrl-K");
    keep("others-hidden-just-now", &hidden, false);
    hidden.play("Ctrl-K");
    keep("show-others", &hidden, true);
    stage
        .play("Esc o")
        .go_to(Action::Open(Screen::Result))
        .play("Enter")
        .go_to(Action::Open(Screen::Tasks))
        .play("Enter")
        .go_to(Action::Open(Screen::Homework))
        .play("Enter");
    let mut listed = listed(&stage.on_disk());
    for check in &mut listed {
        check.desk = DeskGlance::Read(Day::parse("2026-12-03"));
    }
    stage.happen(Event::Listed(listed));
    keep("homework", &stage, true);
    stage.go_to(Action::Paper(Paper::TakeVisit)).play("Enter");
    keep("homework-visit", &stage, false);
    let make = Action::Paper(Paper::MakeHomework);
    assert_eq!(
        stage.page().cursor,
        Some(make),
        "what is there is not offered"
    );
    stage.play("Enter");
    keep("homework-made", &stage, false);
}

#[test]
fn the_first_list_while_nobody_is_shown_is_as_it_was() {
    let mut stage = at_the_desk();
    stage.app = stage.app.with_others_hidden(true);
    keep("start-hidden", &stage, false);
    stage.go_to(Action::Open(Screen::Firms)).play("Enter");
    keep("firms-hidden", &stage, true);
}

#[test]
fn every_failure_to_save_is_as_it_was() {
    for (name, fault) in [
        ("no-space", SaveFault::NoSpace),
        ("read-only", SaveFault::ReadOnly),
        ("in-use", SaveFault::InUse),
        ("denied", SaveFault::Denied),
        ("folder-gone", SaveFault::FolderGone),
        ("too-large", SaveFault::TooLarge),
        ("other", SaveFault::Other(Some(5))),
    ] {
        // The numbers of other systems mean other things.
        if cfg!(windows) && matches!(fault, SaveFault::Other(_)) {
            continue;
        }
        let mut stage = at("1");
        stage.disk = Disk::Fails(fault);
        stage.play("3");
        keep(
            &format!("save-failed-{name}"),
            &stage,
            fault == SaveFault::NoSpace,
        );
    }
}

#[test]
fn a_window_that_is_too_small_says_so() {
    let mut stage = at("1");
    for size in [(39, 12), (40, 11), (20, 5)] {
        let screen = stage.screen_at(size.0, size.1);
        assert!(screen.contains("小さすぎます"), "{size:?}\n{screen}");
    }
    for size in [(1, 1), (0, 0), (0, 24), (80, 0)] {
        stage.screen_at(size.0, size.1);
    }
    stage.switch_language();
    assert!(stage.screen_at(39, 12).contains("too small"));
}
