//! One firm alone on the screen: no page, whatever is pressed, shows anything of another.

use mamori::app::Screen;
use mamori::app::action::Action;
use mamori::app::case_summary::{Binned, CaseState, CaseSummary, DeskGlance};
use mamori::app::event::Effect;
use mamori::app::event::Event;
use mamori::app::request::{Completed, Request};
use mamori::questionnaire::case::Case;
use mamori::questionnaire::desk::Desk;
use mamori::questionnaire::id::{CaseId, FirmId};
use mamori::questionnaire::moment::Day;

use super::firms::at_the_desk;
use crate::firms::{as_case, check, name, with_task};
use crate::stage::{Stage, listed, parsed};

/// Stands in everything of every firm but the first.
const MARKER: &str = "ZQX";

/// Firm 0 has two checks; everything of the others carries the marker.
fn checks() -> Vec<Case> {
    let mut checks = vec![
        check("mine2026", 0, 2026),
        with_task(check("mine2025", 0, 2025), "2026-11-02"),
    ];
    for number in 1..6 {
        let id = format!("other{number:03}");
        let mut other = with_task(check(&id, number, 2026), "2026-11-03");
        other["title"] = format!("{MARKER}{number}").into();
        other["profile"]["firm"] = format!("{MARKER}社{number}").into();
        other["information"] = serde_json::json!([{ "what": MARKER, "form": null }]);
        checks.push(other);
    }
    checks.iter().map(as_case).collect()
}

/// What a list has beside them: a copy of another's file, and one that cannot be read.
fn all(cases: &[Case]) -> Vec<CaseSummary> {
    let mut all = listed(cases);
    let mut copy = all[3].clone();
    copy.id = CaseId::new(&format!("{MARKER} - copy"));
    copy.state = CaseState::Copy;
    let mut damaged = all[3].clone();
    damaged.id = CaseId::new(&format!("{MARKER} damaged"));
    damaged.state = CaseState::Damaged;
    damaged.firm = None;
    damaged.given_firm = None;
    (damaged.created, damaged.updated, damaged.counts) = (None, None, None);
    all.extend([copy, damaged]);
    for check in &mut all {
        check.desk = DeskGlance::Read(Day::parse("2031-03-07"));
    }
    all
}

fn bin() -> Vec<Binned> {
    let binned = |name: &str, firm: Option<&str>| Binned {
        name: format!("{name}~2026-11-02"),
        title: Some(name.to_owned()),
        created: None,
        firm: firm.map(FirmId::new),
        firm_name: name.to_owned(),
        kept_until: Day::parse("2026-12-02").expect("a day"),
    };
    vec![
        binned("mine0000", Some("firm0000")),
        binned(MARKER, Some("firm0003")),
        binned(&format!("{MARKER}2"), None),
    ]
}

/// An advisor's desk with everything in it.
fn desk() -> Stage {
    let mut stage = Stage::starting(checks(), None, "ja");
    stage.app = stage.app.with_firms(true);
    // Also what is kept of the firm itself is nobody's but the advisor's.
    let mut notes = Desk::new(FirmId::new("firm0000"));
    MARKER.clone_into(&mut notes.note);
    notes.tags = vec![MARKER.to_owned()];
    MARKER.clone_into(&mut notes.reading);
    stage.desks.push(notes);
    fill(&mut stage);
    stage
}

fn fill(stage: &mut Stage) {
    let all = all(&stage.on_disk());
    stage.happen(Event::Listed(all));
    stage.happen(Event::Binned(bin()));
}

/// With the first firm alone, from the list.
fn alone_from_the_list() -> Stage {
    let mut stage = desk();
    stage
        .go_to(Action::Open(Screen::Firms))
        .play("Enter <やまと>");
    fill(&mut stage);
    stage.play("Ctrl-K");
    assert_eq!(stage.message(), Some("others-hidden"));
    stage
}

/// The same from its check.
fn alone_from_the_check() -> Stage {
    let mut stage = desk();
    stage
        .go_to(Action::Open(Screen::Firms))
        .play("Enter <やまと> Enter");
    assert_eq!(stage.case().id.as_str(), "mine2026");
    stage.play("Ctrl-K");
    stage
}

