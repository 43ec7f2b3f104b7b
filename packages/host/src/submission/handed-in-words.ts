import type {
  CorrectionReason,
  MissingIncome,
  OwnIncomeType,
  Payment,
  SetAsideReason,
  UncheckedReason,
  Verdict,
} from '@medborgarnavet/model';

// What the authority reads, in Swedish whatever language the person has used. What the person has chosen stands in the words
// that it was chosen in.

export const REASONS: Readonly<Record<CorrectionReason, string>> = {
  'wrong-amount': 'Beloppet är fel',
  'not-received': 'Jag har inte fått pengarna',
  'other-period': 'Det gäller en annan månad',
  'paid-to-other': 'Någon annan fick pengarna',
  other: 'Annat',
};

export const OWN_INCOMES: Readonly<Record<OwnIncomeType, string>> = {
  lon: 'Lön efter skatt',
  swish: 'Swish, insättning eller gåva',
  tjanstepension: 'Tjänstepension eller försäkring',
  underhallsbidrag: 'Underhållsbidrag',
  inneboende: 'Hyra från inneboende eller barn',
  'annan-kommun': 'Bistånd från en annan kommun',
  annat: 'Annat',
};

export const MISSING: Readonly<Record<MissingIncome | 'not-shown', string>> = {
  nothing: 'Inget fanns att hämta',
  unchecked: 'Kunde inte kontrolleras',
  'not-fetched': 'Inte hämtat',
  // Whether anything was fetched is not known to the page, and so not to the person.
  'not-shown': 'Kunde inte visas',
};

export const VERDICTS: Readonly<Record<Verdict, string>> = {
  answered: 'Svarat',
  nothing: 'Svarat: inga utbetalningar',
  unchecked: 'Kunde inte kontrolleras',
  'not-asked': 'Inte tillfrågad',
};

export const UNCHECKED: Readonly<Record<UncheckedReason, string>> = {
  timeout: 'Svarade inte i tid',
  unavailable: 'Tjänsten var stängd',
  fault: 'Något gick fel hos dem',
  'partly-missing': 'Kunde bara svara på en del',
  'not-allowed': 'Kommunen fick inte fråga om detta',
  rejected: 'Tog inte emot frågan',
  unreadable: 'Svaret gick inte att läsa',
  'unknown-status': 'Svaret gick inte att tolka',
  'no-answer': 'Fanns inte med i svaret',
  'outside-window': 'Svarar inte för den tiden',
  withheld: 'Visades inte, eftersom Försäkringskassan inte kunde kontrolleras',
};

export const SET_ASIDE: Readonly<Record<SetAsideReason, string>> = {
  'other-period': 'Hör till en annan månad',
  undated: 'Har inget datum',
  planned: 'Är inte utbetalt än',
  'possible-duplicate': 'Räknas redan på en annan rad',
  'no-row': 'Har ingen rad i formuläret',
};

export const STATUSES: Readonly<Record<Payment['status'], string>> = {
  paid: 'Utbetald',
  planned: 'Ska betalas ut',
};

/** The levels of Sweden's tillitsramverk, by their identifiers. Another is told as it stands. */
const LEVELS: Readonly<Record<string, string>> = {
  'http://id.elegnamnden.se/loa/1.0/loa2': 'tillitsnivå 2',
  'http://id.elegnamnden.se/loa/1.0/loa3': 'tillitsnivå 3',
  'http://id.elegnamnden.se/loa/1.0/loa4': 'tillitsnivå 4',
};

export function tellLevel(level: string): string {
  return LEVELS[level] ?? level;
}
