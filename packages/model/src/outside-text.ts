/** Half of a character: what is left when a text was cut inside one. */
const LONE_SURROGATE = /\p{Cs}/gu;

/**
 * What cannot be seen, and can make a text look like another: marks, embeddings, overrides and isolates of direction, white space without width, soft
 * hyphens and tags. The joiners U+200C and U+200D stay: Persian and Indic words, and emojis, are spelled with them.
 */
const INVISIBLE =
  /[\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}]/gu;

const SPACE = /[\p{Cc}\s]+/gu;

/**
 * A name, a code or a word from outside (a payer, a benefit, an employer), safe to show, to print and to compare: one line in NFC, without what cannot be
 * seen, with U+FFFD for half a character, and at most this many UTF-16 code units. Empty when nothing is left.
 */
export function outsideText(text: string, longest = 200): string {
  const line = text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(SPACE, ' ')
    .trim();
  return line.slice(0, longest).replace(LONE_SURROGATE, '').trim();
}
