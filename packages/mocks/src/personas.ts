import type { BackgroundStatement, IncomeStatement, Ore } from '@medborgarnavet/model';
import { P1 } from './personas/P1.ts';
import { P10 } from './personas/P10.ts';
import { P11 } from './personas/P11.ts';
import { P12 } from './personas/P12.ts';
import { P13 } from './personas/P13.ts';
import { P14 } from './personas/P14.ts';
import { P15 } from './personas/P15.ts';
import { P2 } from './personas/P2.ts';
import { P3 } from './personas/P3.ts';
import { P4 } from './personas/P4.ts';
import { P5 } from './personas/P5.ts';
import { P6 } from './personas/P6.ts';
import { P7 } from './personas/P7.ts';
import { P8 } from './personas/P8.ts';
import { P9 } from './personas/P9.ts';

/** What the simulator calls its test persons. */
export type PersonaCode = `P${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15}`;

/** What a page gets about a test person: three months of payments, and what lies behind them. */
export interface PersonaFixture {
  readonly persona: PersonaCode;
  /** Who it is, in Swedish. */
  readonly title: string;
  readonly statement: IncomeStatement;
  readonly background: BackgroundStatement;
}

/** As it is written in a file, where an amount is only a number. */
export type WrittenFixture = Written<PersonaFixture>;
type Written<T> = T extends Ore ? number : T extends object ? { [Key in keyof T]: Written<T[Key]> } : T;

const written: Readonly<Record<PersonaCode, WrittenFixture>> = {
  ...{ P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14, P15 },
};

/** Every test person, as the simulator tells of them on 1 October 2026. */
export const personas = written as Readonly<Record<PersonaCode, PersonaFixture>>;
