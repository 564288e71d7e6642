//! `rungs man`: what can be typed after it.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  rungs man | man -l -                            read it
  rungs man --dir ~/.local/share/man/man1         so that `man rungs` and `man rungs-show` find it")]
pub(in crate::cli) struct ManArgs {
    /// Write a page for each command into this folder, over those that are there
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
}
