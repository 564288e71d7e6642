//! What is measured, and against which bar. Always ours, theirs, ours, theirs.

use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::Setting;
use super::peers::{BARE_MARK, OUR_MARK, Peers, alone};
use super::table::{Pairs, Samples, Table};
use super::terminal::{Run, Terminal, milliseconds};

/// Pairs that are run first and not counted.
const WARM_UP: usize = 3;
/// The longest ladder: seven rungs, the longest texts.
const LOWEST_RUNG: &str = "payment-systems-engineer/junior";

/// A hundred keys that end two below where they began, and one off for each key that is lost.
fn burst() -> String {
    "jk".repeat(49) + "jj"
}

/// A home with what somebody has who used the program before: bookmarks, and a place.
fn home(peers: &Peers) -> io::Result<tempfile::TempDir> {
    let home = tempfile::tempdir()?;
    for role in ["junior", "mid", "senior", "staff"] {
        let role = format!("payment-systems-engineer/{role}");
        whole(&mut peers.ours(home.path(), &["bookmark", "add", &role]))?;
    }
    Ok(home)
}

/// Runs `pair` so many times, after a warm-up.
fn repeat(times: usize, mut pair: impl FnMut() -> io::Result<(f64, f64)>) -> io::Result<Pairs> {
    for _ in 0..WARM_UP {
        pair()?;
    }
    (0..times).map(|_| pair()).collect()
}

/// The first frame, beside the bare program.
pub(crate) fn starts(Setting { terminal, peers, amount }: &Setting, table: &mut Table) -> io::Result<()> {
    let home = home(peers)?;
    // From now on this is where the reader left.
    first_frame(terminal, &mut peers.ours(home.path(), &["--at", LOWEST_RUNG]))?;
    let pairs = repeat(amount.starts, || {
        let our_frame = first_frame(terminal, &mut peers.ours(home.path(), &[]))?;
        Ok((our_frame, bare_frame(terminal, peers)?))
    })?;
    table.ratio("process start to first full frame", "ms", &pairs, Some(1.3));
    Ok(())
}

fn first_frame(terminal: &Terminal, command: &mut Command) -> io::Result<f64> {
    let mut run = terminal.start(command, None)?;
    let frame = run.first_frame(OUR_MARK)?;
    run.end("q")?;
    Ok(frame)
}

fn bare_frame(terminal: &Terminal, peers: &Peers) -> io::Result<f64> {
    let mut run = terminal.start(&mut peers.part("bare"), None)?;
    let frame = run.first_frame(BARE_MARK)?;
    run.end("q")?;
    Ok(frame)
}

/// Keys, bursts and memory, beside the bare program.
pub(crate) fn keys(Setting { terminal, peers, amount }: &Setting, table: &mut Table) -> io::Result<()> {
    let home = home(peers)?;
    let [mut new_role, mut first_byte, mut cursor, mut letter, mut bursts] = [const { Vec::new() }; 5];
    let [mut role_bytes, mut cursor_bytes, mut memory, mut bare_memory] = [const { Samples::new() }; 4];
    let mut lost = 0.0;
    for _ in 0..amount.keyed {
        let mut ours = terminal.start(&mut peers.ours(home.path(), &["--at", LOWEST_RUNG]), None)?;
        ours.first_frame(OUR_MARK)?;
        ours.press("h")?;
        let role = answers(&mut ours, "jjjjjkkkkk")?;
        ours.press("jj")?;
        let burst_time = ours.press(&burst())?.settled;
        let after = ours.selected();
        ours.press("kk")?;
        ours.press("jj")?;
        lost += f64::from(u8::from(after != ours.selected()));
        ours.press("l")?;
        let plain = answers(&mut ours, "jjkk")?;
        ours.press("hh")?;
        ours.press("/")?;
        let typed = answers(&mut ours, "sent")?;
        memory.push(ours.peak_memory()? / 1024.0);
        ours.end("\x03")?;

        let mut bare = terminal.start(&mut peers.part("bare"), None)?;
        bare.first_frame(BARE_MARK)?;
        let bare_keys = answers(&mut bare, "jjjjjkkkkk")?;
        let bare_burst = bare.press(&burst())?.settled;
        bare_memory.push(bare.peak_memory()? / 1024.0);
        bare.end("q")?;

        let peer = bare_keys.settled.median();
        new_role.push((role.settled.median(), peer));
        first_byte.push((role.first.median(), bare_keys.first.median()));
        cursor.push((plain.settled.median(), peer));
        letter.push((typed.settled.median(), peer));
        bursts.push((burst_time, bare_burst));
        role_bytes.push(role.bytes.most());
        cursor_bytes.push(plain.bytes.most());
    }
    let pairs = |pairs: Vec<(f64, f64)>| pairs.into_iter().collect::<Pairs>();
    table.ratio("key to repaint: cursor move with a new role", "ms", &pairs(new_role), Some(1.3));
    table.ratio("  its first byte", "ms", &pairs(first_byte), None);
    table.ratio("key to repaint: cursor move in the role", "ms", &pairs(cursor), Some(1.3));
    table.ratio("key to repaint: letter in the families' filter", "ms", &pairs(letter), Some(1.3));
    table.ratio("burst of 100 keys, each a new role", "ms", &pairs(bursts), Some(0.1));
    table.figure("bursts that lost a key", "", lost, None, 0.0);
    table.figure("most bytes of a new role", "bytes", role_bytes.most(), None, 4096.0);
    table.figure("most bytes of a plain cursor move", "bytes", cursor_bytes.most(), None, 300.0);
    table.figure("peak memory after all of it", "MB", memory.median(), Some(bare_memory.median()), 10.0);
    Ok(())
}

