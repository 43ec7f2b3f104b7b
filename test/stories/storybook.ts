import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export const FOLDER = 'storybook-static';

/** What Storybook says of a story or a docs page in its `index.json`. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
  readonly tags: readonly string[];
}

/** @throws Error with the builder's own words. */
export async function buildStorybook(): Promise<readonly Entry[]> {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/storybook.ts', 'build'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Storybook was not built:\n${stdout}${stderr}`);
  const index = JSON.parse(await readFile(`${FOLDER}/index.json`, 'utf8')) as {
    readonly entries: Readonly<Record<string, Entry>>;
  };
  return Object.values(index.entries);
}
