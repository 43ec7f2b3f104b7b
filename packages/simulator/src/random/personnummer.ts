/** 1 February 1890 as milliseconds. January is of the persons that have a file. */
const FIRST = Date.UTC(1890, 1, 1);
const DAYS = 334;
const BIRTH_NUMBERS = 10;

/** How many there are. */
export const PERSONNUMMER_COUNT = DAYS * BIRTH_NUMBERS;

/**
 * A personnummer of Skatteverket's kind for tests: born in 1890, with a birth number from 980 to 989, which nobody
 * living has. Numbers in a row give different ones, until there are no more.
 */
export function testPersonnummer(index: number): string {
  const place = ((index % PERSONNUMMER_COUNT) + PERSONNUMMER_COUNT) % PERSONNUMMER_COUNT;
  const day = new Date(FIRST + Math.floor(place / BIRTH_NUMBERS) * 86_400_000).toISOString().slice(0, 10);
  const digits = `${day.replaceAll('-', '')}${980 + (place % BIRTH_NUMBERS)}`;
  return `${digits}${checkDigit(digits.slice(2))}`;
}

/** Of the nine digits without the century: every other doubled, and the sum of all digits made even tens. */
function checkDigit(nine: string): number {
  const sum = Array.from(nine).reduce((total, digit, place) => {
    const product = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
