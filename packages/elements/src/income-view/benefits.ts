/** What a benefit is, for a person who has never heard its name. */
export interface Benefit {
  /** The authority's own name. */
  readonly name: string;
  /** In easy Swedish: LIX 25 at most. */
  readonly plain: string;
}

const benefit = (name: string, plain: string): Benefit => ({ name, plain });

// Only data here: what is found by it, and how, is in income-view.benefit.ts.

const WORK_PROGRAM = 'Pengar när du är med i ett program som ger dig stöd att få jobb.';
const PENSION = 'Pengar varje månad till dig som har blivit äldre.';
const STUDIES = 'Pengar till dig som studerar.';
const STUDY_GRANT = 'Pengar när du studerar. Du ska inte betala tillbaka dem.';
const STUDY_LOAN = 'Ett lån när du studerar. Du ska betala tillbaka det sen.';
const SCHOOL = 'Pengar när du går på gymnasiet. Du ska inte betala tillbaka dem.';
const BOARDING = 'Pengar när du bor borta för att gå i skolan.';
const EXTRA = 'Extra pengar när du går i skolan och familjen har lite pengar.';

/** By the authority's own code, as the rows of the form have them, and the parts of payments that are common. */
export const BENEFITS: Readonly<Record<string, Benefit>> = {
  // Försäkringskassan
  ABB: benefit('Barnbidrag', 'Pengar varje månad till dig som har barn. Fler barn ger lite mer.'),
  MABB: benefit('Barnbidrag', 'Barnbidrag som du får själv, fast du är ung.'),
  BB: benefit('Barnbidrag', 'Pengar varje månad till dig som har barn.'),
  FBT: benefit('Flerbarnstillägg', 'Lite mer pengar till dig som har två barn eller fler.'),
  BOB: benefit('Bostadsbidrag', 'Hjälp att betala hyran. Du får det om du har barn eller är ung.'),
  BBI: benefit('Bostadsbidrag', 'Hjälp att betala hyran. Du får det om du har barn eller är ung.'),
  DAG: benefit('Dagersättning', 'Pengar för dagar. Du kan få det när du är sjuk eller hemma med barn.'),
  SJP: benefit('Sjukpenning', 'Pengar när du är sjuk och inte kan jobba.'),
  FSJP: benefit('Förebyggande sjukpenning', 'Pengar när du får vård för att inte bli sjuk.'),
  RBE: benefit('Rehabiliteringsersättning', 'Pengar när du tränar på att kunna jobba igen.'),
  FP: benefit('Föräldrapenning', 'Pengar när du är hemma med ditt barn.'),
  TFP: benefit('Tillfällig föräldrapenning', 'Pengar när ditt barn är sjukt. Det kallas ofta vab.'),
  GP: benefit('Graviditetspenning', 'Pengar när du väntar barn och inte kan ha kvar ditt vanliga jobb.'),
  NP: benefit('Närståendepenning', 'Pengar när du tar hand om någon som är mycket sjuk.'),
  SBP: benefit('Smittbärarersättning', 'Pengar när du kan smitta andra och inte får jobba.'),
  DPE: benefit('Dagpenning till totalförsvarspliktiga', 'Pengar när du gör din plikt för landet.'),
  PROG: benefit('Programersättning', WORK_PROGRAM),
  PJOB: benefit('Jobb- och utvecklingsgarantin', WORK_PROGRAM),
  AMP: benefit('Arbetsmarknadspolitiskt program', WORK_PROGRAM),
  AS: benefit('Aktivitetsstöd', WORK_PROGRAM),
  EE: benefit('Etableringsersättning', 'Pengar när du är ny i Sverige. Du lär dig språket eller söker jobb.'),
  UE: benefit('Utvecklingsersättning', 'Pengar när du är ung och med i ett program för att få jobb.'),
  ET: benefit('Etableringstillägg', 'Extra pengar när du är ny i Sverige och har barn hemma.'),
  ETB: benefit('Etableringstillägg', 'Extra pengar när du är ny i Sverige och har barn hemma.'),
  EJO: benefit('Etableringsjobb', 'Pengar när du är ny i Sverige och har ett jobb med stöd av staten.'),
  SA: benefit('Sjukersättning', 'Pengar till dig som är sjuk länge och inte kan jobba.'),
  SE: benefit('Sjukersättning', 'Pengar till dig som är sjuk länge och inte kan jobba.'),
  AE: benefit('Aktivitetsersättning', 'Pengar till dig som är ung, är sjuk länge och inte kan jobba.'),
  YL: benefit('Yrkesskadelivränta', 'Pengar till dig som har blivit sjuk eller skadad av ditt jobb.'),
  AP: benefit('Allmän pension', PENSION),
  OMV: benefit(
    'Omvårdnadsbidrag',
    'Pengar till dig som har ett barn som är sjukt eller har svårt att klara sig.',
  ),
  OMB: benefit(
    'Omvårdnadsbidrag',
    'Pengar till dig som har ett barn som är sjukt eller har svårt att klara sig.',
  ),
  VB: benefit('Vårdbidrag', 'Pengar till dig som har ett barn som är sjukt. Det är en äldre form av stöd.'),
  BTI: benefit('Bostadstillägg', 'Hjälp att betala hyran när du har pension eller är sjuk länge.'),
  BTP: benefit('Bostadstillägg', 'Hjälp att betala hyran när du har pension.'),
  EP: benefit('Efterlevandepension', 'Pengar till dig när någon i din familj har dött.'),
  MEK: benefit('Merkostnadsersättning', 'Pengar till dig som måste köpa mer för att du är sjuk.'),
  HE: benefit(
    'Handikappersättning',
    'Pengar till dig som behöver stöd för att klara dig. Det är en äldre form.',
  ),
  US: benefit('Underhållsstöd', 'Pengar till barnet när föräldrarna inte bor ihop.'),
  UST: benefit('Underhållsstöd', 'Pengar till barnet när föräldrarna inte bor ihop.'),
  // Pensionsmyndigheten
  'PM:AP': benefit('Allmän pension', PENSION),
  'PM:IP': benefit('Inkomstpension', 'Pension som du har fått för att du har jobbat.'),
  'PM:GARP': benefit('Garantipension', 'Pension till dig som har haft låg lön eller ingen lön.'),
  'PM:BTI': benefit('Bostads- och inkomststöd', 'Hjälp med hyra och mat när du har låg pension.'),
  'PM:BTP': benefit('Bostadstillägg', 'Hjälp att betala hyran när du har pension.'),
  'PM:AFS': benefit(
    'Äldreförsörjningsstöd',
    'Pengar till dig som är äldre och har lite eller ingen pension.',
  ),
  'PM:EF': benefit('Efterlevandeförmåner', 'Pengar till dig när någon i din familj har dött.'),
  // CSN
  GRUND: benefit('Studiemedel', STUDIES),
  GRUNDU: benefit('Studiemedel', STUDIES),
  GRUNDB: benefit('Studiemedel, bidrag', STUDY_GRANT),
  GRUNDF: benefit('Studiemedel, högre bidrag', STUDY_GRANT),
  GRUNDL: benefit('Studiemedel, lån', STUDY_LOAN),
  GRUNFL: benefit('Studiemedel, lån', STUDY_LOAN),
  MERKL: benefit('Merkostnadslån', STUDY_LOAN),
  TILL: benefit('Tilläggslån', STUDY_LOAN),
  MLÅN: benefit('Merkostnadslån', STUDY_LOAN),
  MLÅNU: benefit('Merkostnadslån', STUDY_LOAN),
  TLÅN: benefit('Tilläggslån', STUDY_LOAN),
  TILB: benefit('Tilläggsbidrag', 'Extra pengar när du studerar och har barn.'),
  TBID: benefit('Tilläggsbidrag', 'Extra pengar när du studerar och har barn.'),
  SSSTÖD: benefit('Studiestartsstöd', 'Pengar när du börjar läsa igen efter en tid utan jobb.'),
  OSS: benefit('Omställningsstudiestöd', 'Pengar när du har jobbat länge och läser för att byta jobb.'),
  OSSBID: benefit('Omställningsstudiestöd, bidrag', STUDY_GRANT),
  OSSLÅN: benefit('Omställningsstudiestöd, lån', STUDY_LOAN),
  SH: benefit('Studiehjälp', SCHOOL),
  SHU: benefit('Studiehjälp', SCHOOL),
  SB: benefit('Studiebidrag', SCHOOL),
  SBU: benefit('Studiebidrag', SCHOOL),
  STUDB: benefit('Studiebidrag', SCHOOL),
  EXTRA: benefit('Extra tillägg', EXTRA),
  EXTRAU: benefit('Extra tillägg', EXTRA),
  LÄRLE: benefit('Lärlingsersättning', 'Pengar när du går i skola och lär dig på ett jobb.'),
  INACK: benefit('Inackorderingstillägg', BOARDING),
  INACKU: benefit('Inackorderingstillägg', BOARDING),
  HUT: benefit(
    'Hemutrustningslån',
    'Ett lån till möbler när du är ny i Sverige. Du ska betala tillbaka det.',
  ),
  // Others
  arbetsloshetsersattning: benefit(
    'Arbetslöshetsersättning',
    'Pengar från din a-kassa när du inte har jobb.',
  ),
  individuppgifter: benefit(
    'Lön',
    'Pengar från ditt jobb. Din arbetsgivare har sagt till Skatteverket hur mycket det var.',
  ),
  skattekonto: benefit(
    'Återbetald skatt',
    'Du har betalat för mycket skatt. Därför fick du pengar tillbaka.',
  ),
};

