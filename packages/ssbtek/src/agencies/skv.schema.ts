import * as z from 'zod';

// Skatteverket's JSON in v11. `skattekonto` has been seen in answers of the test environment (facts §4.7). The shape of
// `individuppgifter` is in no source: it is inferred from the fields of the arbetsgivardeklaration. Change it here.

const Amount = z.union([z.number(), z.string()]);

const Identity = z.union([z.string(), z.number()]).nullish().catch(undefined);

/** Whose a part is. */
export const Names = z.object({
  identitet: Identity,
  kontohavare: Identity,
});

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

// What lies behind the payments. `foretagsinformation`, `skattekonto` and `skatteuppgifter` are as they have been seen in
// answers of the test environment. Numbers were text there in one part and numbers in another, so either is read.

const Scalar = z.union([z.string(), z.number(), z.boolean()]).nullish();

/** What stands under each name of a row. */
export type Scalars = Readonly<Record<string, z.infer<typeof Scalar>>>;

export const Kontostallning = z.object({
  saldo: Scalar,
  preliminarRanta: Scalar,
  senastUppdaterad: Scalar,
});

export const Skatteuppgifter = z.object({ beslutadeSkatteuppgifter: z.array(z.unknown()) });

export const BeslutadSkatteuppgift = z.object({
  beskattningsar: Scalar,
  datumFaststalld: Scalar,
  uppgifter: z
    .object({
      inkomstar: Scalar,
      overskottAvTjanst: Scalar,
      sumKapital: Scalar,
      fastStalldinkomst: Scalar,
      summaSlutligSkatt: Scalar,
    })
    .nullish(),
});
export type BeslutadSkatteuppgift = z.infer<typeof BeslutadSkatteuppgift>;

/** One business has been seen, as an object. */
export const Foretagsinformation = z.object({
  foretag: z.union([z.array(z.unknown()), z.looseObject({}).transform((only): unknown[] => [only])]),
});

export const Foretag = z.object({
  arbetsgivarregistrerad: Scalar,
  momsregistrerad: Scalar,
  godkandFskatt: Scalar,
});
export type Foretag = z.infer<typeof Foretag>;
