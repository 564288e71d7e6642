//! Damaged files: everything that can still be read is read, what cannot is kept aside, and the next save works.

use std::collections::HashMap;
use std::fs;

use rungs::store::{Change, Entry, LONGEST_RECORD, QuarantineAge};

use super::nook::{Dice, Nook, add, append, fold, note, read, role};

/// A journal of `count` records of all sorts.
fn sample(nook: &Nook, count: usize) -> Vec<Entry<Change>> {
    let mut journal = nook.journal();
    (0..count)
        .map(|number| {
            append(&mut journal, if number % 3 == 2 { note(number, "naïve \"note\"\n日本") } else { add(number) })
        })
        .collect()
}

#[test]
fn a_file_cut_at_every_byte_opens_with_all_earlier_records_and_takes_the_next() {
    let nook = Nook::new();
    let written = sample(&nook, 6);
    let whole = nook.bytes();
    for cut in 0..whole.len() {
        nook.write(&whole[..cut]);
        let ends = |end: &usize| whole.get(*end) == Some(&b'\n');
        // A record whose line break alone is missing is whole.
        let complete = (0..=cut).filter(ends).count();
        let reading = nook.read();
        assert_eq!(reading.entries, written[..complete], "cut at {cut}");
        let in_a_line = cut > 0 && whole[cut - 1] != b'\n' && whole[cut] != b'\n';
        assert_eq!(reading.findings.torn, in_a_line, "cut at {cut}");
        assert!(nook.quarantines().is_empty(), "an unfinished line may be a save under way");

        let next = nook.add([77]).remove(0);
        let reading = nook.read();
        assert_eq!(reading.entries.last(), Some(&next), "glued to the torn line at {cut}");
        assert_eq!(reading.entries.len(), complete + 1);
        assert_eq!(reading.findings.unreadable, usize::from(in_a_line));
        for quarantine in nook.quarantines() {
            fs::remove_file(quarantine).unwrap();
        }
    }
}

#[test]
fn a_record_glued_to_a_torn_one_costs_no_other() {
    let nook = Nook::new();
    let written = sample(&nook, 5);
    let whole = nook.bytes();
    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    let glued = [lines[0], &lines[1][..40], lines[2], lines[3], lines[4]].concat();
    nook.write(&glued);
    let reading = nook.read();
    assert_eq!(reading.entries, [written[0].clone(), written[3].clone(), written[4].clone()]);
    assert_eq!(reading.findings.unreadable, 1);
    let aside = fs::read(&nook.quarantines()[0]).unwrap();
    assert_eq!(aside, [&lines[1][..40], lines[2]].concat());
    assert_eq!(nook.bytes(), glued, "the journal itself is never rewritten");
}

#[test]
fn one_changed_bit_costs_at_most_two_records_and_never_goes_unnoticed() {
    flips(600);
}

#[test]
#[ignore = "some seconds: cargo test --test store -- --ignored ten_thousand_changed"]
fn ten_thousand_changed_bits_cost_at_most_two_records_each() {
    flips(10_000);
}

fn flips(times: usize) {
    let nook = Nook::new();
    let written = sample(&nook, 40);
    let whole = nook.bytes();
    let mut dice = Dice(2026);
    let mut silent_in_json = 0;
    for _ in 0..times {
        let (at, bit) = (dice.roll(whole.len()), dice.roll(8));
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        nook.write(&bytes);
        let reading = nook.read();
        let by_id: HashMap<_, _> = reading.entries.iter().map(|entry| (entry.stamp.id.as_str(), entry)).collect();
        let lost = written.iter().filter(|entry| by_id.get(entry.stamp.id.as_str()) != Some(entry)).count();
        let findings = &reading.findings;
        assert!(lost <= 2, "{lost} lost by bit {bit} of byte {at}");
        let noticed = findings.unreadable + findings.altered + usize::from(findings.torn) > 0;
        assert!(lost == 0 || noticed, "bit {bit} of byte {at} changed a record in silence");
        silent_in_json += usize::from(lost > 0 && findings.unreadable == 0 && findings.altered > 0);
        if findings.unreadable > 0 {
            let quarantine = findings.quarantine.as_ref().unwrap();
            assert_eq!(quarantine.age, QuarantineAge::New);
            fs::remove_file(&quarantine.path).unwrap();
        }
    }
    println!("figure: {times} flips, {silent_in_json} told by the checksum alone, 0 in silence");
    assert!(silent_in_json > 0, "the checksum has caught nothing that JSON would not have");
    nook.add([99]);
    assert!(fold(&nook.read()).contains(&role(99)));
}

#[test]
fn a_record_with_a_wrong_checksum_counts_and_is_flagged() {
    let nook = Nook::new();
    sample(&nook, 2);
    let text = String::from_utf8(nook.bytes()).unwrap();
    nook.write(text.replacen("payments/r1", "payments/r7", 1));
    let reading = nook.read();
    assert!(fold(&reading).contains(&role(7)));
    assert_eq!((reading.findings.altered, reading.findings.unreadable), (1, 0));
    assert!(reading.findings.notice().unwrap().contains("checksum"));
}

