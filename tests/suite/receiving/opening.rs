//! Opening a file: a check that is not here yet, one that is here, and everything that is none.

use std::fs;

use mamori::app::request::Request;
use mamori::app::{App, Screen, page};
use mamori::questionnaire::access::Access;
use mamori::questionnaire::folder_notice::FolderNotice;
use mamori::questionnaire::id::CaseId;
use mamori::store::Store;
use mamori::store::disk::RealDisk;
use mamori::store::seal::{Work, seal_under};

use super::{CASE, Person, check, now};

#[test]
fn a_check_that_was_sent_is_found_opened_and_goes_on_as_the_same_check() {
    // A complete export holds it beside what is for readers.
    let export = format!("{{\"format\": 1, \"case\": {CASE}}}");
    let mut person = Person::new(&[], &[("本社工場.json", export.as_bytes())]);
    assert_eq!(person.session.app.screen(), Screen::Welcome);
    person.play("Down Down Enter");
    assert_eq!(person.session.app.screen(), Screen::Received);
    person.sees("本社工場").sees("本社工場.json");
    person.play("Enter");
    assert_eq!(person.message(), Some("received-new"));
    let case = person.case().expect("an open check");
    assert_eq!(case.id.as_str(), "k7q2m4xw");
    assert_eq!(person.on_disk("k7q2m4xw")["title"], "本社工場");
    // Nothing of the file was changed, and a second time there is nothing new in it.
    let there = fs::read(person.path("downloads/本社工場.json")).expect("the file");
    assert_eq!(there, export.as_bytes());
    let before = person.on_disk("k7q2m4xw");
    person.at_the_files().play("Enter");
    assert_eq!(person.message(), Some("received-same"));
    assert_eq!(person.on_disk("k7q2m4xw"), before);
}

#[test]
fn an_owner_with_checks_goes_there_from_the_start_page_and_the_way_grows_by_no_key() {
    let mut person = Person::new(
        &[
            ("cases/k7q2m4xw.json", CASE.as_bytes()),
            (
                "cases/aaaa2345.json",
                &check(|case| case["id"] = "aaaa2345".into()),
            ),
        ],
        &[],
    );
    assert_eq!(person.session.app.screen(), Screen::Start);
    person.play("Down Down Enter");
    assert_eq!(person.session.app.screen(), Screen::Cases);
    person.play("Esc Down Enter");
    assert_eq!(person.session.app.screen(), Screen::Received);
    person.sees("見つかりませんでした");
}

#[test]
fn a_path_can_be_typed_as_a_shell_or_a_file_manager_writes_it() {
    let mut person = Person::new(&[], &[]);
    let elsewhere = person.path("図面 の箱");
    fs::create_dir(&elsewhere).expect("a folder");
    fs::write(elsewhere.join("c.mamori"), CASE).expect("a file");
    person.at_the_files().sees("見つかりませんでした");
    person.play(&format!(
        "Enter <\"{}\"> Enter",
        elsewhere.join("c.mamori").display()
    ));
    assert_eq!(person.message(), Some("received-new"));
    assert!(person.case().is_some());
}

#[test]
fn what_is_on_a_drive_is_found_and_one_that_is_plugged_in_later_too() {
    let mut person = Person::new(&[], &[]);
    person.at_the_files();
    let drive = person.path("media/user/STICK");
    fs::create_dir_all(&drive).expect("a folder");
    fs::write(drive.join("c.mamori"), CASE).expect("a file");
    person.play("End Enter").sees("本社工場");
    person.play("Home Enter");
    assert_eq!(person.message(), Some("received-new"));
}

#[test]
fn the_newest_stands_first_and_of_somebody_elses_json_nothing_is_said() {
    let person = Person::new(
        &[],
        &[
            ("old.mamori", &check(|case| case["title"] = "古い".into())),
            ("new.mamori", &check(|case| case["title"] = "新しい".into())),
            ("package.json", b"{\"name\": \"other\"}"),
            ("notes.txt", b"text"),
            ("cut.mamori", b"{\"format\": 1"),
        ],
    );
    for (name, seconds) in [("old", 0), ("cut", 10), ("new", 20)] {
        let path = person.path(&format!("downloads/{name}.mamori"));
        let file = fs::File::options().append(true).open(path).expect("a file");
        let then = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_790_000_000 + seconds);
        file.set_modified(then).expect("a time");
    }
    let mut person = person;
    person.at_the_files();
    let screen = person.screen();
    let at = |words: &str| {
        screen
            .find(words)
            .unwrap_or_else(|| panic!("{words}\n{screen}"))
    };
    assert!(at("新しい") < at("cut.mamori") && at("cut.mamori") < at("古い"));
    assert!(!screen.contains("package"), "{screen}");
    assert!(!screen.contains("notes"), "{screen}");
    assert!(screen.contains("読めません"), "{screen}");
}

