/** How what an agency sends can be damaged: it is no base64, or what is inside is cut off. */
export type Malformed = 'encoding' | 'content';

/** A text as base64. */
export function base64(text: string, malformed?: Malformed): string {
  const encoded = Buffer.from(malformed === 'content' ? cutOff(text) : text, 'utf8').toString('base64');
  return malformed === 'encoding' ? `%${encoded.slice(2)}` : encoded;
}

/** The first half. */
export function cutOff(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}
