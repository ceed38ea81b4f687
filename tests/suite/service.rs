//! What is asked of the store and told by it, on a real folder: one way for both faces.

use std::fs;
use std::path::Path;

use mamori::app::App;
use mamori::app::action::Action;
use mamori::app::event::Event;
use mamori::app::request::{ExportFault, ExportRequest, MakeRequest, Making, Request, Tidying};
use mamori::pack_library::PackLibrary;
use mamori::questionnaire::case::Case;
use mamori::questionnaire::fault::{OpenProblem, SaveFault};
use mamori::questionnaire::id::PaperId;
use mamori::questionnaire::moment::Moment;
use mamori::questionnaire::paper::PaperFormat;
use mamori::questionnaire::reader::{Contents, Reader};
use mamori::questionnaire::report_format::ReportFormat;
use mamori::session::{Session, Step};
use mamori::store::Store;
use mamori::store::disk::RealDisk;
use mamori::store_service::StoreService;

use crate::stage::Stage;

fn now() -> Moment {
    Moment::parse("2026-11-20T16:40:00+09:00").expect("a moment")
}

fn service(folder: &Path) -> StoreService {
    let store = Store::new(folder.to_owned(), Box::new(RealDisk));
    StoreService::new(store, PackLibrary::new(Some(folder)))
}

fn case() -> Case {
    let mut stage = Stage::answering("1");
    stage.play("1 Right 3 Right");
    stage.case().clone()
}

/// A folder with one check in it, and the service that has listed it.
fn with_a_case(folder: &Path) -> (StoreService, Case) {
    let mut service = service(folder);
    let case = case();
    let told = service.perform(Request::Save(Box::new(case.clone())), now());
    assert_eq!(told, [Event::Saved(case.id.clone(), case.revision)]);
    let listed = service.perform(Request::List, now());
    assert!(
        matches!(&listed[1], Event::Listed(found) if found.len() == 1),
        "{listed:?}"
    );
    (service, case)
}

#[test]
fn a_report_whose_name_windows_cannot_have_is_not_written_and_that_is_said() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut service, case) = with_a_case(&home.path().join("data"));
    for name in ["con.html", "10:30.html"] {
        let export = ExportRequest {
            case: case.clone(),
            language: "ja".to_owned(),
            format: ReportFormat::Html,
            contents: Contents::of(Reader::Own, None),
            path: home.path().join(name).display().to_string(),
            replace: true,
            passphrase: None,
        };
        let told = service.perform(Request::Export(Box::new(export)), now());
        let fault = ExportFault::Disk(SaveFault::InvalidName);
        assert_eq!(told, [Event::Exported(Err(fault))]);
        let mut stage = Stage::answering("1");
        stage.happen(told[0].clone());
        assert!(
            stage.screen().contains("CON などの名前"),
            "{}",
            stage.screen()
        );
    }
}

#[test]
fn when_the_folder_goes_away_nothing_is_said_not_to_be_there() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("data");
    let (mut service, case) = with_a_case(&folder);
    fs::rename(&folder, home.path().join("pulled-out")).expect("the drive is gone");
    let gone = SaveFault::FolderGone;
    assert_eq!(
        service.perform(Request::List, now()),
        [Event::BinFailed(gone), Event::ListFailed(gone)]
    );
    assert_eq!(
        service.perform(Request::Generations(case.id.clone()), now()),
        [Event::GenerationsFailed(case.id.clone(), gone)]
    );
    assert_eq!(
        service.perform(Request::Open(case.id.clone()), now()),
        [Event::OpenFailed(OpenProblem::Gone)]
    );
    for request in [
        Request::Tidy(Tidying::Rename(case.id.clone(), "A".to_owned())),
        Request::Tidy(Tidying::ThrowAway(case.id.clone())),
        Request::Tidy(Tidying::Restore(case.id.clone(), None)),
        Request::Tidy(Tidying::PutBack(format!("{}-2026-11-20", case.id))),
        Request::Tidy(Tidying::Adopt(case.id.clone())),
    ] {
        let told = service.perform(request.clone(), now());
        assert!(
            matches!(
                told[..],
                [Event::BinFailed(_), Event::ListFailed(_), Event::NotDone(_)]
            ),
            "{request:?}: {told:?}"
        );
    }
    // It is back, and so is everything.
    fs::rename(home.path().join("pulled-out"), &folder).expect("the drive is there");
    let listed = service.perform(Request::List, now());
    assert!(
        matches!(&listed[1], Event::Listed(found) if found.len() == 1),
        "{listed:?}"
    );
}

