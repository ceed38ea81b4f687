//! A console of Windows for a program under test, and a hand at it: puts records into it as the keyboard does, tells the
//! program what Windows tells it, looks at the console's mode. A process has one console, and is ended with it: so the hand is a process of its own,
//! this test program run again.

#![expect(
    unsafe_code,
    reason = "nothing safe offers a console for another program, or puts keys into it"
)]

use std::env;
use std::fs::File;
use std::io::{self, BufRead, BufReader, PipeReader, PipeWriter, Write, stdin, stdout};
use std::os::windows::io::{AsHandle, AsRawHandle, FromRawHandle, OwnedHandle, RawHandle};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::ptr::{null, null_mut};

use crossterm_winapi::{ConsoleMode, Handle};

/// A key that goes down or comes up, as the console tells it: `KEY_EVENT_RECORD` of wincontypes.h within `INPUT_RECORD`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    kind: u16,
    is_down: i32,
    times: u16,
    number: u16,
    scan: u16,
    unit: u16,
    held: u32,
}

const KEY_EVENT: u16 = 1;
/// `ENABLE_ECHO_INPUT`.
const ECHO: u32 = 4;

/// What Windows tells a console program.
#[derive(Clone, Copy, Debug)]
pub(super) enum Told {
    CtrlBreak = 1,
    /// The window is being closed.
    Close = 2,
}

unsafe extern "system" {
    fn FreeConsole() -> i32;
    fn AttachConsole(process: u32) -> i32;
    fn GetConsoleProcessList(processes: *mut u32, count: u32) -> u32;
    fn OpenProcess(rights: u32, inherits: i32, process: u32) -> RawHandle;
    fn GetModuleHandleA(name: *const u8) -> RawHandle;
    fn GetProcAddress(module: RawHandle, name: *const u8) -> RawHandle;
    fn CreateRemoteThread(
        process: RawHandle,
        security: *const u8,
        stack: usize,
        start: RawHandle,
        argument: usize,
        flags: u32,
        thread: *mut u32,
    ) -> RawHandle;
    fn WriteConsoleInputW(console: RawHandle, keys: *const Key, count: u32, put: *mut u32) -> i32;
    fn CreatePseudoConsole(
        size: Size,
        input: RawHandle,
        output: RawHandle,
        flags: u32,
        console: *mut RawHandle,
    ) -> i32;
    fn ClosePseudoConsole(console: RawHandle);
    fn InitializeProcThreadAttributeList(
        list: *mut u8,
        count: u32,
        flags: u32,
        size: *mut usize,
    ) -> i32;
    fn UpdateProcThreadAttribute(
        list: *mut u8,
        flags: u32,
        attribute: usize,
        value: RawHandle,
        size: usize,
        previous: *mut u8,
        returned: *mut usize,
    ) -> i32;
    fn CreateProcessW(
        program: *const u16,
        line: *mut u16,
        process: *const u8,
        thread: *const u8,
        inherits: i32,
        flags: u32,
        environment: *const u8,
        folder: *const u16,
        startup: *mut Startup,
        started: *mut Started,
    ) -> i32;
    fn WaitForSingleObject(handle: RawHandle, milliseconds: u32) -> u32;
    fn GetExitCodeProcess(process: RawHandle, code: *mut u32) -> i32;
}

// From wincontypes.h, processthreadsapi.h and winbase.h.
const PSEUDO_CONSOLE: usize = 0x0002_0016;
const HAS_ATTRIBUTES: u32 = 0x0008_0000;
const ALL_RIGHTS: u32 = 0x001F_FFFF;
const FOR_EVER: u32 = u32::MAX;
const USES_HANDLES: u32 = 0x0000_0100;

#[repr(C)]
#[derive(Clone, Copy)]
struct Size {
    columns: i16,
    lines: i16,
}

/// STARTUPINFOEXW.
#[repr(C)]
struct Startup {
    size: u32,
    names: [*mut u16; 3],
    place: [u32; 7],
    flags: u32,
    show: u16,
    reserved: u16,
    more: *mut u8,
    handles: [RawHandle; 3],
    attributes: *mut u8,
}

