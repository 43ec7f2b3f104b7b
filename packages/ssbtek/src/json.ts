import { decodeBase64 } from './base64.ts';
import { decodeText } from './xml/encoding.ts';

/** JSON that is larger is not read. `items`: in one list or object. */
export const JSON_LIMITS = { depth: 32, items: 10_000, values: 200_000 } as const;

/**
 * What an agency tells as JSON: in base64, or as it is. Undefined when it cannot be read, or is larger than {@link JSON_LIMITS}, which is looked at before
 * anything is made of it.
 */
export function readJson(text: string): unknown {
  const json = /^\s*[{[]/.test(text) ? text : jsonIn(text);
  if (json === undefined || !isWithinLimits(json)) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function jsonIn(base64: string): string | undefined {
  const bytes = decodeBase64(base64);
  return bytes && decodeText(bytes, 'utf-8');
}

/** Counts as it goes, and makes nothing. */
function isWithinLimits(json: string): boolean {
  const items: number[] = [];
  let values = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (isInString) {
      if (character === '\\') at += 1;
      else if (character === '"') isInString = false;
      continue;
    }
    if (character === '"') isInString = true;
    else if (character === '[' || character === '{') items.push(1);
    else if (character === ']' || character === '}') items.pop();
    else if (character === ',') items.push((items.pop() ?? 0) + 1);
    else continue;
    values += 1;
    if (items.length > JSON_LIMITS.depth || values > JSON_LIMITS.values) return false;
    if ((items.at(-1) ?? 0) > JSON_LIMITS.items) return false;
  }
  return true;
}