#[test]
fn a_key_only_asks_for_a_report_and_the_next_key_is_answered_before_it_is_there() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut service, case) = with_a_case(&home.path().join("data"));
    let library = PackLibrary::new(None);
    let (catalog, _) = library.catalog("ja");
    let mut startup = service.startup("ja", None, now()).expect("a start");
    startup.export_folder = home.path().display().to_string();
    let mut session = Session::new(App::new(startup), library, catalog);
    let asked = |steps: Vec<Step>| {
        let requests = steps.into_iter().filter_map(|step| match step {
            Step::Ask(Request::Export(export)) => Some(export),
            _ => None,
        });
        requests.collect::<Vec<_>>()
    };
    let format = mamori::app::action::Export::As(Reader::Own, ReportFormat::Html);
    let export = asked(session.happen(Event::Do(Action::Export(format)), now()));
    let [export] = &export[..] else {
        panic!("one report: {export:?}");
    };
    assert_eq!(export.case.id, case.id);
    assert!(
        !Path::new(&export.path).exists(),
        "nothing is written by a key"
    );
    session.happen(
        Event::Do(Action::Answer(mamori::app::action::Choice::Unknown)),
        now(),
    );
    // Now the thread that writes comes to it.
    let told = service.perform(Request::Export(export.clone()), now());
    assert!(matches!(&told[..], [Event::Exported(Ok(_))]), "{told:?}");
    let html = fs::read_to_string(&export.path).expect("the report");
    assert!(html.contains("これは自己チェックです"));
}

fn export(case: &Case, path: &Path, replace: bool) -> Request {
    Request::Export(Box::new(ExportRequest {
        case: case.clone(),
        language: "ja".to_owned(),
        format: ReportFormat::Csv,
        contents: Contents::default(),
        path: path.display().to_string(),
        replace,
        passphrase: None,
    }))
}

#[test]
fn a_users_file_that_has_the_name_of_our_draft_stays() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut service, case) = with_a_case(&home.path().join("data"));
    let theirs = home.path().join(".report.tmp");
    fs::write(&theirs, "not ours").expect("a file");
    let path = home.path().join("report.csv");
    let told = service.perform(export(&case, &path, false), now());
    assert!(matches!(&told[..], [Event::Exported(Ok(_))]), "{told:?}");
    assert_eq!(
        fs::read_to_string(&theirs).expect("still there"),
        "not ours"
    );
    assert!(path.exists());
    let left = fs::read_dir(home.path()).expect("a folder").count();
    assert_eq!(left, 3, "the data folder, the report and their file");
}

#[test]
fn a_report_is_written_over_another_file_only_when_that_was_said() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut service, case) = with_a_case(&home.path().join("data"));
    let path = home.path().join("report.csv");
    fs::write(&path, "theirs").expect("a file");
    assert_eq!(
        service.perform(export(&case, &path, false), now()),
        [Event::Exported(Err(ExportFault::Exists))]
    );
    assert_eq!(fs::read_to_string(&path).expect("theirs"), "theirs");
    let told = service.perform(export(&case, &path, true), now());
    assert!(matches!(&told[..], [Event::Exported(Ok(_))]), "{told:?}");
}

#[test]
fn settings_that_cannot_be_understood_are_not_written_over() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("data");
    let (mut service, _) = with_a_case(&folder);
    let theirs = "{\"language\": \"ja\",}";
    fs::write(folder.join("settings.json"), theirs).expect("a file");
    let language = mamori::app::request::Setting::Language("en".to_owned());
    assert_eq!(service.perform(Request::Remember(language), now()), []);
    let kept = fs::read_to_string(folder.join("settings.json")).expect("settings");
    assert_eq!(kept, theirs);
}

#[test]
fn a_bin_that_was_emptied_in_part_is_shown_as_it_is() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("data");
    let (mut service, case) = with_a_case(&folder);
    service.perform(Request::Tidy(Tidying::ThrowAway(case.id.clone())), now());
    let told = service.perform(
        Request::Tidy(Tidying::PutBack("nothing-2026-11-20".to_owned())),
        now(),
    );
    let [
        Event::Binned(binned),
        Event::Listed(listed),
        Event::NotDone(_),
    ] = &told[..]
    else {
        panic!("{told:?}");
    };
    assert_eq!((binned.len(), listed.len()), (1, 0));
}

