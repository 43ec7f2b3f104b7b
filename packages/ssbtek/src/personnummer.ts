/**
 * Whether the text is a personnummer or samordningsnummer of 12 digits with a right check digit. A samordningsnummer
 * has 60 added to the day, and its month may be 00 for unknown (checklist, Swedish numbers).
 */
export function isPersonnummer(text: string): boolean {
  if (!/^(?:18|19|20)\d{10}$/.test(text)) return false;
  return hasDate(text) && checksum(text.slice(2)) % 10 === 0;
}

function hasDate(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))];
  const coordination = day > 60;
  if (coordination && month === 0) return day <= 91;
  const date = new Date(Date.UTC(year, month - 1, coordination ? day - 60 : day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === (coordination ? day - 60 : day);
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