#[track_caller]
fn shows_nothing_of_others(stage: &Stage, keys: &[String]) {
    let page = format!("{:?}", stage.page());
    assert!(!page.contains(MARKER), "after {keys:?}\n{}", stage.screen());
    assert!(!page.contains("2031"), "the next visit, after {keys:?}");
    let word = format!("{:?}", stage.app.last_word());
    assert!(!word.contains(MARKER), "after {keys:?}: {word}");
}

/// So many keys, chosen by a number that gives the same ones every time.
fn any_keys(stage: &mut Stage, mut seed: u64, count: usize) {
    const KEYS: &[&str] = &[
        "Ctrl-N",
        "Down",
        "Up",
        "Enter",
        "Esc",
        "Down",
        "Enter",
        "Space",
        "Left",
        "Right",
        "1",
        "3",
        "m",
        "i",
        "o",
        "p",
        "w",
        "h",
        "d",
        "z",
        "Home",
        "End",
        "Tab",
        "Ctrl-K",
        "<や>",
        "Backspace",
        "Ctrl-Z",
        "?",
        "f",
        "u",
        "Esc",
    ];
    let mut pressed = Vec::new();
    for _ in 0..count {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let key = KEYS[usize::try_from(seed >> 33).expect("small") % KEYS.len()];
        let mut next = stage.clone();
        next.effects.clear();
        for key in parsed(key) {
            next.press(key);
        }
        // The store tells all there is, every time.
        if next.effects.contains(&Effect::Ask(Request::List)) {
            fill(&mut next);
        }
        // Who stops hiding sees them all; that was asked for. The end is no page either.
        if next.has_ended || !next.app.hides_others() {
            continue;
        }
        pressed.push(key.to_owned());
        *stage = next;
        shows_nothing_of_others(stage, &pressed);
    }
}

#[test]
fn with_others_hidden_no_page_at_any_key_shows_anything_of_another_firm() {
    for seed in 1..=6 {
        any_keys(&mut alone_from_the_list(), seed, 400);
        any_keys(&mut alone_from_the_check(), seed, 400);
        let mut hidden = desk();
        hidden.app = hidden.app.with_others_hidden(true);
        any_keys(&mut hidden, seed, 200);
    }
    let mut stage = alone_from_the_list();
    for screen in Screen::ALL {
        stage.happen(Event::Do(Action::Open(*screen)));
        fill(&mut stage);
        shows_nothing_of_others(&stage, &[format!("{screen:?}")]);
    }
    // What is tested sees what it should find.
    let mut seen = desk();
    seen.go_to(Action::Open(Screen::Firms)).play("Enter");
    fill(&mut seen);
    seen.sees(MARKER);
}

#[test]
fn the_firm_itself_is_all_there_with_its_checks_its_bin_and_what_is_due() {
    let mut stage = alone_from_the_list();
    stage.sees("ほかの会社は隠しています。");
    stage.sees(&name(0));
    stage.play("Esc").sees("前回の続き");
    stage.sees("過ぎたもの 1件");
    stage.go_to(Action::Open(Screen::Firms)).play("Enter");
    stage.go_to(Action::Open(Screen::Cases)).play("Enter");
    stage.sees("2025年");
    stage.sees("2026年");
    stage.go_to(Action::Open(Screen::Bin)).play("Enter");
    stage.sees("mine0000");
    let empties = Action::Open(Screen::EmptyBin);
    assert!(
        !stage.page().actions().contains(&empties),
        "the others' too"
    );
}

#[test]
fn leaving_it_is_asked_for_and_the_first_row_is_not_to() {
    let mut stage = alone_from_the_check();
    stage.play("Ctrl-K");
    assert_eq!(stage.app.screen(), Screen::ShowOthers);
    stage.play("Enter");
    assert!(stage.app.hides_others());
    stage.play("Ctrl-K Down Enter");
    assert!(!stage.app.hides_others());
    assert_eq!(stage.message(), Some("others-shown"));
}

