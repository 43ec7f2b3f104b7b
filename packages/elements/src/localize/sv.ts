import { SOURCE_NAMES } from '@medborgarnavet/model';
import type { Texts } from './texts.ts';

const FILL_IN = 'Du kan fylla i beloppen själv i formuläret.';
const TRY_LATER = 'Försök igen om en stund, eller fyll i beloppen själv i formuläret.';

/** Swedish: the source of all other languages. */
export const sv: Texts = {
  prefill: {
    heading: 'Hämta dina inkomster',
    what: (months) =>
      `Vi kan hämta det som betalas ut till dig${months === undefined ? '' : ` under ${months}`}.`,
    from: 'Vi frågar:',
    purpose:
      'Uppgifterna används bara i din ansökan om ekonomiskt bistånd. Inget hämtas förrän du trycker på knappen.',
    fetch: 'Hämta dina inkomstuppgifter',
    again: 'Om du hämtar igen byts de hämtade beloppen ut. Det som du själv har skrivit står kvar.',
    asking: 'Vi hämtar nu. Det kan ta en stund. Vi frågar:',
    resuming: 'Vi öppnar det som du har hämtat förut.',
    meanwhile: 'Du kan fylla i formuläret medan du väntar.',
    fetched: (when) => `Hämtat ${when}.`,
    complete: 'Alla har svarat.',
    completeWithNothing: 'Alla har svarat. Ingen hade något att visa.',
    incomplete: 'En del kunde inte kontrolleras. Läs nedan vad du behöver fylla i själv.',
    sourcesHeading: 'Så svarade de',
    howToCorrect:
      'Stämmer ett belopp inte? Skriv det rätta i fältet Rätt belopp. Om det stämmer lämnar du fältet tomt.',
    manual: 'Du kan också fylla i allt själv, utan att hämta.',
    groups: {
      FK: 'Försäkringskassan',
      PM: 'Pensionsmyndigheten',
      CSN: 'CSN',
      other: 'Andra inkomster',
    },
    correction: 'Rätt belopp',
    comment: 'Kommentar',
    retrieved: 'Hämtat belopp',
  },
  row: {
    notFetched: 'Inte hämtat',
    notCovered: 'Kan inte hämtas. Fyll i om du har fått pengar.',
    nothing: 'Inget hämtat',
    setAside: 'Hämtat men inte medräknat. Se längst ner.',
    unchecked: 'Kunde inte kontrolleras. Fyll i själv.',
    maybeMore: 'Det kan finnas mer, som inte kunde kontrolleras.',
    paidOn: (date) => `Betalades ut ${date}`,
    plannedFor: (date) => `Ska betalas ut ${date}`,
    severalPayments: (count) => `${count} utbetalningar`,
    from: (payer) => `Från ${payer}`,
  },
  source: {
    names: SOURCE_NAMES,
    answered: 'Svarat',
    nothing: 'Inget hos dem',
    unchecked: 'Kunde inte kontrolleras',
    notAsked: 'Inte tillfrågad',
    asked: (from, to) => `Svaret gäller bara ${from}–${to}.`,
    section: (name, verdict) => `${name}: ${verdict}`,
    reasons: {
      timeout: { why: 'De svarade inte i tid.', advice: TRY_LATER },
      unavailable: { why: 'Deras tjänst är stängd just nu.', advice: TRY_LATER },
      fault: { why: 'Något gick fel hos dem.', advice: TRY_LATER },
      'partly-missing': { why: 'De kunde bara svara på en del.', advice: 'Fyll i själv det som saknas.' },
      'not-allowed': { why: 'Kommunen får inte fråga om detta.', advice: FILL_IN },
      rejected: { why: 'De tog inte emot frågan.', advice: FILL_IN },
      unreadable: { why: 'Svaret gick inte att läsa.', advice: FILL_IN },
      'unknown-status': {
        why: 'Svaret går inte att tolka.',
        advice: 'Fyll i själv om du har fått pengar därifrån.',
      },
      'no-answer': { why: 'De fanns inte med i svaret.', advice: TRY_LATER },
      'outside-window': { why: 'De svarar inte för den tiden.', advice: FILL_IN },
    },
  },
  setAside: {
    heading: 'Hämtat men inte medräknat',
    reasons: {
      'other-period': 'hör till en annan månad',
      undated: 'har inget datum',
      planned: 'är inte utbetalt än',
      'possible-duplicate': 'räknas redan på en annan rad',
      'no-row': 'har ingen rad i formuläret',
    },
  },
  amount: {
    'not-an-amount': 'Skriv beloppet med siffror, till exempel 1250 eller 1250,50.',
    ambiguous: 'Beloppet kan betyda två saker. Skriv till exempel 1234 eller 1,23.',
    'too-large': 'Beloppet är för stort. Skriv högst 10 000 000.',
  },
  problems: {
    'not-signed-in': {
      heading: 'Du är inte inloggad.',
      advice: 'Det du skriver här kan inte sparas nu. Skriv av det först. Logga sedan in igen.',
    },
    'session-expired': {
      heading: 'Du har blivit utloggad.',
      advice: 'Det du skriver här kan inte sparas nu. Skriv av det först. Logga sedan in igen.',
    },
    'no-application': {
      heading: 'Du har ingen öppen ansökan.',
      advice: 'Börja en ansökan. Då kan du hämta dina inkomster i den.',
    },
    'not-eligible': { heading: 'Du kan inte hämta inkomster här.', advice: FILL_IN },
    'purpose-refused': {
      heading: 'Vi får bara hämta till en ansökan som du tänker lämna in.',
      advice: 'Börja en ansökan om du vill hämta dina inkomster.',
    },
    'upstream-unavailable': { heading: 'Vi når inte myndigheterna just nu.', advice: TRY_LATER },
    'upstream-timeout': { heading: 'Myndigheterna svarade inte i tid.', advice: TRY_LATER },
    'too-many-requests': {
      heading: 'Du har hämtat många gånger på kort tid.',
      advice: 'Vänta en minut och försök sedan igen. Du kan fylla i beloppen själv så länge.',
    },
    conflict: {
      heading: 'Ansökan har ändrats någon annanstans.',
      advice: 'Öppna sidan på nytt. Kontrollera sedan det som du har skrivit.',
    },
    'invalid-input': {
      heading: 'Det går inte att hämta för den perioden.',
      advice: FILL_IN,
    },
    'unsupported-version': {
      heading: 'Sidan behöver öppnas på nytt.',
      advice: 'Öppna sidan på nytt och försök igen.',
    },
    internal: { heading: 'Något gick fel hos kommunen.', advice: TRY_LATER },
    'no-endpoint': { heading: 'Det går inte att hämta på den här sidan.', advice: FILL_IN },
    'wrong-endpoint': { heading: 'Tjänsten för att hämta finns inte där den ska.', advice: FILL_IN },
    offline: {
      heading: 'Ingen kontakt med kommunen.',
      advice: 'Kontrollera att du har internet och försök igen. Det som du har skrivit finns kvar.',
    },
    'too-slow': { heading: 'Det tog för lång tid att hämta.', advice: TRY_LATER },
    'unreadable-answer': { heading: 'Svaret från kommunen gick inte att läsa.', advice: TRY_LATER },
  },
};
