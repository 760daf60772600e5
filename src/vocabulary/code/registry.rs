//! Every code that this crate has used, and what became of it. No number is used twice.
//!
//! The record has to know it: a waiver names a code, and it may name one of old.

use super::{Edition, RuleCode};
use crate::base::set::vocabulary;

/// A code whose question another rule asks now, or nobody.
///
/// The number is never used again. A waiver or an adjustment that names it goes on to hold for the
/// rule that asks now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retired {
    /// The code that is used no more.
    pub code: RuleCode,
    /// The edition from which it is gone.
    pub since: Edition,
    /// The rules that ask its question now; none if nobody does.
    pub moved_to: &'static [RuleCode],
    /// Why it is used no more.
    pub reason: &'static str,
}

impl Retired {
    /// The first of the rules that ask its question now.
    #[must_use]
    pub fn instead(&self) -> Option<RuleCode> {
        self.moved_to.first().copied()
    }
}

/// The codes that are used no more, with the rules that ask their questions now, in the order of
/// codes.
pub fn retired() -> impl Iterator<Item = &'static Retired> + Clone {
    RETIRED.iter()
}

/// The code that stands for another now: itself, unless another rule asks its question.
pub(crate) fn current(code: RuleCode) -> RuleCode {
    RETIRED
        .iter()
        .find(|old| old.code == code)
        .and_then(Retired::instead)
        .unwrap_or(code)
}

vocabulary! {
    /// Why a rule cannot be waived.
    pub open enum Unwaivable {
        /// It guards a person's safety or the integrity of the record: it can be remedied, never
        /// waived.
        Protected = "it_guards_safety_or_the_integrity_of_the_record",
        /// There is no such rule in the catalogue.
        NoSuchRule = "the_catalogue_has_no_such_rule",
    }
}

/// Whether a rule may be waived. Rules of one's own may.
pub(crate) fn may_be_waived(code: RuleCode) -> Result<(), Unwaivable> {
    let now = current(code);
    if PROTECTED.contains(&now) {
        Err(Unwaivable::Protected)
    } else if !code.is_ours()
        || WAIVABLE.contains(&now)
        || RETIRED.iter().any(|old| old.code == code)
    {
        // A record of before may waive what no rule asks any more.
        Ok(())
    } else {
        Err(Unwaivable::NoSuchRule)
    }
}

/// Codes of this crate by their numbers.
macro_rules! ours {
    ($($number:literal),* $(,)?) => { &[$(RuleCode::from_static(concat!("IPT-", $number))),*] };
}

/// Rules that guard a person's safety or the integrity of the record: they can be remedied, never
/// waived.
pub(crate) const PROTECTED: &[RuleCode] = ours![
    "024", "025", "026", "027", "028", "029", "032", "094", "186", "187", "189", "190", "191",
    "192", "193", "194", "215", "219", "245", "304",
];

/// The rules that may be waived.
pub(crate) const WAIVABLE: &[RuleCode] = ours![
    "005", "008", "011", "015", "016", "017", "018", "019", "020", "021", "022", "031", "033",
    "035", "037", "038", "040", "041", "042", "043", "045", "046", "048", "049", "052", "055",
    "056", "057", "058", "059", "060", "061", "062", "063", "064", "065", "067", "068", "069",
    "070", "073", "075", "076", "077", "081", "082", "083", "084", "085", "086", "088", "090",
    "091", "100", "101", "103", "104", "105", "106", "107", "111", "112", "113", "115", "116",
    "117", "118", "119", "120", "122", "123", "124", "125", "128", "130", "131", "132", "133",
    "134", "135", "136", "138", "139", "140", "141", "142", "143", "144", "145", "146", "147",
    "148", "149", "151", "152", "154", "156", "158", "159", "160", "161", "162", "164", "165",
    "166", "167", "168", "169", "170", "172", "173", "175", "176", "177", "179", "180", "181",
    "182", "183", "184", "185", "197", "200", "201", "203", "204", "205", "206", "207", "208",
    "211", "212", "213", "216", "217", "220", "221", "223", "225", "226", "228", "229", "230",
    "232", "234", "236", "240", "243", "244", "246", "248", "251", "254", "257", "259", "260",
    "261", "262", "263", "264", "267", "270", "271", "272", "273", "274", "275", "276", "277",
    "278", "279", "281", "282", "283", "286", "290", "291", "298", "299", "300", "301", "302",
    "303", "305", "306", "307", "308", "309", "310", "311", "312", "313", "314", "315",
];

