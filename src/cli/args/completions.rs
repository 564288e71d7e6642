//! `rungs completions`: what can be typed after it.

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  source <(rungs completions bash)                              in ~/.bashrc
  source <(rungs completions zsh)                               in ~/.zshrc, after compinit
  rungs completions fish | source                               in ~/.config/fish/config.fish
  eval (rungs completions elvish | slurp)                       in ~/.config/elvish/rc.elv
  rungs completions powershell | Out-String | Invoke-Expression in $PROFILE

The script asks rungs at each Tab, so it should be made by the rungs that it asks: print it when the
shell starts, as here, and it is never older than the program.")]
pub(in crate::cli) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: CompletedShell,
}

/// A shell that completes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CompletedShell {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
    Elvish,
}
