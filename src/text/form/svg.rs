//! A picture of plan and course: what lies on which day.

mod axis;
mod gather;
mod pen;

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt;

use axis::{Axis, LEFT, RIGHT};
use chrono::NaiveDate;
use gather::{Found, Gathered, Mark, Picture, Series};
use pen::{Anchor, Font, Pen, Rows, Xml, width};

use crate::{
    course::Course,
    measure::{Direction, Instrument},
    plan::CoursePlan,
    protocol::Protocol,
    rule::{Report, Value},
    text::{Language, Said, Say},
    vocabulary::{Phase, Severity, Track},
};

/// A plan, and the course that follows it, as a picture in SVG: phases as bands, sessions by
/// attendance, scores as lines, pauses, and what rules found.
///
/// Everything is told apart by shape and pattern, not by colour, so that a copy in black and white
/// says the same. `<title>` and `<desc>` say in words what is shown. The picture grows in width
/// with the weeks. It names days, codes, scores and the protocol's labels, and no text and no
/// person of the record; it is health data all the same.
///
/// ```
/// use interpersonal::{chrono::NaiveDate, plan::{Availability, CoursePlan, Terms}, protocol::preset};
///
/// let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let plan = CoursePlan::new(&preset::ACUTE_16, Terms::typical(&preset::ACUTE_16), start, Availability::every_day())?;
/// let picture = plan.timeline(&preset::ACUTE_16).to_string();
/// assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
/// # Ok::<(), interpersonal::plan::PlanError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Timeline<'a> {
    plan: &'a CoursePlan,
    protocol: &'a Protocol,
    course: Option<(&'a Course, NaiveDate)>,
    report: Option<&'a Report>,
    language: &'a Language,
}

impl CoursePlan {
    /// The plan as a picture in SVG, with the labels of a protocol.
    #[must_use]
    pub const fn timeline<'a>(&'a self, protocol: &'a Protocol) -> Timeline<'a> {
        Timeline {
            plan: self,
            protocol,
            course: None,
            report: None,
            language: &Language::ENGLISH,
        }
    }
}

impl<'a> Timeline<'a> {
    /// The same in another language.
    #[must_use]
    pub const fn in_language(mut self, language: &'a Language) -> Self {
        self.language = language;
        self
    }

    /// The same with what the record of the course says up to a day: sessions held, missed and
    /// cancelled, scores, pauses. The plan is best revised as of the same day.
    #[must_use]
    pub const fn with_course(mut self, course: &'a Course, as_of: NaiveDate) -> Self {
        self.course = Some((course, as_of));
        self
    }

    /// The same with the findings of a report that stand. Where a finding lies is told by the day
    /// that it is about, or else by its entry, so this needs [the course](Self::with_course); one
    /// without a day is counted beside the line.
    #[must_use]
    pub const fn with_report(mut self, report: &'a Report) -> Self {
        self.report = Some(report);
        self
    }
}

/// Half the width of a mark.
const MARK: i64 = 6;
/// Height of the bands of phases and pauses.
const BAND: i64 = 22;
/// Height of the chart of an instrument.
const CHART: i64 = 64;
/// Height of a row of session marks with their numbers.
const SESSION_ROW: i64 = 32;
/// Height of a row of findings.
const FINDING_ROW: i64 = 22;
/// Space between lanes.
const GAP: i64 = 16;
/// Size of small, usual and large type.
const SMALL: i64 = 10;
const TYPE: i64 = 12;
const LARGE: i64 = 15;

/// How lines are drawn that guide the eye.
const GUIDE: &str = r##"stroke="#bbb" stroke-width="1""##;
/// How the line of the day is drawn.
const TODAY: &str = r#"stroke="black" stroke-width="1.5" stroke-dasharray="6 3""#;

