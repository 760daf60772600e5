//! `docs/MACHINE.md` is generated from the tables of the machine. `IPT_BLESS=1` writes it anew.

use core::fmt::{Display, Write as _};
use std::{env, fs, path::Path};

use interpersonal::{
    Phase, PhaseSet,
    machine::{
        self, Guard, GuardSet, TRANSITIONS, Trigger,
        region::{ConsentRegion, ContractRegion, Edge, EngagementRegion, FocusRegion, SafetyRegion},
        typed,
    },
    protocol::preset,
    record::{FactClass, FactKind},
    rule::Region,
};

#[test]
fn the_page_about_the_machine_is_what_the_tables_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/MACHINE.md");
    let page = page();
    if env::var_os("IPT_BLESS").is_some_and(|bless| bless == "1") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &page).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    for (number, (stored, expected)) in stored.lines().zip(page.lines()).enumerate() {
        assert_eq!(stored, expected, "line {} of docs/MACHINE.md; IPT_BLESS=1 cargo test writes it anew", number + 1);
    }
    assert_eq!(stored.len(), page.len(), "docs/MACHINE.md; IPT_BLESS=1 cargo test writes it anew");
}

#[test]
fn every_phase_step_condition_and_edge_is_on_the_page() {
    let page = page();
    for &phase in Phase::ALL {
        assert!(page.contains(&format!("| {phase} |")), "{phase}");
    }
    for guard in Guard::ALL {
        assert!(page.contains(&format!("| {guard} | `{}` |", guard.code())), "{guard}");
    }
    for step in typed::STEPS {
        assert!(page.contains(&format!("`{}`", step.method)), "{}", step.method);
    }
    let rows = page.lines().filter(|line| line.starts_with("| ") && line.contains("begins ")).count();
    let beginnings = TRANSITIONS.iter().filter(|row| row.to.is_some() && row.on != Trigger::Closes).count();
    assert!(rows >= beginnings, "{rows} of {beginnings}");
    for edge in SafetyRegion::EDGES {
        assert!(page.contains(&format!("| {} | {} | {} |", edge.from, edge.on, edge.to)), "{edge:?}");
    }
}

fn page() -> String {
    let mut out = String::from(
        "# The machine\n\n\
         <!-- Generated from src/machine by tests/machine/diagrams.rs; `IPT_BLESS=1 cargo test --test machine diagrams` writes it anew. -->\n\n\
         A course stands in one phase, and in one place of each of five regions beside it. All of it follows from the record: \
         facts, each on a day, folded in the order of their days. This page is made from the tables that the machine runs on.\n\n\
         Three things are kept apart. What *happened* is recorded: only what contradicts the record itself is refused. What \
         *may be* is asked for: `propose`, `choices` and `why_not` read the conditions below. What the record *shows* is \
         judged by the rules; a condition that was not met when a step was taken is a finding under the condition's code.\n\n\
         ## Phases\n\n",
    );
    phases(&mut out);
    steps(&mut out);
    conditions(&mut out);
    regions(&mut out);
    out
}

fn phases(out: &mut String) {
    out.push_str("| phase | what it is | methods of `In` that leave it |\n| --- | --- | --- |\n");
    for &phase in Phase::ALL {
        let methods: Vec<_> =
            typed::STEPS.iter().filter(|step| step.from == phase).map(|step| format!("`{}`", step.method)).collect();
        writeln!(out, "| {phase} | {} | {} |", phase.about().trim(), methods.join(" ")).unwrap();
    }
    out.push_str(
        "\nA protocol lists its own phases, in order and under its own labels. A step is by the book when it follows that list, \
         passing over optional phases alone, and the conditions on it are met. The first picture holds the steps that some \
         protocol has; the second, those of `acute-16`. What happens and is never by the book is not drawn: it has its rows in \
         the table of steps.\n\n",
    );
    write!(out, "```mermaid\n{}```\n\n", machine::mermaid(None)).unwrap();
    write!(out, "```mermaid\n{}```\n\n", machine::mermaid(Some(&preset::ACUTE_16))).unwrap();
    out.push_str("`machine::dot` draws the same for Graphviz, and both draw any other protocol.\n\n");
}

