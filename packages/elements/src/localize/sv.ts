import { SOURCE_NAMES, type SourceCode } from '@medborgarnavet/model';
import type { Texts } from './texts.ts';

const FILL_IN = 'Du kan fylla i beloppen själv i formuläret.';
const TRY_LATER = 'Försök igen om en stund, eller fyll i beloppen själv i formuläret.';

/** The authorities' telephone numbers for people. Not in any reference: a host sees to it that they are right. */
const CONTACTS: Readonly<Record<SourceCode, string>> = {
  FK: 'Försäkringskassan, 0771\u2011524\u00a0524',
  PM: 'Pensionsmyndigheten, 0771\u2011776\u00a0776',
  CSN: 'CSN, 0771\u2011276\u00a0000',
  SO: 'din a-kassa',
  SKV: 'Skatteverket, 0771\u2011567\u00a0567',
  AF: 'Arbetsförmedlingen, 0771\u2011416\u00a0416',
  TNS: 'Transportstyrelsen, 0771\u2011503\u00a0503',
  MIV: 'Migrationsverket, 0771\u2011235\u00a0235',
};

/** Swedish: the source of all other languages. */
export const sv: Texts = {
  lang: 'sv',
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
    waitingFor: (names) => `Vi väntar på svar från ${names}.`,
    slow: 'Det tar längre tid än vanligt. Du behöver inte vänta.',
    stop: 'Sluta vänta',
    stopped: 'Du slutade vänta. Inget nytt hann komma. Du kan hämta igen eller fylla i själv.',
    resuming: 'Vi öppnar det som du har hämtat förut.',
    covered: 'Vi kontrollerar att du fortfarande är inloggad.',
    meanwhile: 'Du kan fylla i formuläret medan du väntar.',
    fetched: (when) => `Hämtat ${when}.`,
    resumed: 'Det är sparat sedan förut.',
    old: (days) =>
      `Uppgifterna är ${days === 1 ? 'från i går' : `${days} dagar gamla`}. Hämta igen om du vill ha det senaste.`,
    complete: 'Alla har svarat.',
    completeWithNothing: 'Alla har svarat. Ingen hade något att visa.',
    incomplete: 'En del kunde inte kontrolleras. Läs nedan vad du behöver fylla i själv.',
    withdraw: 'Ta bort det hämtade',
    withdrawn: 'Det hämtade är borttaget. Det som du själv har skrivit står kvar.',
    signIn: 'Logga in igen',
    signInToGoOn: 'Logga in igen för att fortsätta.',
    sourcesHeading: 'Så svarade de',
    waiting: 'Väntar på svar',
    howToCorrect:
      'Stämmer ett belopp inte? Skriv det rätta i fältet Rätt belopp. Om det stämmer lämnar du fältet tomt.',
    manual: 'Du kan också fylla i allt själv, utan att hämta.',
    notCovered: 'Fyll bara i det som inte kan hämtas.',
    groups: {
      FK: 'Försäkringskassan',
      PM: 'Pensionsmyndigheten',
      CSN: 'CSN',
      other: 'Andra inkomster',
    },
    showMore: (count) => `Visa fler inkomster (${count})`,
    correction: 'Rätt belopp',
    comment: 'Kommentar',
    retrieved: 'Hämtat belopp',
    total: (amount) => `Summa av det som räknas: ${amount}`,
    totalIncomplete: 'Summan kan vara för låg, eftersom allt inte har kontrollerats.',
    totalLacks: (rows) => `Inte medräknat, eftersom beloppet inte går att läsa: ${rows.join(', ')}.`,
  },
  question: {
    text: 'Har du några inkomster?',
    yes: 'Ja',
    no: 'Nej',
    contradicted: 'Du svarar nej, men det finns belopp här. Ändra svaret, eller rätta beloppen.',
  },
  row: {
    notFetched: 'Inte hämtat',
    notCovered: 'Kan inte hämtas. Fyll i om du har fått pengar.',
    nothing: 'Inget hämtat',
    setAside: 'Hämtat men inte medräknat. Se längst ner.',
    unchecked: 'Kunde inte kontrolleras. Fyll i själv.',
    maybeMore:
      'Det kan finnas mer, som inte kunde kontrolleras. Har du fått mer? Skriv då hela summan som rätt belopp: det hämtade plus det som saknas.',
    paidOn: (date) => `Betalades ut ${date}`,
    plannedFor: (date) => `Ska betalas ut ${date}`,
    severalPayments: (count) => `${count} utbetalningar`,
    from: (payer) => `Från ${payer}`,
    effective: (amount) => `Det här räknas: ${amount}`,
    moved: (written, before, now) =>
      `Du skrev ${written} när det hämtade beloppet var ${before}. Nu är det ${now}.`,
    movedToNothing: (written, before) =>
      `Du skrev ${written} när det hämtade beloppet var ${before}. Nu finns inget hämtat belopp.`,
    takeBack: 'Använd det hämtade beloppet',
    undo: 'Ångra',
    takenBack: 'Det hämtade beloppet används igen.',
    undone: 'Ditt belopp är tillbaka.',
    reason: 'Varför stämmer det inte?',
    chooseReason: 'Välj ett skäl',
    contact: (contact) => `Fel i uppgiften? Så får du den ändrad: ${contact}`,
    disputed: (count) =>
      count === 1
        ? 'Du säger att en utbetalning inte stämmer.'
        : `Du säger att ${count} utbetalningar inte stämmer.`,
    added: 'Ny sedan förra hämtningen',
    changed: 'Ändrad sedan förra hämtningen',
  },
  payment: {
    open: (count) => (count === 1 ? 'Visa utbetalningen' : `Visa ${count} utbetalningar`),
    close: 'Dölj',
    behind: 'Visa vad som ligger bakom',
    backTo: (row) => `Tillbaka till ${row} i formuläret`,
    paid: 'Betalades ut',
    planned: 'Ska betalas ut',
    period: 'Gäller',
    gross: 'Före skatt',
    tax: 'Skatt',
    otherDifference: 'Annat avdrag eller tillägg',
    net: 'Du fick',
    netPlanned: 'Du får',
    part: (name) => `Del: ${name}`,
    days: (days) => `${days} dagar`,
    countedByDate: (months, date) => `Räknas i ${months}, eftersom den betalades ut ${date}.`,
    countedAsPlanned: (months, date) => `Räknas i ${months}, eftersom den ska betalas ut ${date}.`,
    countedByPeriod: (months, from) => `Räknas i ${months}, eftersom den gäller från ${from}.`,
    dispute: 'Den här stämmer inte',
    agree: 'Ångra, den stämmer',
    agreed: 'Utbetalningen räknas med igen.',
    disputed: 'Du säger att den inte stämmer. Den räknas inte med.',
    wasBefore: (amount) => `Ändrad. Var ${amount} förra gången.`,
    isNew: 'Ny sedan förra hämtningen.',
  },
  reasons: {
    'wrong-amount': 'Beloppet är fel',
    'not-received': 'Jag har inte fått pengarna',
    'other-period': 'Det gäller en annan månad',
    'paid-to-other': 'Någon annan fick pengarna',
    other: 'Annat',
  },
  changes: {
    heading: 'Finns inte kvar sedan förra hämtningen',
    gone: (payment) => payment,
  },
  own: {
    heading: 'Inkomster som inte kan hämtas',
    neverFetched: (wages) =>
      `${wages ? 'Swish' : 'Lön, Swish'}, tjänstepension, underhållsbidrag och pengar från utlandet kan inte hämtas. Lägg till det som du har fått.`,
    add: 'Lägg till en inkomst',
    legend: (number) => `Egen inkomst ${number}`,
    type: 'Typ av inkomst',
    chooseType: 'Välj',
    types: {
      lon: 'Lön efter skatt',
      swish: 'Swish, insättning eller gåva',
      tjanstepension: 'Tjänstepension eller försäkring',
      underhallsbidrag: 'Underhållsbidrag',
      inneboende: 'Hyra från inneboende eller barn',
      'annan-kommun': 'Bistånd från en annan kommun',
      annat: 'Annat',
    },
    amount: 'Belopp',
    date: 'Datum då du fick pengarna',
    remove: (number) => `Ta bort egen inkomst ${number}`,
  },
  source: {
    names: SOURCE_NAMES,
    answered: 'Svarat',
    nothing: 'Inget hos dem',
    unchecked: 'Kunde inte kontrolleras',
    notAsked: 'Inte tillfrågad',
    asked: (from, to) => `Svaret gäller bara ${from}–${to}.`,
    partAdvice:
      'Har du fått pengar därifrån? Skriv dem på rätt rad. Står det redan ett belopp där skriver du hela summan.',
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
      withheld: { why: 'Svaret visas bara när Försäkringskassan också kan svara.', advice: TRY_LATER },
    },
    contacts: CONTACTS,
  },
  fills: {
    told: (payers, amount) => `${payers}: ${amount}`,
    rest: 'Hämtat som inte har något fält ovan',
    commentMissing: 'Skriv en kommentar om varför beloppet inte stämmer.',
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
  faults: {
    heading: (count) => (count === 1 ? 'En sak behöver ändras' : `${count} saker behöver ändras`),
    brief: (label, what) =>
      `${label}: ${{ amount: 'ändra beloppet', reason: 'säg varför det inte stämmer', kind: 'välj inkomst', comment: 'korta kommentaren', date: 'ändra datumet' }[what]}`,
    reasonMissing: 'Välj varför beloppet inte stämmer, eller skriv en kommentar.',
    ownAmountMissing: 'Skriv beloppet, eller ta bort inkomsten.',
    ownNegative: 'En inkomst kan inte vara mindre än noll. Skriv beloppet utan minus.',
    dateUnreadable: 'Skriv hela datumet, till exempel 2026-10-05, eller töm fältet.',
    commentTooLong: (length, most) =>
      `Kommentaren är för lång: ${length} tecken. Korta den till högst ${most}.`,
    ownTypeMissing: 'Välj vilken inkomst det är, eller ta bort den.',
    answerMissing: 'Svara på om du har några inkomster.',
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
    'upstream-refused': {
      heading: 'Dina inkomster kan inte hämtas här.',
      advice: 'Du behöver fylla i beloppen själv i formuläret. Kontakta kommunen om du behöver hjälp.',
    },
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
    'kept-unreadable': {
      heading: 'Det som du har hämtat går inte att läsa.',
      advice: 'Hämta igen, eller fyll i beloppen själv i formuläret.',
    },
    internal: { heading: 'Något gick fel hos kommunen.', advice: TRY_LATER },
    'no-endpoint': { heading: 'Det går inte att hämta på den här sidan.', advice: FILL_IN },
    'wrong-endpoint': { heading: 'Tjänsten för att hämta finns inte där den ska.', advice: FILL_IN },
    refused: { heading: 'Tjänsten för att hämta är stängd för den här sidan.', advice: FILL_IN },
    offline: {
      heading: 'Ingen kontakt med kommunen.',
      advice: 'Kontrollera att du har internet och försök igen. Det som du har skrivit finns kvar.',
    },
    'too-slow': { heading: 'Det tog för lång tid att hämta.', advice: TRY_LATER },
    'unreadable-answer': { heading: 'Svaret från kommunen gick inte att läsa.', advice: TRY_LATER },
  },
};
