import { KNOWN_AKTORSID, startSimulator } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { promised } from './raw.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A way to the simulator on which what is asked can be held. */
export interface HeldSsbtek {
  readonly url: string;
  /** Holds what is asked from now on. */
  hold(): Held;
  close(): Promise<void>;
}

export interface Held {
  /** Resolves when something is asked. */
  readonly asked: Promise<void>;
  readonly letGo: () => void;
}

export async function heldSsbtek(): Promise<HeldSsbtek> {
  const simulator = await startSimulator();
  let asked = promised();
  let gate: Promise<void> = Promise.resolve();
  const server = createServer((request, response) => {
    const forward = async (): Promise<void> => {
      const body = await text(request);
      asked.resolve();
      await gate;
      const headers = { 'content-type': 'text/xml' };
      const answer = await fetch(simulator.url, { method: 'POST', headers, body });
      response.setHeader('content-type', answer.headers.get('content-type') ?? '');
      response.end(await answer.text());
    };
    forward().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    hold() {
      const { promise, resolve } = promised();
      asked = promised();
      gate = promise;
      return { asked: asked.promise, letGo: resolve };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await simulator.close();
    },
  };
}

const newSigningKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const randomKey = (): string => randomBytes(32).toString('base64');

/** What a deployment sets, in a folder of its own. */
export function deployment(ssbtekUrl: string) {
  const folder = mkdtempSync(join(tmpdir(), 'example-'));
  const config = join(folder, 'ssbtek.json');
  const ingivare = { organisationsnummer: '162120000000', namn: 'Exempel', handlaggare: 'e-ansokan' };
  const purpose = { syfte: 'Ekonomiskt bistånd', lagtext: '15 kap. socialtjänstlagen' };
  writeFileSync(config, JSON.stringify({ ingivare, aktorsid: KNOWN_AKTORSID[0], ...purpose }));
  const environment = {
    PORT: '0',
    DATABASE_FILE: join(folder, 'kommunikationsyta.sqlite'),
    KOMMUNIKATIONSYTA_KEYS: `pseudonyms:${randomKey()} k1:${randomKey()}`,
    SEAL_KEY: `s1:${randomKey()}`,
    INLAMNING_KEY: newSigningKey(),
    AUDIT_HEADS: join(folder, 'audit-head'),
    CASE_SYSTEM_FOLDER: join(folder, 'arendesystem'),
    SSBTEK_URL: ssbtekUrl,
    SSBTEK_CONFIG: config,
  };
  return { folder, environment, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Example {
  readonly url: string;
  /** Sends SIGTERM. */
  readonly terminate: () => void;
  /** How it ended, and all that it has written. */
  readonly ended: Promise<{ readonly code: unknown; readonly stderr: string }>;
  /** Ends it however it stands. */
  readonly kill: () => void;
}

/** Runs Node with these arguments, one of them an example, and waits until it is ready. */
export async function startExample(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Example> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // Nothing of the environment of the tests themselves.
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stderr = text(child.stderr);
  const ended = once(child, 'exit').then(async ([code]: unknown[]) => ({ code, stderr: await stderr }));
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /^ready (http:\S+)$/.exec(line) ?? [];
    if (url === undefined) continue;
    return {
      url,
      ended,
      terminate: () => void child.kill('SIGTERM'),
      kill: () => void child.kill('SIGKILL'),
    };
  }
  const { code, stderr: why } = await ended;
  return assert.fail(`It ended with ${String(code)}:\n${why}`);
}
