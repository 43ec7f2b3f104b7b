/** What a samordningsnummer adds to the day of birth, and the day that stands for one that nobody knows (Skatteverket). */
const ADDED_TO_DAY = 60;

/**
 * Whether the text is a personnummer or samordningsnummer of 12 digits with a right check digit. A samordningsnummer
 * has 60 added to the day. Where the day of birth is not known the day is 60, and where the month is not known it is 00
 * (checklist, Swedish numbers).
 */
export function isPersonnummer(text: string): boolean {
  if (!/^(?:18|19|20)\d{10}$/.test(text)) return false;
  return hasDate(text) && checksum(text.slice(2)) % 10 === 0;
}

/** Whether it is a samordningsnummer, of those that {@link isPersonnummer} accepts. */
export function isSamordningsnummer(personnummer: string): boolean {
  return Number(personnummer.slice(6, 8)) >= ADDED_TO_DAY;
}

function hasDate(text: string): boolean {
  const [year, month, written] = [
    Number(text.slice(0, 4)),
    Number(text.slice(4, 6)),
    Number(text.slice(6, 8)),
  ];
  if (!isSamordningsnummer(text)) return isDay(year, month, written);
  const day = written - ADDED_TO_DAY;
  if (month === 0) return day <= 31;
  return day === 0 ? month <= 12 : isDay(year, month, day);
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Luhn over the ten digits. */
function checksum(digits: string): number {
  let sum = 0;
  for (const [index, digit] of Array.from(digits).entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum;
}
