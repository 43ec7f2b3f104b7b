import * as z from 'zod';
import { FK_CASE_GROUPS, FK_GROUPS } from '../lefi/codes.ts';
import {
  ClosedSpan,
  Coded,
  Covers,
  Kronor,
  PaymentDay,
  Percent,
  Personnummer,
  RelativeDay,
  Span,
  WholeKronor,
  list,
} from '../notation.ts';

/** What FK and PM know, as it is written in `personas/*.json`. */

/** FK may write the months as months, `2026-09`, instead of by their first and last day. */
const FkCovers = Covers.extend({ as: z.literal('months').exactOptional() });
export type FkCovers = z.infer<typeof FkCovers>;

const FkRow = z.strictObject({
  type: Coded,
  amount: Kronor,
  /** Where it is not the payment's own. */
  benefit: Coded.exactOptional(),
  covers: FkCovers.exactOptional(),
  days: z.int().exactOptional(),
  /** Percent. */
  extent: Percent.exactOptional(),
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

/** A decision of FK, in a case of its own. */
const FkDecision = z.strictObject({
  group: z.enum(FK_CASE_GROUPS),
  benefit: Coded,
  decided: RelativeDay,
  period: Span,
  /** For a month; of sjukpenning for a day. */
  amount: Kronor,
  extent: Percent.exactOptional(),
  /** The decision may be changed later. */
  provisional: z.literal(true).exactOptional(),
  /** The child that the benefit is for. */
  child: Personnummer.exactOptional(),
  /** Of omvårdnadsbidrag and merkostnadsersättning: the level, and this parent's share, in percent, of each period. */
  levels: list(
    z.strictObject({
      period: Span,
      level: Percent,
      share: Percent.exactOptional(),
      type: Coded.exactOptional(),
    }),
  ).exactOptional(),
  /** Of föräldrapenning: the days applied for, decided or not. */
  applied: list(ClosedSpan).exactOptional(),
});
export type FkDecision = z.infer<typeof FkDecision>;

/** A placement in a labour market programme. */
const FkPlacement = z.strictObject({ programme: Coded, period: Span, extent: Percent.exactOptional() });
export type FkPlacement = z.infer<typeof FkPlacement>;

/** A decision of PM. The grants are for a month each. */
const PmDecision = z.strictObject({
  group: Coded,
  decided: RelativeDay,
  status: Coded.exactOptional(),
  outcome: Coded.exactOptional(),
  period: Span,
  grants: list(z.strictObject({ type: Coded, amount: WholeKronor })),
});
export type PmDecision = z.infer<typeof PmDecision>;

export const fkContent = {
  payments: list(FkPayment).exactOptional(),
  decisions: list(FkDecision).exactOptional(),
  placements: list(FkPlacement).exactOptional(),
  /** What a parent owes for a child. */
  maintenanceDebt: Kronor.exactOptional(),
};

export const pmContent = {
  payments: list(PmPayment).exactOptional(),
  decisions: list(PmDecision).exactOptional(),
};
