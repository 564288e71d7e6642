//! `rungs config`: what can be typed after it.

use clap::Subcommand;

/// What can be asked about the settings.
#[derive(Debug, Clone, Copy, Subcommand)]
#[command(defer = true)]
pub(in crate::cli) enum ConfigCommand {
    /// Print where settings are read, and where bookmarks, ratings and the last place are kept
    Path,
    /// Print what holds and where each value comes from
    ///
    /// That is the default, a line of the file, an option, or a variable of the environment.
    Show,
    /// Print a settings file with every key, its default and what it means
    ///
    /// `rungs config default >~/.config/rungs/config.toml` makes one to change; so does `rungs config edit`, with every
    /// key commented out.
    Default,
    /// Name everything that is wrong in the settings
    ///
    /// A wrong key or value costs only that key, and never stops rungs. Ends with 4 if there is anything.
    Check,
    /// Open the settings in your editor
    ///
    /// Makes the file if it is not there, with every key commented out. Names what is wrong in it afterwards.
    Edit,
}
