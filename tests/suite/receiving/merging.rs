//! A check that comes back: two data folders, both sides answered, and what becomes of it by keys.

use mamori::app::Screen;
use serde_json::{Value, json};

use super::{Person, check};

const PACK: &str = "tics-minimum";

/// The points of the first questions of the pack.
pub(crate) fn first_points() -> Vec<(String, Vec<String>)> {
    let pack: Value =
        serde_json::from_str(include_str!("../../../criteria/tics-minimum.json")).expect("a pack");
    let texts = |value: &Value| value.as_str().expect("an id").to_owned();
    let questions = pack["questions"].as_array().expect("questions").iter();
    questions
        .map(|question| {
            let points = question["points"].as_array().expect("points");
            let ids = points.iter().map(|point| texts(&point["id"]));
            (texts(&question["id"]), ids.collect())
        })
        .collect()
}

/// A check with these answers: which of the points of the first questions are there, by a letter each. `x` is there,
/// `.` is open; an empty one is no answer.
pub(crate) fn answered(who: &str, day: u32, answers: &[&str]) -> Value {
    let mut said = serde_json::Map::new();
    for ((question, points), marks) in first_points().iter().zip(answers) {
        if marks.is_empty() {
            continue;
        }
        let marks = marks.chars().chain(std::iter::repeat('.'));
        let points: serde_json::Map<String, Value> = points
            .iter()
            .zip(marks)
            .map(|(point, mark)| (point.clone(), json!(mark == 'x')))
            .collect();
        said.insert(
            question.clone(),
            json!({
                "given": {"points": points},
                "answered": format!("2026-11-{day:02}T10:00:00+09:00"),
                "answered_by": who,
            }),
        );
    }
    json!({
        "format": 1, "id": "k7q2m4xw", "revision": 5, "title": "本社工場",
        "created": "2026-11-01T10:00:00+09:00", "updated": "2026-11-05T10:00:00+09:00",
        "forms": ["paper"], "information": [], "walk": PACK,
        "firm": {"id": "firmaaaa", "pseudonym": "qaaaaaaa"},
        "walks": {PACK: {"version": "1.0.0", "at": null, "answers": said}},
    })
}

/// Before the page that shows both sides: both have changed two answers, and they alone one that became better.
fn before_both(ours: &Value, theirs: &Value) -> Person {
    let bytes = |case: &Value| case.to_string().into_bytes();
    let mut person = Person::new(
        &[("cases/k7q2m4xw.json", &bytes(ours))],
        &[("back.mamori", &bytes(theirs))],
    );
    person.at_the_files().play("Enter");
    person
}

fn given(case: &Value, at: usize) -> &Value {
    let question = &first_points()[at].0;
    &case["walks"][PACK]["answers"][question.as_str()]["given"]
}

fn ours() -> Value {
    answered("", 20, &["x", ".", "x", ""])
}

fn theirs() -> Value {
    answered("総務 佐藤", 18, &[".x", "x", "x", "."])
}

#[test]
fn both_sides_stand_beside_each_other_and_what_is_chosen_comes_in_at_once() {
    let mut person = before_both(&ours(), &theirs());
    assert_eq!(person.session.app.screen(), Screen::Merge);
    person.sees("2件の 1件め").sees("総務 佐藤、11月18日");
    let before = person.on_disk("k7q2m4xw");
    person.play("2").sees("2件の 2件め");
    person.play("1");
    assert_eq!(
        person.on_disk("k7q2m4xw"),
        before,
        "nothing before it is taken in"
    );
    person.play("Enter");
    assert_eq!(person.session.app.screen(), Screen::Merged);
    let after = person.on_disk("k7q2m4xw");
    assert_eq!(given(&after, 0), given(&theirs(), 0));
    assert_eq!(given(&after, 1), given(&ours(), 1));
    assert_eq!(given(&after, 3), given(&theirs(), 3), "theirs alone");
    person
        .sees("相手のものにした: 2件")
        .sees("こちらのままにした: 1件");
    // What there was is an earlier version, and all of it comes back at once.
    let history = std::fs::read_dir(person.path("data/history/k7q2m4xw")).expect("the history");
    assert_eq!(history.count(), 1);
    person.play("Enter z");
    let walks = |case: Value| {
        let case: mamori::questionnaire::case::Case = serde_json::from_value(case).expect("a case");
        case.walks
    };
    assert_eq!(walks(person.on_disk("k7q2m4xw")), walks(before));
    assert_eq!(person.session.app.screen(), Screen::Merge);
    assert_eq!(person.message(), Some("undo-done"));
    person.sees("2件の");
}

