import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import type { ChainLink } from './audit-store.ts';
import { HeadsUnreadable, type AuditHeads } from './heads.ts';
import { StoreUnavailable } from '../kommunikationsyta/store-unavailable.ts';
import { oneAtATime } from './in-turn.ts';

const Head = z.strictObject({
  sequence: z.int().check(z.minimum(0)),
  hash: z.string().check(z.regex(/^[\w-]*$/)),
});

/**
 * A head in a file, one for each process that writes. The file is replaced whole, so a process that is killed leaves the head
 * before or the one after. Whoever reads it learns nothing, and it holds nothing without the database.
 */
export function fileHeads(file: string): AuditHeads {
  const inTurn = oneAtATime();
  const read = (): Promise<ChainLink | undefined> => readHead(file);
  return {
    read,
    keep: (head) =>
      inTurn(async () => {
        const kept = await read();
        if (kept && kept.sequence >= head.sequence) return;
        await replace(file, head).catch((error: unknown) => {
          throw awayIn(error) ?? error;
        });
      }),
  };
}

/** Of a disk that is full, read only or failing, and of a process with too many files open. */
const AWAY: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM'];

function awayIn(error: unknown): StoreUnavailable | undefined {
  const code = codeOf(error);
  return AWAY.includes(code) ? new StoreUnavailable(String(code)) : undefined;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

async function readHead(file: string): Promise<ChainLink | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw awayIn(error) ?? new HeadsUnreadable(`The head of the audit in ${file} cannot be read.`);
  }
  const head = Head.safeParse(jsonIn(text));
  if (!head.success) throw new HeadsUnreadable(`What is in ${file} is not a head of the audit.`);
  return head.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** On disk first, then by its name, and then the name on disk: a power cut leaves one of the two heads. */
async function replace(file: string, { sequence, hash }: ChainLink): Promise<void> {
  const next = `${file}.new`;
  const written = await open(next, 'w', 0o600);
  try {
    await written.writeFile(`${JSON.stringify({ sequence, hash })}\n`);
    await written.sync();
  } finally {
    await written.close();
  }
  await rename(next, file);
  const folder = await open(dirname(file));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
