//! A session that was not held has no content: for every protocol, whatever the note of a missed
//! session holds, nothing but the absence is read from it.

use interpersonal::{
    Course, Entry, Fact, ProblemArea,
    protocol::preset,
    record::session::{Attendance, Session},
    rule::{Finding, Validator},
};

use crate::{flawless, start};

/// The record with one session missed: with the note that it would have had, or without.
fn missed(entries: &[Entry], nth: usize, attendance: Attendance, is_filled: bool) -> Vec<Entry> {
    let mut entries = entries.to_vec();
    let mut left = nth;
    for entry in &mut entries {
        let interpersonal::course::Content::Fact { fact, .. } = &mut entry.content else {
            continue;
        };
        if let Fact::Session(note) = fact {
            if left == 0 {
                let bare = Session::new(attendance)
                    .with_track(note.track)
                    .with_kind(note.kind)
                    .with_number(note.number)
                    .with_group_number(note.group_number)
                    .with_shared_key(note.shared_key)
                    .with_phase(note.phase);
                **note = if is_filled {
                    let mut filled = (**note).clone();
                    filled.attendance = attendance;
                    filled
                } else {
                    bare
                };
                return entries;
            }
            left -= 1;
        }
    }
    entries
}

#[test]
fn the_note_of_a_missed_session_is_kept_and_does_nothing() {
    for protocol in preset::ALL {
        let entries = flawless(protocol, ProblemArea::RoleTransition);
        for (nth, &attendance) in Attendance::ALL
            .iter()
            .enumerate()
            .filter(|(_, it)| !it.is_held())
        {
            let read = |is_filled| {
                let entries = missed(&entries, nth, attendance, is_filled);
                Course::replay(*protocol, entries).ok()
            };
            let (Some(filled), Some(bare)) = (read(true), read(false)) else {
                // A record that needs the session cannot stand without it, with or without its note.
                assert_eq!(
                    read(true).is_some(),
                    read(false).is_some(),
                    "{}",
                    protocol.id()
                );
                continue;
            };
            assert_eq!(
                filled.state(),
                bare.state(),
                "{} {attendance}",
                protocol.id()
            );
            let last = filled.state().last_day();
            let found = |course: &Course| -> Vec<String> {
                let report = Validator::new().validate(course, last);
                // That the note holds something at all is what the record block finds.
                let of_content = |finding: &&Finding| finding.code.as_str() < "IPT-300";
                report
                    .findings
                    .iter()
                    .filter(of_content)
                    .map(|it| format!("{it:?}"))
                    .collect()
            };
            assert_eq!(
                found(&filled),
                found(&bare),
                "{} {attendance}",
                protocol.id()
            );
            assert_eq!(filled.next_session(start()), bare.next_session(start()));
        }
    }
}
