//! The machine as a picture: Mermaid for pages, DOT for Graphviz, both read from the table.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use crate::{
    course::typed::STEPS,
    machine::{
        Guard, GuardSet, Trigger,
        region::{
            ConsentRegion, ContractRegion, Edge, EngagementRegion, FocusRegion, SafetyRegion,
        },
        row,
    },
    protocol::Protocol,
    vocabulary::{Phase, Region},
};

/// Draws the phases in Mermaid: the steps that can be by the book, with their conditions.
///
/// With a protocol these are its phases, under its labels, and the steps that follow its list;
/// without one, the steps of any protocol. What happens and is never by the book has rows in
/// [`TRANSITIONS`](crate::machine::TRANSITIONS) and no arrow here.
///
/// ```
/// use interpersonal::{text, protocol::preset};
///
/// let text = text::mermaid(Some(&preset::ACUTE_16)).to_string();
/// assert!(text.starts_with("flowchart TD\n"));
/// assert!(text.contains("initial[\"Initial phase\"]"));
/// ```
#[must_use]
pub fn mermaid(protocol: Option<&Protocol>) -> impl fmt::Display {
    Drawing {
        graph: phases(protocol),
        form: Form::Mermaid,
    }
}

/// Draws the phases in DOT, the language of Graphviz. What is drawn is the same as in [`mermaid`].
///
/// ```
/// assert!(interpersonal::text::dot(None).to_string().starts_with("digraph {\n"));
/// ```
#[must_use]
pub fn dot(protocol: Option<&Protocol>) -> impl fmt::Display {
    Drawing {
        graph: phases(protocol),
        form: Form::Dot,
    }
}

/// Draws a region in Mermaid. Where there is no arrow for a signal, the region stays as it is.
///
/// ```
/// use interpersonal::{rule::Region, text};
///
/// let text = text::region_mermaid(Region::Focus).to_string();
/// assert!(text.contains("proposed -->|\"focus agreed\"| agreed"));
/// ```
#[must_use]
pub fn region_mermaid(region: Region) -> impl fmt::Display {
    Drawing {
        graph: region_graph(region),
        form: Form::Mermaid,
    }
}

/// Draws a region in DOT. What is drawn is the same as in [`region_mermaid`].
#[must_use]
pub fn region_dot(region: Region) -> impl fmt::Display {
    Drawing {
        graph: region_graph(region),
        form: Form::Dot,
    }
}

struct Drawing {
    graph: Graph,
    form: Form,
}

enum Form {
    Mermaid,
    Dot,
}

/// What is drawn, whatever the language.
struct Graph {
    /// Nodes within the frame, where there is one.
    nodes: Vec<Node>,
    arrows: Vec<Arrow>,
    framed: Option<Framed>,
    note: Vec<String>,
}

struct Node {
    id: &'static str,
    label: String,
    /// What every arrow into the node asks, where several lead there.
    asks: Vec<String>,
}

struct Arrow {
    from: &'static str,
    to: &'static str,
    lines: Vec<String>,
}

/// A frame around all nodes, with one arrow that leaves from any of them.
struct Framed {
    label: String,
    to: Node,
    lines: Vec<String>,
}

fn phases(protocol: Option<&Protocol>) -> Graph {
    let label = |phase: Phase| match protocol {
        Some(protocol) if protocol.phase(phase).is_some() => protocol.label(phase).to_string(),
        _ => capitalised(&phase.to_string()),
    };
    let has = |phase: Phase| protocol.is_none_or(|protocol| protocol.phase(phase).is_some());
    let drawn: Vec<_> = STEPS
        .iter()
        .filter(|step| step.to != Phase::Closed && has(step.from) && has(step.to))
        .filter_map(|step| Some((step, row(step.from, Trigger::begins(step.to))?.guards)))
        .filter(|(step, guards)| {
            let ordered = step.from == step.to || !guards.contains(Guard::PhaseOrder);
            ordered || protocol.is_none_or(|protocol| protocol.follows(step.from, step.to))
        })
        .collect();

    // That an arrow is drawn says that the order of phases holds. What all arrows ask is said once,
    // and what all arrows into a phase ask is said there.
    let shared = |to: Option<Phase>| {
        let into = drawn
            .iter()
            .filter(|(step, _)| to.is_none_or(|to| step.to == to && step.from != to));
        let several = into.clone().count() > 1;
        into.fold(GuardSet::ALL, |shared, (_, guards)| {
            shared.intersection(*guards)
        })
        .without(Guard::PhaseOrder)
        .intersection(if several {
            GuardSet::ALL
        } else {
            GuardSet::EMPTY
        })
    };
    let lines = |guards: GuardSet| guards.iter().map(|guard| guard.to_string());
    let common = shared(None);
    let arrows = drawn
        .iter()
        .map(|(step, guards)| {
            let module = (step.from == step.to).then(|| String::from("a module, by name"));
            let own = guards
                .without(Guard::PhaseOrder)
                .difference(common)
                .difference(shared(Some(step.to)));
            Arrow {
                from: step.from.name(),
                to: step.to.name(),
                lines: module.into_iter().chain(lines(own)).collect(),
            }
        })
        .collect();
    let mut note = Vec::new();
    if !common.is_empty() {
        note.push(String::from("every step into a phase:"));
        note.extend(lines(common));
    }

    let living = || {
        Phase::ALL
            .iter()
            .copied()
            .filter(|&phase| phase != Phase::Closed && has(phase))
    };
    let closing = living().filter_map(|phase| row(phase, Trigger::Closes));
    let closing = closing.fold(GuardSet::EMPTY, |all, transition| {
        all.union(transition.guards)
    });
    Graph {
        nodes: living()
            .map(|phase| {
                let asks = lines(shared(Some(phase)).difference(common)).collect();
                Node {
                    id: phase.name(),
                    label: label(phase),
                    asks,
                }
            })
            .collect(),
        arrows,
        framed: Some(Framed {
            label: protocol.map_or_else(
                || String::from("Treatment"),
                |protocol| protocol.spec().title.to_string(),
            ),
            to: Node {
                id: Phase::Closed.name(),
                label: label(Phase::Closed),
                asks: Vec::new(),
            },
            lines: [String::from("from any phase")]
                .into_iter()
                .chain(lines(closing.without(Guard::PhaseOrder)))
                .collect(),
        }),
        note,
    }
}

