import * as z from 'zod';

// LEFI's answer, as much of it as is used (facts §4.2). Unknown fields are ignored, and nearly all may be missing.

export const absentIfNull = <T extends z.ZodType>(schema: T) =>
  schema
    .nullable()
    .transform((value) => value ?? undefined)
    // Last, since most fields are absent and cost nothing then.
    .optional();
export const list = absentIfNull(z.array(z.unknown())).transform((items) => items ?? []);
const Code = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  beskrivning: absentIfNull(z.string()),
});
export const Kod = z.object({ kod: z.string(), beskrivning: absentIfNull(z.string()) });
export const Summa = z.object({ summa: z.union([z.number(), z.string()]) });
export const FranTill = z.object({ fran: absentIfNull(z.string()), till: absentIfNull(z.string()) });

const FkDetalj = z.object({
  forman: absentIfNull(Code),
  period: absentIfNull(FranTill),
  beloppstyp: absentIfNull(Code),
  omfattning: absentIfNull(
    z.object({ taljare: absentIfNull(z.number()), namnare: absentIfNull(z.number()) }),
  ),
  dagar: absentIfNull(z.number()),
  bruttobelopp: absentIfNull(Summa),
  skattebelopp: absentIfNull(Summa),
  avdragsbelopp: absentIfNull(Summa),
});
export type FkDetalj = z.infer<typeof FkDetalj>;

/** `LefiUtbetalningUppgift`. */
export const FkUtbetalning = z.object({
  typ: absentIfNull(Code),
  foretag: absentIfNull(Code),
  formansfamilj: absentIfNull(Code),
  datum: absentIfNull(z.string()),
  period: absentIfNull(FranTill),
  bruttobelopp: absentIfNull(Summa),
  skattebelopp: absentIfNull(Summa),
  avdragsbelopp: absentIfNull(Summa),
  nettobelopp: absentIfNull(Summa),
  utbetalningsdetalj: absentIfNull(z.array(FkDetalj)).transform((rows) => rows ?? []),
});
export type FkUtbetalning = z.infer<typeof FkUtbetalning>;

export const Amount = z.union([z.number(), z.string()]);

/** `LefiPmFormanUtbetalning`. */
export const PmUtbetalning = z.object({
  utbetalningsdatum: absentIfNull(z.string()),
  utbetalningsperiod: absentIfNull(
    z.object({ from: absentIfNull(z.string()), tom: absentIfNull(z.string()) }),
  ),
  bruttobelopp: absentIfNull(Amount),
  nettobelopp: absentIfNull(Amount),
  avdrag: absentIfNull(z.array(z.object({ belopp: Amount, avdragstyp: absentIfNull(Kod) }))).transform(
    (rows) => rows ?? [],
  ),
  utbetalningsrader: absentIfNull(
    z.array(
      z.object({
        formansgrupp: absentIfNull(Kod),
        belopp: absentIfNull(Amount),
        beloppstyp: absentIfNull(Kod),
      }),
    ),
  ).transform((rows) => rows ?? []),
});
export type PmUtbetalning = z.infer<typeof PmUtbetalning>;

const Avvikelse = z.object({
  avvikelse: absentIfNull(z.object({ kod: absentIfNull(z.string()) })),
  formansgrupp: absentIfNull(Kod),
  ovrigInformationstyp: absentIfNull(Kod),
});
export type Avvikelse = z.infer<typeof Avvikelse>;
export const avvikelser = absentIfNull(z.array(Avvikelse)).transform((items) => items ?? []);

/** The contract's own example has an empty array here where an object is declared (facts §4.2). */
export const avvikelserOf = <T extends z.ZodRawShape>(classes: T) =>
  z
    .union([
      z
        .array(z.unknown())
        .max(0)
        .transform(() => undefined),
      absentIfNull(z.object(classes)),
    ])
    .optional();

/** Who has answered: in every answer. */
export const utlamnare = absentIfNull(
  z.array(z.object({ utlamnare: z.object({ kod: z.string() }), tillstand: z.object({ kod: z.string() }) })),
);
/** A boolean as itself or as text. Whatever is neither blank nor a plain no may be a yes. */
const skyddad = z
  .unknown()
  .transform((mark) => {
    const text = mark === null || mark === undefined ? '' : JSON.stringify(mark).replaceAll('"', '').trim();
    return text === '' ? undefined : !['false', '0', 'n', 'nej'].includes(text.toLowerCase());
  })
  .optional();
export const generellPersoninformation = absentIfNull(
  z.array(
    z.object({
      personnummer: absentIfNull(z.union([z.string(), z.number()])),
      skyddad,
    }),
  ),
);

/** An answer about payments. */
export const LefiSvar = z.object({
  utlamnare,
  avvikelser: avvikelserOf({
    utbetalningar: avvikelser,
    preliminaraUtbetalningar: avvikelser,
    ovrigInformation: avvikelser,
  }),
  formansinformation: absentIfNull(
    z.object({ generellPersoninformation, utbetalningsuppgift: list, preliminarautbetalningar: list }),
  ),
  utbetalningar: list,
  preliminaraUtbetalningar: list,
});
export type LefiSvar = z.infer<typeof LefiSvar>;