/// What came of some keys.
struct Answers {
    first: Samples,
    settled: Samples,
    bytes: Samples,
}

/// Types `keys` one by one.
fn answers(run: &mut Run<'_>, keys: &str) -> io::Result<Answers> {
    let mut answers = Answers { first: Samples::new(), settled: Samples::new(), bytes: Samples::new() };
    for key in keys.chars() {
        let answer = run.press(key.encode_utf8(&mut [0; 4]))?;
        answers.first.push(answer.first);
        answers.settled.push(answer.settled);
        answers.bytes.push(answer.bytes);
    }
    Ok(answers)
}

/// Five seconds in which nobody does anything.
pub(crate) fn idle(Setting { terminal, peers, .. }: &Setting, table: &mut Table) -> io::Result<()> {
    let home = home(peers)?;
    let mut run = terminal.start(&mut peers.ours(home.path(), &[]), None)?;
    run.first_frame(OUR_MARK)?;
    run.press("l")?;
    let before = run.wake_ups()?;
    let bytes = run.listen(Duration::from_secs(5))?;
    table.figure("wake-ups in 5 s of idling", "", run.wake_ups()? - before, None, 0.0);
    table.figure("bytes in 5 s of idling", "bytes", bytes, None, 0.0);
    run.end("q")
}

/// Plain commands, beside a program that does nothing.
pub(crate) fn commands(Setting { peers, amount, .. }: &Setting, table: &mut Table) -> io::Result<()> {
    let home = home(peers)?;
    let senior = "payment-systems-engineer/senior";
    for arguments in [&["list"][..], &["list", "roles"], &["show", senior], &["bookmark", "list"]] {
        let pairs = repeat(amount.starts, || {
            Ok((whole(&mut peers.ours(home.path(), arguments))?, whole(&mut peers.part("empty"))?))
        })?;
        table.ratio(&format!("rungs {}, beside an empty main", arguments.join(" ")), "ms", &pairs, Some(1.5));
    }
    Ok(())
}

fn whole(command: &mut Command) -> io::Result<f64> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let started = Instant::now();
    let status = command.spawn()?.wait()?;
    let time = milliseconds(started.elapsed());
    assert!(status.success(), "{command:?}: {status}");
    Ok(time)
}

/// The first frame beside fzf with 70 lines, where there is an fzf.
pub(crate) fn fzf(Setting { terminal, peers, amount }: &Setting, table: &mut Table) -> io::Result<()> {
    if Command::new("fzf").arg("--version").stdout(Stdio::null()).status().is_err() {
        println!("no fzf on the PATH: not compared");
        return Ok(());
    }
    let home = home(peers)?;
    let mut lines = tempfile::NamedTempFile::new()?;
    (0..70).try_for_each(|i| writeln!(lines, "Role number {i} of the list"))?;
    let pairs = repeat(amount.starts, || {
        let our_frame = first_frame(terminal, &mut peers.ours(home.path(), &[]))?;
        let mut run = terminal.start(&mut alone(Command::new("fzf")), Some(lines.reopen()?.into()))?;
        let their_frame = run.first_frame("70/70")?;
        run.end("\x1b")?;
        Ok((our_frame, their_frame))
    })?;
    table.ratio("process start to first full frame, beside fzf", "ms", &pairs, Some(0.7));
    Ok(())
}
