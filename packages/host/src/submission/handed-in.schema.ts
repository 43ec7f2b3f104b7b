import {
  CorrectionReason,
  LARGEST_ORE,
  OWN_INCOME_TYPES,
  SourceCode,
  UncheckedReason,
} from '@medborgarnavet/model';
import * as z from 'zod';

/** The version of the document, by the day that it was settled. Another shape is another day. */
export const HANDED_IN_DATE = '2026-11-22';
export const HANDED_IN_SCHEMA = `urn:medborgarnavet:inlamning:${HANDED_IN_DATE}` as const;

const Source = z.enum(SourceCode.options);
const Text = z.string().min(1);
const Day = z.iso.date();
const Instant = z.iso.datetime();
const amount = z.int().min(-LARGEST_ORE).max(LARGEST_ORE).brand<'Ore'>();

/** Money, told as what it is each time, since one who reads kronor is wrong by a hundred times. */
function belopp(description: string): typeof amount {
  return amount.describe(`${description} Whole öre.`);
}

/** A code of a closed list, and the same in Swedish words. */
function said<const Codes extends readonly string[]>(codes: Codes, description: string) {
  return z
    .strictObject({ kod: z.enum(codes), text: Text.describe('The same in Swedish words.') })
    .describe(description);
}

const Period = z.strictObject({ fran: Day, till: Day });
const OpenPeriod = z.strictObject({ fran: Day.exactOptional(), till: Day.exactOptional() });
const why = said(
  CorrectionReason.options,
  'Why it is not right, as the applicant has chosen.',
).exactOptional();

const payment = {
  id: Text.describe('Of the payment, within this statement.'),
  betalare: Text.describe('Who pays: an authority or an a-kassa.'),
  forman: z.strictObject({ kod: z.string(), namn: Text }).describe('The authority’s own code and name.'),
  datum: Day.exactOptional().describe('The day of payment; absent when it is not decided.'),
  netto: belopp('What was or will be paid out.'),
};

export const HandedInPayment = z
  .strictObject({
    ...payment,
    kalla: Source.describe('Who told of it.'),
    status: said(['paid', 'planned'], 'Whether it has been paid.'),
    period: OpenPeriod.exactOptional().describe('The days that it is for, both included.'),
    brutto: belopp('Before tax and deductions.').exactOptional(),
    skatt: belopp('The tax that was taken.').exactOptional(),
    avdrag: z
      .array(
        z.strictObject({
          kod: z.string(),
          namn: Text,
          belopp: belopp('What was taken, as a positive amount.'),
        }),
      )
      .describe('What else was taken.'),
  })
  .meta({ id: 'Utbetalning', description: 'A payment as the authority has told of it.' });
export type HandedInPayment = z.infer<typeof HandedInPayment>;

/** Of a row: what was retrieved or why nothing was. The two cannot be mistaken for each other, nor either for zero. */
const Retrieved = z.union([
  z.strictObject({
    belopp: belopp('The sum of the payments behind the row.'),
    fran: z.array(Text).describe('Who pays.'),
  }),
  z.strictObject({
    saknas: said(
      ['nothing', 'unchecked', 'not-fetched', 'not-shown'],
      'Why there is no amount: all who could tell were asked and had none, or somebody could not be checked, or nobody was asked, or (with `hamtningKundeInteVisas`) what may have been fetched could not be shown to the applicant.',
    ),
  }),
]);

export const HandedInRow = z.strictObject({
  nyckel: Text.describe('Names the row; fixed, for instance `fk.barnbidrag`.'),
  benamning: Text.describe('What the form calls the row.'),
  hamtat: Retrieved.describe('From the authorities alone; the applicant cannot change it.'),
  rattat: belopp('The applicant’s own amount, in place of what was retrieved.').exactOptional(),
  galler: belopp(
    'What counts: the applicant’s own amount, else what was retrieved less what is disputed.',
  ).exactOptional(),
  orsak: why,
  kommentar: z.string().exactOptional().describe('In the applicant’s own words.'),
  bestridda: z
    .array(z.strictObject({ ...payment, orsak: why }))
    .describe('The payments that the applicant says are not right.'),
  utbetalningar: z.array(HandedInPayment).describe('The payments behind `hamtat`.'),
});
export type HandedInRow = z.infer<typeof HandedInRow>;

const Unchecked = z.strictObject({
  vad: Text.exactOptional().describe('What of it; absent when it is all of it.'),
  orsak: said(UncheckedReason.options, 'Why.'),
});

