//! What the screens about keeping look like: passphrase, news, tidying, the bin, another place.

use mamori::app::case_summary::CaseState;
use mamori::app::event::Event;

use super::keep;
use crate::journeys::tidying::{binned, one_chosen, only, tidying};
use crate::journeys::unlocking::{elsewhere, looking, sealed, with_news};

#[test]
fn the_screens_of_a_sealed_folder_are_as_they_were() {
    let mut stage = sealed();
    stage.play("<secret>");
    keep("passphrase", &stage, true);
    keep("news", &with_news(), true);
    keep("looking", &looking(), true);
    keep("elsewhere", &elsewhere(), true);
}

#[test]
fn the_screens_for_tidying_are_as_they_were() {
    let mut stage = tidying();
    stage.happen(Event::Binned(binned()));
    keep("manage", &stage, true);
    let (mut stage, _) = one_chosen();
    keep("case-menu", &stage, true);
    stage.play("Down Down Enter");
    keep("generations", &stage, false);
    stage.play("Esc End Enter");
    keep("throw-away", &stage, true);
    let mut stage = tidying();
    stage.happen(Event::Binned(binned()));
    stage.play("Down Down Enter");
    keep("bin", &stage, true);
    stage.play("End Enter");
    keep("empty-bin", &stage, false);
}

#[test]
fn a_check_that_cannot_be_opened_looks_as_it_did() {
    for (name, state) in [
        ("damaged", CaseState::Damaged),
        ("copy", CaseState::Copy),
        ("renamed", CaseState::Renamed),
        ("locked", CaseState::Locked),
        ("newer", CaseState::Newer),
    ] {
        let mut stage = only(state);
        stage.play("Enter");
        keep(&format!("case-{name}"), &stage, false);
    }
}
