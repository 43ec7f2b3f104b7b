import { toKronorText, type Ore } from '@medborgarnavet/model';

/** Something that must not come out, and what it is called when it has. */
export interface Canary {
  readonly kind: string;
  readonly text: string;
  /** Counts only where no letter or digit stands next to it: a number that is short enough to be part of another. */
  readonly alone?: boolean;
}

/** A way of writing text, in every form that it may have there. */
export const ENCODINGS: Readonly<Record<string, (text: string) => readonly Buffer[]>> = {
  utf8: (text) => [Buffer.from(text)],
  utf16le: (text) => [Buffer.from(text, 'utf16le')],
  hex: (text) => eitherCase(Buffer.from(text).toString('hex')),
  base64: (text) => [0, 1, 2].flatMap((shift) => base64At(text, shift)),
  percent: (text) => [
    ...eitherCase(encodeURIComponent(text), /%[0-9A-F]{2}/g),
    Buffer.from(new URLSearchParams([['', text]]).toString().slice(1)),
  ],
  json: (text) => {
    const escaped = JSON.stringify(text).slice(1, -1);
    const ascii = escaped.replace(
      /[^ -~]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    return [Buffer.from(escaped), ...eitherCase(ascii, /\\u[0-9a-f]{4}/g)];
  },
};

function eitherCase(text: string, digits = /.+/): readonly Buffer[] {
  const upper = text.replace(digits, (each) => each.toUpperCase().replace('\\U', '\\u'));
  const lower = text.replace(digits, (each) => each.toLowerCase());
  return [Buffer.from(upper), Buffer.from(lower)];
}

/** The characters that are the same whatever stands before and after, in both alphabets. */
function base64At(text: string, shift: number): readonly Buffer[] {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]);
  const whole = Math.floor((bytes.length * 8) / 6);
  const encoded = bytes.toString('base64').slice(Math.ceil((shift * 8) / 6), whole);
  return [Buffer.from(encoded), Buffer.from(encoded.replaceAll('+', '-').replaceAll('/', '_'))];
}

/** An amount as data, pages and forms have it, if that is too long, and not too round, to stand somewhere by chance. */
export function amountCanaries(kind: string, ore: number): readonly Canary[] {
  const text = toKronorText(ore as Ore);
  const kronor = text.split('.')[0] ?? '';
  const grouped = kronor.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return [String(ore), text, text.replace('.', ','), grouped]
    .filter((form) => Buffer.byteLength(form) >= 6 && !/^\d+000$/.test(form))
    .map((form) => ({ kind, text: form, alone: true }));
}

interface Needle {
  readonly name: string;
  readonly bytes: Buffer;
  readonly alone: boolean;
}

const PREFIX = 3;

/** Looks for all canaries in all encodings at once. Gives what was found, by kind and encoding, without telling it. */
export function scannerFor(canaries: readonly Canary[]): (place: Uint8Array | string) => readonly string[] {
  const needles = new Map<number, Needle[]>();
  const begins = new Uint8Array(1 << (8 * PREFIX));
  for (const { kind, text, alone = false } of canaries)
    for (const [encoding, encode] of Object.entries(ENCODINGS))
      for (const bytes of encode(text)) {
        const prefix = bytes.readUIntBE(0, PREFIX);
        const name = `${kind} as ${encoding}`;
        begins[prefix] = 1;
        needles.set(prefix, [
          ...(needles.get(prefix) ?? []),
          { name, bytes, alone: alone && encoding !== 'utf16le' },
        ]);
      }
  return (place) => {
    const bytes = Buffer.from(place);
    const found = new Set<string>();
    let prefix = 0;
    for (let end = 0; end < bytes.length; end += 1) {
      prefix = ((prefix << 8) | (bytes[end] ?? 0)) & (begins.length - 1);
      if (begins[prefix] === 0 || end < PREFIX - 1) continue;
      const at = end - PREFIX + 1;
      for (const needle of needles.get(prefix) ?? []) if (standsAt(bytes, at, needle)) found.add(needle.name);
    }
    return [...found];
  };
}

function standsAt(bytes: Buffer, at: number, { bytes: needle, alone }: Needle): boolean {
  if (bytes.compare(needle, 0, needle.length, at, Math.min(at + needle.length, bytes.length)) !== 0)
    return false;
  return !alone || !(isWordAt(bytes, at - 1) || isWordAt(bytes, at + needle.length));
}

function isWordAt(bytes: Buffer, at: number): boolean {
  const byte = bytes[at];
  return byte !== undefined && /[0-9A-Za-z]/.test(String.fromCharCode(byte));
}