/// The patterns of phases and of pauses, each told from the others in black and white.
const PATTERNS: &str = r##"<defs>
<pattern id="ipt-initial" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="white"/><circle cx="4" cy="4" r="1.6" fill="#444"/></pattern>
<pattern id="ipt-middle" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="white"/><path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="#444" stroke-width="1.5"/></pattern>
<pattern id="ipt-termination" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="white"/><path d="M3 0V6" stroke="#444" stroke-width="1.5"/></pattern>
<pattern id="ipt-concluded" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="white"/><path d="M0 3H6" stroke="#444" stroke-width="1.5"/></pattern>
<pattern id="ipt-continuation" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="white"/><path d="M0 4H8M4 0V8" stroke="#444" stroke-width="1"/></pattern>
<pattern id="ipt-maintenance" width="12" height="12" patternUnits="userSpaceOnUse"><rect width="12" height="12" fill="white"/><circle cx="6" cy="6" r="3.2" fill="none" stroke="#444" stroke-width="1.2"/></pattern>
<pattern id="ipt-pause" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="white"/><path d="M0 0L7 7M0 7L7 0" stroke="black" stroke-width="1.2"/></pattern>
</defs>
"##;

const fn fill(phase: Phase) -> &'static str {
    match phase {
        Phase::Assessment | Phase::Closed => "white",
        Phase::Initial => "url(#ipt-initial)",
        Phase::Middle => "url(#ipt-middle)",
        Phase::Termination => "url(#ipt-termination)",
        Phase::Concluded => "url(#ipt-concluded)",
        Phase::Continuation => "url(#ipt-continuation)",
        Phase::Maintenance => "url(#ipt-maintenance)",
    }
}

/// Draws the mark of a session around a place.
fn session_mark(pen: &mut Pen, mark: Mark, (x, y): (i64, i64)) {
    let r = MARK;
    let open = r#"fill="white" stroke="black" stroke-width="1.5""#;
    // Marks differ in shape and filling, not in colour: the picture is read in print, and by people
    // who do not tell red from green.
    match mark {
        Mark::Held => pen.put(format_args!(
            r#"<circle cx="{x}" cy="{y}" r="{r}" fill="black"/>"#
        )),
        Mark::Late => {
            pen.put(format_args!(
                r#"<circle cx="{x}" cy="{y}" r="{r}" {open}/>"#
            ));
            pen.put(format_args!(
                r#"<path d="M{x} {}A{r} {r} 0 0 0 {x} {}Z"/>"#,
                y - r,
                y + r
            ));
        }
        Mark::Missed => pen.put(format_args!(
            r#"<path d="M{0} {1}L{2} {3}M{0} {3}L{2} {1}" stroke="black" stroke-width="2.5"/>"#,
            x - 5,
            y - 5,
            x + 5,
            y + 5
        )),
        Mark::Cancelled => pen.put(format_args!(
            r#"<path d="M{x} {}L{} {y}L{x} {}L{} {y}Z" {open}/>"#,
            y - r - 1,
            x + r + 1,
            y + r + 1,
            x - r - 1
        )),
        Mark::Planned => pen.put(format_args!(
            r#"<circle cx="{x}" cy="{y}" r="{r}" {open}/>"#
        )),
        Mark::Against => {
            pen.put(format_args!(
                r#"<circle cx="{x}" cy="{y}" r="{r}" {open}/>"#
            ));
            pen.put(format_args!(
                r#"<path d="M{x} {}V{}M{x} {}V{}" stroke="black" stroke-width="2"/>"#,
                y - 4,
                y + 1,
                y + 2,
                y + 4
            ));
        }
    }
}

/// Draws the mark of a finding around a place.
fn finding_mark(pen: &mut Pen, severity: Severity, (x, y): (i64, i64)) {
    match severity {
        Severity::Error => {
            pen.put(format_args!(
                r#"<rect x="{}" y="{}" width="12" height="12" fill="black"/>"#,
                x - 6,
                y - 6
            ));
        }
        Severity::Warning => pen.put(format_args!(
            r#"<path d="M{x} {}L{} {}L{} {}Z" fill="white" stroke="black" stroke-width="1.5"/>"#,
            y - 7,
            x + 7,
            y + 6,
            x - 7,
            y + 6
        )),
        Severity::Note => pen.put(format_args!(
            r#"<path d="M{} {y}H{}M{x} {}V{}" stroke="black" stroke-width="1.5"/>"#,
            x - 6,
            x + 6,
            y - 6,
            y + 6
        )),
    }
}

/// A picture as it grows downwards.
struct Sheet<'a> {
    pen: Pen,
    y: i64,
    axis: Axis,
    say: Say<'a, ()>,
    /// How far labels reach.
    right: i64,
    /// Where the line of the day is.
    today: Option<i64>,
}