#[test]
fn a_check_that_is_begun_while_a_firm_is_alone_is_that_firms() {
    let mut stage = alone_from_the_list();
    stage
        .play("Esc")
        .go_to(Action::Begin)
        .play("Enter Space End Up Enter");
    let firm = stage.case().firm.clone().expect("a firm");
    assert_eq!(
        (firm.id.as_str(), firm.pseudonym.as_str()),
        ("firm0000", "q0000")
    );
}

#[test]
fn hiding_from_the_list_leaves_the_open_check_of_another_firm_behind() {
    let mut stage = desk();
    stage
        .go_to(Action::Open(Screen::Firms))
        .play(&format!("Enter <{MARKER}社2> Enter"));
    assert_eq!(stage.case().id.as_str(), "other002");
    stage
        .play("o Esc")
        .happen(Event::Do(Action::Open(Screen::Start)));
    stage
        .go_to(Action::Open(Screen::Firms))
        .play("Enter <やまと> Ctrl-K");
    assert!(stage.app.case().is_none());
    any_keys(&mut stage, 7, 200);
}

#[test]
fn hidden_from_the_start_nobody_is_shown_until_a_name_is_typed() {
    let mut stage = desk();
    stage.app = stage.app.with_others_hidden(true);
    stage.sees_no("前回の続き");
    stage.go_to(Action::Open(Screen::Firms)).play("Enter");
    fill(&mut stage);
    stage.sees("会社の名前を入れると");
    stage.sees_no("やまと");
    stage.play("<や>").sees_no("やまと精工");
    stage.play("<まと>").sees("やまと精工00");
    stage.play("Enter");
    assert_eq!(stage.case().id.as_str(), "mine2026");
    any_keys(&mut stage, 8, 100);
    // Letters that several firms have find none of them.
    let mut stage = desk();
    stage.app = stage.app.with_others_hidden(true);
    stage.go_to(Action::Open(Screen::Firms)).play("Enter <製>");
    stage.play("<作>").sees_no("ミナト");
}

#[test]
fn the_firm_that_was_found_is_on_the_next_list_too_and_gone_on_the_first_page() {
    let mut stage = desk();
    stage.app = stage.app.with_others_hidden(true);
    stage.go_to(Action::Open(Screen::Firms)).play("Enter");
    fill(&mut stage);
    stage.play("<やまと> End Up Enter");
    assert_eq!(stage.app.screen(), Screen::Cases);
    stage.sees("2026年");
    stage.sees("2025年");
    shows_nothing_of_others(&stage, &[]);
    // So it is when one comes back, from there and from the question whether to stop.
    stage.play("Esc").sees("やまと精工00");
    stage.play("Ctrl-K Esc").sees("やまと精工00");
    // On the first page nobody was found: the next client may be looking on.
    stage.play("Esc").sees_no("やまと");
    stage.go_to(Action::Open(Screen::Firms)).play("Enter");
    stage.sees_no("やまと");
}

#[test]
fn another_firms_check_that_was_asked_for_before_does_not_open() {
    let mut stage = alone_from_the_list();
    let other = checks().pop().expect("a check");
    stage.happen(Event::Opened(
        Box::new(other),
        mamori::questionnaire::access::Access::Write,
    ));
    assert!(stage.app.case().is_none());
    assert_eq!(stage.message(), Some("hidden-not-opened"));
    stage.happen(Event::Done(Completed::PutAside));
    shows_nothing_of_others(&stage, &[]);
}

#[test]
fn an_owner_without_the_list_cannot_hide_anything() {
    let mut stage = Stage::starting(checks(), None, "ja");
    let before = stage.screen();
    stage.play("Ctrl-K");
    assert_eq!(stage.screen(), before);
    assert!(!stage.app.hides_others());
    at_the_desk().sees_no("隠して");
}

#[test]
fn on_the_first_page_where_no_firm_is_named_none_is_chosen_by_chance() {
    let mut stage = at_the_desk();
    stage.play("Ctrl-K");
    assert_eq!(stage.message(), Some("hide-choose-first"));
    assert!(!stage.app.hides_others());
}