#[test]
fn what_is_no_check_is_told_and_changes_nothing() {
    let newer = check(|case| case["format"] = 99.into());
    for (name, bytes, said) in [
        ("cut.mamori", &b"{\"format\": 1"[..], "received-not-a-check"),
        ("newer.mamori", &newer, "received-not-a-check"),
        ("empty.mamori", b"", "received-not-a-check"),
        (
            "picture.mamori",
            &[0x89, b'P', 0, 0xff],
            "received-not-a-check",
        ),
        (
            "asks.mamori",
            &check(|case| case["walk"] = "no-such-pack".into()),
            "received-no-pack",
        ),
    ] {
        let mut person = Person::new(
            &[("cases/k7q2m4xw.json", CASE.as_bytes())],
            &[(name, bytes)],
        );
        let before = person.on_disk("k7q2m4xw");
        person.at_the_files().play("Home Enter");
        assert_eq!(person.message(), Some(said), "{name}\n{}", person.screen());
        assert_eq!(person.session.app.screen(), Screen::Received, "{name}");
        assert_eq!(person.on_disk("k7q2m4xw"), before);
        assert_eq!(
            fs::read(person.path("downloads").join(name)).expect("the file"),
            bytes
        );
    }
    let mut person = Person::new(&[], &[]);
    person.at_the_files();
    let folder = person.path("downloads");
    for (typed, said) in [
        ("/nothing/here.mamori".to_owned(), "err-file-gone"),
        (folder.display().to_string(), "err-file-not-a-file"),
        (" ".to_owned(), "received-path-empty"),
    ] {
        person.play(&format!("Home Enter Ctrl-U <{typed}> Enter"));
        assert_eq!(person.message(), Some(said), "{typed}\n{}", person.screen());
    }
}

#[test]
fn a_check_of_another_firm_never_comes_in_the_place_of_one_that_is_here() {
    let firm = |id: &'static str| {
        move |case: &mut serde_json::Value| {
            case["firm"] = serde_json::json!({"id": id, "pseudonym": id});
        }
    };
    let ours = check(firm("firmaaaa"));
    let theirs = check(firm("firmbbbb"));
    let mut person = Person::new(&[("cases/k7q2m4xw.json", &ours)], &[("c.mamori", &theirs)]);
    person.at_the_files().play("Enter");
    assert_eq!(person.message(), Some("received-other-firm"));
    assert_eq!(person.on_disk("k7q2m4xw")["firm"]["id"], "firmaaaa");
}

#[test]
fn where_the_check_here_cannot_be_read_it_is_told_and_left_as_it_is() {
    let mut person = Person::new(
        &[("cases/k7q2m4xw.json", b"{")],
        &[("c.mamori", CASE.as_bytes())],
    );
    person.at_the_files().play("Enter");
    assert_eq!(person.message(), Some("received-here-unread"));
    let there = fs::read(person.path("data/cases/k7q2m4xw.json")).expect("the file");
    assert_eq!(there, b"{");
}

#[test]
fn a_check_that_another_program_has_is_only_looked_at() {
    let mut person = Person::new(
        &[("cases/k7q2m4xw.json", CASE.as_bytes())],
        &[("c.mamori", CASE.as_bytes())],
    );
    // The only check was opened at the start.
    person = {
        let Person { home, service, .. } = person;
        drop(service);
        let mut other = Store::new(home.path().join("data"), Box::new(RealDisk));
        let (case, _) = other.open(&"k7q2m4xw".into_id(), now()).expect("a check");
        let mut person = Person::at(home, "ja");
        person.at_the_files().play("Enter");
        assert_eq!(person.case().map(|case| &case.id), Some(&case.id));
        person.play("1");
        drop(other);
        person
    };
    assert_eq!(person.message(), Some("look-only-held"));
}

trait IntoId {
    fn into_id(self) -> mamori::questionnaire::id::CaseId;
}

impl IntoId for &str {
    fn into_id(self) -> mamori::questionnaire::id::CaseId {
        mamori::questionnaire::id::CaseId::new(self)
    }
}

