import { build } from 'vite';

/** Where `npm run build` writes the one script. */
export const EMBED_FILE = 'packages/embed/dist/medborgarnavet.js';

/**
 * Builds the one script that a page loads, and gives its bytes.
 * @param write also writes it to {@link EMBED_FILE}. Whoever only serves it does not, so that two can run side by side.
 */
export async function buildEmbed({ write }: { readonly write: boolean }): Promise<Uint8Array> {
  const result = await build({ logLevel: 'warn', build: { write } });
  const outputs = Array.isArray(result) ? result : [result];
  const [script] = outputs
    .flatMap((each) => ('output' in each ? each.output : []))
    .filter(({ type }) => type === 'chunk');
  if (script?.type !== 'chunk') throw new Error('The build gave no script.');
  return new TextEncoder().encode(script.code);
}
