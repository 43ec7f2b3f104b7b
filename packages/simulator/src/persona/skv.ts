import * as z from 'zod';
import { AgencyError } from '../faults.ts';
import { Coded, Kronor, RelativeDay, WholeKronor, list } from '../notation.ts';

/** What Skatteverket knows, as it is written in `personas/*.json`. It tells other things in v10 than in v11. */

/** Years are counted from this one. */
const YearOffset = z.int().min(-10).max(0);

/** A row of the employer's monthly declaration: gross and tax of one person. */
const Wage = z.strictObject({
  /** `165560000003 Exempelkafé AB` */
  employer: Coded,
  /** `"every"` is each of the months -2 and -1: a month is declared when it has passed. */
  month: z.union([z.literal('every'), z.int().min(-24).max(-1)]),
  gross: Kronor,
  tax: Kronor,
});
export type Wage = z.infer<typeof Wage>;

const TaxAccount = z.strictObject({
  /** What was paid out, and when. Without it nothing was. */
  refund: z.strictObject({ amount: Kronor, date: RelativeDay }).exactOptional(),
  balance: Kronor.exactOptional(),
});
export type TaxAccount = z.infer<typeof TaxAccount>;

const Assessment = z.strictObject({
  year: YearOffset,
  /** Surplus of employment, sum of capital, assessed income and final tax. */
  employment: WholeKronor,
  capital: WholeKronor,
  income: WholeKronor,
  tax: WholeKronor,
});
export type Assessment = z.infer<typeof Assessment>;

const Company = z.strictObject({
  id: z.string().min(1),
  employer: z.boolean(),
  vat: z.boolean(),
  fTax: z.boolean(),
});
export type Company = z.infer<typeof Company>;

const error = AgencyError.exactOptional();

export const skvContent = {
  v10: z
    .strictObject({
      error,
      capital: list(
        z.strictObject({ year: YearOffset, income: WholeKronor, surplus: WholeKronor }),
      ).exactOptional(),
    })
    .exactOptional(),
  v11: z
    .strictObject({
      error,
      wages: list(Wage).exactOptional(),
      taxAccount: TaxAccount.exactOptional(),
      assessments: list(Assessment).exactOptional(),
      company: Company.exactOptional(),
    })
    .exactOptional(),
};
