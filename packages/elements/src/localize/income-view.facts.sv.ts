import type { Texts } from './texts.ts';
import type { FactTexts } from './income-view.fact-texts.ts';
import { sv } from './sv.ts';

const ofFullTime = (extent: string | undefined): string =>
  extent === undefined ? '' : `, ${extent} av heltid`;
const spaced = (text: string | undefined): string => (text === undefined || text === '' ? '' : ` ${text}`);

const onDays = (what: string, dates: string | undefined): string =>
  dates === undefined ? `${what}. Vi vet inte vilken dag.` : `${what} ${dates}.`;

const LATER = 'Försök igen senare, eller fråga dem.';
const ASK = 'Fråga dem om du behöver veta.';

const why = sv.source.reasons;

/** Of what lies behind the payments: there is nothing to fill in instead. */
export const backgroundSource: Texts['source'] = {
  ...sv.source,
  nothing: 'Inga beslut eller andra uppgifter',
  section: (name, verdict) => `Beslut och annat, ${name}: ${verdict}`,
  reasons: {
    timeout: { ...why.timeout, advice: LATER },
    unavailable: { ...why.unavailable, advice: LATER },
    fault: { ...why.fault, advice: LATER },
    'partly-missing': { ...why['partly-missing'], advice: LATER },
    'not-allowed': { ...why['not-allowed'], advice: ASK },
    rejected: { ...why.rejected, advice: ASK },
    unreadable: { ...why.unreadable, advice: ASK },
    'unknown-status': { ...why['unknown-status'], advice: ASK },
    'no-answer': { ...why['no-answer'], advice: LATER },
    'outside-window': { ...why['outside-window'], advice: ASK },
    withheld: { ...why.withheld, advice: LATER },
  },
};

