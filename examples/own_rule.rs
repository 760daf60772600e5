//! A site adds a rule of its own, grades one of the catalogue otherwise, and pins the edition.
//!
//! ```sh
//! cargo run --example own_rule
//! ```

#[macro_use]
mod support;

use interpersonal::{
    ActorRef, At, Course, Phase, RuleCode, Severity, Topic,
    chrono::{Days, NaiveDate},
    protocol::preset,
    record::{
        session::{Modality, Session},
        setting::Opened,
    },
    rule::{Case, CustomRule, Edition, RegisterError, RuleMeta, Validator},
    values,
};

/// The clinic holds the first session in person.
fn first_session_in_person() -> CustomRule {
    let meta = RuleMeta::new(
        "CLINIC-1".parse().expect("a code"),
        Severity::Warning,
        "The first session should be held in person.",
    )
    .with_case(Case::finds(
        "remote",
        Severity::Warning,
        "The first session, on {day}, was held another way ({modality}).",
    ))
    .with_case(Case::lacks(
        "silent",
        Severity::Warning,
        "How the first session, on {day}, was held is not on record.",
    ))
    .with_why("The clinic wants to meet each patient once before treatment goes on by video.")
    .with_topics(Topic::SessionContent);

    CustomRule::new(meta, |ctx, out| {
        let Some(first) = ctx.held().next() else {
            return out.does_not_apply();
        };
        let ways = ctx.note(first).map(|note| note.modality);
        match ways.filter(|ways| !ways.is_empty()) {
            Some(ways) if ways.only() == Some(Modality::InPerson) => {}
            Some(ways) => {
                out.finds("remote", ctx.place(first), values! { modality: ways.set() });
            }
            // Silence: a finding only where the record reports the content of sessions in full.
            None => {
                out.lacks(
                    "silent",
                    Topic::SessionContent,
                    ctx.place(first),
                    values! {},
                );
            }
        }
    })
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let clinic = || {
        Validator::new()
            .with_edition(Edition::new(0, 2, 0))
            .with_severity(RuleCode::from_static("IPT-005"), Severity::Note)?
            .with_rule(first_session_in_person())
    };

    // What guards safety stays as it is, and our name space stays ours.
    let refused = clinic()?
        .with_severity(RuleCode::from_static("IPT-189"), None)
        .unwrap_err();
    say!("refused: {refused}");
    let meta = RuleMeta::new(
        RuleCode::from_static("IPT-900"),
        Severity::Note,
        "Not ours to give.",
    );
    let refused = clinic()?
        .with_rule(CustomRule::new(meta, |_, _| {}))
        .unwrap_err();
    assert!(matches!(refused, RegisterError::OurNamespace { .. }));
    say!("refused: {refused}\n");

    let course = by_video()?;
    let report = clinic()?.validate(&course, course.state().last_day());
    say!("{}", report.text());
    Ok(())
}

fn by_video() -> Result<Course, Box<dyn std::error::Error>> {
    let monday = NaiveDate::from_ymd_opt(2026, 1, 5).ok_or("a day that exists")?;
    let by = ActorRef::from_static("therapist-1");
    let at = At::new("2026-02-01T17:00:00Z".parse()?, by, monday);
    let opened = Opened::in_phase(Phase::Initial).with_reporting(Topic::Sessions);
    let mut course = Course::open(&preset::ACUTE_16, at, opened)?;
    for week in 0..3 {
        let day = monday + Days::new(7 * week);
        course.record(
            at.on(day),
            Session::attended().with_modality(Modality::Video),
        )?;
    }
    Ok(course)
}