fn steps(out: &mut String) {
    out.push_str(
        "## Steps\n\n\
         What a fact triggers, in which phases it has a place, where it leads, and what makes it by the book. Where the order \
         of phases is asked for and the step goes back or stays, it is recorded and is a finding; a further module of the \
         present phase, by its name, is not. What has no row contradicts the record. Each phase and trigger has one row at \
         most, which is checked when the crate is compiled.\n\n\
         A session may name the phase that it belonged to. If that phase has not begun, the session takes the step with it, \
         under the conditions of both rows. Nothing else moves the phase.\n\n\
         | in | trigger | leads to | conditions |\n| --- | --- | --- | --- |\n",
    );
    for row in TRANSITIONS {
        let to = row.to.map_or_else(|| String::from("stays"), |to| to.to_string());
        writeln!(out, "| {} | {} | {to} | {} |", phase_list(row.from), row.on, guard_list(row.guards)).unwrap();
    }
    out.push_str("\nWhat the triggers that keep the phase stand for:\n\n| trigger | facts |\n| --- | --- |\n");
    for (trigger, class) in [
        (Trigger::Session, FactClass::Session),
        (Trigger::Care, FactClass::Care),
        (Trigger::Score, FactClass::Score),
        (Trigger::Safety, FactClass::Safety),
        (Trigger::Administration, FactClass::Administration),
    ] {
        let facts: Vec<_> = FactKind::of_class(class).iter().map(|kind| format!("`{}`", kind.name())).collect();
        writeln!(out, "| {trigger} | {} |", facts.join(" ")).unwrap();
    }
    out.push('\n');
}

fn conditions(out: &mut String) {
    out.push_str(
        "## Conditions\n\n\
         A condition holds, does not hold, does not apply, or cannot be told: silence about a topic that the record does not \
         report in full is not absence. `propose` refuses what does not hold and leaves what cannot be told to be confirmed. \
         Some conditions can still be met after the step; the finding then reads as remedied. The answer to some depends on \
         what the fact says: for those, `choices` names the condition as open.\n\n\
         | condition | code | what it says | can be met later | depends on the fact |\n| --- | --- | --- | --- | --- |\n",
    );
    let mark = |yes| if yes { "yes" } else { "" };
    for guard in Guard::ALL {
        let (later, content) = (mark(guard.can_be_met_later()), mark(guard.depends_on_content()));
        writeln!(out, "| {guard} | `{}` | {} | {later} | {content} |", guard.code(), guard.about().trim()).unwrap();
    }
    out.push('\n');
}

fn regions(out: &mut String) {
    out.push_str(
        "## Regions\n\n\
         A region never refuses a fact of care. It takes an edge where it has one for the signal, and stays as it is \
         otherwise.\n\n",
    );
    let mut section = |region: Region, text: &str, edges: String| {
        writeln!(out, "### {}\n", capitalised(region.name())).unwrap();
        if !text.is_empty() {
            writeln!(out, "{text}\n").unwrap();
        }
        write!(out, "```mermaid\n{}```\n\n", machine::region_mermaid(region)).unwrap();
        write!(out, "| from | on | to |\n| --- | --- | --- |\n{edges}\n").unwrap();
    };
    section(
        Region::Contract,
        "Leaving acute treatment ends the acute contract; a new agreement opens the region again.",
        edges(ContractRegion::EDGES),
    );
    section(
        Region::Focus,
        "A focus once agreed stays agreed, whatever becomes of a later formulation.",
        edges(FocusRegion::EDGES),
    );
    section(
        Region::Safety,
        "Never a level of risk: what was asked, what was answered, what was done. The signals of one day take effect in the \
         order of the vocabulary, whichever was written first: a response of the same day answers a concern of that day.",
        edges(SafetyRegion::EDGES),
    );
    section(Region::Engagement, "", edges(EngagementRegion::EDGES));
    section(Region::Consent, "", edges(ConsentRegion::EDGES));
    out.truncate(out.trim_end().len());
    out.push('\n');
}

fn edges<R: Display, S: Display>(edges: &[Edge<R, S>]) -> String {
    edges.iter().fold(String::new(), |mut rows, edge| {
        writeln!(rows, "| {} | {} | {} |", edge.from, edge.on, edge.to).unwrap();
        rows
    })
}

fn phase_list(phases: PhaseSet) -> String {
    if phases == PhaseSet::ALL {
        String::from("every phase")
    } else if phases == PhaseSet::ALL.without(Phase::Closed) {
        String::from("every phase but closed")
    } else {
        phases.to_string()
    }
}

fn guard_list(guards: GuardSet) -> String {
    if guards.is_empty() { String::from("none") } else { guards.to_string() }
}

fn capitalised(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