#[test]
fn a_check_that_does_not_open_says_why() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut service, case) = with_a_case(home.path());
    let file = home.path().join("cases").join(format!("{}.json", case.id));
    let whole = fs::read_to_string(&file).expect("a case");
    let of_pack = |pack: &str| whole.replace("tics-minimum", pack);
    for (bytes, problem) in [
        ("{".to_owned(), OpenProblem::Damaged),
        (
            whole.replacen("\"format\": 1", "\"format\": 99", 1),
            OpenProblem::Newer,
        ),
        (of_pack("elsewhere"), OpenProblem::NoPack),
    ] {
        assert_ne!(bytes, whole, "{problem:?}");
        fs::write(&file, bytes).expect("written");
        let told = service.perform(Request::Open(case.id.clone()), now());
        assert_eq!(told, [Event::OpenFailed(problem)]);
    }
    fs::remove_file(&file).expect("removed");
    let told = service.perform(Request::Open(case.id.clone()), now());
    assert_eq!(told, [Event::OpenFailed(OpenProblem::Gone)]);
}

#[test]
fn a_paper_that_is_made_again_replaces_nothing_and_asks_nobody() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut service, mut case) = with_a_case(&home.path().join("data"));
    case.profile.manager = "田中".to_owned();
    let path = home.path().join("任命書.html");
    fs::write(&path, "signed").expect("a file of the user");
    let mut made = |case: Option<&Case>| {
        let told = service.perform(
            Request::Make(Box::new(MakeRequest {
                what: Making::Papers(vec![PaperId::new("appointment")], case.cloned()),
                language: "ja".to_owned(),
                format: PaperFormat::Html,
                path: path.display().to_string(),
            })),
            now(),
        );
        let [Event::Made(Ok(made))] = &told[..] else {
            panic!("{told:?}");
        };
        assert_eq!(made.pages, 1);
        made.path.clone()
    };
    let (first, blank) = (made(Some(&case)), made(None));
    assert!(first.ends_with("任命書-2.html"), "{first}");
    assert!(blank.ends_with("任命書-3.html"), "{blank}");
    assert_eq!(fs::read_to_string(&path).expect("a file"), "signed");
    let text = |path: &str| fs::read_to_string(path).expect("a file");
    assert!(text(&first).contains("田中"));
    assert!(!text(&blank).contains("田中"));
}

#[test]
fn nothing_is_opened_that_was_not_written() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut service, _) = with_a_case(&home.path().join("data"));
    let told = service.perform(Request::OpenWritten, now());
    assert_eq!(told, [Event::FileOpened(Err(None))]);
}

#[test]
fn what_has_changed_is_made_of_a_check_that_is_done_again() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut service, _) = with_a_case(&home.path().join("data"));
    let mut stage = Stage::answering("1");
    stage.play("3 Right 3 o End Up Up Enter");
    stage
        .go_to(Action::CheckAgain)
        .play("Enter 1 Right 3 Right");
    let path = home.path().join("changes.html");
    let told = service.perform(
        Request::Make(Box::new(MakeRequest {
            what: Making::Changes(stage.case().clone()),
            language: "ja".to_owned(),
            format: PaperFormat::Html,
            path: path.display().to_string(),
        })),
        now(),
    );
    assert!(matches!(&told[..], [Event::Made(Ok(_))]), "{told:?}");
    let text = fs::read_to_string(path).expect("a file");
    assert!(text.contains("よくなった 1件"), "{text}");
}

#[test]
fn what_is_handed_over_from_the_screen_is_kept_and_saved_before_the_file_is_there() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("data");
    let (mut service, case) = with_a_case(&data);
    let state = case.handed_over(0, now());
    let path = home.path().join("go-on.mamori");
    let hand = |case: &Case| {
        Request::Export(Box::new(ExportRequest {
            case: case.clone(),
            language: "ja".to_owned(),
            format: ReportFormat::Json,
            contents: Contents::of(Reader::Hand, None),
            path: path.display().to_string(),
            replace: false,
            passphrase: Some(mamori::app::secret::Passphrase::new("a long enough one")),
        }))
    };
    // The screen has it saved too, and asks for that after this.
    let told = service.perform(hand(&state), now());
    assert!(matches!(&told[..], [Event::Exported(Ok(_))]), "{told:?}");
    assert_eq!(service.store().look(&case.id), Ok(state.clone()));
    let base = service.store().base_for(&state, &state).expect("read");
    assert_eq!(base.state, Some(state.clone()));
    let bytes = fs::read(&path).expect("the file");
    assert!(mamori::store::seal::is_sealed(&bytes));
    // Somebody's file has that name: nothing more is kept.
    let again = state.handed_over(0, now());
    assert_eq!(
        service.perform(hand(&again), now()),
        [Event::Exported(Err(ExportFault::Exists))]
    );
    assert_eq!(
        service.store().handed(&case.id).map(|kept| kept.len()),
        Ok(1)
    );
    assert_eq!(fs::read(&path).expect("as it was"), bytes);
}
