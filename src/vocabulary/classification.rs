//! Classifications of diagnoses, under the many names that systems give them.

use crate::base::set::vocabulary;

vocabulary! {
    /// A family of classifications: an edition of one with its national modifications, whose codes
    /// mean the same as far as rules read them.
    pub open enum Classification {
        /// ICD-9, its clinical modification, and DSM-IV, which uses its numbers.
        Icd9 = "icd_9",
        /// ICD-10 with its modifications.
        Icd10 = "icd_10",
        /// ICD-11.
        Icd11 = "icd_11",
        /// DSM-5, which uses the codes of ICD-10-CM, and of ICD-9-CM before them.
        Dsm5 = "dsm_5",
        /// SNOMED CT.
        SnomedCt = "snomed_ct",
    }
}

/// Parts of names that tell the family, as they are without case and punctuation. Of two that occur
/// in one name the first counts.
const NAMES: &[(&str, Classification)] = &[
    ("icd11", Classification::Icd11),
    ("icdrelease11", Classification::Icd11),
    ("icd10", Classification::Icd10),
    ("icd9", Classification::Icd9),
    ("dsm5", Classification::Dsm5),
    ("dsmv", Classification::Dsm5),
    ("dsm4", Classification::Icd9),
    ("dsmiv", Classification::Icd9),
    ("snomed", Classification::SnomedCt),
];

/// Object identifiers, those of a family's editions by their common root.
const OIDS: &[(&str, Classification)] = &[
    ("2.16.840.1.113883.6.2", Classification::Icd9),
    ("2.16.840.1.113883.6.103", Classification::Icd9),
    ("2.16.840.1.113883.6.126", Classification::Icd9),
    ("2.16.840.1.113883.6.127", Classification::Icd9),
    ("2.16.840.1.113883.6.3", Classification::Icd10),
    ("2.16.840.1.113883.6.90", Classification::Icd10),
    ("2.16.840.1.113883.6.135", Classification::Icd10),
    ("2.16.840.1.113883.6.347", Classification::Icd11),
    ("2.16.840.1.113883.6.344", Classification::Dsm5),
    ("2.16.840.1.113883.6.96", Classification::SnomedCt),
];

impl Classification {
    /// The family of a classification, by any of its usual names: `icd-10`, `ICD10`, `icd-10-cm`,
    /// `icd-10-gm`, the address that FHIR uses, an OID. `None` for a name that says none.
    ///
    /// ```
    /// use interpersonal::vocabulary::Classification;
    ///
    /// let icd_10 = Some(Classification::Icd10);
    /// assert_eq!(Classification::named("ICD10"), icd_10);
    /// assert_eq!(Classification::named("http://hl7.org/fhir/sid/icd-10-cm"), icd_10);
    /// assert_eq!(Classification::named("urn:oid:2.16.840.1.113883.6.90"), icd_10);
    /// assert_eq!(Classification::named("dsm-5-tr"), Some(Classification::Dsm5));
    /// assert_eq!(Classification::named("local"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let oid = name
            .get(..8)
            .filter(|scheme| scheme.eq_ignore_ascii_case("urn:oid:"))
            .map_or(name, |_| &name[8..]);
        let by_oid = OIDS.iter().find(|(known, _)| *known == oid);
        let of_germany = oid.starts_with("1.2.276.0.76.5.").then_some(Self::Icd10);
        by_oid
            .map(|&(_, family)| family)
            .or(of_germany)
            .or_else(|| {
                // Procedures have a classification of their own, beside that of diagnoses.
                if holds(name, "icd10pcs") || holds(name, "icd10ops") {
                    return None;
                }
                let named = NAMES.iter().find(|(part, _)| holds(name, part));
                let exact = name.eq_ignore_ascii_case("sct") || name == "http://snomed.info/sct";
                named
                    .map(|&(_, family)| family)
                    .or(exact.then_some(Self::SnomedCt))
            })
    }

    /// The classification whose codes a system uses: DSM-5 prints those of ICD.
    #[must_use]
    pub fn of_code(self, code: &str) -> Self {
        match self {
            Self::Dsm5 if code.starts_with(|first: char| first.is_ascii_alphabetic()) => {
                Self::Icd10
            }
            Self::Dsm5 => Self::Icd9,
            other => other,
        }
    }

    /// Whether a code has the form of the classification's codes. Whether there is such a code is
    /// not looked up.
    ///
    /// ```
    /// use interpersonal::vocabulary::Classification;
    ///
    /// assert!(["F32.1", "f321", "F32.A", "F32.1G"].iter().all(|code| Classification::Icd10.has_form(code)));
    /// assert!(!Classification::Icd10.has_form("6A70.1") && Classification::Icd11.has_form("6A70.1"));
    /// assert!(!Classification::Icd10.has_form("depression"));
    /// ```
    #[must_use]
    pub fn has_form(self, code: &str) -> bool {
        let is = |at: usize, kind: fn(&u8) -> bool| code.as_bytes().get(at).is_some_and(kind);
        match self.of_code(code) {
            // A letter, two digits (the second may be a letter), then up to four more, and a mark
            // of certainty or of how the code is used.
            Self::Icd10 | Self::Dsm5 => {
                let rest = code.get(3..).unwrap_or_default();
                let detail = rest.strip_prefix('.').unwrap_or(rest);
                let detail = detail.trim_end_matches(['+', '*', '!', '-', '.']);
                is(0, u8::is_ascii_alphabetic)
                    && is(1, u8::is_ascii_digit)
                    && is(2, u8::is_ascii_alphanumeric)
                    && detail.len() <= 5
                    && detail.bytes().all(|byte| byte.is_ascii_alphanumeric())
            }
            // The second character is a letter, so that no code of ICD-10 looks the same; others
            // may be joined to the stem.
            Self::Icd11 => {
                let stem = code.split(['&', '/']).next().unwrap_or_default();
                let detail = stem.get(4..).unwrap_or_default();
                let detail = detail.strip_prefix('.').unwrap_or(detail);
                is(0, u8::is_ascii_alphanumeric)
                    && is(1, u8::is_ascii_alphabetic)
                    && is(2, u8::is_ascii_digit)
                    && is(3, u8::is_ascii_alphanumeric)
                    && detail.len() <= 2
                    && detail.bytes().all(|byte| byte.is_ascii_alphanumeric())
            }
            // Three digits, or V or E and digits, then up to two more; DSM-IV writes `x` for one
            // that is left open.
            Self::Icd9 => {
                let code = code.trim_end_matches(['x', 'X']);
                let digits = code.trim_start_matches(['V', 'E', 'v', 'e']);
                let plain = |byte: u8| byte.is_ascii_digit() || byte == b'.';
                code.len() - digits.len() <= 1
                    && digits.bytes().all(plain)
                    && (2..=5).contains(&digits.bytes().filter(u8::is_ascii_digit).count())
            }
            Self::SnomedCt => {
                (6..=18).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
            }
        }
    }
}

