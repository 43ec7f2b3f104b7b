import { DECLARATION, SOURCE_NAMES } from '@medborgarnavet/model';
import type { ReviewTexts } from './review.texts.ts';
import { sv } from './sv.ts';

const LATER = 'Försök igen om en stund.';
const SIGN_IN = 'Logga in igen för att fortsätta.';
const ASK_MUNICIPALITY = 'Kontakta kommunen om du behöver hjälp.';

/** Swedish: the source of all other languages. */
export const reviewSv: ReviewTexts = {
  lang: 'sv',
  review: {
    heading: 'Granska dina inkomster',
    intro: 'Läs igenom innan du lämnar in.',
    looking: 'Vi öppnar dina uppgifter.',
    covered: 'Vi kontrollerar att du fortfarande är inloggad. Sedan visar vi dina uppgifter.',
    failed: 'Vi kan inte visa det som är hämtat just nu.',
    retry: 'Försök igen',
    signIn: 'Logga in igen',
    nothingFetched: 'Det finns inga hämtade uppgifter för den här månaden.',
    otherTime: 'De hämtade uppgifterna gäller en annan månad och räknas inte. Hämta dem på nytt.',
    unseen: 'Du kan lämna in ändå. Då följer det som är hämtat inte med, bara det som du själv har skrivit.',
    question: 'Har du några inkomster?',
    answers: { yes: 'Ja', no: 'Nej' },
    contradicted:
      'Du har svarat att du inte har några inkomster, men det finns belopp nedan. Kontrollera vad som stämmer.',
    incomes: 'Det här har vi hämtat, och det här har du skrivit',
    nothingCounts: 'Inget av det som hämtades räknas med.',
    nothingToShow: 'Det finns inga hämtade inkomster att visa.',
    nothingAnywhere: sv.prefill.completeWithNothing,
    nothingWritten: 'Du har inte skrivit några inkomster själv.',
    total: 'Summa av det som räknas:',
    totalIncomplete: sv.prefill.totalIncomplete,
    totalLacks: sv.prefill.totalLacks,
    ownIncome: sv.own.legend,
  },
  unchecked: {
    some: 'En del kunde inte kontrolleras.',
    all: 'Inget kunde kontrolleras.',
    unknown: 'Vi vet inte om du har fått pengar från:',
    part: (source, part) => `${source} (${part})`,
    partOfTime: (source) => `${source}: bara en del av tiden kunde kontrolleras`,
    advice: 'Har du fått pengar därifrån? Fyll i beloppet själv.',
    partAdvice:
      'Har du fått pengar därifrån? Fyll i beloppet själv. Finns det redan ett belopp på raden skriver du hela summan: det hämtade plus det som saknas.',
    sources: SOURCE_NAMES,
  },
  line: {
    retrieved: 'Hämtat',
    missing: {
      nothing: 'Inget att visa',
      unchecked: 'Kunde inte kontrolleras',
      'not-fetched': 'Inte hämtat',
    },
    unseen: 'Kan inte visas',
    from: sv.row.from,
    own: 'Ditt belopp',
    notChanged: 'Inte ändrat',
    notWritten: 'Inget skrivet',
    unreadable: (typed) => `”${typed}” går inte att läsa som ett belopp. Ändra det.`,
    disputedInstead: (count) =>
      count === 1
        ? 'Du har sagt att en utbetalning inte stämmer. Den räknas inte.'
        : `Du har sagt att ${count} utbetalningar inte stämmer. De räknas inte.`,
    comment: 'Din kommentar',
    disputed: 'Du säger att det inte stämmer',
    counts: 'Räknas',
    noAmount: 'Inget belopp',
    reasons: sv.reasons,
  },
  own: {
    heading: 'Egna inkomster',
    income: 'Inkomst',
    types: sv.own.types,
    noAmount: 'inget belopp',
  },
  setAside: {
    heading: sv.setAside.heading,
    undated: 'inget datum bestämt',
    several: (count, amount) => `${count} utbetalningar på ${amount} vardera`,
    reasons: sv.setAside.reasons,
  },
  change: {
    link: 'Ändra inkomsterna',
    row: 'Ändra',
    ownIncomes: 'egna inkomster',
    answer: 'svaret om inkomster',
    back: 'Tillbaka till granskningen',
    at: (row) => `Nu kan du ändra ${row}. Gå sedan tillbaka med knappen Tillbaka till granskningen.`,
    returned: (row) => `Du är tillbaka i granskningen, vid ${row}.`,
  },
  handIn: {
    heading: 'Lämna in',
    declaration: DECLARATION,
    unread: (rows) => `Ett belopp går inte att läsa. Ändra det innan du lämnar in: ${rows.join(', ')}.`,
    missing: 'Kryssa i rutan om uppgifterna är riktiga.',
    button: 'Lämna in ansökan',
    sending: 'Vi lämnar in din ansökan. Det kan ta en stund.',
    unsure:
      'Det är inte säkert att ansökan kom fram. Tryck på Lämna in ansökan igen. Den lämnas bara in en gång.',
    notTaken: 'Ansökan är inte inlämnad. Det du har skrivit finns kvar.',
  },
  refused: {
    heading: 'Ansökan är inte inlämnad än',
    reasons: {
      'retrieved-changed': 'De hämtade beloppen har ändrats sedan du läste dem.',
      'statement-replaced': 'Inkomsterna har hämtats på nytt eller tagits bort sedan du läste dem.',
      'statement-unverified': 'Vi kan inte längre kontrollera de hämtade inkomsterna. Hämta dem igen.',
    },
    stands: 'Det du har skrivit finns kvar.',
    again: 'Läs in beloppen igen',
    reading: 'Vi läser in beloppen igen.',
  },
  differences: {
    heading: 'Det här har ändrats sedan du läste',
    noneHeading: 'Inget belopp har ändrats',
    changed: (row, before, now) => `${row}: var ${before}, är nu ${now}.`,
    added: (row, now) => `${row}: nytt, ${now}.`,
    gone: (row, before, why) =>
      `${row}: var ${before}, ${
        {
          nothing: 'finns inte kvar',
          unchecked: 'kunde inte kontrolleras nu',
          'not-fetched': 'är inte hämtat längre',
        }[why]
      }.`,
    setAside: 'Det som är hämtat men inte medräknat har ändrats.',
    unchecked: 'Det som inte kunde kontrolleras har ändrats.',
    none: 'Beloppen är samma som när du läste dem.',
    next: 'Läs igenom igen, kryssa i rutan och lämna in.',
    noneNext: 'Kryssa i rutan igen, så kan du lämna in.',
    was: (before) => `Ändrat sedan du läste. Var ${before}.`,
    isNew: 'Nytt sedan du läste.',
  },
  receipt: {
    heading: 'Ansökan är inlämnad',
    received: 'Vi har tagit emot din ansökan.',
    reference: 'Referens',
    at: 'Tid',
    vouched: 'Du intygade',
    keep: 'Spara referensen. Den behövs om du kontaktar kommunen.',
    copy: 'Vill du ha en kopia? Skriv ut sidan nu. Listan visas bara den här gången.',
    print: 'Skriv ut',
    handedIn: 'Det här lämnade du in',
    unchecked: 'Har du fått pengar därifrån? Kontakta kommunen.',
    otherTime: 'De hämtade uppgifterna gäller en annan månad och räknas inte.',
    unseen: 'Det som är hämtat kunde inte visas. Det följde inte med, bara det som du själv hade skrivit.',
    contradicted:
      'Du svarade att du inte har några inkomster, men det finns belopp nedan. Kontakta kommunen om något är fel.',
    alreadyHeading: 'Ansökan är redan inlämnad',
    already: 'Vi har redan tagit emot den här ansökan. Den kan inte lämnas in två gånger.',
    alreadyNotSent: `Det du ändrade efteråt är inte inlämnat. Kontakta kommunen om något saknas.`,
  },
  problems: {
    'not-signed-in': { heading: 'Du är inte inloggad.', advice: SIGN_IN },
    'session-expired': { heading: 'Du har blivit utloggad.', advice: SIGN_IN },
    'no-application': {
      heading: 'Du har ingen öppen ansökan.',
      advice: `Har du redan lämnat in den? Då är den framme. ${ASK_MUNICIPALITY}`,
    },
    'not-eligible': { heading: 'Du kan inte lämna in här.', advice: ASK_MUNICIPALITY },
    'purpose-refused': { heading: 'Ansökan är inte öppen.', advice: ASK_MUNICIPALITY },
    'upstream-unavailable': { heading: 'Tjänsten är stängd just nu.', advice: LATER },
    'upstream-timeout': { heading: 'Tjänsten svarade inte i tid.', advice: LATER },
    'upstream-refused': { heading: 'Det går inte att göra det här.', advice: ASK_MUNICIPALITY },
    'too-many-requests': {
      heading: 'Det blev för många försök på kort tid.',
      advice: 'Vänta en minut. Försök sedan igen.',
    },
    conflict: {
      heading: 'Ansökan har ändrats på en annan plats.',
      advice: 'Öppna sidan på nytt. Kontrollera sedan dina uppgifter.',
    },
    'invalid-input': {
      heading: 'Något i ansökan går inte att ta emot.',
      advice:
        'Kanske är en text för lång, eller ett belopp fel. Ändra det och lämna in igen. Hjälper det inte, öppna sidan på nytt.',
    },
    'unsupported-version': {
      heading: 'Sidan behöver öppnas på nytt.',
      advice: 'Öppna sidan på nytt och försök igen.',
    },
    'kept-unreadable': {
      heading: 'Det som är sparat går inte att läsa.',
      advice: 'Gå tillbaka till inkomsterna och hämta igen. Kontakta kommunen om det inte hjälper.',
    },
    internal: { heading: 'Något gick fel hos kommunen.', advice: LATER },
    'no-endpoint': { heading: 'Det går inte att lämna in på den här sidan.', advice: ASK_MUNICIPALITY },
    'wrong-endpoint': {
      heading: 'Tjänsten för att lämna in finns inte där den ska.',
      advice: ASK_MUNICIPALITY,
    },
    refused: {
      heading: 'Tjänsten för att lämna in är stängd för den här sidan.',
      advice: ASK_MUNICIPALITY,
    },
    offline: { heading: 'Ingen kontakt med kommunen.', advice: 'Kontrollera att du har internet.' },
    'too-slow': { heading: 'Det tog för lång tid.', advice: LATER },
    'unreadable-answer': { heading: 'Svaret från kommunen gick inte att läsa.', advice: LATER },
  },
};
