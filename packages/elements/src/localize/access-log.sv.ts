import { SOURCE_NAMES } from '@medborgarnavet/model';
import type { AccessLogTexts } from './access-log.texts.ts';

const SIGN_IN = 'Logga in igen, så ser du listan.';
const LATER = 'Försök igen om en stund.';
const ASK_MUNICIPALITY = 'Fråga kommunen om du behöver hjälp.';

/** How often would alarm: a page shows what is kept each time that it is opened. */
const when = (count: number, time: string): string => `${count === 1 ? '' : 'senast '}kl.\u00a0${time}`;

/** Swedish: the source of all other languages. */
export const accessLogSv: AccessLogTexts = {
  lang: 'sv',
  log: {
    heading: 'Så har dina uppgifter använts',
    intro: 'Här ser du när dina uppgifter har hämtats, varifrån, och vad som har gjorts med dem.',
    looking: 'Vi öppnar listan.',
    covered: 'Vi kontrollerar att du fortfarande är inloggad. Sedan visar vi listan.',
    purpose: 'Vad uppgifterna används till',
    reference: 'Ansökans referens',
    empty: 'Här är tomt än. När dina uppgifter hämtas ser du det här.',
    onlyShown: 'Det enda som har hänt är att sidan har visat de uppgifter som är sparade.',
    incomplete: 'Listan kan inte visas i sin helhet just nu. Kommunen har fått veta det.',
    older: (count) => `Listan visar de senaste ${count} händelserna. Det som är äldre syns inte här.`,
    answered: (names) => `Svarade: ${names}.`,
    unchecked: (names) => `Kunde inte kontrolleras: ${names}.`,
    stale: 'Listan nedan är äldre. Det senaste kan saknas.',
    help: 'Ser du något som du inte har gjort själv? Kontakta kommunen.',
    retry: 'Försök igen',
    signIn: 'Logga in igen',
  },
  actions: {
    'income-fetch': {
      done: 'Dina inkomster hämtades.',
      unanswered: 'Vi frågade efter dina inkomster.',
      failed: 'Dina inkomster skulle hämtas, men det gick inte.',
      refused: 'Dina inkomster skulle hämtas, men det stoppades.',
      'cut-off': 'Dina inkomster började hämtas, men det avbröts.',
      'under-way': 'Dina inkomster hämtas nu.',
    },
    'background-fetch': {
      done: 'Det som ligger bakom dina inkomster hämtades.',
      unanswered: 'Vi frågade efter det som ligger bakom dina inkomster.',
      failed: 'Det som ligger bakom dina inkomster skulle hämtas, men det gick inte.',
      refused: 'Det som ligger bakom dina inkomster skulle hämtas, men det stoppades.',
      'cut-off': 'Det som ligger bakom dina inkomster började hämtas, men det avbröts.',
      'under-way': 'Det som ligger bakom dina inkomster hämtas nu.',
    },
    'income-withdraw': {
      done: 'Det som var hämtat togs bort.',
      unanswered: 'Det som var hämtat togs bort.',
      failed: 'Det som var hämtat skulle tas bort, men det gick inte.',
      refused: 'Det som var hämtat skulle tas bort, men det stoppades.',
      'cut-off': 'Det som var hämtat började tas bort, men det avbröts.',
      'under-way': 'Det som var hämtat tas bort nu.',
    },
    'draft-delete': {
      done: 'Det som du hade skrivit togs bort.',
      unanswered: 'Det som du hade skrivit togs bort.',
      failed: 'Det som du hade skrivit skulle tas bort, men det gick inte.',
      refused: 'Det som du hade skrivit skulle tas bort, men det stoppades.',
      'cut-off': 'Det som du hade skrivit började tas bort, men det avbröts.',
      'under-way': 'Det som du hade skrivit tas bort nu.',
    },
    submission: {
      done: 'Ansökan lämnades in.',
      unanswered: 'Ansökan lämnades in.',
      failed: 'Ansökan skulle lämnas in, men det gick inte.',
      refused:
        'Ansökan lämnades inte in den här gången. Något hade ändrats sedan du läste, till exempel att inkomsterna hade hämtats på nytt.',
      'cut-off': 'Ansökan började lämnas in, men det avbröts.',
      'under-way': 'Ansökan lämnas in nu.',
    },
    delivery: {
      done: 'Ansökan kom fram till kommunens ärendesystem. Där kan din handläggare läsa den.',
      unanswered: 'Ansökan kom fram till kommunens ärendesystem. Där kan din handläggare läsa den.',
      failed: 'Ansökan skulle skickas till kommunens ärendesystem, men det gick inte.',
      refused: 'Ansökan skickades till kommunens ärendesystem, men togs inte emot där.',
      'cut-off': 'Ansökan började skickas till kommunens ärendesystem, men det avbröts.',
      'under-way': 'Ansökan skickas nu till kommunens ärendesystem.',
    },
  },
  shown: {
    heading: 'När sidan har visat dina uppgifter',
    open: 'Visa också när sidan har visat dina uppgifter',
    close: 'Dölj när sidan har visat dina uppgifter',
    toWhom: 'Sidan visar dem bara för den som är inloggad som du.',
    'income-read': {
      shown: (count, time) => `Sidan visade det som är hämtat, ${when(count, time)}.`,
      notShown: (count, time) => `Sidan kunde inte visa det som är hämtat, ${when(count, time)}.`,
    },
    'draft-read': {
      shown: (count, time) => `Sidan visade det som du har skrivit, ${when(count, time)}.`,
      notShown: (count, time) => `Sidan kunde inte visa det som du har skrivit, ${when(count, time)}.`,
    },
  },
  names: SOURCE_NAMES,
  problems: {
    'not-signed-in': { heading: 'Du är inte inloggad.', advice: SIGN_IN },
    'session-expired': { heading: 'Du har blivit utloggad.', advice: SIGN_IN },
    'no-application': {
      heading: 'Du har ingen öppen ansökan.',
      advice: 'Öppna en ansökan. Då ser du vad som har gjorts med uppgifterna i den.',
    },
    'not-eligible': { heading: 'Du kan inte se listan här.', advice: ASK_MUNICIPALITY },
    'purpose-refused': { heading: 'Du kan inte se listan här.', advice: ASK_MUNICIPALITY },
    'upstream-unavailable': { heading: 'Tjänsten är stängd just nu.', advice: LATER },
    'upstream-timeout': { heading: 'Tjänsten svarade inte i tid.', advice: LATER },
    'upstream-refused': { heading: 'Listan kan inte visas.', advice: ASK_MUNICIPALITY },
    'too-many-requests': {
      heading: 'Det blev för många försök på kort tid.',
      advice: 'Vänta en minut och försök sedan igen.',
    },
    conflict: { heading: 'Ansökan har ändrats på en annan plats.', advice: 'Öppna sidan på nytt.' },
    'invalid-input': { heading: 'Det går inte att visa listan.', advice: ASK_MUNICIPALITY },
    'unsupported-version': {
      heading: 'Sidan behöver öppnas på nytt.',
      advice: 'Öppna sidan på nytt och försök igen.',
    },
    'kept-unreadable': { heading: 'Listan går inte att läsa.', advice: ASK_MUNICIPALITY },
    internal: { heading: 'Något gick fel hos kommunen.', advice: LATER },
    'no-endpoint': { heading: 'Det går inte att visa listan på den här sidan.', advice: ASK_MUNICIPALITY },
    'wrong-endpoint': { heading: 'Listan finns inte där den ska.', advice: ASK_MUNICIPALITY },
    refused: { heading: 'Listan är stängd för den här sidan.', advice: ASK_MUNICIPALITY },
    offline: {
      heading: 'Ingen kontakt med kommunen.',
      advice: 'Kontrollera att du har internet och försök igen.',
    },
    'too-slow': { heading: 'Det tog för lång tid.', advice: LATER },
    'unreadable-answer': { heading: 'Svaret från kommunen gick inte att läsa.', advice: LATER },
  },
};