/// `PROCESS_INFORMATION`.
#[repr(C)]
struct Started {
    process: RawHandle,
    thread: RawHandle,
    process_id: u32,
    thread_id: u32,
}

/// A console whose window is this program. Dropping it closes the window.
pub(super) struct Console(RawHandle);

// SAFETY: it is a name for something of the system's, which any thread may use.
unsafe impl Send for Console {}

/// A program that was started in a console.
pub(super) struct Program {
    process: OwnedHandle,
    pub(super) id: u32,
}

impl Console {
    /// With so many columns and lines: what is typed goes in, and what is drawn comes out.
    pub(super) fn new(columns: i16, lines: i16) -> io::Result<(Self, PipeWriter, PipeReader)> {
        let (typed, keyboard) = io::pipe()?;
        let (screen, drawn) = io::pipe()?;
        let mut console = null_mut();
        // SAFETY: both handles are open until the end of this function, and the console has its own from then on.
        let result = unsafe {
            CreatePseudoConsole(
                Size { columns, lines },
                typed.as_raw_handle(),
                drawn.as_raw_handle(),
                0,
                &raw mut console,
            )
        };
        if result == 0 {
            Ok((Self(console), keyboard, screen))
        } else {
            Err(io::Error::from_raw_os_error(result))
        }
    }

    /// Starts a program in it, with the environment of this one. No word of the line may have a blank in it.
    pub(super) fn start(&self, line: &[&str]) -> io::Result<Program> {
        let this = env::current_exe()?;
        let this = this.to_str().expect("UTF-8");
        let line = format!("{this} {FIRST} --exact --ignored {RUN}{}", line.join("|"));
        let mut line: Vec<u16> = line.encode_utf16().chain([0]).collect();
        let mut size = 0;
        // SAFETY: without a list it only says how large one is.
        unsafe { InitializeProcThreadAttributeList(null_mut(), 1, 0, &raw mut size) };
        let mut attributes = vec![0_u128; size.div_ceil(size_of::<u128>())];
        let list = attributes.as_mut_ptr().cast::<u8>();
        let mut startup = Startup {
            size: u32::try_from(size_of::<Startup>()).expect("a small size"),
            names: [null_mut(); 3],
            place: [0; 7],
            // And none of them: those of this program are not the new one's.
            flags: USES_HANDLES,
            show: 0,
            reserved: 0,
            more: null_mut(),
            handles: [null_mut(); 3],
            attributes: list,
        };
        let mut started = Started {
            process: null_mut(),
            thread: null_mut(),
            process_id: 0,
            thread_id: 0,
        };
        // SAFETY: the list has the room that was asked for, and it, the line and both structures, which are laid out as
        // the system wants them, outlive the calls.
        unsafe {
            done(InitializeProcThreadAttributeList(list, 1, 0, &raw mut size))?;
            done(UpdateProcThreadAttribute(
                list,
                0,
                PSEUDO_CONSOLE,
                self.0,
                size_of::<RawHandle>(),
                null_mut(),
                null_mut(),
            ))?;
            done(CreateProcessW(
                null(),
                line.as_mut_ptr(),
                null(),
                null(),
                0,
                HAS_ATTRIBUTES,
                null(),
                null(),
                &raw mut startup,
                &raw mut started,
            ))?;
        }
        // SAFETY: both were opened for whoever starts the program, and nobody else closes them.
        let (process, _) = unsafe {
            (
                OwnedHandle::from_raw_handle(started.process),
                OwnedHandle::from_raw_handle(started.thread),
            )
        };
        Ok(Program {
            process,
            id: started.process_id,
        })
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        // SAFETY: it was opened by `new` and is closed once.
        unsafe { ClosePseudoConsole(self.0) };
    }
}

impl Program {
    /// Waits until it has ended; gives its exit code.
    pub(super) fn wait(&self) -> io::Result<u32> {
        let process = self.process.as_raw_handle();
        let mut code = 0;
        // SAFETY: the handle is open, and the code is written to where it is to be.
        unsafe {
            WaitForSingleObject(process, FOR_EVER);
            done(GetExitCodeProcess(process, &raw mut code))?;
        }
        Ok(code)
    }
}

