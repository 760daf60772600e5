//! `docs/MACHINE.md`, generated from the tables of the machine.

use core::fmt::{Display, Write as _};

use interpersonal::{
    Phase,
    machine::{
        Guard, GuardSet, TRANSITIONS, Trigger,
        region::{
            ConsentRegion, ContractRegion, Edge, EngagementRegion, FocusRegion, SafetyRegion,
        },
    },
    protocol::preset,
    record::{FactClass, FactKind},
    rule::Region,
    text, typed,
    vocabulary::PhaseSet,
};

use crate::generated::assert_stored;

#[test]
fn the_page_about_the_machine_is_generated() {
    assert_stored("docs/MACHINE.md", &page());
}

#[test]
fn every_phase_step_condition_and_edge_is_on_the_page() {
    let page = page();
    for &phase in Phase::ALL {
        assert!(page.contains(&format!("| {phase} |")), "{phase}");
    }
    for guard in Guard::ALL {
        assert!(
            page.contains(&format!("| {guard} | `{}` |", guard.code())),
            "{guard}"
        );
    }
    for step in typed::STEPS {
        assert!(
            page.contains(&format!("`{}`", step.method)),
            "{}",
            step.method
        );
    }
    let rows = page
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains("begins "))
        .count();
    let beginnings = TRANSITIONS
        .iter()
        .filter(|row| row.to.is_some() && row.on != Trigger::Closes)
        .count();
    assert!(rows >= beginnings, "{rows} of {beginnings}");
    for edge in SafetyRegion::EDGES {
        assert!(
            page.contains(&format!("| {} | {} | {} |", edge.from, edge.on, edge.to)),
            "{edge:?}"
        );
    }
}

fn page() -> String {
    let mut out = String::from(
        "# The machine\n\n\
         <!-- Generated from src/machine by tests/machine/diagrams.rs; `checks/bless.sh` writes it anew. -->\n\n\
         A course is in one phase. In addition, it has one state in each of five regions: contract, focus, safety, engagement \
         and consent. A fold computes all of these from the facts of the record, in the order of their days. This page is \
         generated from the tables that the machine uses; the [glossary](GLOSSARY.md) explains its words.\n\n\
         Three things are kept apart. `record` writes down what *happened*, and refuses only what contradicts the record \
         itself. `propose`, `choices` and `why_not` say what *may happen next*; they use the conditions below. The rules judge \
         what the record *shows*: if a condition was not met when a step was taken, they report it under the code of the \
         condition.\n\n\
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
        let methods: Vec<_> = typed::STEPS
            .iter()
            .filter(|step| step.from == phase)
            .map(|step| format!("`{}`", step.method))
            .collect();
        writeln!(
            out,
            "| {phase} | {} | {} |",
            phase.about(),
            methods.join(" ")
        )
        .unwrap();
    }
    out.push_str(
        "\nA protocol lists its own phases, in order and under its own labels. A step is by the book if it follows that list, \
         skips only optional phases, and meets its conditions. The first picture shows the steps of all protocols together. The \
         second shows the steps of `acute-16`. Steps that can happen but are never by the book are not drawn; the table of \
         steps lists them.\n\n",
    );
    write!(out, "```mermaid\n{}```\n\n", text::mermaid(None)).unwrap();
    write!(
        out,
        "```mermaid\n{}```\n\n",
        text::mermaid(Some(&preset::ACUTE_16))
    )
    .unwrap();
    out.push_str("`text::mermaid` and `text::dot` draw these pictures for any protocol, for Mermaid or Graphviz.\n\n");
}

fn steps(out: &mut String) {
    out.push_str(
        "## Steps\n\n\
         Each fact triggers one kind of step. The table says in which phases a trigger is possible, to which phase it leads, \
         and which conditions must hold for the step to be by the book. The condition *phase order* is not met by a step back \
         or into the same phase: the step is recorded, and the rules report it. A further module of the current phase, given \
         by its name, is not reported. A trigger without a row contradicts the record and is refused. Each phase and trigger \
         has at most one row, which is checked at compile time.\n\n\
         A session may name the phase to which it belonged. If that phase has not begun, recording the session also takes the \
         step into the phase, under the conditions of both rows. Nothing else changes the phase.\n\n\
         | in | trigger | leads to | conditions |\n| --- | --- | --- | --- |\n",
    );
    for row in TRANSITIONS {
        let to = row
            .to
            .map_or_else(|| String::from("stays"), |to| to.to_string());
        writeln!(
            out,
            "| {} | {} | {to} | {} |",
            phase_list(row.from),
            row.on,
            guard_list(row.guards)
        )
        .unwrap();
    }
    out.push_str("\nThese triggers leave the phase as it is. Each of them stands for several facts:\n\n| trigger | facts |\n| --- | --- |\n");
    for (trigger, class) in [
        (Trigger::Session, FactClass::Session),
        (Trigger::Care, FactClass::Care),
        (Trigger::Score, FactClass::Score),
        (Trigger::Safety, FactClass::Safety),
        (Trigger::Administration, FactClass::Administration),
    ] {
        let facts: Vec<_> = FactKind::of_class(class)
            .iter()
            .map(|kind| format!("`{}`", kind.name()))
            .collect();
        writeln!(out, "| {trigger} | {} |", facts.join(" ")).unwrap();
    }
    out.push('\n');
}

fn conditions(out: &mut String) {
    out.push_str(
        "## Conditions\n\n\
         A condition holds, does not hold, does not apply, or cannot be told. It cannot be told if it is about a topic that the \
         record does not report in full and the record says nothing. `propose` refuses a step if a condition does not hold, \
         and asks the caller to confirm conditions that cannot be told. Some conditions can still be met after the step; the \
         finding is then marked as remedied. Some conditions depend on the content of the fact; `choices` lists them as \
         open.\n\n\
         | condition | code | what it says | can be met later | depends on the fact |\n| --- | --- | --- | --- | --- |\n",
    );
    let mark = |yes| if yes { "yes" } else { "" };
    for guard in Guard::ALL {
        let (later, content) = (
            mark(guard.can_be_met_later()),
            mark(guard.depends_on_content()),
        );
        writeln!(
            out,
            "| {guard} | `{}` | {} | {later} | {content} |",
            guard.code(),
            guard.about()
        )
        .unwrap();
    }
    out.push('\n');
}

fn regions(out: &mut String) {
    out.push_str(
        "## Regions\n\n\
         A region never refuses a fact. If it has an edge for the signal, it takes the edge. Otherwise it stays as it is.\n\n",
    );
    let mut section = |region: Region, text: &str, edges: String| {
        writeln!(out, "### {}\n", capitalised(region.name())).unwrap();
        if !text.is_empty() {
            writeln!(out, "{text}\n").unwrap();
        }
        write!(out, "```mermaid\n{}```\n\n", text::region_mermaid(region)).unwrap();
        write!(out, "| from | on | to |\n| --- | --- | --- |\n{edges}\n").unwrap();
    };
    section(
        Region::Contract,
        "Leaving acute treatment ends the acute contract; a new agreement opens the region again.",
        edges(ContractRegion::EDGES),
    );
    section(
        Region::Focus,
        "Once a focus is agreed, it stays agreed, even if a later formulation is rejected.",
        edges(FocusRegion::EDGES),
    );
    section(
        Region::Safety,
        "This region holds what was asked, what the answer was and what was done, and never a level of risk. Signals of the same \
         day take effect in the order of the vocabulary, not in the order of writing. So a response answers a concern that was \
         raised on the same day.",
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
    if guards.is_empty() {
        String::from("none")
    } else {
        guards.to_string()
    }
}

fn capitalised(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