/** Levels that an amount is counted at: a part goes by such a name, in lower case here. */
export const LEVELS: Readonly<Record<string, string>> = {
  sjukpenningnivå: 'Så kallas nivån som räknas på lönen.',
  grundnivå: 'Så kallas nivån när lönen är låg eller inte finns.',
  lägstanivå: 'Så kallas den nivå som ger minst pengar.',
};

/** Benefits that tax is drawn from, by name in lower case. */
export const TAXED: ReadonlySet<string> = new Set([
  ...['sjukpenning', 'förebyggande sjukpenning', 'sjukersättning', 'aktivitetsersättning'],
  ...['sjuk- och aktivitetsersättning', 'rehabiliteringsersättning', 'smittbärarersättning'],
  ...['föräldrapenning', 'tillfällig föräldrapenning', 'graviditetspenning', 'närståendepenning'],
  ...['aktivitetsstöd', 'omvårdnadsbidrag', 'arbetsskadelivränta', 'yrkesskadelivränta'],
  ...['allmän pension', 'inkomstpension', 'garantipension', 'tilläggspension', 'premiepension'],
]);

/** Benefits of which a person has the whole, a half or another share, by name in lower case. */
export const SHARED: ReadonlySet<string> = new Set([
  ...['sjukpenning', 'sjukersättning', 'aktivitetsersättning', 'sjuk- och aktivitetsersättning'],
]);

/** The parts of CSN's payments that are loans, and the forms of support that may have such parts (facts §4.4). */
export const LOANS: ReadonlySet<string> = new Set(['GRUNDL', 'GRUNFL', 'MERKL', 'TILL', 'HUT', 'OSSLÅN']);
export const MAYBE_LOANS: ReadonlySet<string> = new Set(['GRUND', 'GRUNDU', 'OSS']);

/** What is said of them, after what they are. */
export const LOAN_TEXTS = {
  none: 'Du ska inte betala tillbaka dem.',
  some: 'En del är lån. Lånet ska du betala tillbaka.',
  all: 'De är ett lån som du ska betala tillbaka.',
  unknown: 'En del kan vara lån som du ska betala tillbaka.',
} as const;
