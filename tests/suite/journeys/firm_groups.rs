//! 業種と人数, by which an association counts: out of the way of whoever does not count, chosen and never typed.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::questionnaire::case::Firm;

use super::from_the_result::at_the_result;
use crate::stage::Stage;

fn at_other_formats() -> Stage {
    let mut stage = at_the_result();
    stage.go_to(Action::Open(Screen::Export));
    stage.play("Enter End Enter");
    assert_eq!(stage.app.screen(), Screen::ExportTo);
    stage
}

fn firm(stage: &Stage) -> &Firm {
    stage.case().firm.as_ref().expect("a firm")
}

#[test]
fn trade_and_size_are_chosen_and_taken_back() {
    let mut stage = at_other_formats();
    let pseudonym = firm(&stage).pseudonym.clone();
    stage.play("End Enter");
    assert_eq!(stage.app.screen(), Screen::FirmGroups);
    stage.sees_no("今は:");
    stage.play("Right Enter").sees("今は: 金型");
    stage
        .play("End Left Left Left Left Enter")
        .sees("今は: 6から20人");
    assert_eq!(
        (firm(&stage).trade.as_str(), firm(&stage).size.as_str()),
        ("moulds", "6-20")
    );
    assert_eq!(firm(&stage).pseudonym, pseudonym, "and it is the same firm");
    assert_eq!(stage.on_disk()[0].firm, stage.case().firm, "saved");
    // Space takes it away again, Enter never does.
    stage.play("Enter").sees("今は: 6から20人");
    stage.play("Space").sees_no("今は: 6から20人");
    assert_eq!(firm(&stage).size, "");
    stage.play("z").sees("元に戻しました: 集計用の業種と人数");
    assert_eq!(firm(&stage).size, "6-20");
    stage.play("z z");
    assert_eq!(
        (firm(&stage).trade.as_str(), firm(&stage).size.as_str()),
        ("", "")
    );
    stage
        .play("Z")
        .sees("もう一度そうしました: 集計用の業種と人数");
    assert_eq!(firm(&stage).trade, "moulds");
}

/// Down passes over nothing that was not there before.
#[test]
fn who_does_not_count_passes_over_nothing() {
    let stage = at_other_formats();
    let last = stage.page().actions().last().copied();
    assert_eq!(last, Some(Action::Open(Screen::FirmGroups)));
}
