//! What the pages about what somebody has sent look like: the files that were found, both sides, and what came of it.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::app::event::Event;
use mamori::app::received::{Brought, Found, NotRead, ReceivedFile, ReceivedState};
use mamori::questionnaire::id::CaseId;
use mamori::questionnaire::moment::Moment;

use super::keep;
use crate::receiving::properties::{merging, sides};
use crate::stage::Stage;

fn found() -> Found {
    let at = |day: u32| Moment::parse(&format!("2026-11-{day:02}T09:30:00+09:00"));
    let file = |folder: &str, name: &str, day, state| ReceivedFile {
        path: format!("/home/{folder}/{name}"),
        name: name.to_owned(),
        changed: at(day),
        state,
    };
    let check = |firm: &str, title: &str| ReceivedState::Check {
        id: CaseId::new("k7q2m4xw"),
        firm_id: None,
        title: title.to_owned(),
        firm: firm.to_owned(),
        created: at(1).expect("a moment"),
    };
    Found {
        files: vec![
            file(
                "Downloads",
                "やまと精工-2026-11-05.mamori",
                19,
                check("やまと精工", "本社工場"),
            ),
            file("Desktop", "sakura.json", 12, check("", "")),
            file("Downloads", "kagi.mamori", 8, ReceivedState::Sealed),
            file("Downloads", "cut.mamori", 2, ReceivedState::Unread),
        ],
        // The number means nothing to any system: those of others mean other things.
        unread: vec![("/media/user/STICK".to_owned(), Some(1001))],
        left_out: 3,
    }
}

#[test]
fn the_page_of_files_that_were_sent_is_as_it_was() {
    let mut stage = Stage::new();
    stage.happen(Event::Do(Action::Open(Screen::Received)));
    stage.happen(Event::Received(found()));
    keep("received", &stage, true);
    stage.happen(Event::Brought(
        "/home/Downloads/kagi.mamori".to_owned(),
        Brought::NotRead(NotRead::Sealed),
    ));
    stage.play("<himitsu>");
    keep("file-passphrase", &stage, true);
    stage.play("Esc");
    stage.happen(Event::Received(Found::default()));
    stage.play("Enter </media/>");
    keep("received-none", &stage, false);
}

#[test]
fn the_pages_of_what_came_back_are_as_they_were() {
    let (base, ours, theirs) = sides();
    let mut stage = merging(Some(base), &ours, &theirs);
    keep("merge", &stage, true);
    stage.play("2 1");
    keep("merge-title", &stage, true);
    stage.play("2 4");
    keep("merge-decided", &stage, false);
    stage.play("Home End Up Up Enter");
    keep("merge-taken", &stage, true);
    stage.play("Down Down Esc End Up Enter");
    assert_eq!(stage.app.screen(), Screen::Merged, "{}", stage.screen());
    keep("merge-done", &stage, true);
    stage.play("Enter");
    keep("merge-over", &stage, false);
    let mut stage = merging(None, &ours, &theirs);
    stage.play("Esc");
    keep("merge-later", &stage, false);
}
