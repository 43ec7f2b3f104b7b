import * as z from 'zod';
import { FK_GROUPS } from './lefi/codes.ts';

/** The notation of `personas/*.json`. Its README tells of it in words. */

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** A code and the agency's own words for it: `ABB Barnbidrag`. */
const Coded = z.string().regex(/^\S+ \S/, 'Expected a code, a space and a name: "ABB Barnbidrag"');

const DayNumber = z.int().min(1).max(31);
const MonthOffset = z.int().min(-24).max(24);

/** `{ "month": -1, "day": 20 }`: the 20th of last month. `"today -2"`: the day before yesterday. */
export const RelativeDay = z.union([
  z.strictObject({ month: MonthOffset, day: DayNumber }),
  z.string().regex(/^today(?: [-+]\d{1,3})?$/),
]);
export type RelativeDay = z.infer<typeof RelativeDay>;

/** `"every"` month is each of the months -2, -1 and 0. */
export const PaymentDay = z.union([
  RelativeDay,
  z.strictObject({ month: z.literal('every'), day: DayNumber }),
]);
export type PaymentDay = z.infer<typeof PaymentDay>;

/** The months that a payment is for, counted from the month of its payment day. Without it: that month. */
export const Covers = z.strictObject({ from: MonthOffset, to: MonthOffset });
export type Covers = z.infer<typeof Covers>;

/** FK may write the months as months, `2026-09`, instead of by their first and last day. */
const FkCovers = Covers.extend({ as: z.literal('months').exactOptional() });
export type FkCovers = z.infer<typeof FkCovers>;

const Kronor = z.number().multipleOf(0.01);
const WholeKronor = z.int();

const FkRow = z.strictObject({
  type: Coded,
  amount: Kronor,
  /** Where it is not the payment's own. */
  benefit: Coded.exactOptional(),
  covers: FkCovers.exactOptional(),
  days: z.int().exactOptional(),
  /** Percent. */
  extent: z.int().min(1).max(100).exactOptional(),
});
export type FkRow = z.infer<typeof FkRow>;

const FkPayment = z.strictObject({
  /** What LEFI has to be asked for so that this is answered. */
  group: z.enum(FK_GROUPS),
  family: Coded,
  /** The benefit of its rows, where it is not named as the family. */
  benefit: Coded.exactOptional(),
  date: PaymentDay,
  covers: FkCovers.exactOptional(),
  kind: Coded.exactOptional(),
  company: Coded.exactOptional(),
  rows: list(FkRow),
  /** Amounts are positive. PS and SS are tax, any other code is a deduction of another kind. */
  deductions: list(z.strictObject({ type: Coded, amount: Kronor.positive() })).exactOptional(),
});
export type FkPayment = z.infer<typeof FkPayment>;

const PmPayment = z.strictObject({
  date: PaymentDay,
  covers: Covers.exactOptional(),
  /** It is answered when one of its groups is asked for. */
  rows: list(z.strictObject({ group: Coded, form: Coded, type: Coded, amount: WholeKronor })),
  /** Amounts are positive here and negative on the wire. */
  deductions: list(z.strictObject({ type: Coded, amount: WholeKronor.positive() })).exactOptional(),
});
export type PmPayment = z.infer<typeof PmPayment>;

/** The state of one of the two behind LEFI, and which groups (`FK:SJP Sjukpenning`) it fails to answer about. */
const lefiState = {
  state: z.enum(['OK', 'FELANDE', 'OTILLGANGLIG']).exactOptional(),
  missing: list(Coded).exactOptional(),
};

const CsnAmount = z.int().min(-999_999).max(9_999_999);
const CsnPayment = z.strictObject({
  /** What lies in the future is planned, and so is what is undecided. */
  date: z.union([PaymentDay, z.literal('undecided')]),
  covers: Covers.exactOptional(),
  rows: list(z.strictObject({ type: z.string().regex(/^\S{1,6} \S.{0,39}$/), amount: CsnAmount })).check(
    z.maxLength(10),
  ),
});
export type CsnPayment = z.infer<typeof CsnPayment>;

const CsnCase = z.strictObject({
  form: z
    .string()
    .regex(/^\S{1,6} \S.{0,39}$/, 'Expected a code of at most 6 and a name of at most 40 characters'),
  studies: z
    .strictObject({ from: RelativeDay, to: RelativeDay, extent: z.literal([0, 20, 40, 50, 60, 75, 100]) })
    .exactOptional(),
  payments: list(CsnPayment),
});
export type CsnCase = z.infer<typeof CsnCase>;

const SoPayment = z.strictObject({
  date: PaymentDay,
  covers: Covers.exactOptional(),
  afterTax: Kronor,
  afterDeductions: Kronor,
  days: z.number(),
});

const SoFund = z.strictObject({
  name: z.string().min(1),
  status: z.string(),
  payments: list(SoPayment).exactOptional(),
});
export type SoFund = z.infer<typeof SoFund>;

/** Answers with this instead of data. `{personnummer}` in the message is replaced. */
const error = z
  .strictObject({ kalla: z.enum(['SSBT', 'BT']), felkod: z.string(), felmeddelande: z.string() })
  .exactOptional();

/** A person of the simulator. An agency that is left out has nothing about them. */
export const Persona = z.strictObject({
  id: z.string().regex(/^[\w-]{1,20}$/),
  title: z.string().min(1).max(60),
  /** One Swedish sentence: what one sees with this person. */
  exercises: z.string().min(1),
  personnummer: z.string().regex(/^\d{12}$/),
  /** Protected identity. The agencies mark the person, and deliver all the same. */
  protected: z.boolean().exactOptional(),
  FK: z.strictObject({ error, ...lefiState, payments: list(FkPayment).exactOptional() }).exactOptional(),
  PM: z.strictObject({ ...lefiState, payments: list(PmPayment).exactOptional() }).exactOptional(),
  CSN: z
    .strictObject({
      error,
      /** `-1102 Studiemedel svarar inte`: what CSN says of its own answer. */
      result: Coded.exactOptional(),
      Studiemedel: list(CsnCase).exactOptional(),
      Studiehjalp: list(CsnCase).exactOptional(),
      HemutrustningsLan: list(CsnCase).exactOptional(),
      Studiestartsstod: list(CsnCase).exactOptional(),
      Omstallningsstudiestod: list(CsnCase).exactOptional(),
    })
    .exactOptional(),
  SO: z.strictObject({ error, funds: list(SoFund).exactOptional() }).exactOptional(),
  AF: z.strictObject({ error }).exactOptional(),
  SKV: z.strictObject({ error }).exactOptional(),
  TNS: z.strictObject({ error }).exactOptional(),
  MIV: z.strictObject({ error }).exactOptional(),
});
export type Persona = z.infer<typeof Persona>;

/** Takes `ABB Barnbidrag` apart. */
export function coded(text: string): { readonly code: string; readonly name: string } {
  const [code = '', ...words] = text.split(' ');
  return { code, name: words.join(' ') };
}