fn region_graph(region: Region) -> Graph {
    match region {
        Region::Contract => edges(
            ContractRegion::ALL,
            ContractRegion::EDGES,
            ContractRegion::name,
        ),
        Region::Focus => edges(FocusRegion::ALL, FocusRegion::EDGES, FocusRegion::name),
        Region::Safety => edges(SafetyRegion::ALL, SafetyRegion::EDGES, SafetyRegion::name),
        Region::Engagement => edges(
            EngagementRegion::ALL,
            EngagementRegion::EDGES,
            EngagementRegion::name,
        ),
        Region::Consent => edges(
            ConsentRegion::ALL,
            ConsentRegion::EDGES,
            ConsentRegion::name,
        ),
    }
}

/// The edges of a region; those between the same two places share an arrow.
fn edges<R: Copy + fmt::Display, S: fmt::Display>(
    all: &[R],
    edges: &[Edge<R, S>],
    name: fn(R) -> &'static str,
) -> Graph {
    let mut arrows: Vec<Arrow> = Vec::new();
    for edge in edges {
        let (from, to, line) = (name(edge.from), name(edge.to), edge.on.to_string());
        match arrows
            .iter_mut()
            .find(|arrow| arrow.from == from && arrow.to == to)
        {
            Some(arrow) => arrow.lines.push(line),
            None => arrows.push(Arrow {
                from,
                to,
                lines: [line].into(),
            }),
        }
    }
    let nodes = all
        .iter()
        .map(|&node| Node {
            id: name(node),
            label: capitalised(&node.to_string()),
            asks: Vec::new(),
        })
        .collect();
    Graph {
        nodes,
        arrows,
        framed: None,
        note: Vec::new(),
    }
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form {
            Form::Mermaid => self.graph.mermaid(f),
            Form::Dot => self.graph.dot(f),
        }
    }
}

impl Graph {
    fn mermaid(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |lines: &[String]| {
            lines
                .iter()
                .map(|line| mermaid_text(line))
                .collect::<Vec<_>>()
                .join("<br/>")
        };
        f.write_str("flowchart TD\n")?;
        // What can happen in every phase is drawn once, as an arrow out of a frame around the
        // phases.
        let indent = if let Some(framed) = &self.framed {
            writeln!(
                f,
                "    subgraph living [\"{}\"]",
                mermaid_text(&framed.label)
            )?;
            "        "
        } else {
            "    "
        };
        for node in &self.nodes {
            write!(f, "{indent}{}[\"{}", node.id, mermaid_text(&node.label))?;
            for (i, line) in node.asks.iter().enumerate() {
                write!(
                    f,
                    "<br/>{}{}",
                    if i == 0 { "asks: " } else { "" },
                    mermaid_text(line)
                )?;
            }
            f.write_str("\"]\n")?;
        }
        for arrow in &self.arrows {
            if arrow.lines.is_empty() {
                writeln!(f, "{indent}{} --> {}", arrow.from, arrow.to)?;
            } else {
                writeln!(
                    f,
                    "{indent}{} -->|\"{}\"| {}",
                    arrow.from,
                    text(&arrow.lines),
                    arrow.to
                )?;
            }
        }
        if let Some(framed) = &self.framed {
            f.write_str("    end\n")?;
            writeln!(
                f,
                "    {}([\"{}\"])",
                framed.to.id,
                mermaid_text(&framed.to.label)
            )?;
            writeln!(
                f,
                "    living -->|\"{}\"| {}",
                text(&framed.lines),
                framed.to.id
            )?;
        }
        if !self.note.is_empty() {
            writeln!(f, "    note[/\"{}\"/]", text(&self.note))?;
        }
        Ok(())
    }

