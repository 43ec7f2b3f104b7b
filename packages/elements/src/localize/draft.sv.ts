import type { DraftTexts } from './draft.texts.ts';

const STANDS = 'Det du skrivit finns kvar på sidan.';
const LATER = 'Försök igen om en stund.';
const NOT_HERE =
  'Kopiera det du skrivit eller skriv av det, så att du har det kvar. Du kan lämna in ansökan utan att spara den först.';
const SIGN_IN = 'Logga in igen för att fortsätta.';

const at = (time: string, day: string | undefined): string =>
  `${day === undefined ? '' : `${day} `}kl. ${time}`;

/** Swedish: the source of all other languages. */
export const draftSv: DraftTexts = {
  lang: 'sv',
  draft: {
    heading: 'Det du har skrivit',
    loading: 'Vi öppnar det som du har sparat.',
    empty: 'Det du skriver sparas medan du skriver.',
    saved: (time, day) => `Sparat ${at(time, day)}.`,
    saving: 'Sparar …',
    recovered: 'Nu är det sparat.',
    restored: (time, day) => `Här är det som du sparade ${at(time, day)}.`,
    back: (label) => `Du är tillbaka där du var: ${label}`,
    merged: 'Vi har fyllt i det som du har sparat på en annan plats.',
    fetched: (day) => `Uppgifterna hämtades ${day}.`,
    whoReads: 'Ingen handläggare ser det förrän du lämnar in ansökan.',
    covered: 'Vi kontrollerar att du fortfarande är inloggad. Sedan visar vi det du har skrivit.',
    retry: 'Försök igen nu',
    signIn: 'Logga in igen',
  },
  expiry: {
    when: (day, time) => `Ansökan tas bort ${at(time, day)}.`,
    today: 'i dag',
    tomorrow: 'i morgon',
    left: {
      days: (count) => (count === 1 ? 'Det är 1 dag kvar.' : `Det är ${count} dagar kvar.`),
      hours: (count) => (count === 1 ? 'Det är 1 timme kvar.' : `Det är ${count} timmar kvar.`),
      minutes: (count) =>
        count === 0
          ? 'Det är mindre än 1 minut kvar.'
          : `Det är ${count === 1 ? '1 minut' : `${count} minuter`} kvar.`,
    },
    soon: 'Lämna in din ansökan innan dess, om du är klar.',
    over: 'Tiden är slut. Det som var sparat är borttaget.',
    next: 'Det du ser finns bara på den här sidan. Om du ändrar något sparas allt på sidan igen.',
  },
  resumed: {
    from: (day, time) => `Det här är från ${at(time, day)}.`,
    fetchAdvice: 'Dina inkomster kan ha ändrats sedan dess. Hämta dem igen om du vill ha det senaste.',
    fetch: 'Hämta inkomsterna igen',
  },
  conflict: {
    heading: 'Du har skrivit på två platser',
    status: 'Det sista du skrev är inte sparat än.',
    what: 'Ansökan är också sparad på en annan plats. Välj vad som ska gälla. Inget sparas innan du har valt.',
    stopped: 'Sidan är inte skickad. Välj först här. Tryck sedan på knappen igen.',
    here: 'Här på sidan',
    there: 'Sparat på en annan plats',
    nothing: 'Tomt',
    ticked: 'Ikryssat',
    notTicked: 'Inte ikryssat',
    otherPage: (name) => `Ett fält på en annan sida (${name})`,
    ownIncomes: 'Inkomster som du har lagt till',
    disputed: (count) =>
      count === 1 ? 'En utbetalning stämmer inte' : `${count} utbetalningar stämmer inte`,
    keepAll: 'Behåll allt som står här',
    takeAll: 'Ta allt som är sparat',
    choose: 'Spara det jag har valt',
    incomplete: (count) =>
      count === 1 ? 'Välj på en rad till, så kan vi spara.' : `Välj på ${count} rader till, så kan vi spara.`,
  },
  gone: {
    heading: 'Det som var sparat är borttaget',
    what: 'Du kan ha gjort det på en annan plats, till exempel i din telefon. Det du ser här sparas inte. Vill du spara det igen?',
    stopped: 'Sidan är inte skickad. Svara först här. Tryck sedan på knappen igen.',
    again: 'Ja, spara det igen',
    leave: 'Nej, spara det inte',
    left: 'Det du ser här sparas inte. Det försvinner när du lämnar sidan.',
  },
  delete: {
    button: 'Ta bort nu',
    question: 'Vill du ta bort det du har skrivit i hela ansökan?',
    consequence: 'Alla delar av ansökan töms, också på andra sidor. Du kan inte ångra det.',
    retrieved: 'Uppgifter som är hämtade från myndigheterna tas inte bort här.',
    yes: 'Ja, ta bort',
    no: 'Nej, behåll',
    under: 'Vi tar bort det du har skrivit.',
    done: 'Det du skrev i hela ansökan är borttaget. Sidan är tömd.',
    doneElsewhere: 'Du tog bort det du skrev i hela ansökan i en annan flik. Sidan är tömd.',
    next: 'Om du skriver något nytt sparas det.',
  },
  ended: {
    signedOut: 'Du har loggat ut.',
    sessionEnded: 'Du är inte inloggad längre.',
    emptied: 'Sidan är tömd. Öppna ansökan på nytt för att fortsätta.',
    emptiedUnsaved:
      'Sidan är tömd. Det sista som skrevs här kunde inte sparas. Öppna ansökan på nytt för att fortsätta.',
    kept: `Sidan är tömd. Det som är sparat finns kvar. ${SIGN_IN}`,
    notKept: `Sidan är tömd. Det sista du skrev kunde inte sparas. ${SIGN_IN}`,
  },
  failures: {
    save: 'Kunde inte spara.',
    saveAgain: 'Kunde inte spara. Vi försöker igen.',
    open: 'Vi kan inte öppna det som du har sparat.',
    openAgain: 'Vi kan inte öppna det som du har sparat just nu. Vi försöker igen.',
    delete: 'Det gick inte att ta bort.',
    stands: STANDS,
  },
  problems: {
    'not-signed-in': { heading: 'Du är inte inloggad.', advice: SIGN_IN },
    'session-expired': { heading: 'Du har blivit utloggad.', advice: SIGN_IN },
    'no-application': {
      heading: 'Du har ingen öppen ansökan.',
      advice: 'Det du skriver här sparas inte. Börja en ansökan, så sparas den.',
    },
    'not-eligible': {
      heading: 'Du kan inte spara här.',
      advice: 'Lämna in ansökan utan att spara den först.',
    },
    'purpose-refused': {
      heading: 'Vi får bara spara en ansökan som du tänker lämna in.',
      advice: 'Börja en ansökan, så sparas den.',
    },
    'upstream-unavailable': { heading: 'Tjänsten är stängd just nu.', advice: LATER },
    'upstream-timeout': { heading: 'Tjänsten svarade inte i tid.', advice: LATER },
    'upstream-refused': { heading: 'Det går inte att spara på den här sidan.', advice: NOT_HERE },
    'too-many-requests': { heading: 'Det blev för många försök på kort tid.', advice: LATER },
    conflict: {
      heading: 'Ansökan har ändrats på en annan plats.',
      advice: 'Öppna sidan på nytt. Kontrollera sedan det som du har skrivit.',
    },
    'invalid-input': {
      heading: 'Något av det du skrivit går inte att spara.',
      advice: 'Kanske är en text för lång. Gör den kortare, så försöker vi igen.',
    },
    'unsupported-version': {
      heading: 'Sidan behöver öppnas på nytt.',
      advice: 'Skriv av det som inte är sparat. Öppna sedan sidan på nytt.',
    },
    'kept-unreadable': {
      heading: 'Det är fel på det som är sparat. Det var inte ditt fel.',
      advice:
        'Kopiera det som du vill ha kvar från sidan. Ta sedan bort det sparade, eller öppna sidan på nytt.',
    },
    internal: { heading: 'Något gick fel hos kommunen.', advice: LATER },
    'no-endpoint': {
      heading: 'Det går inte att spara på den här sidan.',
      advice: NOT_HERE,
    },
    'wrong-endpoint': {
      heading: 'Tjänsten för att spara finns inte där den ska.',
      advice: NOT_HERE,
    },
    refused: { heading: 'Det går inte att spara på den här sidan.', advice: NOT_HERE },
    offline: { heading: 'Ingen kontakt med kommunen.', advice: 'Kontrollera att du har internet.' },
    'too-slow': { heading: 'Det tog för lång tid.', advice: LATER },
    'unreadable-answer': { heading: 'Svaret från kommunen gick inte att läsa.', advice: LATER },
  },
};