impl Key {
    /// The key with this number of winuser.h, which writes this unit of UTF-16, goes down.
    pub(super) const fn down(number: u16, unit: u16) -> Self {
        Self {
            kind: KEY_EVENT,
            is_down: 1,
            times: 1,
            number,
            scan: 0,
            unit,
            held: 0,
        }
    }

    pub(super) const fn up(number: u16, unit: u16) -> Self {
        Self {
            is_down: 0,
            ..Self::down(number, unit)
        }
    }

    /// The same while these keys are held, by their bits in wincon.h.
    pub(super) const fn holding(self, held: u32) -> Self {
        Self { held, ..self }
    }

    fn line(self) -> String {
        let held = self.held;
        format!("{} {} {} {held}", self.is_down, self.number, self.unit)
    }

    fn parse(line: &str) -> Self {
        let mut numbers = line.split(' ').map(|n| n.parse::<u16>().expect("a number"));
        let mut next = || numbers.next().expect("four numbers");
        let is_down = i32::from(next());
        Self {
            is_down,
            ..Self::down(next(), next()).holding(next().into())
        }
    }
}

/// The first program in a console: systems differ in what its input and output are.
const FIRST: &str = "windows::console::the_first_program_in_a_console";
const RUN: &str = "run:";

/// Runs the one that is meant, whose input and output are the console, and ends as it does.
#[test]
#[ignore = "run by the tests of the console"]
fn the_first_program_in_a_console() {
    let line = env::args().find_map(|word| word.strip_prefix(RUN).map(str::to_owned));
    let line = line.expect("what to run");
    let words: Vec<&str> = line.split('|').collect();
    let console = |name| File::options().read(true).write(true).open(name);
    let shown = || Stdio::from(console("CONOUT$").expect("the output of the console"));
    let mut meant = Command::new(words[0])
        .args(&words[1..])
        .stdin(console("CONIN$").expect("the input of the console"))
        .stdout(shown())
        .stderr(shown())
        .spawn()
        .expect("it starts");
    let status = meant.wait().expect("it ends");
    std::process::exit(status.code().expect("a code"));
}

/// Which console the hand is at: the number of a process that has it.
const AT: &str = "MAMORI_TEST_CONSOLE_OF";
const ANSWER: &str = "hand: ";
const DONE: &str = "done";
const HAND: &str = "windows::console::a_hand_at_a_console";

