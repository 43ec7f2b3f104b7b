import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a demo's own, for what it keeps. */
export interface TemporaryPlace {
  readonly dataDirectory: string;
  remove(): void;
}

export function temporaryPlace(): TemporaryPlace {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'demo-'));
  return { dataDirectory, remove: () => rmSync(dataDirectory, { recursive: true, force: true }) };
}