#[test]
fn a_page_of_zeros_anywhere_leaves_the_rest_readable() {
    let nook = Nook::new();
    let written = sample(&nook, 120);
    let whole = nook.bytes();
    for page in whole.len().div_ceil(4096).checked_sub(1).map(|last| 0..=last).unwrap() {
        let mut bytes = whole.clone();
        let zeroed = page * 4096..(page * 4096 + 4096).min(bytes.len());
        let touched = 1 + bytes[zeroed.clone()].split(|byte| *byte == b'\n').count();
        bytes[zeroed].fill(0);
        nook.write(&bytes);
        assert!(nook.read().entries.len() + touched >= written.len(), "page {page}");
        let next = nook.add([500]).remove(0);
        assert!(nook.read().entries.contains(&next));
    }
    nook.write(vec![0; 8192]);
    let reading = nook.read();
    assert!(reading.entries.is_empty() && reading.findings.torn);
}

#[test]
fn what_cannot_be_read_is_copied_aside_once_and_told_once() {
    let nook = Nook::new();
    nook.add([1]);
    let mut bytes = nook.bytes();
    bytes.extend_from_slice(b"not json\n\xff\xfe latin\n] 46 bytes of something else\n");
    nook.write(&bytes);
    let first = nook.read();
    let told = first.findings.notice().unwrap();
    assert!(told.contains("3 unreadable lines") && told.contains(".corrupt-"), "{told}");
    for _ in 0..3 {
        assert_eq!(nook.read().findings.notice(), None);
    }
    let quarantines = nook.quarantines();
    assert_eq!(quarantines.len(), 1);
    assert_eq!(fs::read(&quarantines[0]).unwrap(), b"not json\n\xff\xfe latin\n] 46 bytes of something else\n");
    assert_eq!(super::nook::mode(&quarantines[0]), 0o600);
    assert_eq!(nook.bytes(), bytes);
}

#[test]
fn damage_that_cannot_be_copied_aside_is_told_all_the_same() {
    let nook = Nook::new();
    nook.write("not json\n");
    let aside = nook.read().findings.quarantine.unwrap().path;
    fs::remove_file(&aside).unwrap();
    // A link to nowhere is what an attacker would put there; it is not followed.
    std::os::unix::fs::symlink(nook.join("elsewhere"), &aside).unwrap();
    nook.read();
    assert!(!nook.join("elsewhere").exists());
}

#[test]
fn the_fields_of_a_record_in_their_order_are_no_record() {
    let nook = Nook::new();
    nook.write("[1,\"x-1\",\"2026-05-01T00:00:00Z\",\"bookmark.add\",null]\n");
    let findings = nook.read().findings;
    assert_eq!((findings.unreadable, findings.unknown), (1, 0));
}

#[test]
fn where_no_copy_can_be_made_the_lines_are_said_to_be_left_in_the_file() {
    let nook = Nook::new();
    // With the copy's ending no file may be called so.
    let path = nook.join(&"b".repeat(245));
    fs::write(&path, "not json\n").unwrap();
    let findings = read(&path).findings;
    assert_eq!((findings.unreadable, &findings.quarantine), (1, &None));
    assert_eq!(findings.notice().unwrap(), "1 unreadable lines passed over and left in the file");
}

#[test]
fn no_more_than_16_mib_of_damage_is_copied_aside() {
    let nook = Nook::new();
    let line = "x".repeat(999_999) + "\n";
    nook.write(line.repeat(20));
    let findings = nook.read().findings;
    assert_eq!(findings.unreadable, 20);
    assert_eq!(fs::read_to_string(findings.quarantine.unwrap().path).unwrap(), line.repeat(16));
}

#[test]
fn a_line_too_long_to_be_a_record_is_passed_over_without_being_held() {
    let nook = Nook::new();
    nook.add([1]);
    let mut bytes = nook.bytes();
    let huge =
        format!("{{\"t\":\"bookmark.add\",\"of\":\"payments/r2\",\"x\":\"{}\"}}\n", "x".repeat(3 * LONGEST_RECORD));
    bytes.extend_from_slice(huge.as_bytes());
    nook.write(&bytes);
    nook.add([3]);
    let reading = nook.read();
    assert_eq!((reading.entries.len(), reading.findings.unreadable), (2, 1));
    let said = "1 unreadable lines passed over and left in the file; 1 too long: a record may have 1 MiB";
    assert_eq!(reading.findings.notice().as_deref(), Some(said));
    let last: Vec<u8> = [nook.bytes(), vec![b'x'; 2 * LONGEST_RECORD]].concat();
    nook.write(last);
    assert_eq!(nook.read().entries.len(), 2, "also without an end");
}

#[test]
fn a_line_of_one_byte_more_than_a_record_is_told_to_be_too_long_unless_it_is_still_being_written() {
    let nook = Nook::new();
    for (length, end, told) in
        [(0, "\n", (1, 0, false)), (1, "\n", (1, 1, false)), (1, "", (0, 0, true)), (3, "", (1, 1, false))]
    {
        nook.write(format!("{}{end}", "x".repeat(LONGEST_RECORD + length)));
        let findings = nook.read().findings;
        assert_eq!((findings.unreadable, findings.too_long, findings.torn), told, "{length} more, then {end:?}");
    }
    let said = nook.read().findings.notice();
    assert_eq!(said.as_deref().map(|said| said.ends_with("; 1 too long: a record may have 1 MiB")), Some(true));
}