/// Whether a code lies under a stem: it begins with it, whatever its case and with or without its
/// dots.
pub(crate) fn lies_under(code: &str, stem: &str) -> bool {
    let mut code = plain(code);
    plain(stem).all(|byte| code.next() == Some(byte))
}

/// Whether a name holds a part, passing over case and punctuation.
fn holds(name: &str, part: &str) -> bool {
    let first = part.as_bytes().first();
    let begins = |byte: &u8| first.is_none_or(|first| byte.eq_ignore_ascii_case(first));
    (name.bytes().enumerate().filter(|(_, byte)| begins(byte)))
        .any(|(from, _)| name.get(from..).is_some_and(|rest| lies_under(rest, part)))
}

fn plain(text: &str) -> impl Iterator<Item = u8> + '_ {
    text.bytes()
        .filter(u8::is_ascii_alphanumeric)
        .map(|byte| byte.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{
        Classification::{Dsm5, Icd9, Icd10, Icd11, SnomedCt},
        *,
    };

    #[test]
    fn the_names_of_a_family_are_one() {
        for name in [
            "icd-10",
            "ICD10",
            "icd_10",
            "ICD-10-GM",
            "icd-10-cm",
            "icd10gm-2024",
            "http://hl7.org/fhir/sid/icd-10",
            "http://hl7.org/fhir/sid/icd-10-cm",
            "http://fhir.de/CodeSystem/bfarm/icd-10-gm",
            "2.16.840.1.113883.6.90",
            "urn:oid:2.16.840.1.113883.6.3",
            "URN:OID:1.2.276.0.76.5.409",
        ] {
            assert_eq!(Classification::named(name), Some(Icd10), "{name}");
        }
        for (name, family) in [
            ("icd-11", Icd11),
            ("http://id.who.int/icd/release/11/mms", Icd11),
            ("ICD-9-CM", Icd9),
            ("DSM-IV-TR", Icd9),
            ("dsm-5", Dsm5),
            ("http://snomed.info/sct", SnomedCt),
            ("SNOMED-CT", SnomedCt),
        ] {
            assert_eq!(Classification::named(name), Some(family), "{name}");
        }
        for name in ["", "local", "icd", "icd-10-pcs", "icpc-2", "é-10"] {
            assert_eq!(Classification::named(name), None, "{name}");
        }
    }

    #[test]
    fn codes_have_the_form_of_their_own_classification_alone() {
        let forms = |code: &str| {
            let all = Classification::ALL.iter().copied();
            all.filter(|family| family.has_form(code))
                .collect::<alloc::vec::Vec<_>>()
        };
        assert_eq!(forms("F31.4"), [Icd10, Dsm5]);
        assert_eq!(forms("F3289"), [Icd10, Dsm5]);
        assert_eq!(forms("6A60.1"), [Icd11]);
        assert_eq!(forms("296.32"), [Icd9, Dsm5]);
        assert_eq!(forms("370143000"), [SnomedCt]);
        assert!(forms("").is_empty() && forms("MDD").is_empty() && forms("F").is_empty());
        assert!(forms("depression").is_empty() && forms("F3x").len() == 2);
        assert!(forms("é1.2").is_empty());
    }

    #[test]
    fn a_stem_covers_codes_with_and_without_dots() {
        assert!(lies_under("f314", "F31") && lies_under("F31.4", "F31.4"));
        assert!(!lies_under("F3", "F31") && !lies_under("F32.1", "F31"));
    }

    #[test]
    fn a_digit_that_dsm_iv_leaves_open_belongs_to_the_form() {
        for code in ["296.2x", "296.xx", "296.89", "V62.82"] {
            assert!(Icd9.has_form(code), "{code}");
        }
        assert!(!Icd9.has_form("xx") && !Icd10.has_form("296.2x"));
    }
}