/// The process that does it.
pub(super) struct Hand {
    process: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Hand {
    /// At the console of this process.
    pub(super) fn at(process: u32) -> Self {
        let mut hand = Command::new(env::current_exe().expect("this program"))
            .args([HAND, "--exact", "--ignored", "--nocapture"])
            .env(AT, process.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the hand");
        let orders = hand.stdin.take().expect("its input");
        let answers = BufReader::new(hand.stdout.take().expect("its output"));
        Self {
            process: hand,
            orders,
            answers,
        }
    }

    pub(super) fn press(&mut self, keys: &[Key]) {
        let lines: Vec<String> = keys.iter().map(|key| key.line()).collect();
        assert_eq!(self.ask(&format!("keys {}", lines.join(","))), DONE);
    }

    /// Has the program told this, as Windows does it.
    pub(super) fn tell(&mut self, what: Told) {
        assert_eq!(self.ask(&format!("tell {}", what as usize)), DONE);
    }

    /// Whether the console shows what is typed.
    pub(super) fn shows_what_is_typed(&mut self) -> bool {
        match self.ask("mode").as_str() {
            "Ok(true)" => true,
            "Ok(false)" => false,
            other => panic!("{other}"),
        }
    }

    fn ask(&mut self, order: &str) -> String {
        writeln!(self.orders, "{order}").expect("the hand is there");
        loop {
            let mut line = String::new();
            let read = self.answers.read_line(&mut line).expect("an answer");
            assert!(read > 0, "the hand is gone: {order}");
            // What the test program says by itself may stand before it.
            if let Some((_, answer)) = line.split_once(ANSWER) {
                return answer.trim().to_owned();
            }
        }
    }

    /// Lets go of the console, so that the hand is not ended with it.
    pub(super) fn leave(mut self) {
        drop(self.orders);
        self.process.wait().expect("it ends");
    }
}

#[test]
#[ignore = "run by the tests of the console"]
fn a_hand_at_a_console() {
    let process = env::var(AT).expect("whose console");
    // Another console brings another input and output.
    let orders = stdin().as_handle().try_clone_to_owned().expect("orders");
    let answers = stdout().as_handle().try_clone_to_owned();
    let mut answers = File::from(answers.expect("a way to answer"));
    let mut answer = |answer: String| {
        writeln!(answers, "{ANSWER}{answer}").expect("somebody who hears it");
    };
    let console = attach(process.parse().expect("a number"))
        .and_then(|()| File::options().read(true).write(true).open("CONIN$"));
    let console = match console {
        Ok(console) => console,
        Err(error) => return answer(format!("{error}")),
    };
    for order in BufReader::new(File::from(orders)).lines() {
        let order = order.expect("an order");
        let done = match order.split_once(' ') {
            Some(("keys", keys)) => {
                let keys: Vec<Key> = keys.split(',').map(Key::parse).collect();
                put(&console, &keys)
            }
            Some(("tell", event)) => send(event.parse().expect("a number")),
            _ => {
                answer(format!("{:?}", mode()));
                continue;
            }
        };
        answer(done.map_or_else(|error| error.to_string(), |()| DONE.to_owned()));
    }
}

/// Whether what is typed is shown.
fn mode() -> io::Result<bool> {
    let mode = ConsoleMode::from(Handle::current_in_handle()?).mode()?;
    Ok(mode & ECHO != 0)
}

/// Leaves the console that this process has, and goes to that of another one.
fn attach(process: u32) -> io::Result<()> {
    // SAFETY: both take and give numbers alone.
    done(unsafe {
        FreeConsole();
        AttachConsole(process)
    })
}

fn put(console: &File, keys: &[Key]) -> io::Result<()> {
    let count = u32::try_from(keys.len()).expect("a few keys");
    let mut put = 0;
    // SAFETY: the handle is open as long as `console`; `Key` is laid out as what is asked for, and there are so many.
    done(unsafe {
        WriteConsoleInputW(console.as_raw_handle(), keys.as_ptr(), count, &raw mut put)
    })?;
    assert_eq!(put, count);
    Ok(())
}

/// Does to the program at this console what Windows does: it calls the console handlers on a thread that it makes there.
/// Wine knows these events and sends none of them.
fn send(event: usize) -> io::Result<()> {
    let mut processes = [0; 8];
    // SAFETY: there is room for so many, and more are not written.
    let count = unsafe { GetConsoleProcessList(processes.as_mut_ptr(), 8) };
    let others = [
        std::process::id(),
        env::var(AT).expect("a number").parse().expect("a number"),
    ];
    let there = processes
        .iter()
        .take(usize::try_from(count).expect("a few"));
    let meant: Vec<u32> = there.copied().filter(|id| !others.contains(id)).collect();
    let [meant] = meant[..] else {
        return Err(io::Error::other(format!("{processes:?} but {others:?}")));
    };
    // SAFETY: both names end with a zero byte.
    let routine = unsafe {
        let module = GetModuleHandleA(c"kernelbase.dll".as_ptr().cast());
        GetProcAddress(module, c"CtrlRoutine".as_ptr().cast())
    };
    // SAFETY: it takes and gives numbers alone.
    let process = handle(unsafe { OpenProcess(ALL_RIGHTS, 0, meant) })?;
    if routine.is_null() {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the routine is the system's own, which stands at the same place in every process, and takes a number.
    handle(unsafe {
        CreateRemoteThread(
            process.as_raw_handle(),
            null(),
            0,
            routine,
            event,
            0,
            null_mut(),
        )
    })?;
    Ok(())
}

/// What was opened for us, to be closed.
fn handle(handle: RawHandle) -> io::Result<OwnedHandle> {
    if handle.is_null() {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: it was just opened, and nobody else closes it.
    Ok(unsafe { OwnedHandle::from_raw_handle(handle) })
}

fn done(result: i32) -> io::Result<()> {
    if result == 0 {
        Err(io::Error::last_os_error())
    } else {
        Ok(())
    }
}
