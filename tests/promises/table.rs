//! The promises, in the order of what a person may lose: what was kept, the terminal, and what text may do.

/// A promise and what holds it.
pub(super) struct Promise {
    /// Its short name, for talk about it.
    pub(super) id: &'static str,
    /// What is promised.
    pub(super) what: &'static str,
    /// What the tests demand.
    pub(super) bar: &'static str,
    /// The test target they are in.
    pub(super) target: &'static str,
    /// The tests, by their names or the starts of them.
    pub(super) tests: &'static [&'static str],
}

const fn promise(
    id: &'static str,
    what: &'static str,
    bar: &'static str,
    target: &'static str,
    tests: &'static [&'static str],
) -> Promise {
    Promise { id, what, bar, target, tests }
}

/// All of them.
pub(super) const PROMISES: &[Promise] = &[
    promise(
        "A1",
        "What was acknowledged outlives a kill at any moment",
        "1,000 kills, 0 lost; a rewritten file must lose",
        "store",
        &["processes::what_was_acknowledged_outlives_a_thousand_kills_that_a_rewritten_file_does_not"],
    ),
    promise(
        "A2",
        "Any call of the system may fail once, or be the last",
        "8 ways, every call about files, 4 saves: nothing lost, no panic, told, within 3 s",
        "store",
        &["faults::every_call_of_every_save_may_fail_in_every_way"],
    ),
    promise(
        "A3",
        "A power cut takes nothing acknowledged",
        "10,000 states, 0 lost; without syncs some are",
        "store",
        &["power::a_power_cut_at_any_moment_takes_nothing_that_was_acknowledged"],
    ),
    promise(
        "A4",
        "Many processes save at once",
        "64 x 200, all there; readers wait for nobody",
        "store",
        &[
            "processes::sixty_four_processes_add_two_hundred_bookmarks_each_and_all_are_there",
            "files::readers_do_not_care_for_the_lock",
        ],
    ),
    promise(
        "A5",
        "A first save beside a first reader",
        "500 times, 0 lost",
        "store",
        &["faults::of_five_hundred_first_starts_beside_a_reader_none_loses_anything"],
    ),
    promise(
        "A6",
        "A disk that is full",
        "0 to 400 bytes left: 401 of 401",
        "store",
        &["processes::a_disk_with_any_number_of_bytes_left_loses_nothing"],
    ),
    promise(
        "A7",
        "Nowhere to keep anything, or hardly",
        "12 of 12 places: it opens, says so, ends well",
        "terminal",
        &["keeping::wherever_nothing_can_be_kept_it_opens_says_so_and_keeps_what_it_can"],
    ),
    promise(
        "A8",
        "Links stay links and modes stay modes",
        "symbolic, relative, chained, dangling, looping and hard links, mounts",
        "store",
        &[
            "files::links_stay_links_and_their_target_grows",
            "files::a_link_to_nothing_yet_gets_its_target_made_private",
            "files::links_that_lead_nowhere_are_named",
            "files::a_hard_link_stays_one",
            "mounted::a_journal_that_is_mounted_from_elsewhere_grows_there",
            "files::modes_of_what_is_there_are_left_alone_and_new_ones_are_private",
        ],
    ),
    promise(
        "A9",
        "Nobody else reads what is kept",
        "three umasks, 0 files readable",
        "store",
        &["processes::whatever_the_umask_nothing_is_readable_by_others"],
    ),
    promise(
        "A10",
        "Damage costs what is damaged",
        "cuts at every byte, 10,000 flips, pages of zeros: at most 2 records, never silent",
        "store",
        &[
            "damage::a_file_cut",
            "damage::a_record_glued",
            "damage::ten_thousand_changed_bits",
            "damage::a_page_of_zeros",
            "damage::what_cannot_be_read",
        ],
    ),
    promise(
        "A11",
        "Records of newer versions stay",
        "200 of 200 lines byte for byte",
        "store",
        &["journal::records_of_the_future_stay_byte_for_byte_through_two_hundred_changes"],
    ),
    promise(
        "A12",
        "Saving and opening are quick",
        "a save 20 ms (p95), 100,000 records 400 ms",
        "store",
        &[
            "journal::two_hundred_saves_take_twenty_milliseconds",
            "journal::a_hundred_thousand_records_open_within_four_tenths_of_a_second",
        ],
    ),
    promise(
        "A13",
        "Whoever holds the lock holds up no key",
        "2 s until the save says so, 0 keys held up",
        "terminal",
        &[
            "keeping::who_holds_the_journal_holds_up_no_key",
            "keeping::whoever_quits_while_the_journal_is_held_loses_nothing",
        ],
    ),
    promise(
        "A14",
        "Two edits of one note are both there",
        "100 of 100",
        "store",
        &["bookmarks::two_edits_of_one_note_are_both_there_until_a_third_takes_them_in"],
    ),
    promise(
        "B1",
        "Every way out gives the terminal back",
        "4 signals x 9 screens, 3 panics: attributes, screen, cursor, mouse, paste as before",
        "terminal",
        &[
            "ways_out::every_key_that_quits",
            "ways_out::every_signal_that_ends_it",
            "ways_out::a_panic_gives_the_terminal_back",
        ],
    ),
    promise(
        "B2",
        "A closed window ends it",
        "8 ways, within 2 s and 0.1 s of a processor, 0 lost",
        "terminal",
        &[
            "hang_up::it_ends_with",
            "jobs::a_window_that_is_closed_while_it_is_stopped",
            "editor::a_window_that_is_closed_while_an_editor_runs",
        ],
    ),
    promise(
        "B3",
        "Commands whatever their streams are",
        "every command x 7 sets of closed streams, /dev/full, pipes: no panic, no escape byte",
        "cli",
        &[
            "commands_without_stdin_stdout_or_stderr_do_their_work",
            "what_cannot_be_written_is_told_and_ends_in_5",
            "no_escape_byte_reaches_a_pipe",
        ],
    ),
    promise(
        "B4",
        "A reader who takes one line",
        "every command 50 times: ends in 0, says nothing of it",
        "cli",
        &["fifty_readers_of_one_line_are_normal_ends"],
    ),
    promise(
        "B5",
        "Stopped and brought back",
        "200 of 200 with new sizes: shell sane, same screen",
        "terminal",
        &["jobs::ctrl_z_and_fg_two_hundred_times"],
    ),
    promise(
        "B6",
        "A storm of sizes",
        "10,000 sizes: the same screen after it, quits",
        "terminal",
        &["frames::a_storm_of_ten_thousand_sizes"],
    ),
    promise(
        "B7",
        "A key and a new size at once",
        "600 of 600 both show",
        "terminal",
        &["frames::a_key_and_a_new_size_at_once_both_show_six_hundred_times"],
    ),
    promise(
        "B8",
        "Every screen at every size",
        "1x1 to 300x100, no panic",
        "explorer",
        &["sizes::every_screen_draws_at_every_size_up_to_300x100"],
    ),
    promise(
        "B9",
        "A monkey",
        "1,000,000 events, no panic, nothing lost",
        "explorer",
        &["monkey::a_monkey_breaks_nothing_in_a_million_events"],
    ),
    promise(
        "B10",
        "The editor has the terminal",
        "1,000 of 1,000 keys reach it; drafts stay",
        "terminal",
        &["editor::"],
    ),
    promise(
        "B11",
        "Doing nothing costs nothing",
        "60 s: 0 bytes, 0.1 % of a processor",
        "terminal",
        &["frames::sixty_seconds_of_doing_nothing_cost_nothing"],
    ),
    promise(
        "B12",
        "Sizes that no screen has",
        "65535x65535 and the like: no end, 150 MB at most",
        "terminal",
        &["frames::sizes_that_no_screen_has_do_no_harm"],
    ),
    promise(
        "C1",
        "No text steers the terminal, by any way out",
        "every text in every field, note and argument: 0 sequences outside the list; a raw printer is caught",
        "security",
        &["judge::", "commands::", "screens::"],
    ),
    promise("C2", "Any text is cleaned, once", "1,000,000 texts, 0 broken", "security", &["sanitiser::"]),
    promise(
        "C4",
        "What fuzzers found stays found",
        "every seed and crash; each fuzzer 10 min without one",
        "security",
        &["seeds::"],
    ),
    promise(
        "C5",
        "Bombs",
        "1 s each, inside 256 MiB of address space",
        "security",
        &["bombs::a_file_made", "bombs::a_file_that_grows"],
    ),
    promise(
        "C6",
        "A frame with every field at its limit",
        "16 ms at 200x60, 99 of 100",
        "security",
        &["bombs::a_frame_with_every_field"],
    ),
    promise("C7", "The longest query among 20,000 roles", "50 ms", "security", &["bombs::the_longest_query"]),
    promise(
        "C8",
        "The editor's line is no shell's",
        "0 canaries, every argument right",
        "security",
        &["folders::an_editors_line"],
    ),
    promise(
        "C9",
        "Nothing is written outside its folder",
        "22 names, 0 outside, 0 written over",
        "security",
        &["folders::a_name_that_leads", "folders::no_record"],
    ),
    promise(
        "C10",
        "No planted link is followed",
        "0 of 11 places",
        "security",
        &["folders::no_planted_link", "folders::drafts_and_rescued"],
    ),
    promise("C11", "Sources and licences", "0 findings", "security", &["supply::"]),
    promise(
        "C12",
        "No socket leads out",
        "0 calls of the network in any command and the explorer",
        "security",
        &["sockets::"],
    ),
];
