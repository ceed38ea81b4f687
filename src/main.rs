//! Starts the program; the exit code is decided here, once.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use mamori::cli::process_env::ProcessEnv;
use mamori::cli::run;
use mamori::store::Store;
use mamori::store::disk::RealDisk;
use mamori::store::folder::{
    Folder, documents, home, mounts, other_data_folders, received_folders,
};
use mamori::terminal::{ask_line, can_draw, closes_with_us, end_at_a_panic, is_to_stop};

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads arguments and environment; cli is given them"
)]
fn main() -> ExitCode {
    end_at_a_panic();
    ExitCode::from(run(ProcessEnv {
        args: std::env::args_os().collect(),
        env: &|name| std::env::var_os(name),
        system_locale: &sys_locale::get_locale,
        usual_folder: &|| Folder::find(None),
        store: &|folder| Store::new(folder.root().to_owned(), Box::new(RealDisk)),
        out: &mut io::stdout(),
        err: &mut io::stderr(),
        is_terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
        can_draw: &can_draw,
        is_asked: io::stdin().is_terminal(),
        is_window_ours: &closes_with_us,
        input: &|| Box::new(io::stdin().lock()),
        ask: &ask_line,
        documents: &documents,
        stop: &is_to_stop,
        home: &home,
        other_data_folders: &other_data_folders,
        received_folders: &received_folders,
        mounts: &mounts,
    }))
}
