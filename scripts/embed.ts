import { build, type Rollup } from 'vite';
import { oneScript } from '../vite.config.ts';

/** Where `npm run build` writes the one script. */
export const EMBED_FILE = 'packages/embed/dist/medborgarnavet.js';

export interface EmbedOptions {
  /** Also writes it to {@link EMBED_FILE}. Whoever only serves it does not, so that two can run side by side. */
  readonly write: boolean;
  /** Unless it is this one's. */
  readonly version?: string;
  /** The module that the script is made of, unless it is the whole of `packages/embed`. */
  readonly entry?: string;
}

/** Builds the one script that a page loads, and gives its bytes. */
export async function buildEmbed(options: EmbedOptions): Promise<Uint8Array> {
  return new TextEncoder().encode((await chunk(options)).code);
}

/** What the one script has of each library, as text. */
export async function librariesInEmbed(): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const [id, { code }] of Object.entries((await chunk({ write: false })).modules)) {
    const [, library] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
    if (library !== undefined) texts[library] = (texts[library] ?? '') + (code ?? '');
  }
  return texts;
}

async function chunk({ write, version, entry }: EmbedOptions): Promise<Rollup.OutputChunk> {
  const config = oneScript(version, entry);
  const result = await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    build: { ...config.build, write },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const [script] = outputs
    .flatMap((each) => ('output' in each ? each.output : []))
    .filter(({ type }) => type === 'chunk');
  if (script?.type !== 'chunk') throw new Error('The build gave no script.');
  return script;
}
