//! A letter typed into the search, at every size: beside fzf on the same lines, and beside a cursor move of a bare program.

use std::fs::File;
use std::io;
use std::process::Command;
use std::time::Duration;

use super::sizes::{Size, TYPED};
use super::whole::is_there;
use crate::Setting;
use crate::peers::{BARE_MARK, OUR_MARK, alone};
use crate::table::{Pairs, Samples, Table};
use crate::terminal::Run;

/// So long nothing comes when a search of the largest catalog has been answered.
const QUIET: Duration = Duration::from_millis(150);
/// So long after a start nobody reads any more: every line is there and every index made.
const READ: Duration = Duration::from_millis(700);

/// How a program answered the letters: the middle of the times, in milliseconds.
struct Letters {
    first: f64,
    settled: f64,
}

fn typed(run: &mut Run<'_>) -> io::Result<Letters> {
    run.quiet = QUIET;
    let (mut first, mut settled) = (Samples::new(), Samples::new());
    for letter in TYPED.chars() {
        let answer = run.press(letter.encode_utf8(&mut [0; 4]))?;
        first.push(answer.first);
        settled.push(answer.settled);
    }
    Ok(Letters { first: first.median(), settled: settled.median() })
}

/// Letters at every size; the first frame and the memory of the largest.
pub(crate) fn letters(setting: &Setting, sizes: &[Size], table: &mut Table) -> io::Result<()> {
    let home = tempfile::tempdir()?;
    let fzf = is_there("fzf");
    let mut smallest = f64::NAN;
    for size in sizes {
        let [mut settled, mut bare] = [const { Vec::new() }; 2];
        let [mut first, mut frames, mut memory] = [const { Samples::new() }; 3];
        for _ in 0..setting.amount.keyed / 3 {
            let arguments = size.arguments(&["--fresh"]);
            let mut ours = setting.terminal.start(&mut setting.peers.ours(home.path(), &arguments), None)?;
            frames.push(ours.first_frame(OUR_MARK)?);
            ours.press("s")?;
            // The first letter of all has the index made; whoever types on waits for no letter, as the terminal tests show.
            ours.quiet = READ;
            ours.press("x")?;
            ours.press("\x7f")?;
            let our_letters = typed(&mut ours)?;
            memory.push(ours.peak_memory()? / 1024.0);
            ours.end("\x03")?;
            first.push(our_letters.first);
            if fzf {
                let lines = File::open(&size.texts)?;
                let mut peer = setting.terminal.start(&mut alone(Command::new("fzf")), Some(lines.into()))?;
                peer.first_frame(&format!("{0}/{0}", size.lines))?;
                settled.push((our_letters.settled, typed(&mut peer)?.settled));
                peer.end("\x1b")?;
            }
            if size.is_beside_bare() {
                let mut peer = setting.terminal.start(&mut setting.peers.part("bare"), None)?;
                peer.first_frame(BARE_MARK)?;
                // Each of its keys comes after the same rest as a letter of ours.
                peer.quiet = QUIET;
                let mut moves = Samples::new();
                for key in "jjjjjkkkkk".chars() {
                    moves.push(peer.press(key.encode_utf8(&mut [0; 4]))?.settled);
                }
                bare.push((our_letters.settled, moves.median()));
                peer.end("q")?;
            }
        }
        let name = size.name();
        let pairs = |pairs: Vec<(f64, f64)>| pairs.into_iter().collect::<Pairs>();
        if smallest.is_nan() {
            smallest = first.median();
        }
        if size.is_beside_bare() {
            let what = format!("a letter in the search, beside a bare cursor move, {name}");
            // Held where the list is as short as the bare program's: the embedded catalog has a hundred times as many lines.
            table.ratio(&what, "ms", &pairs(bare), (size.roles == 1).then_some(1.3));
        }
        if fzf {
            table.ratio(&format!("a letter in the search, beside fzf, {name}"), "ms", &pairs(settled), Some(1.0));
        }
        let slower = first.median() / smallest;
        table.figure(&format!("  its first byte, times that of the smallest, {name}"), "x", slower, None, 1.5);
        table.figure(
            &format!("process start to first full frame, {name}"),
            "ms",
            frames.median(),
            None,
            size.up_to_large(500.0),
        );
        table.figure(&format!("peak memory after it, {name}"), "MB", memory.median(), None, size.up_to_large(200.0));
    }
    Ok(())
}
