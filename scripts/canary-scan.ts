import { PERSONAS } from '@medborgarnavet/simulator';
import { isPersonnummer } from '@medborgarnavet/ssbtek';

/** How every word begins that a test writes as a person would, to see whether it comes out where it must not. */
export const CANARY = 'Zkanarie';

/** A line that holds what must not be told. What it holds is not repeated. */
export interface Finding {
  /** Counted from 1. */
  readonly line: number;
  readonly kind: 'the number of a test person' | 'a personnummer or samordningsnummer' | 'a canary';
}

/** Ways in which people and programs write a number of twelve digits. */
export function formsOf(personnummer: string): readonly string[] {
  const [short, day, last] = [personnummer.slice(2), personnummer.slice(0, 8), personnummer.slice(8)];
  return [personnummer, short, `${day}-${last}`, `${day.slice(2)}-${last}`, `${day.slice(2)}+${last}`];
}

const TEST_PERSONS = PERSONAS.flatMap(({ personnummer }) => formsOf(personnummer));

/** Where a number may stand. The decimals of a measurement are none. */
const NUMBER = /(?<!\d|\d\.)(?:\d{2})?\d{6}[-+]?\d{4}(?!\d|\.\d)/g;

/** What must not stand in what a suite writes. */
export function findingsIn(output: string): readonly Finding[] {
  return output.split('\n').flatMap((text, index) => {
    const kind = kindIn(text);
    return kind === undefined ? [] : [{ line: index + 1, kind }];
  });
}

function kindIn(text: string): Finding['kind'] | undefined {
  if (TEST_PERSONS.some((number) => text.includes(number))) return 'the number of a test person';
  if (text.toLowerCase().includes(CANARY.toLowerCase())) return 'a canary';
  const numbers = Array.from(text.matchAll(NUMBER), ([number]) => number.replace(/\D/g, ''));
  return numbers.some(isAnybodys) ? 'a personnummer or samordningsnummer' : undefined;
}

function isAnybodys(digits: string): boolean {
  return digits.length === 12
    ? isPersonnummer(digits)
    : ['18', '19', '20'].some((century) => isPersonnummer(century + digits));
}