#[test]
fn the_same_file_again_has_nothing_new_once_everything_was_decided() {
    let mut person = before_both(&ours(), &theirs());
    person.play("2 1 Enter Enter");
    let after = person.on_disk("k7q2m4xw");
    person.at_the_files().play("Enter");
    assert_eq!(person.message(), Some("received-same"));
    assert_eq!(person.on_disk("k7q2m4xw"), after);
    // The state that came back is the base of the next merge.
    let mut next = theirs();
    next["title"] = "本社工場 2".into();
    next["revision"] = 9.into();
    next["ancestors"] = after["ancestors"].clone();
    let path = person.path("downloads/back.mamori");
    std::fs::write(path, next.to_string()).expect("a file");
    person.at_the_files().play("Enter");
    person.sees("二人の答えが違うところはありません");
    person.play("Enter");
    let merged = person.on_disk("k7q2m4xw");
    assert_eq!(merged["title"], "本社工場 2");
    assert_eq!(
        given(&merged, 1),
        given(&ours(), 1),
        "what was decided stays"
    );
}

#[test]
fn what_is_left_for_later_stays_ours_is_told_and_is_asked_about_again() {
    let mut person = before_both(&ours(), &theirs());
    person.play("2 4").sees("決めていない 1件は、こちらのまま");
    person
        .play("Enter")
        .sees("まだ決めていない (こちらのまま): 1件");
    let after = person.on_disk("k7q2m4xw");
    assert_eq!(given(&after, 1), given(&ours(), 1));
    person.at_the_files().play("Enter");
    assert_eq!(person.session.app.screen(), Screen::Merge);
    person.sees("1件の 1件め");
}

#[test]
fn what_became_better_is_looked_at_before_it_comes_in() {
    // Nobody has changed anything here: all of it is theirs alone.
    let base = answered("", 5, &[".", "x"]);
    let mut sent = base.clone();
    let mut person = Person::new(
        &[("cases/k7q2m4xw.json", &base.to_string().into_bytes())],
        &[],
    );
    let kept: mamori::questionnaire::case::Case =
        serde_json::from_value(base.clone()).expect("a case");
    let state = kept.handed_over(0, super::now());
    let done = person
        .service
        .store_mut()
        .keep_handed(&state)
        .expect("kept");
    assert!(done.is_sure());
    // Both sides come from what was handed over.
    let path = person.path("data/cases/k7q2m4xw.json");
    std::fs::write(path, serde_json::to_vec(&state).expect("JSON")).expect("a file");
    let better = answered("佐藤", 18, &["xx", "xxx"]);
    sent["walks"] = better["walks"].clone();
    sent["ancestors"] = serde_json::to_value(&state).expect("JSON")["ancestors"].clone();
    sent["revision"] = 8.into();
    std::fs::write(person.path("downloads/back.mamori"), sent.to_string()).expect("a file");
    person.at_the_files().play("Enter");
    assert_eq!(
        person.session.app.screen(),
        Screen::Merge,
        "{}",
        person.screen()
    );
    person.sees("よくなった 2件を見るまで、取り込めません");
    let before = person.on_disk("k7q2m4xw");
    person.play("End Up Enter");
    assert_eq!(person.message(), Some("merge-not-looked"));
    assert_eq!(person.on_disk("k7q2m4xw"), before);
    person.play("Enter");
    assert_eq!(person.session.app.screen(), Screen::MergeTaken);
    person.sees("まだ見ていません").sees("相手が足した印");
    // The first is looked at and stays as it is here; Enter steps on and takes no mark away.
    person.play("Space Down").sees("よくなった");
    person.play("Esc");
    assert_eq!(person.session.app.screen(), Screen::Merge);
    person.play("End Up Enter");
    let after = person.on_disk("k7q2m4xw");
    assert_eq!(
        given(&after, 0),
        given(&base, 0),
        "it was left as it is here"
    );
    assert_eq!(given(&after, 1), given(&better, 1));
    person.sees("こちらのままにした: 1件");
}