export const factsSv: FactTexts = {
  headings: {
    decision: 'Beslut',
    application: 'Ansökan',
    'programme-days': 'Dagar i programmet',
    'programme-placement': 'Plats i program',
    'maintenance-debt': 'Skuld',
    'study-support': 'Studiestöd',
    'unemployment-fund': 'A-kassa',
    'job-seeker': 'Arbetssökande',
    capital: 'Inkomst av kapital',
    'tax-decision': 'Beslut om skatt',
    'tax-account': 'Skattekonto',
    business: 'Företag',
    vehicle: 'Fordon',
    permit: 'Tillstånd',
    arrival: 'Ankomst till Sverige',
  },
  named: (heading, name) => `${heading}: ${name}`,
  words: {
    beviljan: 'du fick ja (beviljat)',
    beviljande: 'du fick ja (beviljat)',
    bifall: 'du fick ja (bifall)',
    avslag: 'du fick nej (avslag)',
    beslutad: 'beslutat',
    initierad: 'påbörjat',
    initierat: 'påbörjat',
    avslutad: 'avslutat',
    retroaktiv: 'i efterhand',
    pb: 'personbil',
    lb: 'lastbil',
    mc: 'motorcykel',
    bu: 'buss',
    sl: 'släp',
    tr: 'traktor',
  },
  often: {
    månadsvis: 'per månad',
    'per månad': 'per månad',
    månad: 'per månad',
    'per dag': 'per dag',
    dag: 'per dag',
    'per vecka': 'per vecka',
    vecka: 'per vecka',
    'per kvartal': 'per kvartal',
    kvartal: 'per kvartal',
    'per år': 'per år',
    årsvis: 'per år',
    år: 'per år',
  },
  list: (things) => [things.slice(0, -1).join(', '), ...things.slice(-1)].filter(Boolean).join(' och '),
  decided: (date) => `Beslutet togs ${date}.`,
  final: 'Beslutet är slutligt.',
  notFinal: 'Beslutet kan ändras. Det är inte slutligt än.',
  outcome: (outcome) => `Så gick det: ${outcome}.`,
  valid: (span) => `Det gäller ${span}.`,
  ended: (span) => `Det gällde ${span}. Det har gått ut.`,
  amount: (amount, often, isTaxed) => `Beloppet är ${amount}${spaced(often)}${isTaxed ? ' före skatt' : ''}.`,
  extent: (percent) => `Det är ${percent} av heltid.`,
  extentOfDay: (percent) => `Det är ${percent} av en hel dag.`,
  getsShare: (share) => `Det är ${share}.`,
  days: (days) => `Beslutet är för ${days} dagar.`,
  level: (percent, times) =>
    percent === undefined ? `Det finns en del till${spaced(times)}.` : `Nivån är ${percent}${spaced(times)}.`,
  share: (percent, isAll) => (isAll ? 'Du får hela bidraget.' : `Du får ${percent} av bidraget.`),
  received: (date) => `De fick ansökan ${date}.`,
  appliedFor: (span) => `Ansökan gäller ${span}.`,
  applications: {
    open: 'De har inte bestämt än.',
    closed: 'Ärendet är avslutat.',
    refused: 'Du fick nej.',
  },
  programmeDays: (used) => `Du har använt ${used} dagar.`,
  programmeDaysAll: 'Du har använt alla dagar.',
  placed: 'Arbetsförmedlingen har gett dig en plats i ett program (programanvisning).',
  programme: (name) => `Programmet är: ${name}.`,
  maintenanceDebt: 'Du har en skuld till Försäkringskassan för underhållsstöd (underhållsskuld).',
  debt: (amount) => `Skulden är ${amount}.`,
  debtIsNoIncome: 'Det är pengar att betala. Det är inte pengar som du får.',
  status: (status) => `Ärendet är ${status}.`,
  applied: (during, extent) => `Du sökte${spaced(during)}${ofFullTime(extent)}.`,
  appliedLoan: (wanted) => (wanted ? 'Du sökte också lån.' : 'Du sökte inte lån.'),
  granted: (during, extent) => `Du fick ja${spaced(during)}${ofFullTime(extent)}.`,
  basicExtent: (percent) => `Av det är ${percent} på grundskolans nivå.`,
  part: (name, amount) => `${name} ${amount}`,
  parts: (parts) => `I det ingår ${parts}.`,
  plan: {
    paid: {
      given: (amount, dates) => onDays(`De betalade ut ${amount}`, dates),
      taken: (amount, dates) => onDays(`De tog tillbaka ${amount}`, dates),
    },
    planned: {
      given: (amount, dates) => onDays(`De ska betala ut ${amount}`, dates),
      taken: (amount, dates) => onDays(`De ska ta tillbaka ${amount}`, dates),
    },
  },
  suspended: (span, isOver) =>
    isOver
      ? `Du fick inga pengar ${span}, eftersom du var avstängd då.`
      : `Du får inga pengar ${span}, eftersom du är avstängd då.`,
  paymentRequested: (is) => (is ? 'Du har bett om pengar.' : 'Du har inte bett om pengar.'),
  paidDays: (days, months) => `De har betalat för ${days} dagar under ${months}.`,
  registered: (is) => (is ? 'Du är inskriven.' : 'Du är inte inskriven.'),
  category: (category) => `Du hör till gruppen: ${category}.`,
  from: (date) => `Du skrevs in ${date}.`,
  until: (date, isOver) => `Inskrivningen ${isOver ? 'slutade' : 'slutar'} ${date}.`,
  looksFor: (percent) => `Du söker arbete på ${percent} av heltid.`,
  reports: {
    submitted: 'Du har lämnat din aktivitetsrapport.',
    'not-submitted': 'Du har inte lämnat din aktivitetsrapport.',
    'not-known': 'Vi vet inte om du har lämnat din aktivitetsrapport.',
  },
  reported: (date) => `Rapporten kom in ${date}.`,
  fund: (name) => `Du har sagt att du är med i ${name}.`,
  year: (year) => `Det gäller år ${year}.`,
  capitalIncome: (amount) => `Inkomst av kapital är ${amount}.`,
  capitalSurplus: (amount, isDeficit) => `${isDeficit ? 'Underskott' : 'Överskott'} av kapital är ${amount}.`,
  employment: (amount) => `Överskott av tjänst, till exempel lön, är ${amount}.`,
  assessed: (amount) => `Inkomsten som de räknar skatt på är ${amount}.`,
  finalTax: (amount) => `Den slutliga skatten är ${amount}.`,
  balance: (amount, isDebt) => `På kontot ${isDebt ? 'saknas' : 'finns'} ${amount}.`,
  interest: (amount) => `Räntan är ${amount}.`,
  updated: (date) => `Så var det ${date}.`,
  employer: (is) => (is ? 'Du är anmäld som arbetsgivare.' : 'Du är inte anmäld som arbetsgivare.'),
  vat: (is) => (is ? 'Du är anmäld för moms.' : 'Du är inte anmäld för moms.'),
  fTax: (is) => (is ? 'Du har F-skatt.' : 'Du har inte F-skatt.'),
  registration: (number) => `Registreringsnumret är ${number}.`,
  make: (name) => `Märket är ${name}.`,
  vehicleType: (type) => `Typen är ${type}.`,
  modelYear: (year) => `Den är från år ${year}.`,
  permitDecision: (decision) => `De bestämde: ${decision}.`,
  reason: (reason) => `Skälet är: ${reason}.`,
  permanent: (is) => (is ? 'Det är permanent. Det tar inte slut.' : 'Det är för en viss tid.'),
  country: (country) => `Du kom från ${country}.`,
  arrived: (date) => `Du kom ${date}.`,
};