export const HandedInSource = z.strictObject({
  kalla: Source,
  namn: Text,
  svar: said(
    ['answered', 'nothing', 'unchecked', 'not-asked'],
    '`unchecked` means that nobody knows whether it has paid anything.',
  ),
  tillfragadTid: Period.exactOptional().describe(
    'The days that it was asked about, where they are fewer than `period`.',
  ),
  kundeInteKontrolleras: z
    .array(Unchecked)
    .describe('Also one that has answered may have something that could not be checked.'),
});
export type HandedInSource = z.infer<typeof HandedInSource>;

const Fetched = z.strictObject({
  id: Text.describe('Of what was fetched (the statement).'),
  tidpunkt: Instant.describe('When the authorities were asked, in UTC.'),
  kallor: z.array(HandedInSource),
});

const OwnIncome = z.strictObject({
  typ: said(OWN_INCOME_TYPES, 'What kind of income.').exactOptional(),
  belopp: belopp('What the applicant got.').exactOptional(),
  datum: Day.exactOptional().describe('When the applicant got it.'),
});

/** What the municipality's case system gets: `docs/inlamning.md`. */
export const HandedIn = z.strictObject({
  schema: z.literal(HANDED_IN_SCHEMA),
  id: z
    .string()
    .regex(/^[\w-]{8,64}$/)
    .describe('Of this handing in. What has an id that is there already is to be left as it is.'),
  enhet: z.literal('öre').describe('The unit of every amount.'),
  kommun: Text,
  referens: Text.describe('The application’s reference, which the applicant has too.'),
  inlamnad: Instant.describe('When it was received, in UTC.'),
  sokande: z.strictObject({
    personnummer: z
      .string()
      .regex(/^\d{12}$/)
      .describe('Personnummer or samordningsnummer.'),
    inloggning: z
      .strictObject({
        niva: Text.describe('The level of assurance of the e-legitimation (`acr`).'),
        tidpunkt: Instant.describe('When the applicant showed who they are, in UTC.'),
      })
      .describe('How the applicant was signed in.'),
  }),
  period: Period.describe('The days in Sweden that the incomes are for, both included.'),
  intygande: Text.describe('What the applicant has vouched for, in the words that they saw.'),
  hamtning: Fetched.exactOptional().describe(
    'Absent when nothing was fetched from the authorities, or `hamtningKundeInteVisas`.',
  ),
  hamtningKundeInteVisas: z
    .literal(true)
    .exactOptional()
    .describe(
      'The page could not show the applicant whether anything was fetched, and what: nothing of it is here, and every amount is the applicant’s own.',
    ),
  harInkomster: z
    .enum(['ja', 'nej'])
    .exactOptional()
    .describe('The answer to “Har du några inkomster?”, where it is asked.'),
  rader: z.array(HandedInRow).describe('The rows of the form that hold anything, in its order.'),
  egnaInkomster: z.array(OwnIncome).describe('What the applicant has added.'),
  summa: belopp('Of all `galler` and all own incomes; absent when nothing counts.').exactOptional(),
  summaKanVaraForLag: z
    .boolean()
    .describe('True when not everything was checked with the authorities, or nothing was fetched.'),
  hamtatMenInteMedraknat: z
    .array(
      z.strictObject({
        utbetalning: HandedInPayment,
        orsak: said(['other-period', 'undated', 'planned', 'possible-duplicate', 'no-row'], 'Why.'),
      }),
    )
    .describe('With the payments of `rader` this is all that was retrieved.'),
  ovrigaFalt: z
    .array(
      z.strictObject({
        namn: z.string().describe('The field’s name.'),
        varde: z.string().describe('Its value, as it was posted.'),
        fraga: Text.exactOptional().describe(
          'What the field asks, as the e-service has told. Absent: the e-service does not know the field, and name and value are whatever was sent.',
        ),
        svar: Text.exactOptional().describe('What the value says, where the e-service has told.'),
        omInkomster: z
          .literal(true)
          .exactOptional()
          .describe('It tells of incomes, in words that no sum counts.'),
      }),
    )
    .describe(
      'All fields of the form but those of the incomes, in its order. A name may occur more than once.',
    ),
  utskrift: z
    .strictObject({
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('SHA-256 of the page in UTF-8, in hexadecimal.'),
    })
    .describe('The same for people, a page in HTML that comes beside this document.'),
});
export type HandedIn = z.infer<typeof HandedIn>;

/** The document without what is known only when its page is written. */
export type HandedInContent = Omit<HandedIn, 'utskrift'>;

/** The document as JSON Schema 2020-12, made of what it is checked with. */
export function handedInJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(HandedIn);
  return { $schema, $id: HANDED_IN_SCHEMA, title: 'Inlämnad ansökan om ekonomiskt bistånd', ...schema };
}
