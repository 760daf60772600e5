//! The works themselves: one row each, in the order of their identifiers.

use super::{SourceId, Strength, Work};

/// Declares the works. Each row yields the constant of [`SourceId`] and the entry of [`WORKS`].
macro_rules! works {
    ($(
        $(#[doc = $note:literal] $(#[doc = $more:literal])*)?
        $NAME:ident = $id:literal, $Strength:ident, $short:literal, $title:literal, $url:literal;
    )+) => {
        #[allow(clippy::doc_markdown, reason = "titles and the names of bodies are not code")]
        impl SourceId {
            $(
                #[doc = concat!($short, ": ", $title, ".")]
                $(
                    #[doc = ""]
                    #[doc = $note]
                    $(#[doc = $more])*
                )?
                pub const $NAME: Self = Self::from_static($id);
            )+
        }

        /// All works of the bibliography, in the order of their identifiers.
        pub static WORKS: &[Work] = &[$(
            Work {
                id: SourceId::$NAME,
                short: $short,
                title: $title,
                url: $url,
                strength: Strength::$Strength,
            },
        )+];

        #[cfg(test)]
        pub(super) const CONSTANTS: &[SourceId] = &[$(SourceId::$NAME),+];

        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$(stringify!($NAME)),+];
    };
}

works! {
    ABNORMAL_GRIEF_2015 = "abnormal-grief-2015", Primary,
        "Am J Psychother 2015, grief",
        "Abnormal Grief, Am J Psychother 69(4):361",
        "https://psychotherapy.psychiatryonline.org/doi/full/10.1176/appi.psychotherapy.2015.69.4.361";
    AGRAS_2000 = "agras-2000", Primary,
        "Agras et al. 2000",
        "CBT and IPT for bulimia nervosa: multicenter comparison, Arch Gen Psychiatry 57:459 (abstract)",
        "";
    AMOLE_2016 = "amole-2016", Primary,
        "Amole et al. 2016",
        "What therapists do in IPT and in supportive therapy",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC5718628";
    ANNA_FREUD = "anna-freud", Secondary,
        "Anna Freud Centre",
        "Interpersonal psychotherapy training",
        "https://www.annafreud.org/training/interpersonal-psychotherapy-ipt/";
    ANTE_GROUP_TRIAL = "ante-group-trial", Primary,
        "Antepartum group trial",
        "Group IPT for women with prenatal depression: trial registration NCT00633178",
        "https://clinicaltrials.gov/study/NCT00633178";
    ANTE_TRIALS = "ante-trials", Primary,
        "Antepartum trials",
        "IPT for antepartum depression: trial registrations NCT00251043 and NCT00380419",
        "https://clinicaltrials.gov/study/NCT00251043";
    BARKHAM_2013 = "barkham-2013", Primary,
        "Barkham et al. 2013",
        "The CORE-10, a short measure of psychological distress for routine use (abstract)",
        "";
    BECH_1975 = "bech-1975", Unread,
        "Bech et al. 1975",
        "Six items of the Hamilton scale as a measure of the severity of depression",
        "";
    BECK_1961 = "beck-1961", Unread,
        "Beck et al. 1961",
        "The Beck Depression Inventory, first edition",
        "";
    BECK_1996 = "beck-1996", Unread,
        "Beck et al. 1996",
        "The Beck Depression Inventory, second edition: manual",
        "";
    BED_MANUAL = "bed-manual", Primary,
        "IPT for binge eating, therapist manual",
        "Individual interpersonal psychotherapy for binge eating disorder: therapist manual",
        "";
    BEDFORD_ROOMS = "bedford-rooms", Lay,
        "Bedford Consulting Rooms",
        "Interpersonal psychotherapy",
        "https://www.bedfordconsultingrooms.com/therapy/interpersonal-psychotherapy-ipt/";
    BERNECKER_2017 = "bernecker-2017", Primary,
        "Bernecker et al. 2017",
        "For whom interpersonal psychotherapy works: a review",
        "https://pubmed.ncbi.nlm.nih.gov/28710917";
    BLAKE_1995 = "blake-1995", Unread,
        "Blake et al. 1995",
        "The Clinician-Administered PTSD Scale for DSM-IV",
        "";
    /// The year was not seen.
    BLANCO_HOMEWORK = "blanco-homework", Primary,
        "Blanco et al., homework",
        "Homework in interpersonal psychotherapy: rationale and practice (abstract)",
        "";
    BLUEPRINTS_IPT_AST = "blueprints-ipt-ast", Secondary,
        "Blueprints, IPT-AST",
        "Interpersonal psychotherapy, adolescent skills training",
        "";
    BPD_2020 = "bpd-2020", Primary,
        "Front Psychiatry 2020, IPT-BPD",
        "Interpersonal psychotherapy for borderline personality disorder: pilot trial",
        "https://doi.org/10.3389/fpsyt.2020.578910";
    BPD_REVIEW = "bpd-review", Primary,
        "IPT-BPD review",
        "Interpersonal psychotherapy for borderline personality disorder: review",
        "";
    BRANDON_2012 = "brandon-2012", Primary,
        "Brandon et al. 2012",
        "Partner-Assisted Interpersonal Psychotherapy for perinatal depression, Arch Womens Ment Health 15:469",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3495994";
    BRUIJNIKS_2015 = "bruijniks-2015", Primary,
        "Bruijniks et al. 2015",
        "Twice-weekly and once-weekly sessions of CBT and IPT: trial protocol, BMC Psychiatry 15",
        "https://link.springer.com/article/10.1186/s12888-015-0532-8";
    BRUIJNIKS_2020 = "bruijniks-2020", Primary,
        "Bruijniks et al. 2020",
        "Once- and twice-weekly sessions in the treatment of depression, Br J Psychiatry 216:222",
        "https://pubmed.ncbi.nlm.nih.gov/32029012/";
    /// Three pages were read, in a copy that does not show the names of the authors.
    BULIMIA_CHAPTER = "bulimia-chapter", Primary,
        "Leicester chapter on bulimia and IPT",
        "A chapter on people with bulimia and IPT, in New Insights into the Prevention and Treatment of Bulimia Nervosa",
        "https://yumpu.com/en/document/view/12994220/new-insights-into-the-prevention-and-treatment-of-bulimia-nervosa/17";
    CAMBRIDGE_HANDBOOK = "cambridge-handbook", Secondary,
        "Clinical Handbook of Mood Disorders, ch. 20",
        "Interpersonal therapy, in the Clinical Handbook for the Management of Mood Disorders",
        "https://www.cambridge.org/core/books/clinical-handbook-for-the-management-of-mood-disorders/interpersonal-therapy/1F1F163EDACA4E7263810A12FE232A07";
    CAMCOPS = "camcops", Secondary,
        "CamCOPS",
        "Documentation and code of the tasks of the Cambridge Cognitive and Psychiatric Assessment Kit",
        "https://github.com/ucam-department-of-psychiatry/camcops";
    CARTER_2011 = "carter-2011", Primary,
        "Carter et al. 2011",
        "Patient predictors of response to CBT and IPT",
        "http://www.ncbi.nlm.nih.gov/pubmed/20674982";
    /// A collection by many authors; the place cited names the chapter or its subject. That some
    /// case pages belong to this book is an inference from their neighbours.
    CASEBOOK_2012 = "casebook-2012", Primary,
        "Markowitz & Weissman 2012",
        "Casebook of Interpersonal Psychotherapy",
        "https://www.oxfordclinicalpsych.com/view/10.1093/med:psych/9780199746903.001.0001/med-9780199746903-chapter-0002";
    CEBC_IPT_A = "cebc-ipt-a", Secondary,
        "CEBC, IPT-A",
        "Interpersonal psychotherapy for depressed adolescents, California Evidence-Based Clearinghouse",
        "";
    CEBC_IPT_AST = "cebc-ipt-ast", Secondary,
        "CEBC, IPT-AST",
        "Interpersonal psychotherapy, adolescent skills training, California Evidence-Based Clearinghouse",
        "";
    CGT_REVIEW = "cgt-review", Primary,
        "Complicated grief therapy",
        "Complicated grief therapy and how it compares with IPT",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3384444";
    CGT_SESSIONS = "cgt-sessions", Secondary,
        "Complicated grief therapy, sessions",
        "The sessions of complicated grief treatment",
        "";
    CGT_TEXTBOOK = "cgt-textbook", Secondary,
        "Textbook page on CBT, IPT and grief therapy",
        "Cognitive-behavioural and interpersonal therapy combined in the treatment of complicated grief",
        "";
    CITC_TORONTO = "citc-toronto", Lay,
        "CITC Toronto",
        "Interpersonal psychotherapy: role disputes, role transition, grief",
        "https://www.citcassociates.com/treatment/interpersonal-psychotherapy/role-disputes/";
    /// Title and contents only.
    CLOUGHERTY_2014 = "clougherty-2014", Primary,
        "Clougherty et al. 2014",
        "Interpersonal Psychotherapy for Depression in Veterans: Therapist Guide",
        "";
    CORT_2014 = "cort-2014", Primary,
        "Cort et al. 2014",
        "IPT for women with histories of partner violence (abstract)",
        "";
    CUIJPERS_2011 = "cuijpers-2011", Primary,
        "Cuijpers et al. 2011",
        "Interpersonal psychotherapy for depression: a meta-analysis",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3646065";
    CUIJPERS_2016 = "cuijpers-2016", Primary,
        "Cuijpers et al. 2016",
        "Interpersonal psychotherapy for mental health problems: a meta-analysis",
        "https://psychiatryonline.org/doi/full/10.1176/appi.ajp.2015.15091141";
    DENNIS_2020 = "dennis-2020", Primary,
        "Dennis et al. 2020",
        "Telephone IPT by nurses for postpartum depression: results, Br J Psychiatry (abstract)",
        "";
    DEPICS = "depics", Primary,
        "DEPICS",
        "Interpersonal counseling for depression in primary care: trial protocol",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3004860";
    DESIGN = "design", Unread,
        "This crate's design",
        "A decision of this crate; no published source",
        "";
    /// A listing was read that does not name the book; that it is this one is an inference.
    DIETZ_2018 = "dietz-2018", Primary,
        "Dietz, Weinberg & Mufson 2018",
        "Family-Based Interpersonal Psychotherapy for Depressed Preadolescents",
        "";
    DONKER_2013 = "donker-2013", Primary,
        "Donker et al. 2013",
        "IPT and CBT over the internet for depressive symptoms, J Med Internet Res 15(5):e82",
        "https://www.jmir.org/2013/5/e82";
    DSM_IV = "dsm-iv", Unread,
        "DSM-IV",
        "Diagnostic and Statistical Manual of Mental Disorders, fourth edition",
        "";
    DT_THERAPIES = "dt-therapies", Lay,
        "DT Psychological Therapies",
        "Interpersonal psychotherapy",
        "";
    EARLY_LEAVERS_TRIAL = "early-leavers-trial", Primary,
        "Premature termination trial",
        "A trial of other therapies: sixteen sessions within five months, and who leaves early",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC6768545";
    ELKIN_1989 = "elkin-1989", Primary,
        "Elkin et al. 1989",
        "The NIMH Treatment of Depression Collaborative Research Program: general effectiveness of treatments",
        "";
    EPDS_ITEM_10_STUDY = "epds-item-10-study", Primary,
        "BMC Pregnancy Childbirth 2011, item 10",
        "The item about self-harm of the Edinburgh Postnatal Depression Scale, BMC Pregnancy Childbirth 11:57",
        "";
    ETHIOPIA_HIV_2021 = "ethiopia-hiv-2021", Primary,
        "Group IPT in HIV care, Ethiopia",
        "Group IPT by peers in HIV care in north-west Ethiopia, Pilot Feasibility Stud 2021;7:147 (abstract and table 2)",
        "https://pilotfeasibilitystudies.biomedcentral.com/articles/10.1186/s40814-021-00889-x/tables/2";
    FAIRBURN_DIV12 = "fairburn-div12", Secondary,
        "APA Division 12, bulimia",
        "Interpersonal psychotherapy for bulimia nervosa (after Fairburn)",
        "";
    FIELD_2013 = "field-2013", Primary,
        "Field et al. 2013",
        "Peer support and IPT groups in pregnancy, Early Hum Dev 89:621 (abstract)",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3742661";
    KNOWLEDGE = "field-knowledge", Unread,
        "Known in the field",
        "Known in the field; the text that says it was not read for this crate",
        "";
    FORGE_PSYCHOLOGY = "forge-psychology", Lay,
        "Forge Psychology",
        "Interpersonal psychotherapy",
        "https://www.forgepsychology.com/interpersonal-psychotherapy-ipt";
    FRANK_2000 = "frank-2000", Primary,
        "Frank et al. 2000",
        "IPT and antidepressant medication: a sequential treatment strategy in women with recurrent major depression",
        "https://www.psychiatrist.com/jcp/mental/women/interpersonal-psychotherapy-antidepressant-medication/";
    FRANK_2007 = "frank-2007", Primary,
        "Frank et al. 2007",
        "Weekly, twice-monthly and monthly IPT as maintenance treatment for women with recurrent depression, Am J Psychiatry 164:761",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3579577";
    /// Read in a copy that does not name its source; that it is this article is an inference.
    FRANK_2007_IPSRT = "frank-2007-ipsrt", Primary,
        "Frank et al. 2007, IPSRT",
        "Interpersonal and social rhythm therapy, Dialogues Clin Neurosci 9:325",
        "";
    GARNER_1982 = "garner-1982", Unread,
        "Garner et al. 1982",
        "The Eating Attitudes Test, 26 items",
        "";
    GERMAN_PAGES = "german-pages", Lay,
        "German-language pages",
        "Interpersonelle Psychotherapie",
        "http://www.gillmeier.ch/ipt.html";
    GPIP = "gpip", Secondary,
        "GPIP",
        "Group psychodynamic interpersonal psychotherapy",
        "";
    GRIEF_TRIAL_1999 = "grief-trial-1999", Primary,
        "Am J Psychiatry 1999, bereavement",
        "Depression after bereavement in later life: trial of nortriptyline and IPT, Am J Psychiatry 156:202",
        "";
    GRIGORIADIS_RAVITZ_2007 = "grigoriadis-ravitz-2007", Primary,
        "Grigoriadis & Ravitz 2007",
        "An approach to interpersonal psychotherapy for postpartum depression, Can Fam Physician 53:1469",
        "https://www.cfp.ca/content/53/9/1469";
    GROTE_2008 = "grote-2008", Primary,
        "Grote, Swartz & Zuckoff 2008",
        "Enhancing interpersonal psychotherapy for mothers and expectant mothers on low incomes",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3149872";
    GROTE_TRIAL = "grote-trial", Primary,
        "Trial of brief IPT in pregnancy",
        "Brief IPT with prenatal visits for women on low incomes: trial registration NCT00292903",
        "https://clinicaltrials.gov/study/NCT00292903";
    GUIDE_NOTES = "guide-notes", Secondary,
        "Notes on the 2018 Guide",
        "A reader's notes on the problem areas in the Guide of 2018",
        "";
    GUIDED_ONLINE_2025 = "guided-online-2025", Primary,
        "J Affect Disord 2025",
        "Guided IPT over the internet, J Affect Disord 369:188 (abstract)",
        "";
    HAMILTON_1960 = "hamilton-1960", Unread,
        "Hamilton 1960",
        "The Hamilton Rating Scale for Depression",
        "";
    HAWLEY_2002 = "hawley-2002", Primary,
        "Hawley et al. 2002",
        "A level of remission on the Montgomery-Åsberg Depression Rating Scale (abstract)",
        "https://pubmed.ncbi.nlm.nih.gov/12200208";
    HLASTALA_2010 = "hlastala-2010", Primary,
        "Hlastala et al. 2010",
        "Interpersonal and social rhythm therapy for adolescents with bipolar disorder: an open trial",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4318681";
    HSSIB_INTERIM = "hssib-interim", Primary,
        "HSSIB interim report",
        "Mental health inpatient settings: interim report",
        "https://hssib.org.uk/patient-safety-investigations/mental-health-inpatient-settings/interim-report";
    IAPT_COMPETENCY = "iapt-competency", Primary,
        "IAPT competency framework",
        "Interpersonal psychotherapy for depression: competency framework (introduction)",
        "";
    ICALM = "icalm", Primary,
        "ICALM",
        "Interpersonal counseling for adolescent low mood: feasibility trial",
        "https://doi.org/10.1186/s40814-020-00733-8";
    ICSI_DEPRESSION = "icsi-depression", Primary,
        "ICSI",
        "Depression guideline: has the patient reached remission?",
        "https://www.icsi.org/guideline_sub-pages/depression/has_patient_reached_remission/";
    IDS_QIDS = "ids-qids", Primary,
        "IDS/QIDS",
        "Interpretation of the IDS and QIDS, with their conversion to the Hamilton scale",
        "https://ids-qids.org/interpretation.html";
    IPC_2014 = "ipc-2014", Primary,
        "Am J Psychother 2014, IPC",
        "Interpersonal counseling in primary care, Am J Psychother 68(4):359",
        "https://psychotherapy.psychiatryonline.org/doi/10.1176/appi.psychotherapy.2014.68.4.359";
    IPC_OUTLINE = "ipc-outline", Secondary,
        "IPC outline",
        "A published outline of interpersonal counseling in three visits",
        "";
    IPS_2020 = "ips-2020", Primary,
        "Indian Psychiatric Society 2020",
        "Interpersonal psychotherapy for patients with mental disorders: clinical practice guideline",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC7001362";
    /// The authors were not seen.
    IPSRT_A_TRIAL = "ipsrt-a-trial", Primary,
        "IPSRT-A trial",
        "Interpersonal and social rhythm therapy for adolescents: trial registration NCT00576355",
        "https://clinicaltrials.gov/study/NCT00576355";
    IPSRT_BP2_TRIAL = "ipsrt-bp2-trial", Primary,
        "IPSRT trial, bipolar II",
        "IPSRT for bipolar II depression: trial registration NCT00411463",
        "https://clinicaltrials.gov/study/NCT00411463";
    IPSRT_HANDBOOK = "ipsrt-handbook", Secondary,
        "IPSRT chapter, mood disorders handbook",
        "A handbook chapter on interpersonal and social rhythm therapy: its components and its strategies",
        "";
    IPSRT_TRIALS = "ipsrt-trials", Primary,
        "IPSRT trials, bipolar I",
        "IPSRT in Pittsburgh: trial registrations NCT00000369 and NCT00227968",
        "https://clinicaltrials.gov/study/NCT00000369";
    IPT_A_CASE = "ipt-a-case", Primary,
        "Published case, IPT-A",
        "A published case of IPT for depressed adolescents",
        "";
    /// The book was not seen.
    IPT_A_CHAPTER = "ipt-a-chapter", Secondary,
        "IPT-A chapter",
        "Interpersonal psychotherapy for adolescents: the middle phase, a book chapter",
        "";
    IPT_A_CSP = "ipt-a-csp", Primary,
        "IPT-A-CSP trial",
        "IPT to prevent suicide in depressed adolescents with suicidal behavior: trial registration NCT01447602",
        "https://clinicaltrials.gov/study/NCT01447602";
    IPT_A_SCI = "ipt-a-sci", Primary,
        "IPT-A-SCI 2021",
        "Ultra-brief crisis IPT for suicidal children and adolescents, World J Psychiatry 11(8):403",
        "https://wjgnet.com/2220-3206/full/v11/i8/403.htm";
    IPT_A_SCI_TRIAL = "ipt-a-sci-trial", Primary,
        "IPT-A-SCI trial",
        "Crisis IPT for suicidal children and adolescents: Front Psychiatry 2020 and trial registration NCT04404322",
        "https://clinicaltrials.gov/study/NCT04404322";
    IPT_AG_TRIAL = "ipt-ag-trial", Primary,
        "IPT-AG trial",
        "Group IPT for depressed adolescents in school clinics: trial registration NCT00270244 and grant R01 MH073640",
        "https://clinicaltrials.gov/study/NCT00270244";
    IPT_AP_TRIAL = "ipt-ap-trial", Primary,
        "IPT-AP trial",
        "IPT for depressed adolescents and parents: trial registration NCT00619411",
        "https://clinicaltrials.gov/study/NCT00619411";
    IPT_CI = "ipt-ci", Primary,
        "IPT-CI",
        "IPT for older adults with cognitive impairment and their caregivers",
        "";
    IPT_CS_GROUP = "ipt-cs-group", Primary,
        "IPT-CS",
        "Group interpersonal psychotherapy for college students",
        "";
    IPT_EST = "ipt-est", Primary,
        "IPT-EST",
        "Interpersonal psychotherapy in three sessions: evaluation, support, triage",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3433760";
    IPT_FAILURES_2011 = "ipt-failures-2011", Primary,
        "J Clin Psychol 2011",
        "Failures in interpersonal psychotherapy, J Clin Psychol 67:1129 (abstract)",
        "https://pubmed.ncbi.nlm.nih.gov/21968699";
    IPT_PS_GRANT = "ipt-ps-grant", Primary,
        "IPT-PS grants",
        "Grant abstracts R21 MH061948 and R01 MH085874 on IPT for depression with panic symptoms",
        "https://grantome.com/grant/NIH/R21-MH061948-01A1";
    IPT_PS_TRIAL = "ipt-ps-trial", Primary,
        "IPT-PS trial",
        "IPT for depression with panic and anxiety symptoms, with citalopram: trial registration NCT00930293",
        "https://clinicaltrials.gov/study/NCT00930293";
    IPT_UK = "ipt-uk", Secondary,
        "IPT-UK",
        "Stages of IPT",
        "https://www.iptuk.net/stages-of-ipt.html";
    IPT_WORK_PROJECT = "ipt-work-project", Primary,
        "IPT-Work project",
        "An interpersonal group programme for depression and work stress: page of the funded project",
        "https://gepris.dfg.de/gepris/projekt/507692077?language=en";
    IPT_WORK_TRIAL = "ipt-work-trial", Primary,
        "IPT-Work trial",
        "Group IPT for depression attributed to work stress: study protocol, BMC Psychiatry 2025;25 (abstract)",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC11841184";
    /// The items of the scale were not seen.
    IPTINSTITUTE_ADHERENCE = "iptinstitute-adherence", Secondary,
        "IPT Institute, adherence scale",
        "IPT Quality and Adherence Scale",
        "https://iptinstitute.com/ipt-training-materials/ipt-quality-adherence-scale/";
    IPTINSTITUTE_BRIEF = "iptinstitute-brief", Secondary,
        "IPT Institute, brief IPT",
        "IPT brief treatment (H. Swartz)",
        "https://iptinstitute.com/ipt-brief-treatment/";
    IPTINSTITUTE_LEVEL_B = "iptinstitute-level-b", Secondary,
        "IPT Institute, level B",
        "Level B application and community training",
        "https://iptinstitute.com/level-b-application";
    IPTINSTITUTE_MAINTENANCE = "iptinstitute-maintenance", Secondary,
        "IPT Institute, maintenance",
        "Maintenance IPT",
        "https://iptinstitute.com/about-ipt/maintenance-ipt";
    IPTINSTITUTE_SLIDES = "iptinstitute-slides", Secondary,
        "IPT Institute, slides",
        "Teaching slides of the IPT Institute",
        "";
    ISIPT_ADOLESCENTS = "isipt-adolescents", Secondary,
        "ISIPT, adolescents",
        "IPT for adolescents",
        "";
    ISIPT_QUESTIONS = "isipt-questions", Secondary,
        "ISIPT, questions and answers",
        "Q & A with E. Frank and M. Blom",
        "https://www.interpersonalpsychotherapy.org/resources-links/q-a/";
    ISIPT_STRATEGIES = "isipt-strategies", Secondary,
        "ISIPT, key strategies",
        "Key IPT strategies",
        "https://interpersonalpsychotherapy.org/ipt-basics/key-ipt-strategies";
    JOHNSON_2016 = "johnson-2016", Primary,
        "Johnson et al. 2016",
        "Interpersonal psychotherapy for major depression after perinatal loss: pilot trial",
        "";
    /// The page read scrambles the rows of table 28.10-2; which goal belongs to which area was told
    /// from the content.
    KAPLAN_SADOCK_SYNOPSIS = "kaplan-sadock-synopsis", Secondary,
        "Kaplan & Sadock's Synopsis, 11th edition",
        "Interpersonal psychotherapy, section 28.10 of Kaplan & Sadock's Synopsis of Psychiatry, 11th edition",
        "";
    KOVACS_1992 = "kovacs-1992", Unread,
        "Kovacs 1992",
        "The Children's Depression Inventory: manual",
        "";
    KOVACS_2011 = "kovacs-2011", Unread,
        "Kovacs 2011",
        "The Children's Depression Inventory, second edition: manual",
        "";
    LAY_GLOSSARY = "lay-glossary", Lay,
        "Health Benefits Times",
        "Interpersonal therapy, in a glossary",
        "https://healthbenefitstimes.com/glossary/interpersonal-therapy";
    LEEDS_NHS = "leeds-nhs", Lay,
        "Leeds Community Healthcare NHS",
        "Interpersonal therapy: what to expect",
        "https://www.leedscommunityhealthcare.nhs.uk/iapt/what-can-i-expect1/inter-personal-therapy/";
    LENZE_2015 = "lenze-2015", Primary,
        "Lenze et al. 2015",
        "A pilot, exploratory report on dyadic interpersonal psychotherapy for perinatal depression",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4439306";
    LINARDON_2019 = "linardon-2019", Primary,
        "Linardon et al. 2019",
        "Dropout from interpersonal psychotherapy for mental health disorders: a meta-analysis",
        "https://deakin.figshare.com/articles/journal_contribution/Dropout_from_interpersonal_psychotherapy_for_mental_health_disorders_a_systematic_review_and_meta-analysis/20798740";
    LIPSITZ_1999 = "lipsitz-1999", Primary,
        "Lipsitz et al. 1999",
        "Open trial of interpersonal psychotherapy for social phobia, Am J Psychiatry 156:1814",
        "https://doi.org/10.1176/ajp.156.11.1814";
    LIPSITZ_MARKOWITZ_2013 = "lipsitz-markowitz-2013", Primary,
        "Lipsitz & Markowitz 2013",
        "Mechanisms of change in interpersonal psychotherapy",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4109031";
    LOEWE_2004 = "loewe-2004", Primary,
        "Löwe et al. 2004",
        "Monitoring the outcome of depression treatment with the PHQ-9",
        "";
    LOINC = "loinc", Primary,
        "LOINC",
        "Codes of measurements, with the range of their totals",
        "https://loinc.org";
    LUTY_2007 = "luty-2007", Primary,
        "Luty et al. 2007",
        "Interpersonal psychotherapy and cognitive behaviour therapy for depression: the Christchurch trial (reprint in Focus 2010)",
        "https://focus.psychiatryonline.org/doi/full/10.1176/foc.8.1.foc110";
    MADRS_PAGE = "madrs-page", Secondary,
        "MADRS, description",
        "A description of the Montgomery-Åsberg Depression Rating Scale that cites the cut-points of Snaith",
        "";
    MAINTENANCE_REVIEW = "maintenance-review", Secondary,
        "Current Psychiatry, maintenance IPT",
        "To prevent depression recurrence, interpersonal psychotherapy is a first-line treatment",
        "";
    MARKOWITZ_1998 = "markowitz-1998", Primary,
        "Markowitz et al. 1998",
        "Treatment of depressive symptoms in HIV-positive patients: trial",
        "https://jamanetwork.com/journals/jamapsychiatry/fullarticle/203850";
    MARKOWITZ_2006 = "markowitz-2006", Primary,
        "Markowitz 2006",
        "The Clinical Conduct of Interpersonal Psychotherapy, Focus 4(2):179",
        "https://psychiatryonline.org/doi/10.1176/foc.4.2.179";
    MARKOWITZ_2012_PATIENTS = "markowitz-2012-patients", Primary,
        "Markowitz et al. 2012",
        "Treating Patients Who Strain the Research Psychotherapy Paradigm, J Nerv Ment Dis 200:594",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3625637";
    MARKOWITZ_2014_ANXIETY = "markowitz-2014-anxiety", Primary,
        "Markowitz et al. 2014",
        "Critical review of outcome research on IPT for anxiety disorders, Depress Anxiety 31:316 (abstract)",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4036522";
    MARKOWITZ_2015 = "markowitz-2015", Unread,
        "Markowitz et al. 2015",
        "The trial of IPT for posttraumatic stress disorder",
        "";
    MARKOWITZ_2017 = "markowitz-2017", Primary,
        "Markowitz 2017",
        "Interpersonal Psychotherapy for Posttraumatic Stress Disorder",
        "https://www.oxfordclinicalpsych.com/view/10.1093/med:psych/9780190465599.001.0001/med-9780190465599-chapter-3";
    MARKOWITZ_2021 = "markowitz-2021", Primary,
        "Markowitz 2021",
        "In the Aftermath of the Pandemic: Interpersonal Psychotherapy for Anxiety, Depression, and PTSD",
        "https://www.oxfordclinicalpsych.com/view/10.1093/med-psych/9780197554500.001.0001/med-9780197554500-chapter-9";
    MARKOWITZ_ADHERENCE = "markowitz-adherence", Primary,
        "Markowitz et al., HIV trial adherence",
        "Psychotherapy adherence of the therapists in a trial with HIV-positive patients",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3330590";
    /// That the pages on other applications, on medical inpatients and on dysthymia belong to
    /// this chapter is an inference.
    MARKOWITZ_HANDBOOK = "markowitz-handbook", Primary,
        "Markowitz, in Power (ed.), Mood Disorders",
        "Interpersonal psychotherapy, a chapter of a handbook of mood disorders",
        "";
    /// A weak sighting: the text was read in unattributed and paraphrased copies, and that it is
    /// this article is an inference.
    MARKOWITZ_WEISSMAN_2004 = "markowitz-weissman-2004", Secondary,
        "Markowitz & Weissman 2004",
        "Interpersonal psychotherapy: principles and applications, World Psychiatry 3:136",
        "";
    MATSUZAKA_2017 = "matsuzaka-2017", Primary,
        "Matsuzaka et al. 2017",
        "Task shifting interpersonal counseling for depression, BMC Psychiatry 17:225",
        "";
    MATTHEY_2004 = "matthey-2004", Primary,
        "Matthey 2004",
        "Clinically significant change on the Edinburgh Postnatal Depression Scale (abstract)",
        "";
    MCALPINE_2018 = "mcalpine-2018", Primary,
        "McAlpine 2018",
        "Interpersonal psychotherapy: time-limited treatment for depression, Medicine Today, October 2018",
        "https://medicinetoday.com.au/2018/october/feature-article/interpersonal-psychotherapy-time-limited-treatment-depression";
    MEFFERT_2016 = "meffert-2016", Primary,
        "Int J Ment Health Syst 2016",
        "Novel implementation research designs for scaling up global mental health care: table of the phases of IPT in Kenya",
        "https://ijmhs.biomedcentral.com/articles/10.1186/s13033-016-0049-7/tables/2";
    MEFFERT_2021 = "meffert-2021", Primary,
        "Meffert et al. 2021",
        "IPT by nonspecialists for depression and PTSD among HIV-positive women affected by gender-based violence, PLoS Med 18(1):e1003468 (abstract)",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC7799784";
    MEMPHIS_CLINIC = "memphis-clinic", Lay,
        "Treatment for Depression Memphis",
        "Interpersonal psychotherapy: dispute stages, interpersonal sensitivity",
        "http://www.treatmentfordepressionmemphis.com/5246-2/";
    MILLER_1994 = "miller-1994", Primary,
        "Miller et al. 1994",
        "Interpersonal psychotherapy for depression after bereavement in late life",
        "";
    MILLER_2005 = "miller-2005", Primary,
        "Miller et al. 2005",
        "Late-life depression: focused IPT eases loss and role changes, Current Psychiatry 4(11)",
        "";
    MILLER_2009 = "miller-2009", Primary,
        "Miller 2009",
        "IPT for older people with cognitive impairment (abstract)",
        "";
    MOMCARE = "momcare", Secondary,
        "University of Washington, MOMCare",
        "Brief IPT",
        "http://depts.washington.edu/momcare/?p=216";
    MONTGOMERY_ASBERG_1979 = "montgomery-asberg-1979", Unread,
        "Montgomery & Åsberg 1979",
        "The Montgomery-Åsberg Depression Rating Scale",
        "";
    MTLLD = "mtlld", Primary,
        "MTLLD",
        "Maintenance Therapies in Late-Life Depression: IPT and nortriptyline in 180 patients",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3330480";
    MTLLD_1998 = "mtlld-1998", Primary,
        "Am J Psychiatry 1998, MTLLD",
        "Maintenance Therapies in Late-Life Depression: who came in, Am J Psychiatry 155:795",
        "";
    MTLLD_1999 = "mtlld-1999", Primary,
        "JAMA 1999, MTLLD",
        "Maintenance Therapies in Late-Life Depression: nortriptyline and monthly IPT over three years, JAMA 281:39 (abstract)",
        "";
    MUFSON_1999 = "mufson-1999", Primary,
        "Mufson et al. 1999",
        "Interpersonal psychotherapy for depressed adolescents: trial",
        "https://jamanetwork.com/journals/jamapsychiatry/fullarticle/1673771";
    /// Read in an excerpt that does not show which edition it is.
    MUFSON_2004 = "mufson-2004", Primary,
        "Mufson et al. 2004",
        "Interpersonal Psychotherapy for Depressed Adolescents",
        "";
    MUFSON_2004_SCHOOL = "mufson-2004-school", Primary,
        "Mufson et al. 2004, school clinics",
        "IPT for depressed adolescents in school clinics: trial, Arch Gen Psychiatry 2004 (abstract and release)",
        "https://www.eurekalert.org/pub_releases/2004-06/jaaj-sip060304.php";
    MUNDT_2002 = "mundt-2002", Unread,
        "Mundt et al. 2002",
        "The Work and Social Adjustment Scale",
        "";
    MUTAMBA_2018 = "mutamba-2018", Primary,
        "Mutamba et al. 2018",
        "Group IPT for caregivers of children with nodding syndrome in Uganda: effectiveness, Psychological Medicine",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC6093795";
    MUTAMBA_2018_CONTEXT = "mutamba-2018-context", Primary,
        "Mutamba et al. 2018, contextualization",
        "Group IPT for caregivers of children with nodding syndrome in Uganda: adaptation, Implementation Science",
        "https://implementationscience.biomedcentral.com/articles/10.1186/s13012-018-0785-y/tables/2";
    /// That the pages read are from this textbook is an inference.
    NEW_OXFORD_TEXTBOOK = "new-oxford-textbook", Secondary,
        "New Oxford Textbook of Psychiatry",
        "Interpersonal psychotherapy, a chapter of the New Oxford Textbook of Psychiatry",
        "http://oxfordindex.oup.com/view/10.1093/med/9780199696758.003.0169";
    NEZAFAT_FERIZI_2023 = "nezafat-ferizi-2023", Primary,
        "Nezafat Ferizi et al. 2023",
        "Interpersonal counseling and interpersonal psychotherapy with students, Iran J Psychiatry Behav Sci 17(2)",
        "https://brieflands.com/articles/ijpbs-130443";
    NHS_SCOTLAND_MATRIX = "nhs-scotland-matrix", Primary,
        "NHS Scotland Matrix",
        "Interpersonal psychotherapy for depression",
        "https://www.matrix.nhs.scot/explore-the-recommended-interventions-therapies/interpersonal-psychotherapy-ipt-for-depression";
    /// The address is the summary's.
    NHS_STAYING_SAFE = "nhs-staying-safe", Secondary,
        "NHS England, Staying safe from suicide",
        "Staying safe from suicide, read in a summary",
        "https://www.nbmedical.com/blog/staying-safe-from-suicide-beyond-risk-prediction";
    NHS_TALKING_THERAPIES = "nhs-talking-therapies", Secondary,
        "NHS England, Talking Therapies",
        "NHS Talking Therapies for anxiety and depression: page of the service",
        "";
    NICE_NG222 = "nice-ng222", Primary,
        "NICE NG222",
        "Depression in adults: treatment and management",
        "https://www.nice.org.uk/guidance/ng222/chapter/Recommendations";
    /// Read in the summary that [`NHS_STAYING_SAFE`](Self::NHS_STAYING_SAFE) names.
    NICE_NG225 = "nice-ng225", Secondary,
        "NICE NG225",
        "Self-harm: assessment, management and preventing recurrence, read in a summary",
        "";
    NICEDAY = "niceday", Lay,
        "NiceDay",
        "Interpersonal psychotherapy: role change",
        "https://niceday.app/en/library/mood/interpersonal-psychotherapy/role-change/psycho-education-role-change/";
    NIEDERMOSER_2020 = "niedermoser-2020", Primary,
        "Niedermoser et al. 2020",
        "Workplace-related group IPT for major depression: a randomized pilot study, Front Psychiatry 11:168 (abstract)",
        "https://www.frontiersin.org/article/10.3389/fpsyt.2020.00168/full";
    NIMH_GRANTS = "nimh-grants", Primary,
        "NIMH grants on IPT fidelity",
        "Grant abstracts R01 MH112624 and R33 MH097041",
        "";
    NONATTENDANCE_STUDY = "nonattendance-study", Primary,
        "Nonattendance study",
        "Therapist effects and the impacts of therapy nonattendance",
        "";
    NREPP_IPT_A = "nrepp-ipt-a", Secondary,
        "NREPP, IPT-A",
        "Interpersonal psychotherapy for depressed adolescents, intervention 198",
        "";
    OHARA_2000 = "ohara-2000", Primary,
        "O'Hara et al. 2000",
        "Efficacy of interpersonal psychotherapy for postpartum depression",
        "https://jamanetwork.com/journals/jamapsychiatry/fullarticle/481669";
    OLDER_ADULTS_OVERVIEW = "older-adults-overview", Primary,
        "Oxford Research Encyclopedia, older adults",
        "Interpersonal Psychotherapy for Older Adults, Oxford Research Encyclopedia of Psychology",
        "http://psychology.oxfordre.com/abstract/10.1093/acrefore/9780190236557.001.0001/acrefore-9780190236557-e-432";
    ONU_2016 = "onu-2016", Primary,
        "Onu et al. 2016",
        "IPT for depression and PTSD among HIV-positive women in Kisumu, Kenya: study protocol, Trials 17:64 (abstract)",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4738764";
    PACIO = "pacio", Secondary,
        "PACIO",
        "Guide to cognitive status: table of assessment codes",
        "";
    PCL_5_CHANGE = "pcl-5-change", Secondary,
        "PCL-5, change",
        "A page on change of the PCL-5, after the US National Center for PTSD",
        "";
    PCL_5_GUIDE = "pcl-5-guide", Secondary,
        "PCL-5, scoring",
        "A scoring guide of the PCL-5",
        "https://comorbidityguidelines.org.au";
    PENN_STATE_IPT_A = "penn-state-ipt-a", Secondary,
        "Penn State Clearinghouse, IPT-A",
        "Interpersonal psychotherapy for depressed adolescents, Clearinghouse for Military Family Readiness",
        "https://continuum.militaryfamilies.psu.edu";
    PERINATAL_LOSS_TRIALS = "perinatal-loss-trials", Primary,
        "Perinatal loss trials",
        "Group IPT after perinatal loss: trial registrations NCT01867749 and NCT04629599",
        "https://clinicaltrials.gov/study/NCT01867749";
    PHQ_9_TEENS = "phq-9-teens", Primary,
        "PHQ-9 Modified for Teens",
        "The form of the PHQ-9 that is modified for teens",
        "";
    PHQ9_ITEM9_STUDY = "phq9-item9-study", Primary,
        "PHQ-9 item 9 study",
        "Suicide attempts after a denial of ideation on item 9 of the PHQ-9",
        "https://ps.psychiatryonline.org/doi/10.1176/appi.ps.201800342";
    PHQ9_METRICS_2020 = "phq9-metrics-2020", Primary,
        "Psychiatr Serv, common metrics",
        "Defining Success in Measurement-Based Care for Depression: A Comparison of Common Metrics",
        "http://ps.psychiatryonline.org/doi/full/10.1176/appi.ps.201900295";
    POZNANSKI_MOKROS_1996 = "poznanski-mokros-1996", Unread,
        "Poznanski & Mokros 1996",
        "The Children's Depression Rating Scale, revised: manual",
        "";
    PP_TRIAL = "pp-trial", Primary,
        "Postpartum trial",
        "IPT for postpartum depression: trial registration NCT00602355",
        "https://clinicaltrials.gov/study/NCT00602355";
    PRENATAL_ADOLESCENTS = "prenatal-adolescents", Primary,
        "Prenatal prevention, adolescents",
        "Prenatal sessions after IPT to prevent postpartum depression in adolescent mothers",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4386618";
    PRISON_PILOT = "prison-pilot", Primary,
        "Prison pilot",
        "Treatment of major depression among women prisoners: pilot study",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3411891";
    PRISON_TRIAL = "prison-trial", Primary,
        "Prison trial",
        "Group IPT for prisoners with major depression: trial registration NCT01685294",
        "https://clinicaltrials.gov/study/NCT01685294";
    PROBLEM_AREA_SCALE_2008 = "problem-area-scale-2008", Primary,
        "Rev Bras Psiquiatr 2008",
        "An adaptation of the Interpersonal Problem Areas Rating Scale: pilot and interrater agreement study",
        "http://www.scielo.br/scielo.php?script=sci_arttext&pid=S1516-44462008000400010";
    PSYCHIATRIC_TIMES = "psychiatric-times", Secondary,
        "Psychiatric Times",
        "Initial arrangements with patients",
        "http://www.psychiatrictimes.com/display/article/10168/50301?pageNumber=2";
    PSYHEALTH_DIT = "psyhealth-dit", Lay,
        "PsyHealth, DIT",
        "Dynamic interpersonal therapy",
        "";
    PTAD_2016 = "ptad-2016", Primary,
        "Gunlicks-Stoessel et al. 2016",
        "A Pilot SMART for Developing an Adaptive Treatment Strategy for Adolescent Depression",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4575229";
    PTAD_2019 = "ptad-2019", Primary,
        "Gunlicks-Stoessel et al. 2019",
        "Critical Decision Points for Augmenting Interpersonal Psychotherapy for Depressed Adolescents",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC7549148";
    PTAD_REGISTRATION = "ptad-registration", Primary,
        "PTAD registration",
        "An adaptive treatment strategy for adolescent depression: trial registration NCT01802437",
        "https://clinicaltrials.gov/study/NCT01802437";
    PTSD_HANDOUT_UK = "ptsd-handout-uk", Secondary,
        "Hand-out on IPT for PTSD",
        "A British hand-out on IPT for posttraumatic stress disorder",
        "";
    PTSD_REVIEW = "ptsd-review", Primary,
        "Review of IPT for PTSD",
        "A review of interpersonal psychotherapy for posttraumatic stress disorder, table 3",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4036522";
    PTSD_TRIALS = "ptsd-trials", Primary,
        "PTSD trials",
        "IPT for posttraumatic stress disorder: trial registrations NCT02645929 and NCT00739765",
        "https://clinicaltrials.gov/study/NCT00739765";
    QIDS_PAGES = "qids-pages", Secondary,
        "QIDS-SR, scoring pages",
        "Published descriptions of the scoring of the QIDS-SR",
        "";
    RAFAELI_2021 = "rafaeli-2021", Primary,
        "Rafaeli et al. 2021",
        "Interpersonal Counseling for College Students: Pilot Feasibility and Acceptability Study",
        "https://psychiatryonline.org/doi/full/10.1176/appi.psychotherapy.20200038";
    REYNOLDS_2010 = "reynolds-2010", Primary,
        "Reynolds et al. 2010",
        "A trial of IPT in late life, with remission on the Hamilton scale",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3004217";
    ROSE_PROGRAM = "rose-program", Secondary,
        "ROSE programme",
        "The ROSE Program: the page of the hospital that offers it",
        "https://womenandinfants.org/rose-program-postpartum-depression";
    ROSE_SUSTAINMENT = "rose-sustainment", Primary,
        "ROSE sustainment study",
        "Protocol for the ROSE sustainment study, Implement Sci 2018;13:115 (tables of trials and of core elements)",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC6106826";
    ROSE_TRIAL = "rose-trial", Primary,
        "ROSE trial",
        "Depression prevention for pregnant women on public assistance: trial registration NCT00601757",
        "https://clinicaltrials.gov/study/NCT00601757";
    ROSE_VIRTUAL = "rose-virtual", Primary,
        "ROSE by video",
        "ROSE in person and by video: trial registration NCT05766475",
        "https://clinicaltrials.gov/study/NCT05766475";
    RUSH_2003 = "rush-2003", Unread,
        "Rush et al. 2003",
        "The Quick Inventory of Depressive Symptomatology",
        "";
    SAATHI_2020 = "saathi-2020", Primary,
        "BMC Psychology 2020, Nepal",
        "Group IPT for adolescents in schools of Nepal: adaptation, BMC Psychology 2020;8 (00452)",
        "";
    SAATHI_TRIAL = "saathi-trial", Primary,
        "SAATHI trial",
        "Group IPT with adolescents in Nepal: trial registration NCT06017700",
        "https://clinicaltrials.gov/study/NCT06017700";
    SCHRAMM_2007 = "schramm-2007", Primary,
        "Schramm et al. 2007",
        "Intensive IPT with medication for depressed inpatients: trial (abstract)",
        "https://doi.org/10.1176/appi.ajp.164.5.768";
    SCHRAMM_2020 = "schramm-2020", Primary,
        "Schramm et al. 2020",
        "IPT vs. treatment as usual for major depression related to work stress: a pilot study, Front Psychiatry 11:193 (abstract)",
        "https://www.frontiersin.org/journals/psychiatry/articles/10.3389/fpsyt.2020.00193/full";
    SCHRAMM_SUMMARY = "schramm-summary", Secondary,
        "Schramm et al., EBMH summary",
        "Intensive IPT with medication for depressed inpatients, Evid Based Ment Health 11:46",
        "https://ebmh.bmj.com/content/11/2/46";
    /// A study of a British service that came out in a Mexican journal.
    SCIELO_MX_BULIMIA = "scielo-mx-bulimia", Primary,
        "Arcelus et al. 2011",
        "Interpersonal psychotherapy for bulimia nervosa in sixteen sessions: a British service",
        "http://www.scielo.org.mx/scielo.php?script=sci_arttext&pid=S2007-15232011000200002";
    SHAFFER_1983 = "shaffer-1983", Unread,
        "Shaffer et al. 1983",
        "The Children's Global Assessment Scale",
        "";
    SHEIKH_YESAVAGE_1986 = "sheikh-yesavage-1986", Unread,
        "Sheikh & Yesavage 1986",
        "The Geriatric Depression Scale, short form",
        "";
    SID_TECHNIQUES = "sid-techniques", Secondary,
        "SID abstract on techniques",
        "An abstract that lists the techniques of IPT",
        "https://sid.ir/search/paper/ipt/fa";
    SLIDES_DEPRESSION = "slides-depression", Secondary,
        "Slides, major depression",
        "Interpersonal Psychotherapy: Major Depression",
        "";
    SLIDES_MIDDLE_SESSIONS = "slides-middle-sessions", Secondary,
        "Slides, middle sessions",
        "Interpersonal Psychotherapy: middle sessions, strategies and goals",
        "";
    SLIDES_ROLE_DISPUTES = "slides-role-disputes", Secondary,
        "Slides, role disputes",
        "InterPersonal Therapy of Depression: Role Disputes",
        "";
    SLIDES_THE_MODEL = "slides-the-model", Secondary,
        "Slides, the model",
        "Interpersonal Psychotherapy: The Model",
        "";
    SOCIAL_ANXIETY_HANDOUT = "social-anxiety-handout", Secondary,
        "Hand-out on IPT for social anxiety",
        "A patient hand-out on IPT for social anxiety",
        "";
    SOCIAL_WORK_GRADUATE = "social-work-graduate", Lay,
        "The Social Work Graduate",
        "Interpersonal psychotherapy",
        "https://www.thesocialworkgraduate.com/post/__ipt";
    SOCIAL_WORK_PODCAST = "social-work-podcast", Secondary,
        "Social Work Podcast 2007",
        "Interpersonal Psychotherapy",
        "http://socialworkpodcast.blogspot.com/2007/02/interpersonal-psychotherapy-ipt.html";
    SPIER = "spier", Secondary,
        "SPiER",
        "Suicide prevention: adoption guide",
        "https://github.com/SPiER-Project/adoption-guide";
    STANGIER_2011 = "stangier-2011", Primary,
        "Stangier et al. 2011",
        "Cognitive therapy vs. IPT in social anxiety disorder, Arch Gen Psychiatry 68:692 (abstract)",
        "https://jamanetwork.com/journals/jamapsychiatry/fullarticle/1107417";
    STEWART_2014 = "stewart-2014", Primary,
        "Stewart et al. 2014",
        "National dissemination of IPT for depression in veterans",
        "";
    STUART_2006 = "stuart-2006", Primary,
        "Stuart 2006",
        "Interpersonal psychotherapy: a guide to the basics, Psychiatric Annals 36(8):542",
        "";
    STUART_ROBERTSON_2012 = "stuart-robertson-2012", Primary,
        "Stuart & Robertson 2012",
        "Interpersonal Psychotherapy: A Clinician's Guide, 2nd edition",
        "https://www.taylorfrancis.com/chapters/mono/10.1201/b13643-28/concluding-acute-treatment-maintenance-michael-robertson";
    SUTTON_UPLIFT = "sutton-uplift", Lay,
        "Sutton Uplift",
        "Interpersonal psychotherapy",
        "https://www.suttonuplift.co.uk/psychological-therapies/what-do-we-offer/interpersonal-psychotherapy-ipt";
    SUTTON_UPLIFT_DIT = "sutton-uplift-dit", Lay,
        "Sutton Uplift, DIT",
        "Dynamic interpersonal therapy",
        "";
    SVANBORG_ASBERG_1994 = "svanborg-asberg-1994", Unread,
        "Svanborg & Åsberg 1994",
        "The self-rated Montgomery-Åsberg Depression Rating Scale",
        "";
    SWARTZ_2008 = "swartz-2008", Primary,
        "Swartz et al. 2008",
        "Brief IPT for depressed mothers whose children are in psychiatric treatment (IPT-MOMS)",
        "https://ajp.psychiatryonline.org/doi/10.1176/appi.ajp.2008.07081339";
    SWARTZ_2009 = "swartz-2009", Primary,
        "Swartz et al. 2009",
        "Interpersonal and social rhythm therapy alone in bipolar II depression",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3394543";
    SWARTZ_2014 = "swartz-2014", Primary,
        "Swartz et al. 2014",
        "Brief Interpersonal Psychotherapy (IPT-B), Am J Psychother 68(4):443",
        "https://dx.doi.org/10.1176/appi.psychotherapy.2014.68.4.443";
    TAVISTOCK_VIOLENCE = "tavistock-violence", Secondary,
        "Tavistock Relationships",
        "A briefing on relational work where there is violence or coercive control",
        "";
    TAYLOR_FRANCIS_IPT = "taylor-francis-ipt", Primary,
        "Taylor & Francis chapter on IPT",
        "A chapter on interpersonal psychotherapy (abstract)",
        "https://www.taylorfrancis.com/books/9781315783277/chapters/10.4324/9781315783277-5";
    TDCRP = "tdcrp", Primary,
        "TDCRP",
        "The NIMH Treatment of Depression Collaborative Research Program: grant abstract U01 MH033762 and summaries",
        "";
    TDCRP_CSPRS = "tdcrp-csprs", Primary,
        "TDCRP adherence study",
        "The Collaborative Study Psychotherapy Rating Scale in the TDCRP (abstract)",
        "";
    TELE_IPT_HIV = "tele-ipt-hiv", Secondary,
        "Telephone IPT, rural HIV",
        "Nine telephone sessions for depression in rural people with HIV: trial registration and report",
        "";
    TELEPHONE_PILOT_2002 = "telephone-pilot-2002", Primary,
        "Telephone IPT pilot 2002",
        "Interpersonal psychotherapy by telephone for recurrent depression: pilot study",
        "https://pubmed.ncbi.nlm.nih.gov/12415535";
    TELEPHONE_POSTPARTUM = "telephone-postpartum", Primary,
        "Telephone IPT, postpartum",
        "Telephone IPT by nurses for postpartum depression: trial",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC3404910";
    TEXTBOOK_TABLES = "textbook-tables", Secondary,
        "Textbook tables on IPT",
        "Tables on the problem areas in a textbook of abnormal psychology and one of child psychiatry",
        "";
    THERAPY_YORK = "therapy-york", Lay,
        "Therapy York",
        "IPT therapy",
        "https://www.therapy-york.co.uk/ipt-therapy-york.html";
    TIME_LIMITED_THERAPY = "time-limited-therapy", Secondary,
        "Textbook page on time-limited therapy",
        "Practical issues in time-limited therapy",
        "";
    TITLE_IV_E = "title-iv-e", Secondary,
        "Title IV-E Prevention Services Clearinghouse",
        "Interpersonal Psychotherapy (Weissman et al. manual)",
        "https://preventionservices.acf.hhs.gov/programs/662/show";
    TOSHISHIGE_2025 = "toshishige-2025", Primary,
        "Toshishige et al. 2025",
        "A smartphone application based on IPT for prenatal women: protocol of a randomized controlled trial",
        "https://doi.org/10.1016/j.invent.2025.100838";
    TOUSSAINT_2020 = "toussaint-2020", Primary,
        "Toussaint et al. 2020",
        "Minimal important difference of the GAD-7, J Affect Disord (abstract)",
        "";
    TRAINING_LEVEL_B = "training-level-b", Secondary,
        "Level B training, UK and ISIPT",
        "Basic training as an IPT therapist",
        "";
    TURNING_POINT = "turning-point", Lay,
        "Turning Point, Wakefield",
        "Interpersonal therapy",
        "https://talking.turning-point.co.uk/wakefield/how-we-help/interpersonal-therapy-ipt/";
    UCL_CORE = "ucl-core", Primary,
        "UCL CORE",
        "Competence framework for interpersonal psychotherapy (introduction)",
        "https://www.ucl.ac.uk/pals/research/cehp/research-groups/core/competence-frameworks/Interpersonal_Psychotherapy";
    UK_CLINICS_16_TO_20 = "uk-clinics-16-to-20", Lay,
        "British clinics, 16 to 20 sessions",
        "Interpersonal therapy",
        "https://mediparkclinic.uk/interpersonal-therapy-ipt/";
    VA_IPT = "va-ipt", Secondary,
        "US Department of Veterans Affairs",
        "Interpersonal psychotherapy for depression",
        "https://www.mentalhealth.va.gov/depression/ipt.asp";
    VAN_SCHAIK_2023 = "van-schaik-2023", Primary,
        "van Schaik et al. 2023",
        "Pilot Study of Blended-Format Interpersonal Psychotherapy for Major Depressive Disorder, Am J Psychother 76(2):69",
        "https://psychiatryonline.org/doi/10.1176/appi.psychotherapy.20210061";
    WEATHERS_2018 = "weathers-2018", Unread,
        "Weathers et al. 2018",
        "The Clinician-Administered PTSD Scale for DSM-5",
        "";
    WEBPSYCHOLOGY = "webpsychology", Lay,
        "WebPsychology",
        "Depression: interpersonal therapy",
        "https://www.webpsychology.com/article/depression-interpersonal-therapy-ipt";
    WEISSMAN_2000 = "weissman-2000", Primary,
        "Weissman, Markowitz & Klerman 2000",
        "Comprehensive Guide to Interpersonal Psychotherapy",
        "";
    WEISSMAN_2018 = "weissman-2018", Primary,
        "Weissman, Markowitz & Klerman 2018",
        "The Guide to Interpersonal Psychotherapy, updated and expanded edition",
        "https://www.oxfordclinicalpsych.com/view/10.1093/med-psych/9780190662592.001.0001/med-9780190662592-chapter-2";
    WEISSMAN_MOOTZ_2024 = "weissman-mootz-2024", Primary,
        "Weissman & Mootz 2024",
        "Interpersonal psychotherapy across settings and resources",
        "https://academiccommons.columbia.edu/doi/10.7916/83t5-1978";
    WHO_GROUP_IPT = "who-group-ipt", Primary,
        "WHO group IPT",
        "Group Interpersonal Therapy for Depression: the programme and its manual, in summary",
        "https://mhpss.net/toolkit/curated-space-for-psychological-interventions/resource/interpersonal-psychotherapy-ipt";
    WHO_GROUP_TRIAL = "who-group-trial", Primary,
        "WHO group IPT, trial",
        "Group IPT as in the programme of the World Health Organization: trial registration ISRCTN15091477",
        "https://www.isrctn.com/ISRCTN15091477";
    /// One page was read, in a copy: items 10 to 15 of a checklist, with notes.
    WILFLEY_2000 = "wilfley-2000", Primary,
        "Wilfley et al. 2000",
        "Interpersonal Psychotherapy for Group",
        "";
    WILFLEY_2002 = "wilfley-2002", Primary,
        "Wilfley et al. 2002",
        "Group CBT and group IPT for overweight people with binge eating disorder",
        "https://jamanetwork.com/journals/jamapsychiatry/fullarticle/206650";
    WILSON_2010 = "wilson-2010", Primary,
        "Wilson et al. 2010",
        "Psychological treatments of binge eating disorder: abstract in Evid Based Ment Health 13:48, and trial registration NCT00060762",
        "https://ebmh.bmj.com/content/13/2/48";
    YOUNG_1978 = "young-1978", Unread,
        "Young et al. 1978",
        "The Young Mania Rating Scale",
        "";
    YOUNG_2016 = "young-2016", Primary,
        "Young, Mufson & Schueler 2016",
        "Preventing Adolescent Depression: Interpersonal Psychotherapy-Adolescent Skills Training (abstracts of chapters)",
        "https://www.oxfordclinicalpsych.com/view/10.1093/med:psych/9780190243180.001.0001/med-9780190243180-chapter-5";
    YPM_SWEDEN = "ypm-sweden", Lay,
        "YPM, Sweden",
        "Interpersonal therapy",
        "http://ypm.se/arbetsmetoder/itp/";
    ZERO_SUICIDE = "zero-suicide", Secondary,
        "Zero Suicide toolkit",
        "Zero Suicide toolkit: policy for missed appointments, same-day access",
        "";
    /// The year was not seen.
    ZLOTNICK_PREVENTION = "zlotnick-prevention", Primary,
        "Zlotnick and colleagues",
        "An IPT group in pregnancy to prevent depression after birth among women on public assistance: trial of 205 women (abstract)",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4641029";
}