    fn dot(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // `\l` ends a line of text that is set flush left.
        let text = |lines: &[String]| {
            lines
                .iter()
                .flat_map(|line| [dot_text(line), "\\l".into()])
                .collect::<String>()
        };
        f.write_str("digraph {\n    compound=true; newrank=true; nodesep=0.7; ranksep=0.55;\n")?;
        f.write_str("    graph [fontname=\"Helvetica\"];\n")?;
        f.write_str("    node [shape=box, style=rounded, fontname=\"Helvetica\"];\n")?;
        f.write_str("    edge [fontname=\"Helvetica\", fontsize=10];\n")?;
        if let Some(framed) = &self.framed {
            writeln!(
                f,
                "    subgraph cluster_living {{\n    label=\"{}\"; style=dotted;",
                dot_text(&framed.label)
            )?;
        }
        for node in &self.nodes {
            write!(f, "    {} [label=\"{}", node.id, dot_text(&node.label))?;
            for (i, line) in node.asks.iter().enumerate() {
                write!(
                    f,
                    "\\n{}{}",
                    if i == 0 { "asks: " } else { "" },
                    dot_text(line)
                )?;
            }
            f.write_str("\"];\n")?;
        }
        for arrow in &self.arrows {
            writeln!(
                f,
                "    {} -> {} [label=\"{}\"];",
                arrow.from,
                arrow.to,
                text(&arrow.lines)
            )?;
        }
        if let (Some(framed), Some(last)) = (&self.framed, self.nodes.last()) {
            f.write_str("    }\n")?;
            writeln!(
                f,
                "    {} [label=\"{}\", shape=oval];",
                framed.to.id,
                dot_text(&framed.to.label)
            )?;
            writeln!(
                f,
                "    {} -> {} [ltail=cluster_living, label=\"{}\"];",
                last.id,
                framed.to.id,
                text(&framed.lines)
            )?;
        }
        if !self.note.is_empty() {
            writeln!(
                f,
                "    note [shape=note, style=\"\", fontsize=10, label=\"{}\"];",
                text(&self.note)
            )?;
        }
        f.write_str("}\n")
    }
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A protocol's labels are its own; whatever they contain must not end the text that they stand in.
fn mermaid_text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '"' | '<' | '>' | '&' | '#' | '`' => {
                safe.extend(["#", &u32::from(letter).to_string(), ";"]);
            }
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

fn dot_text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '"' | '\\' => safe.extend(['\\', letter]),
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use alloc::borrow::Cow;

    use super::*;
    use crate::protocol::{PhaseSpec, ProtocolSpec, preset};

    fn protocol_of(title: &'static str, phases: &[(Phase, &'static str)]) -> Protocol {
        let spec = |&(phase, label): &(Phase, &'static str)| PhaseSpec {
            phase,
            label: Cow::Borrowed(label),
            typical: None,
            ends_on: None,
            optional: false,
        };
        let phases = Cow::Owned(phases.iter().map(spec).collect());
        Protocol::new(ProtocolSpec {
            title: Cow::Borrowed(title),
            phases,
            ..preset::ACUTE_16.spec().clone()
        })
        .unwrap()
    }

    #[test]
    fn a_protocol_is_drawn_with_its_own_phases_under_its_own_labels() {
        let protocol = protocol_of(
            "Two phases",
            &[
                (Phase::Initial, "Beginning"),
                (Phase::Middle, "Intermediate"),
            ],
        );
        let text = mermaid(Some(&protocol)).to_string();
        assert!(
            text.contains("initial[\"Beginning\"]") && text.contains("middle[\"Intermediate\"]"),
            "{text}"
        );
        assert!(
            !text.contains("termination") && !text.contains("maintenance"),
            "{text}"
        );
    }

    #[test]
    fn a_label_does_not_end_the_text_that_it_stands_in() {
        let protocol = protocol_of("\"<b>\\", &[(Phase::Middle, "a \"module\"\n<1>")]);
        let text = mermaid(Some(&protocol)).to_string();
        assert!(
            text.contains("middle[\"a #34;module#34; #60;1#62;\"]"),
            "{text}"
        );
        let text = dot(Some(&protocol)).to_string();
        assert!(
            text.contains("middle [label=\"a \\\"module\\\" <1>\"]"),
            "{text}"
        );
        assert!(text.contains("label=\"\\\"<b>\\\\\""), "{text}");
    }

    #[test]
    fn what_every_step_asks_is_said_once() {
        let text = mermaid(None).to_string();
        assert_eq!(text.matches("no unanswered concern").count(), 1);
        assert_eq!(text.matches("phase order").count(), 0);
    }
}