/// Codes that live on while another rule asks a part of their question: what was found under the
/// first may stand under any of the others now.
const SPLIT: &[(RuleCode, &[RuleCode])] = &[
    (RuleCode::from_static("IPT-017"), ours!["017", "024"]),
    (RuleCode::from_static("IPT-019"), ours!["019", "025"]),
    (RuleCode::from_static("IPT-143"), ours!["143", "152"]),
];

/// The codes of which a part is asked under another code now, each with the rules that ask it, its
/// own among them.
pub fn split() -> impl Iterator<Item = (RuleCode, &'static [RuleCode])> + Clone {
    SPLIT.iter().copied()
}

/// Declares the codes that are used no more: `"188" => ["186"], "why";`.
macro_rules! gone {
    ($($number:literal => [$($to:literal),*], $reason:literal;)*) => {
        &[$(Retired {
            code: RuleCode::from_static(concat!("IPT-", $number)),
            since: Edition::SECOND,
            moved_to: ours![$($to),*],
            reason: $reason,
        }),*]
    };
}

const RETIRED: &[Retired] = gone! {
    "001" => [],
        "A promise: a course holds its protocol whole, a change of it is an entry, and a report names the protocol and its version.";
    "002" => [],
        "A promise: `record` refuses a second held session with the same number in one track.";
    "003" => [],
        "A promise: `record` refuses a fact before the opening, and one more than a day after its writing.";
    "004" => [],
        "A promise: after the closing, `record` refuses every fact but scores, safety and administration.";
    "006" => [],
        "A promise: strikes and corrections are entries with an author and a moment of their own; no entry is changed or removed.";
    "007" => ["020", "216"],
        "Who held a session is asked with the therapist of the course, and a change of therapist with the handover.";
    "009" => [],
        "A promise: a session is one note with a day, an attendance and a kind; phase and number follow from the record.";
    "010" => ["011"],
        "A session whose label goes back to an earlier phase is one way of leaving the order of phases.";
    "023" => [],
        "A promise: each track counts its own sessions, and only the main track counts as acute.";
    "030" => ["100"],
        "The history is an initial task like others without a rule of their own, which are asked for together.";
    "034" => ["035"],
        "Naming the illness, explaining it and the sick role are one piece of work.";
    "036" => [],
        "One conversation names the illness and gives the sick role; the order of ticks shows when they were written.";
    "039" => ["100"],
        "The explanation of IPT is an initial task like others without a rule of their own.";
    "044" => ["042"],
        "Whether a tie changed around the onset is one of the things that a description of a person holds.";
    "047" => ["046"],
        "A very long initial phase is the upper rung of a long one.";
    "050" => ["016"],
        "The screen asks about physical illness; a second question about it is none.";
    "051" => [],
        "A session that only listens is no fault, and an assessment without end shows in the number of sessions.";
    "066" => ["057"],
        "Interpersonal deficits beside another area are a further item of the focus, and need the same reason.";
    "071" => ["060"],
        "A death long before the onset needs the same word on what ties the grief to the episode as one after it.";
    "072" => ["065"],
        "Why an area with evidence was not chosen is the same question beside every focus.";
    "074" => ["056"],
        "More items than advised are the lower rung of more items than provided for.";
    "078" => [],
        "Patients come round after talk, and nobody asks for a new version; going on against a rejection is found under IPT-077.";
    "079" => ["069"],
        "Focus and formulation mostly come on one day: before a look at people and events, they are one fault.";
    "080" => [],
        "How long an answer took is nobody's question; that it is missing is asked under IPT-077.";
    "087" => [],
        "Contract and focus change only by a dated entry of their own: a promise of the library, and no question about a record.";
    "089" => ["081"],
        "Missed sessions are one of the matters that a contract leaves open.";
    "092" => ["081"],
        "Fees are one of the matters that a contract leaves open.";
    "093" => ["279"],
        "A promise of homework changes nothing by itself; what is given counts there.";
    "102" => ["200"],
        "An ending that begins unannounced is one way of announcing the end late.";
    "108" => ["220"],
        "The missing contract of continuation or maintenance is one omission, not one in each session.";
    "109" => ["189"],
        "A phase that begins while a concern has no response is the same omission; the step is still refused by `propose`.";
    "110" => ["112"],
        "A link between mood and events shows that the time since the last session was taken up.";
    "114" => ["113"],
        "Several sessions off the focus are the upper rung of one such session.";
    "121" => [],
        "A summary at the end of each session is known in the field and in no source that was read; nobody supervises by it.";
    "126" => [],
        "That a note names a technique is paperwork; the techniques that matter have rules of their own.";
    "127" => ["008"],
        "A session shorter than the least contact is the upper rung of a short one.";
    "137" => ["116"],
        "That no more than one option was listed is the lower rung of nothing that was tried.";
    "150" => ["203"],
        "The markers are a form of our own; the ending looks back on what was reached.";
    "155" => ["156"],
        "A gap worth a note is the lowest rung of one that is long.";
    "157" => ["156"],
        "A gap as long as a break in treatment is an upper rung of one that is long.";
    "163" => ["162"],
        "A long overrun says what a short one says: the days beside those planned.";
    "171" => ["170"],
        "By how much a contract is extended, and how often, is one question: how far beyond what was agreed first.";
    "174" => ["156"],
        "A last session far from the one before it is a long gap like any other; agreed or covered it is nobody's fault.";
    "178" => [],
        "A score outside the range of an instrument that the crate knows is refused when it is recorded: a promise of the record, and no question about one.";
    "188" => ["186"],
        "A questionnaire item in place of a direct question is one way of not asking.";
    "195" => ["186"],
        "Several sessions without a direct question are the upper rung of one such session.";
    "196" => [],
        "No type of the crate has a field for a level of risk: a promise of the library, and no question about a record.";
    "198" => ["189"],
        "A concern about a child or a dependent adult needs a response as every concern does.";
    "199" => ["189"],
        "A threat to another person needs a response as every concern does.";
    "202" => ["200"],
        "An end that is announced in the last session is the upper rung of one that is announced late.";
    "209" => ["147"],
        "A new focus in the last sessions is the upper rung of a late one.";
    "210" => ["203"],
        "What a missed last session leaves open are tasks of the ending that are open.";
    "214" => [],
        "A closing cannot be written without end mode, result and disposition: a promise of the library, and no question about a record.";
    "218" => ["203"],
        "How to come back or where to seek help is one of the tasks of the ending.";
    "222" => ["011"],
        "A step to what follows acute treatment from the middle of it is a step out of order.";
    "224" => ["111"],
        "Whether symptoms were followed is one question, in acute treatment and after it.";
    "227" => ["220"],
        "A focus says what continuation and maintenance are for, as their contract does.";
    "231" => [],
        "Which papers a certificate asks for is a matter of that certificate; a site may ask for them with a rule of its own.";
    "233" => ["136"],
        "A dispute without role play or the analysis of an exchange is one in which no exchange was analysed.";
    "235" => ["236"],
        "An early end by agreement is one of the ways in which a course ends before its contract.";
    "237" => ["187"],
        "An item that was left out is the lower rung of one that was endorsed.";
    "241" => [],
        "A promise: `record` refuses to waive a rule of safety or integrity.";
    "242" => [],
        "A finding beyond the last day of its waiver stands again by itself, and says until when it was waived.";
    "247" => [],
        "What stands when a course is closed is in the report already, with its tally.";
    "250" => ["107", "211"],
        "Sessions beyond the contract and too few of them at the closing are two questions, and each is asked already.";
    "253" => ["008"],
        "How long a session took is one question, on whatever track it was held.";
    "255" => ["257"],
        "A meeting in the middle is one of the sessions beside the main treatment.";
    "256" => ["257"],
        "A meeting after the main treatment is one of the sessions beside it.";
    "258" => [],
        "Where a phase begins too late or is too short its own rules ask; how far it may lie from the usual session was our invention.";
    "265" => ["211"],
        "A course closed as completed with too few sessions or weeks is one question, whoever sets the number.";
    "266" => ["211"],
        "A missed session that nobody made up for is one way of holding too few.";
    "280" => ["151"],
        "An item that was set aside and is taken up by agreement is a change of focus like any other.";
    "284" => ["058"],
        "A name of a focus that the protocol does not have is a focus that it does not have.";
    "285" => [],
        "No protocol asks since when a dose has been stable, and a change of dose has a rule of its own.";
};
