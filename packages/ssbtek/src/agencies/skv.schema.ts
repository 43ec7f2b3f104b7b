import * as z from 'zod';

// Skatteverket's JSON in v11. `skattekonto` has been seen in answers of the test environment (facts §4.7). The shape of
// `individuppgifter` is in no source: it is inferred from the fields of the arbetsgivardeklaration. Change it here.

const Amount = z.union([z.number(), z.string()]);

export const Individuppgift = z.object({
  /** `yyyyMM`. */
  redovisningsperiod: z.union([z.string(), z.number()]).transform(String),
  utbetalare: z.object({ namn: z.string().nullish() }).nullish(),
  kontantErsattningUlagAG: Amount,
  avdrPrelSkatt: Amount.nullish(),
});
export type Individuppgift = z.infer<typeof Individuppgift>;

export const Individuppgifter = z.object({ individuppgifter: z.array(z.unknown()) });

export const Skattekonto = z.object({
  utbetaltBelopp: Amount.nullish(),
  bokforingsdag: z.string().nullish(),
});
export type Skattekonto = z.infer<typeof Skattekonto>;
