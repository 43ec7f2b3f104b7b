const TOO_MUCH = 'Du har fått för mycket pengar förut. De tar tillbaka en del nu.';
const ENFORCED = 'Du har en skuld. Kronofogden tar en del för att betala den.';
const MUNICIPALITY = 'Den här delen gick till kommunen. Du hade redan fått hjälp därifrån.';
const ABROAD = 'Du är skyldig pengar i ett annat land. De tar en del nu.';
const SETTLED = 'De har räknat om vad du ska ha. Därför drog de av en del.';
const UNSAID = 'De drog av en del. De har inte sagt varför.';
const CARE = 'Du bor eller får vård på ett ställe som kostar pengar. De tar en del till det.';

/**
 * What was taken from a payment, and why: by the authority's own code (facts §4.2). LIX 25 at most. Every code that the
 * contract lists is here.
 */
export const DEDUCTIONS: Readonly<Record<string, string>> = {
  // Försäkringskassan
  AFR: 'Du fick andra pengar för samma tid. Därför blev det mindre.',
  ALA: 'Du hade lön den tiden. Därför blev det mindre.',
  ART: ABROAD,
  AVB: 'Du betalar av en skuld till dem. De tar en del nu.',
  AVR: SETTLED,
  FMF: 'Du fick familjebidrag för samma tid. Därför blev det mindre.',
  FUM: 'Någon annan får ta emot en del åt dig. Det kallas fullmakt.',
  INC: 'De tar undan pengar som du är skyldig CSN.',
  INF: ENFORCED,
  INM: 'De höll kvar en del av pengarna. Fråga dem varför.',
  INU: 'De höll kvar en del som är underhåll till barn.',
  KOA: 'Du får vård som följer ett kontrakt. De tar en del till den.',
  KVI: TOO_MUCH,
  OAV: UNSAID,
  SAV: SETTLED,
  SKV: 'Du är skyldig staten pengar. De tar en del nu.',
  SOC: MUNICIPALITY,
  UMG: 'Barnet bodde hos den andra föräldern en tid. Därför blev det mindre.',
  UTF: ABROAD,
  ÅFA: 'Det gäller en försäkring som du själv har valt. De tar tillbaka en del nu.',
  ÖVA: UNSAID,
  // Pensionsmyndigheten
  'PM:AVDRAGKANTRA': UNSAID,
  'PM:AVDRAGOVRIGT': UNSAID,
  'PM:INSTITUTION': CARE,
  'PM:KVIKAN': TOO_MUCH,
  'PM:KVIOVR': TOO_MUCH,
  'PM:SOCAVDRAG': MUNICIPALITY,
  'PM:UTLFORDRAN': ABROAD,
  'PM:UTMATNING': ENFORCED,
  'PM:UTMHELA': 'Du har en skuld. Kronofogden tar pengar för att betala den.',
  'PM:UTMTV': ENFORCED,
  'PM:UH': 'De drog av en del som de kallar underhåll. Fråga dem vad det gäller.',
  // The a-kassor tell what remains after tax, and what was paid out. What is between them is told under this code.
  avdrag: 'Något drogs av efter skatten. Det kan vara en avgift eller en skuld. A-kassan har inte sagt vad.',
};
