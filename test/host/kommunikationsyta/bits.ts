import type { Kind, SqlParameter } from './stores.ts';

/** How to set a column to its value with one bit turned. */
export function setting(database: Kind['name'], table: string, column: string, value: unknown) {
  const sql = `UPDATE ${table} SET ${column} = `;
  if (value instanceof Uint8Array) {
    return {
      sql: `${sql}$1`,
      bits: bits(database, value.length * 8),
      original: value,
      flipped: (bit: number) => turned(value, bit),
    };
  }
  const isNumber = typeof value === 'number' || /version|removal|expires_at|handed_in_at/.test(column);
  if (isNumber) {
    const number = BigInt(value as string);
    return {
      sql: `${sql}$1`,
      bits: bits(database, 63),
      original: number,
      flipped: (bit: number): SqlParameter => number ^ (1n << BigInt(bit)),
    };
  }
  const text = Buffer.from(value as string);
  const asText = database === 'SQLite' ? 'CAST($1 AS TEXT)' : "convert_from($1::bytea, 'UTF8')";
  return {
    sql: `${sql}${asText}`,
    bits: bits(database, text.length * 8),
    original: text,
    flipped: (bit: number): SqlParameter => turned(text, bit),
  };
}

/** All of them; on PostgreSQL a bit of every byte, each time another one: they differ only in how they store it. */
function bits(database: Kind['name'], count: number): number[] {
  return Array.from({ length: count }, (_, bit) => bit).filter(
    (bit) => database === 'SQLite' || bit % 8 === (bit >> 3) % 8,
  );
}

function turned(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}

/** A text in each of the ways in which it might lie in a file. */
export function encodingsOf(text: string): Buffer[] {
  const plain = Buffer.from(text);
  return [
    plain,
    Buffer.from(text, 'utf16le'),
    Buffer.from(plain.toString('hex')),
    Buffer.from(plain.toString('base64').replace(/.{0,4}$/, '')),
  ];
}