impl Sheet<'_> {
    /// A number at its mark. Under one on the line of the day the line is left out.
    fn number(&mut self, (x, y): (i64, i64), number: &str) {
        let long = width(number, SMALL);
        if self.today.is_some_and(|today| (today - x).abs() <= long) {
            self.pen.put(format_args!(
                r#"<rect x="{}" y="{}" width="{long}" height="{SMALL}" fill="white"/>"#,
                x - long / 2,
                y - SMALL + 1
            ));
        }
        self.pen
            .text((x, y), Font::of(SMALL).anchored(Anchor::Middle), number);
    }

    /// The name of a lane, left of it.
    fn name(&mut self, y: i64, name: &str) {
        self.pen.text((8, y), Font::of(TYPE).bold(), name);
    }

    /// The name of a day's line, between the dates and the lanes.
    fn today(&mut self, day: NaiveDate) {
        let x = self.axis.x(day);
        let label = Said(
            self.say.0.plans.picture_as_of,
            &[("day", &self.say.day(day))],
        )
        .owned();
        let half = width(&label, SMALL) / 2;
        let at = x.clamp(LEFT + half, (self.axis.end() - half).max(LEFT + half));
        self.y += 4;
        self.pen.text(
            (at, self.y),
            Font::of(SMALL).bold().anchored(Anchor::Middle),
            &label,
        );
        self.y += 4;
        self.today = Some(x);
    }

    /// Dates and numbers of weeks.
    fn scale(&mut self) {
        self.name(self.y, self.say.0.plans.picture_from);
        self.name(self.y + 16, self.say.0.plans.picture_week);
        let mut dates = Rows::default();
        let mut weeks = Rows::default();
        for cell in self.axis.cells() {
            let date = format!("{}", cell.from);
            let until = cell.x + width(&date, SMALL);
            if dates.fits(cell.x, until + 6) {
                self.right = self.right.max(until);
                self.pen.text((cell.x, self.y), Font::of(SMALL), &date);
                self.pen
                    .line((cell.x, self.y + 4), (cell.x, self.y + 20), GUIDE);
            }
            let week = format!("{}", cell.week);
            let (middle, half) = ((cell.x + cell.until_x) / 2, width(&week, SMALL) / 2 + 2);
            if weeks.fits(middle - half, middle + half) {
                self.pen.text(
                    (middle, self.y + 16),
                    Font::of(SMALL).anchored(Anchor::Middle),
                    &week,
                );
            }
        }
        self.y += 30;
    }

    fn phases(&mut self, bands: &[(Phase, NaiveDate, NaiveDate)]) {
        let mut rows = Rows::default();
        self.name(self.y + 15, self.say.0.plans.picture_phases);
        for &(phase, from, until) in bands {
            let label = self.say.heading(phase);
            let (x, end) = (self.axis.x(from), self.axis.x(until));
            let wide = (end - x).max(4);
            let values: [(&str, &dyn fmt::Display); 2] =
                [("phase", &label), ("day", &self.say.day(from))];
            self.pen
                .open(&Said(self.say.0.plans.picture_phase, &values).owned());
            self.pen.put(format_args!(
                r#"<rect x="{x}" y="{}" width="{wide}" height="{BAND}" fill="{}" stroke="black"/>"#,
                self.y,
                fill(phase)
            ));
            self.pen.close();
            let long = width(&label, TYPE);
            // Near the right edge the name ends where its band ends.
            let at = if x + long > self.axis.end() {
                (x + wide - long).max(LEFT)
            } else {
                x
            };
            self.right = self.right.max(at + long);
            let row = rows.place(at, at + long + 8);
            let base = self.y + BAND + 14 + row * 15;
            if row > 0 {
                self.pen
                    .line((x + 1, self.y + BAND), (x + 1, base - 8), GUIDE);
            }
            self.pen.text((at + 2, base), Font::of(TYPE), &label);
        }
        self.y += BAND + rows.len() * 15 + GAP;
    }

    fn pauses(&mut self, pauses: &[(NaiveDate, NaiveDate)]) {
        if pauses.is_empty() {
            return;
        }
        self.name(self.y + 11, self.say.0.plans.picture_pauses);
        for &(from, until) in pauses {
            let (x, end) = (
                self.axis.x(from),
                self.axis.x(crate::base::days::later(until, 1)),
            );
            let values: [(&str, &dyn fmt::Display); 2] = [
                ("from", &self.say.day(from)),
                ("until", &self.say.day(until)),
            ];
            self.pen
                .open(&Said(self.say.0.plans.picture_pause, &values).owned());
            self.pen.put(format_args!(
                r#"<rect x="{x}" y="{}" width="{}" height="14" fill="url(#ipt-pause)" stroke="black"/>"#,
                self.y,
                (end - x).max(4)
            ));
            self.pen.close();
        }
        self.y += 14 + GAP;
    }

    fn sessions(&mut self, track: Track, pictures: &[&Picture]) {
        let mut rows = Rows::default();
        let mut numbers: Vec<Rows> = Vec::new();
        let top = self.y;
        let plans = self.say.0.plans;
        self.name(
            top + 11,
            if track == Track::Main {
                plans.picture_sessions
            } else {
                plans.picture_beside
            },
        );
        let track_name = self.say.word(track).to_string();
        if track != Track::Main {
            self.pen.text((8, top + 25), Font::of(SMALL), &track_name);
        }
        for picture in pictures {
            let x = self.axis.x(picture.day);
            // Sessions of one week may fall on one place; the later ones go a row down.
            let row = rows.place(x - MARK - 1, x + MARK + 2);
            let y = top + row * SESSION_ROW + MARK + 1;
            let number = picture.number.map(|number| format!("{number}"));
            let name = number.as_deref().map_or_else(
                || track_name.clone(),
                |number| format!("{track_name} {number}"),
            );
            self.pen.open(&format!(
                "{name}, {}, {}",
                self.say.day(picture.day),
                picture.mark.word(plans)
            ));
            session_mark(&mut self.pen, picture.mark, (x, y));
            self.pen.close();
            let row = usize::try_from(row).unwrap_or(0);
            if numbers.len() <= row {
                numbers.resize_with(row + 1, Rows::default);
            }
            // A number that would touch its neighbour is left out; the title of the mark has it.
            if let (Some(number), Some(taken)) = (number, numbers.get_mut(row)) {
                let half = width(&number, SMALL) / 2;
                if taken.fits(x - half, x + half) {
                    self.number((x, y + MARK + 12), &number);
                }
            }
        }
        self.y += rows.len().max(1) * SESSION_ROW + GAP;
    }

    /// The line of an instrument, with the ends of its scale and the first, the last and any other
    /// total that has room.
    fn series(&mut self, series: &Series) {
        let known = Instrument::get(series.source.instrument);
        let totals = || series.totals.iter().map(|&(_, total)| i64::from(total));
        let found = (totals().min().unwrap_or(0), totals().max().unwrap_or(1));
        // A total beyond the range of its instrument is drawn where it lies.
        let (least, most) = known.map_or(found, |known| {
            (
                i64::from(known.min()).min(found.0),
                i64::from(known.max()).max(found.1),
            )
        });
        let (top, bottom) = (self.y + 12, self.y + 12 + CHART);
        let y = |total: i64| match most - least {
            0 => bottom - CHART / 2,
            range => bottom - (total - least) * CHART / range,
        };
        let instrument = self
            .say
            .say(Value::from(series.source.instrument))
            .to_string();
        self.name(top + 8, &instrument);
        let plans = self.say.0.plans;
        let better = known.map_or(plans.picture_total, |known| match known.direction {
            Direction::HigherIsWorse => plans.picture_lower,
            Direction::HigherIsBetter => plans.picture_higher,
        });
        self.pen.text((8, top + 23), Font::of(SMALL), better);
        let rater = series.rater.map(|it| self.say.word(it).to_string());
        let informant = series.informant.map(|it| self.say.word(it).to_string());
        let mut line = top + 37;
        for from in [rater, informant].iter().flatten() {
            self.pen.text((8, line), Font::of(SMALL), from);
            line += 14;
        }
        self.pen
            .line((LEFT, top), (LEFT, bottom), r#"stroke="black""#);
        for value in [Some(least), Some(most).filter(|&most| most > least)]
            .into_iter()
            .flatten()
        {
            self.pen
                .line((LEFT - 4, y(value)), (self.axis.end(), y(value)), GUIDE);
            let place = (LEFT - 6, y(value) + 4);
            self.pen.text(
                place,
                Font::of(SMALL).anchored(Anchor::End),
                &format!("{value}"),
            );
        }
        let points: Vec<(i64, i64, NaiveDate, u16)> = series
            .totals
            .iter()
            .map(|&(day, total)| (self.axis.x(day), y(i64::from(total)), day, total))
            .collect();
        let line: Vec<String> = points.iter().map(|(x, y, ..)| format!("{x},{y}")).collect();
        let line = line.join(" ");
        self.pen.put(format_args!(
            r#"<polyline points="{line}" fill="none" stroke="black" stroke-width="1.5"/>"#
        ));
        let mut labels = Rows::default();
        for (x, y, day, total) in points {
            let values: [(&str, &dyn fmt::Display); 3] = [
                ("instrument", &instrument),
                ("day", &self.say.day(day)),
                ("total", &total),
            ];
            self.pen.open(&Said(plans.picture_score, &values).owned());
            self.pen.put(format_args!(
                r#"<rect x="{}" y="{}" width="6" height="6"/>"#,
                x - 3,
                y - 3
            ));
            self.pen.close();
            let label = format!("{total}");
            let half = width(&label, SMALL) / 2 + 2;
            if labels.fits(x - half, x + half) {
                self.number((x, y - 7), &label);
            }
        }
        self.y = bottom + GAP;
    }

    /// A row of findings of one severity, those of a week as one mark with their number.
    fn findings(&mut self, severity: Severity, found: &[&Found]) {
        let y = self.y + 8;
        let beside = found.iter().filter(|found| found.day.is_none()).count();
        let (plans, name) = (self.say.0.plans, self.say.word(severity).to_string());
        self.name(y + 4, &name);
        if beside > 0 {
            let label = Said(plans.picture_undated, &[("n", &beside)]).owned();
            self.pen.text(
                (LEFT - 6, y + 4),
                Font::of(SMALL).anchored(Anchor::End),
                &label,
            );
        }
        self.pen.line((LEFT, y), (self.axis.end(), y), GUIDE);
        let mut dated: Vec<(i64, NaiveDate, &Found)> = found
            .iter()
            .filter_map(|found| found.day.map(|day| (self.axis.cell_of(day), day, *found)))
            .collect();
        dated.sort_by_key(|&(cell, day, found)| (cell, day, found.code));
        let cells: Vec<axis::Cell> = self.axis.cells().collect();
        // Findings of one week share a mark; its title names each, and the number beside it says
        // how many.
        for of_cell in dated.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(index, ..)) = of_cell.first() else {
                continue;
            };
            let Some(cell) = usize::try_from(index)
                .ok()
                .and_then(|index| cells.get(index))
            else {
                continue;
            };
            let named: Vec<String> = of_cell
                .iter()
                .map(|(_, day, found)| {
                    Said(
                        plans.picture_found,
                        &[("code", &found.code), ("day", &self.say.day(*day))],
                    )
                    .owned()
                })
                .collect();
            self.pen.open(&format!("{name}: {}", named.join(", ")));
            let x = cell.x + MARK + 4;
            finding_mark(&mut self.pen, severity, (x, y));
            if of_cell.len() > 1 {
                self.pen.text(
                    (x + 9, y + 4),
                    Font::of(SMALL),
                    &format!("{}", of_cell.len()),
                );
            }
            self.pen.close();
        }
        self.y += FINDING_ROW;
    }

    /// What the marks mean, in as many rows as the width asks for.
    fn legend(&mut self, gathered: &Gathered) {
        let mut x = LEFT;
        let (say, plans) = (self.say, self.say.0.plans);
        self.name(self.y + 4, plans.picture_legend);
        // Only marks that are in the picture are explained.
        let mut entry = |sheet: &mut Self, word: &str, draw: &dyn Fn(&mut Pen, (i64, i64))| {
            let long = 18 + width(word, SMALL) + 12;
            if x > LEFT && x + long > sheet.right {
                x = LEFT;
                sheet.y += 20;
            }
            draw(&mut sheet.pen, (x + 7, sheet.y));
            sheet.pen.text((x + 20, sheet.y + 4), Font::of(SMALL), word);
            x += long;
        };
        for &mark in Mark::ALL {
            if gathered.sessions.iter().any(|picture| picture.mark == mark) {
                entry(self, mark.word(plans), &|pen, at| {
                    session_mark(pen, mark, at);
                });
            }
        }
        if !gathered.pauses.is_empty() {
            entry(self, plans.picture_pause_mark, &|pen, (x, y)| {
                pen.put(format_args!(
                    r#"<rect x="{}" y="{}" width="14" height="12" fill="url(#ipt-pause)" stroke="black"/>"#,
                    x - 7,
                    y - 6
                ));
            });
        }
        for severity in gathered.severities() {
            let stands = Said(plans.picture_stands, &[("severity", &say.word(severity))]).owned();
            entry(self, &stands, &|pen, at| finding_mark(pen, severity, at));
        }
        // The number beside a mark is explained if any week has two findings of one severity.
        let mut weeks: Vec<(Severity, i64)> = gathered
            .found
            .iter()
            .filter_map(|found| Some((found.severity, self.axis.cell_of(found.day?))))
            .collect();
        weeks.sort_unstable();
        if weeks
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if a == b))
        {
            entry(self, plans.picture_many, &|pen, (x, y)| {
                pen.text((x, y + 4), Font::of(SMALL).anchored(Anchor::Middle), "2");
            });
        }
        self.y += 20;
    }
}

