import { toKronorText, type Ore } from '@medborgarnavet/model';
import { PERSONAS, type Persona } from '@medborgarnavet/simulator';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mock } from 'node:test';
import { CANARY, formsOf } from '../../scripts/canary-scan.ts';
import { amountCanaries, type Canary } from '../canaries.ts';

/** A word that only this person writes, in this place. */
export const word = (person: string, place: string): string => `${CANARY}${person}${place}Åäö`;

const PLACES = ['hyra', 'bank', 'corrected', 'own'] as const;

/** An amount that only this person writes, in this place. */
export function amount(person: string, place: (typeof PLACES)[number]): number {
  const number = PERSONAS.findIndex(({ id }) => id === person);
  return 812_345_067 + number * 1_000_100 + PLACES.indexOf(place) * 10_007;
}

export const inKronor = (ore: number): string => toKronorText(ore as Ore);

/** Everybody's numbers, what the authorities know of them, and what they write. */
export const CANARIES: readonly Canary[] = [
  { kind: 'a word that was written', text: CANARY },
  ...PERSONAS.flatMap(canariesOf),
];

function canariesOf({ id, personnummer, ...persona }: Persona): readonly Canary[] {
  const known = Object.entries(persona).filter(([key]) => key !== 'title' && key !== 'exercises');
  return [
    ...formsOf(personnummer).map((text) => ({ kind: `the personnummer of ${id}`, text })),
    ...PLACES.flatMap((place) =>
      amountCanaries(`the amount that ${id} wrote for ${place}`, amount(id, place)),
    ),
    ...leavesOf(known).flatMap((leaf) => {
      const kind = `what is known of ${id}`;
      if (typeof leaf === 'number') return amountCanaries(kind, Math.round(leaf * 100));
      const [, name = ''] = /^\S+ (.{8,})$/.exec(String(leaf)) ?? [];
      return name === '' ? [] : [{ kind, text: name }];
    }),
  ];
}

function leavesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
}

/** An answer as it came. */
export interface Answer {
  /** What was sent, as it was written. */
  readonly said: string;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** Remembers every answer that anybody here is given, until it is let go. */
export function watchAnswers(): { readonly answers: readonly Answer[] } & Disposable {
  const answers: Answer[] = [];
  const plain = globalThis.fetch;
  const watching = mock.method(globalThis, 'fetch', async (url: string, init: RequestInit = {}) => {
    const response = await plain(url, init);
    const { body } = init;
    const said = body instanceof URLSearchParams ? [...body].flat().join('\n') : body;
    answers.push({
      said: `${url}\n${typeof said === 'string' ? said : ''}`,
      status: response.status,
      headers: JSON.stringify([...response.headers]),
      body: await response.clone().text(),
    });
    return response;
  });
  return { answers, [Symbol.dispose]: () => watching.mock.restore() };
}

/** The demo in a process of its own. */
export interface Process {
  readonly url: string;
  /** All that it has written. */
  output(): string;
  end(signal: NodeJS.Signals): Promise<void>;
}

export async function startProcess(ssbtek: string, env: Readonly<Record<string, string>>): Promise<Process> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'canaries.server.ts'), ssbtek], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const exit = once(child, 'close');
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`;
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
    });
    void exit.then(() => reject(new Error(`It ended: ${output}`)));
  });
  return {
    url,
    output: () => output,
    async end(signal) {
      child.kill(signal);
      await exit;
    },
  };
}

/** Every file but those that are to hold what the person handed in, and the keys. */
export function filesKept(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      !name.startsWith('arendesystem') &&
      !['keys', 'inlamning.pem'].includes(name) &&
      statSync(join(folder, name)).isFile(),
  );
}

export const readKept = (folder: string, name: string): Uint8Array => readFileSync(join(folder, name));