#[cfg(unix)] // No other system takes such names.
#[test]
fn no_name_of_a_file_that_was_sent_steers_the_terminal() {
    let mut person = Person::new(
        &[],
        &[
            ("\u{1b}]0;x\u{7}.mamori", b"{"),
            (
                "t.mamori",
                &check(|case| case["title"] = "\u{1b}[2J\u{202e}本社".into()),
            ),
        ],
    );
    person.at_the_files();
    let lines = mamori::plain::lines(
        &person.session.app,
        &person.session.catalog,
        mamori::plain::Letters::All,
    );
    for said in [person.screen(), lines] {
        let steers = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!said.contains(steers), "{said:?}");
        assert!(said.contains("本社"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_whose_name_is_no_text_is_opened_all_the_same() {
    use std::os::unix::ffi::OsStrExt;
    let mut person = Person::new(&[], &[]);
    let name = std::ffi::OsStr::from_bytes(b"\xff\xfe.mamori");
    fs::write(person.path("downloads").join(name), CASE).expect("a file");
    person.at_the_files().play("Home Enter");
    assert_eq!(
        person.message(),
        Some("received-new"),
        "{}",
        person.screen()
    );
}

#[test]
fn many_files_are_not_all_read_and_that_is_told() {
    let mut person = Person::new(&[], &[]);
    for number in 0..120 {
        let path = person.path(&format!("downloads/{number:03}.mamori"));
        fs::write(path, CASE).expect("a file");
    }
    let huge = person.path("downloads/huge.json");
    fs::write(&huge, vec![b' '; 2_000_001]).expect("a file");
    // The oldest, however long it took to write the others: not among those that are looked at.
    let huge = fs::File::options().append(true).open(huge).expect("a file");
    huge.set_modified(std::time::UNIX_EPOCH).expect("a time");
    person.at_the_files();
    let found = page(&person.session.app);
    let files = found.rows.iter().filter(|row| row.action.is_some()).count();
    assert!(files <= 102, "{files}");
    person
        .play("End")
        .sees("ほかに、調べていないファイルが 21件");
}

#[test]
fn nothing_is_opened_before_what_was_answered_is_on_the_disk() {
    let mut person = Person::new(
        &[("cases/k7q2m4xw.json", CASE.as_bytes())],
        &[("c.mamori", CASE.as_bytes())],
    );
    let answered = mamori::app::event::Event::Do(mamori::app::action::Action::Answer(
        mamori::app::action::Choice::Unknown,
    ));
    // The disk has not answered.
    let _ = person.session.happen(answered, now());
    assert!(!person.session.app.is_saved());
    person.at_the_files().play("Enter");
    assert_eq!(person.message(), Some("start-still-saving"));
    let access = |app: &App| app.case().map(|_| Access::Write);
    assert!(access(&person.session.app).is_some());
}

#[test]
fn while_one_firm_is_shown_alone_no_file_of_another_is() {
    let of = |firm: &str, title: &str, id: &str| {
        let (firm, title, id) = (firm.to_owned(), title.to_owned(), id.to_owned());
        check(move |case| {
            case["id"] = id.into();
            case["title"] = title.into();
            case["firm"] = serde_json::json!({"id": firm, "pseudonym": firm});
        })
    };
    let mut person = Person::new(
        &[("cases/k7q2m4xw.json", &of("firmaaaa", "本社", "k7q2m4xw"))],
        &[
            ("ours.mamori", &of("firmaaaa", "本社", "k7q2m4xw")),
            ("yamato.mamori", &of("firmbbbb", "やまと", "bbbb2345")),
            ("cut-yamato.mamori", b"{"),
        ],
    );
    person.session.app = person.session.app.clone().with_others_hidden(true);
    person.at_the_files().sees("本社");
    let screen = person.screen();
    assert!(
        !screen.contains("やまと") && !screen.contains("yamato"),
        "{screen}"
    );
    assert!(!screen.contains("場所を書く"), "{screen}");
}

/// The check as somebody has handed it over.
fn handed() -> Vec<u8> {
    check(|case| case["handed"] = serde_json::json!({"revision": 41, "on": "2026-11-20"}))
}

#[test]
fn who_answers_is_asked_once_by_one_enter_and_stands_with_what_is_answered() {
    let mut person = Person::new(&[], &[("c.mamori", &handed())]);
    person.at_the_files().play("Enter");
    assert_eq!(person.session.app.screen(), Screen::Answerer);
    assert_eq!(person.message(), Some("received-new"));
    person.play("<総務 佐藤> Enter");
    assert_eq!(person.session.app.screen(), Screen::Question);
    let at = person.on_disk("k7q2m4xw")["walks"]["tics-minimum"]["at"].clone();
    let at = at.as_str().expect("a question").to_owned();
    person.play("4");
    let answers = &person.on_disk("k7q2m4xw")["walks"]["tics-minimum"]["answers"];
    assert_eq!(answers[&at]["answered_by"], "総務 佐藤");
    let others = answers.as_object().expect("answers").iter();
    let signed = others.filter(|(_, answer)| answer.get("answered_by").is_some());
    assert_eq!(signed.count(), 1, "{answers}");
    // Left empty, nobody stands there.
    let mut person = Person::new(&[("cases/k7q2m4xw.json", &handed())], &[]);
    assert_eq!(person.session.app.screen(), Screen::Answerer);
    person.play("Enter 4");
    let answers = &person.on_disk("k7q2m4xw")["walks"]["tics-minimum"]["answers"];
    assert_eq!(answers[&at]["given"], "unknown");
    assert!(answers[&at].get("answered_by").is_none());
}

/// The name of somebody at one firm stood in the field of another, and one Enter signed its answers with it.
#[test]
fn who_answers_one_check_is_not_offered_in_another() {
    let other = check(|case| {
        case["id"] = "aaaa2345".into();
        case["title"] = "第二工場".into();
        case["handed"] = serde_json::json!({"revision": 3, "on": "2026-11-20"});
    });
    let mut person = Person::new(
        &[
            ("cases/k7q2m4xw.json", &handed()),
            ("cases/aaaa2345.json", &other),
        ],
        &[],
    );
    let open = |person: &mut Person, id: &str| {
        for event in person
            .service
            .perform(Request::Open(CaseId::new(id)), now())
        {
            person.happen(event);
        }
    };
    open(&mut person, "k7q2m4xw");
    person.play("<総務 佐藤> Enter");
    open(&mut person, "aaaa2345");
    assert_eq!(person.session.app.screen(), Screen::Answerer);
    assert!(!person.screen().contains("佐藤"), "{}", person.screen());
    // The same one again is still that person's.
    open(&mut person, "aaaa2345");
    person.play("<鈴木> Enter");
    open(&mut person, "aaaa2345");
    person.sees("鈴木");
}

/// Whoever typed while the news stood there wrote a name that nobody saw.
#[test]
fn what_is_typed_while_something_else_stands_first_is_no_name() {
    let mut person = Person::new(&[("cases/k7q2m4xw.json", &handed())], &[]);
    let mut startup = person.service.startup("ja", None, now()).expect("a start");
    startup.news = vec![FolderNotice::StaysOpen];
    person.session.app = App::new(startup);
    assert_eq!(person.session.app.screen(), Screen::News);
    person.play("h");
    assert_eq!(person.session.app.screen(), Screen::Help);
    person.play("Esc Enter");
    assert_eq!(person.session.app.screen(), Screen::Answerer);
    person.play("<佐藤> Enter");
    assert_eq!(person.session.app.screen(), Screen::Question);
    let at = person.on_disk("k7q2m4xw")["walks"]["tics-minimum"]["at"].clone();
    person.play("4");
    let answers = &person.on_disk("k7q2m4xw")["walks"]["tics-minimum"]["answers"];
    assert_eq!(
        answers[at.as_str().expect("a question")]["answered_by"],
        "佐藤"
    );
}

#[test]
fn the_owner_of_a_check_that_was_never_handed_over_is_asked_nothing() {
    let person = Person::new(&[("cases/k7q2m4xw.json", CASE.as_bytes())], &[]);
    assert_eq!(person.session.app.screen(), Screen::Question);
}

#[test]
fn a_file_under_a_passphrase_is_opened_by_that_and_by_no_other() {
    let sealed = seal_under("ひらけごま", CASE.as_bytes(), Work::LIGHT).expect("sealed");
    let mut person = Person::new(&[], &[("c.mamori", &sealed)]);
    person.at_the_files().sees("合言葉つき");
    person.play("Enter");
    assert_eq!(person.session.app.screen(), Screen::FilePassphrase);
    person.play("<ひらけ>");
    let screen = person.screen();
    assert!(
        screen.contains("***") && !screen.contains("ひらけ"),
        "{screen}"
    );
    person.play("Enter");
    assert_eq!(person.message(), Some("err-file-passphrase"));
    assert!(person.case().is_none());
    // One step back, and once more.
    person.play("Esc Enter <ひらけごま> Enter");
    assert_eq!(
        person.message(),
        Some("received-new"),
        "{}",
        person.screen()
    );
    assert_eq!(person.on_disk("k7q2m4xw")["title"], "本社工場");
    let cut = &sealed[..sealed.len() - 20];
    let mut person = Person::new(&[], &[("cut.mamori", cut)]);
    person.at_the_files().play("Enter <ひらけごま> Enter");
    assert_eq!(person.message(), Some("err-file-seal-changed"));
}