impl fmt::Display for Timeline<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gathered = Gathered::of(self.plan, self.protocol, self.course, self.report);
        let axis = Axis::over(gathered.first, gathered.last);
        let plan = self.plan;
        let say = Say(self.language, Some(self.protocol), ());
        let values: [(&str, &dyn fmt::Display); 3] = [
            ("protocol", &plan.protocol),
            ("revision", &plan.revision),
            ("day", &say.day(plan.from)),
        ];
        let title = Said(self.language.plans.picture_title, &values).owned();
        let mut told = String::new();
        gathered.tell(plan, &say, &mut told)?;
        // The title may be wider than a short course; bold letters take about a tenth more.
        let right = axis
            .end()
            .max(8 + width(&title, LARGE) * 11 / 10)
            .max(8 + width(&told, TYPE));
        let mut sheet = Sheet {
            pen: Pen::default(),
            y: 60,
            axis,
            say,
            right,
            today: None,
        };
        sheet.pen.text((8, 22), Font::of(LARGE).bold(), &title);
        sheet.pen.text((8, 40), Font::of(TYPE), &told);
        sheet.scale();
        if let Some(day) = gathered.as_of {
            sheet.today(day);
        }
        let lanes = sheet.y;
        sheet.y += 10;
        sheet.phases(&gathered.bands);
        sheet.pauses(&gathered.pauses);
        for &track in Track::ALL {
            let pictures: Vec<&Picture> = gathered
                .sessions
                .iter()
                .filter(|picture| picture.track == track)
                .collect();
            if !pictures.is_empty() {
                sheet.sessions(track, &pictures);
            }
        }
        for series in &gathered.series {
            sheet.series(series);
        }
        for severity in gathered.severities() {
            let found: Vec<&Found> = gathered
                .found
                .iter()
                .filter(|found| found.severity == severity)
                .collect();
            sheet.findings(severity, &found);
        }
        let lanes_end = sheet.y;
        sheet.y += 20;
        sheet.legend(&gathered);
        let (wide, high) = (sheet.right + RIGHT, sheet.y + 4);

        let mut described = String::new();
        gathered.describe(&told, &say, &mut described)?;
        // The lines of the weeks and of today lie under everything else, and how far down they go
        // is only known now that all lanes are drawn.
        let mut under = Pen::default();
        for cell in axis.cells() {
            under.line(
                (cell.x, lanes),
                (cell.x, lanes_end),
                r##"stroke="#e4e4e4""##,
            );
        }
        if let Some(x) = sheet.today {
            under.line((x, lanes), (x, lanes_end), TODAY);
        }
        writeln!(
            f,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" role="img" font-family="sans-serif">"#
        )?;
        writeln!(f, "<title>{}</title>", Xml(&title))?;
        writeln!(f, "<desc>{}</desc>", Xml(&described))?;
        f.write_str(PATTERNS)?;
        writeln!(f, r#"<rect width="{wide}" height="{high}" fill="white"/>"#)?;
        f.write_str(&under.0)?;
        f.write_str(&sheet.pen.0)?;
        f.write_str("</svg>\n")
    }
}
