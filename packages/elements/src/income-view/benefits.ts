import type { Payment } from '@medborgarnavet/model';

/** What a benefit is, for a person who has never heard its name. */
export interface Benefit {
  /** The authority's own name. */
  readonly name: string;
  /** In easy Swedish: LIX 25 at most. */
  readonly plain: string;
}

const benefit = (name: string, plain: string): Benefit => ({ name, plain });

const WORK_PROGRAM = 'Pengar när du är med i ett program som ger dig stöd att få jobb.';
const PENSION = 'Pengar varje månad till dig som har blivit äldre och slutat jobba.';
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
  US: benefit('Underhållsstöd', 'Pengar till ditt barn. Den andra föräldern ger för lite.'),
  UST: benefit('Underhållsstöd', 'Pengar till ditt barn. Den andra föräldern ger för lite.'),
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
  GRUND: benefit('Studiemedel', STUDY_GRANT),
  GRUNDU: benefit('Studiemedel', STUDY_GRANT),
  GRUNDB: benefit('Studiemedel, bidrag', STUDY_GRANT),
  GRUNDL: benefit('Studiemedel, lån', STUDY_LOAN),
  MLÅN: benefit('Merkostnadslån', STUDY_LOAN),
  MLÅNU: benefit('Merkostnadslån', STUDY_LOAN),
  TLÅN: benefit('Tilläggslån', STUDY_LOAN),
  TILB: benefit('Tilläggsbidrag', 'Extra pengar när du studerar och har barn.'),
  TBID: benefit('Tilläggsbidrag', 'Extra pengar när du studerar och har barn.'),
  SSSTÖD: benefit('Studiestartsstöd', 'Pengar när du börjar läsa igen efter en tid utan jobb.'),
  OSS: benefit('Omställningsstudiestöd', 'Pengar när du har jobbat länge och läser för att byta jobb.'),
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
  individuppgifter: benefit('Lön', 'Pengar från ditt jobb. Chefen har sagt till staten vad du fick.'),
  skattekonto: benefit('Återbetald skatt', 'Du har betalat för mycket skatt. Nu får du pengar tillbaka.'),
};

/** What was taken from a payment, and why: by the authority's own code. LIX 25 at most. */
export const DEDUCTIONS: Readonly<Record<string, string>> = {
  KVI: 'Du har fått för mycket pengar förut. De tar tillbaka en del nu.',
  'PM:KVIKAN': 'Du har fått för mycket pengar förut. De tar tillbaka en del nu.',
  'PM:KVIOVR': 'Du har fått för mycket pengar förut. De tar tillbaka en del nu.',
  SKV: 'Du är skyldig staten pengar. De tar en del nu.',
  INF: 'Du har en skuld. Kronofogden tar en del för att betala den.',
  'PM:UTMATNING': 'Du har en skuld. Kronofogden tar en del för att betala den.',
  'PM:UTMHELA': 'Du har en skuld. Kronofogden tar pengar för att betala den.',
  'PM:UTMTV': 'Du har en skuld. Kronofogden tar en del för att betala den.',
  SOC: 'Den här delen gick till kommunen. Du hade redan fått hjälp därifrån.',
  'PM:SOCAVDRAG': 'Den här delen gick till kommunen. Du hade redan fått hjälp därifrån.',
  ALA: 'Du hade lön den tiden. Därför blev det mindre.',
  UMG: 'Barnet bodde hos den andra föräldern en tid. Därför blev det mindre.',
  INC: 'De tar undan pengar som du är skyldig CSN.',
  UTF: 'Du är skyldig pengar i ett annat land. De tar en del nu.',
  ART: 'Du är skyldig pengar i ett annat land. De tar en del nu.',
};

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** What the payment is: by its own code, else by its parts' if there is one kind only. Undefined for what nobody knows. */
export function benefitOf({
  benefit: { code },
  parts,
}: Pick<Payment, 'benefit' | 'parts'>): Benefit | undefined {
  const known = own(BENEFITS, code);
  // A family such as Dagersättning says less than the one thing that it is made of.
  const codes = new Set(parts.map((part) => part.benefit.code));
  const [only] = codes.size === 1 ? codes : [];
  const part = only === undefined ? undefined : own(BENEFITS, only);
  return code === 'DAG' ? (part ?? known) : (known ?? part);
}

export function whyDeducted(code: string): string | undefined {
  return own(DEDUCTIONS, code);
}
