import * as z from 'zod/mini';

/** Who keeps the data: FK, PM, CSN and the a-kassor (SO) pay money; SKV pays back tax; the rest is background. */
export const SourceCode = z.enum(['FK', 'PM', 'CSN', 'SO', 'SKV', 'AF', 'TNS', 'MIV']);
export type SourceCode = z.infer<typeof SourceCode>;

/** The authorities' own names. */
export const SOURCE_NAMES: Readonly<Record<SourceCode, string>> = {
  FK: 'Försäkringskassan',
  PM: 'Pensionsmyndigheten',
  CSN: 'CSN',
  SO: 'A-kassorna',
  SKV: 'Skatteverket',
  AF: 'Arbetsförmedlingen',
  TNS: 'Transportstyrelsen',
  MIV: 'Migrationsverket',
};

/** The sources that are asked about payments when a form is to be filled in. */
export const MONEY_SOURCES = ['FK', 'PM', 'CSN', 'SO'] as const satisfies readonly SourceCode[];
