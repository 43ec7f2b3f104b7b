const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/**
 * A table as text for a file that a spreadsheet in Swedish opens as it is: UTF-8 with a byte order mark, and semicolons,
 * since the comma stands before decimals.
 */
export function toCsvText(rows: Iterable<readonly string[]>): string {
  return BYTE_ORDER_MARK + [...rows].map((cells) => cells.map(toCsvCell).join(';') + LINE_END).join('');
}

/** One cell. A spreadsheet counts what begins like a formula, so it gets an apostrophe; a plain negative number is none. */
export function toCsvCell(text: string): string {
  const isNumber = /^-\d+(?:,\d+)?$/.test(text);
  const safe = !isNumber && /^\s*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
