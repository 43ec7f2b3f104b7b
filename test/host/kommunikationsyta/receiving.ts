// A receiver that is a folder: what it has got lies there as a file with the id's name, whoever is killed meanwhile.
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HandedInMessage } from '../../../packages/host/src/submission/message.ts';

const DIFFERENT = '.different';
const PART = '.part';

/** Keeps an id once, and marks it when the same id comes with another content. */
export function receive(folder: string, message: HandedInMessage): void {
  const text = JSON.stringify(message);
  const file = join(folder, message.id);
  if (existsSync(file) && readFileSync(file, 'utf8') !== text) writeFileSync(`${file}${DIFFERENT}`, '');
  const part = join(folder, `${randomUUID()}${PART}`);
  writeFileSync(part, text, { flag: 'wx' });
  renameSync(part, file);
}

export function received(folder: string, id: string): HandedInMessage | undefined {
  const file = join(folder, id);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as HandedInMessage) : undefined;
}

export function receivedIds(folder: string): string[] {
  return readdirSync(folder).filter((file) => !file.endsWith(PART));
}
