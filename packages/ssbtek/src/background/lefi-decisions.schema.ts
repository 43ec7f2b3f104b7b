import * as z from 'zod';
import {
  absentIfNull,
  Amount,
  avvikelser,
  avvikelserOf,
  FranTill,
  generellPersoninformation,
  Kod,
  Summa,
  utlamnare,
} from '../agencies/lefi.schema.ts';

// LEFI's cases and decisions, as much of them as is used (facts §4.2). Whom else they are about, what they were founded
// on, and all names and numbers of persons are left out: what is not named here is never read.

const text = absentIfNull(z.string());
const yesOrNo = absentIfNull(z.boolean());
const anything = z.unknown().optional();
const Part = z.object({ taljare: absentIfNull(z.number()), namnare: absentIfNull(z.number()) });
export type Part = z.infer<typeof Part>;
const Code = z.object({
  id: absentIfNull(z.union([z.string(), z.number()]).transform(String)),
  beskrivning: text,
});
export type Code = z.infer<typeof Code>;

/** An answer about what lies behind the payments. FK's lists are read one by one. */
export const LefiBakgrund = z.object({
  utlamnare,
  avvikelser: avvikelserOf({
    formansinformation: avvikelser,
    ansprak: avvikelser,
    beslut: avvikelser,
    ovrigInformation: avvikelser,
  }),
  formansinformation: absentIfNull(z.looseObject({ generellPersoninformation })),
  ansprak: anything,
  beslut: anything,
});
export type LefiBakgrund = z.infer<typeof LefiBakgrund>;

/** Any of FK's cases. Those of omvårdnadsbidrag and merkostnadsersättning hold one decision, the others a list. */
export const FkArende = z.object({
  startades: text,
  aktivt: yesOrNo,
  avslaget: yesOrNo,
  beslut: anything,
  /** The days that föräldrapenning is applied for, decided or not. */
  anspraksdagar: anything,
});
export type FkArende = z.infer<typeof FkArende>;

/** Any of FK's decisions. */
export const FkBeslut = z.object({
  fattades: text,
  definitivt: yesOrNo,
  forman: absentIfNull(Code),
  periodicitet: absentIfNull(Code),
  period: absentIfNull(FranTill),
  beslutatBruttobelopp: absentIfNull(Summa),
  beslutsutfall: absentIfNull(z.union([z.string(), Code])),
  /** A list in efterlevandepension. */
  omfattning: absentIfNull(z.union([Part, z.array(Part)])),
  /** A number of days, but a list in programersättning. */
  dagar: anything,
  /** The amount of a day has another name for each kind of benefit. Which day it is matters for föräldrapenning. */
  ersattningsdagar: absentIfNull(
    z.array(
      z.object({
        dag: anything,
        ersattningsbelopp: absentIfNull(Summa),
        bruttobelopp: absentIfNull(Summa),
        belopp: absentIfNull(Summa),
      }),
    ),
  ),
  /** The first month that the decision is no longer for. */
  upphorandeManadFrom: absentIfNull(z.array(z.string())),
  /** The levels of omvårdnadsbidrag and merkostnadsersättning. */
  periodbeslut: anything,
});
export type FkBeslut = z.infer<typeof FkBeslut>;

/** `LefiOmvardnadsbidragPeriodBeslut` and `LefiMerkostnadsersattningPeriodbeslut`, which are alike. */
export const FkPeriodbeslut = z.object({
  period: absentIfNull(FranTill),
  /** The level. */
  omfattning: absentIfNull(Part),
  /** What this parent gets of it. */
  andel: absentIfNull(Part),
  utbetalningstyp: absentIfNull(Code),
});

/** `LefiForaldrapenningAnspraksdag`. */
export const FkAnspraksdag = z.object({ dag: z.string() });

/** `LefiProgramanvisning`. */
export const FkProgramanvisning = z.object({
  period: absentIfNull(FranTill),
  omfattning: absentIfNull(Part),
  program: absentIfNull(Code),
});

/** `LefiUnderhallsskuld`. */
export const FkUnderhallsskuld = z.object({ belopp: Summa });

export const FkProgramjobdagar = z.object({
  antalForbrukade: z.number().min(0).max(100_000),
  harForbrukatMaxAntal: z.boolean(),
});

const FromTom = z.object({ from: text, tom: text });

/** `LefiPmFormanAnsprak`. */
export const PmAnsprak = z.object({
  ankomstdatum: text,
  formansgrupp: absentIfNull(Kod),
  yrkadPeriod: absentIfNull(FromTom),
});

/** `LefiPmFormanBeslut`. */
export const PmBeslut = z.object({
  beslutsdatum: text,
  formansgrupp: absentIfNull(Kod),
  beslutsstatus: absentIfNull(Kod),
  beslutsutfall: absentIfNull(Kod),
  beslutadErsattning: anything,
});
export type PmBeslut = z.infer<typeof PmBeslut>;

/** `LefiPmFormanBeslutadErsattning`. */
export const PmErsattning = z.object({
  beslutatBelopp: absentIfNull(
    z.object({ belopp: absentIfNull(Amount), beloppsfrekvens: absentIfNull(Kod) }),
  ),
  period: absentIfNull(FromTom),
  ersattningstyp: absentIfNull(Kod),
  /** A share of one. */
  omfattning: absentIfNull(z.number()),
});
export type PmErsattning = z.infer<typeof PmErsattning>;