#[test]
fn one_can_leave_it_come_back_and_give_it_up_and_nothing_has_changed() {
    let mut person = before_both(&ours(), &theirs());
    let before = person.on_disk("k7q2m4xw");
    person.play("2 Esc");
    assert_eq!(person.session.app.screen(), Screen::Overview);
    assert_eq!(person.message(), Some("merge-for-later"));
    person.sees("返ってきた答えを比べる");
    let open = mamori::app::action::Action::Open(Screen::Merge);
    person.happen(mamori::app::event::Event::Do(open));
    person.play("Left").sees("(x) 2 相手");
    person.play("z").sees("( ) 2 相手");
    person.play("Up");
    // It leaves the merge, not the program.
    let screen = person.screen();
    let foot = screen.lines().last().expect("the foot");
    assert!(foot.contains("Enter 決める"), "{screen}");
    person.play("Enter");
    assert_eq!(person.message(), Some("merge-given-up"));
    assert!(
        !person.screen().contains("返ってきた"),
        "{}",
        person.screen()
    );
    assert_eq!(person.on_disk("k7q2m4xw"), before);
}

#[test]
fn what_was_decided_of_an_answer_that_changed_here_meanwhile_is_asked_again() {
    let mut person = before_both(&ours(), &theirs());
    person.play("2 2 Esc");
    // The first question is answered anew here.
    person.happen(mamori::app::event::Event::Do(
        mamori::app::action::Action::Question(0),
    ));
    person.play("4 o");
    let open = mamori::app::action::Action::Open(Screen::Merge);
    person.happen(mamori::app::event::Event::Do(open));
    person.sees("こちら: わからない").sees("決めていない 1件");
}

#[test]
fn what_is_no_answer_stands_there_in_words_and_three_digits_decide_it() {
    let (mut ours, mut theirs) = (ours(), theirs());
    for (case, title, form) in [(&mut ours, "本社", "paper"), (&mut theirs, "工場", "data")] {
        case["title"] = title.into();
        case["walks"] = json!({PACK: {"version": "1.0.0", "at": null, "answers": {}}});
        case["information"] = json!([{
            "what": "図面", "form": form, "place": title, "entrusted_by": null, "seen_by": "", "level": "", "number": 1,
        }]);
    }
    let mut person = before_both(&ours, &theirs);
    person
        .sees("チェックの名前")
        .sees("こちら: 本社")
        .sees("相手: 工場");
    person.play("4");
    assert_eq!(person.message(), Some("why-no-such-choice"));
    person
        .play("2")
        .sees("守る情報の一覧の1番")
        .sees("図面 | 工場 | データ");
    person.play("3 Enter");
    let after = person.on_disk("k7q2m4xw");
    assert_eq!(after["title"], "工場");
    assert_eq!(after["information"][0]["place"], "本社");
}

#[test]
fn where_another_program_has_the_check_it_is_only_looked_at() {
    let ours = ours().to_string().into_bytes();
    let theirs = theirs().to_string().into_bytes();
    let person = Person::new(
        &[("cases/k7q2m4xw.json", &ours)],
        &[("back.mamori", &theirs)],
    );
    let Person { home, service, .. } = person;
    drop(service);
    let disk = Box::new(mamori::store::disk::RealDisk);
    let mut other = mamori::store::Store::new(home.path().join("data"), disk);
    let id = mamori::questionnaire::id::CaseId::new("k7q2m4xw");
    other.open(&id, super::now()).expect("a check");
    let mut person = Person::at(home, "ja");
    person.at_the_files().play("Enter");
    assert_eq!(person.session.app.screen(), Screen::Merge);
    assert_eq!(person.message(), Some("look-only-held"));
    let before = person.on_disk("k7q2m4xw");
    person.play("2 2 Enter");
    assert_eq!(person.message(), Some("look-only-held"));
    assert_eq!(person.on_disk("k7q2m4xw"), before);
    drop(other);
}

#[test]
fn a_file_that_is_older_or_the_same_has_nothing_new() {
    let now = check(|case| case["revision"] = 60.into());
    let then = check(|case| {
        case["revision"] = 41.into();
        case["walks"]["tics-minimum"]["answers"] = json!({});
    });
    let mut person = Person::new(&[("cases/k7q2m4xw.json", &now)], &[("old.mamori", &then)]);
    person.at_the_files().play("Enter");
    assert_eq!(
        person.message(),
        Some("received-same"),
        "{}",
        person.screen()
    );
}
