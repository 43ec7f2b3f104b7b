import { Draft, sameDraft, type DraftReceipt, type SavedDraft } from '@medborgarnavet/model';
import * as z from 'zod/mini';
import type { Case } from '../asking.ts';
import type { DraftStore } from '../drafts.ts';
import { CaseClosed } from './case-closed.ts';
import type { RecordState } from './record-store.ts';
import { RecordRefused } from './sealed-content.ts';
import type { Vault } from './vault.ts';

const KIND = 'draft';

/** What is encrypted. */
const Content = z.strictObject({ draft: Draft, savedAt: z.iso.datetime() });

/** Drafts in the kommunikationsyta. */
export function vaultDrafts(vault: Vault, clock: () => Date): DraftStore {
  const receipt = (of: Case, { version, expiresAt }: RecordState, savedAt: string): DraftReceipt => ({
    savedAt,
    expiresAt: new Date(expiresAt).toISOString(),
    etag: vault.etag(of, KIND, version),
  });

  async function find(of: Case): Promise<SavedDraft | undefined> {
    const kept = await vault.read(of, KIND);
    if (!kept) return undefined;
    const { draft, savedAt } = readContent(kept.content);
    return { ...draft, ...receipt(of, kept, savedAt) };
  }

  return {
    find,
    async save(of, draft, after) {
      const standing = await vault.standing(of, KIND);
      const { isKept, version } = standing;
      if (after === 'none' ? !isKept : isKept && after.includes(vault.etag(of, KIND, version))) {
        const savedAt = clock().toISOString();
        const content = Buffer.from(JSON.stringify({ draft, savedAt } satisfies z.infer<typeof Content>));
        const written = await vault.write(of, KIND, content, standing);
        if (written) return { outcome: 'saved', receipt: receipt(of, written, savedAt) };
      }
      const current = await find(of);
      if (!current && (await vault.isClosed(of))) throw new CaseClosed();
      if (!current) return { outcome: 'conflict' };
      if (!sameDraft(current, draft)) return { outcome: 'conflict', current };
      const { savedAt, expiresAt, etag: now } = current;
      return { outcome: 'saved', receipt: { savedAt, expiresAt, etag: now } };
    },
    async remove(of) {
      // Where there is none, no case is begun.
      if ((await vault.standing(of, KIND)).isKept) await vault.remove(of, KIND);
    },
  };
}

function readContent(content: Uint8Array): z.infer<typeof Content> {
  const { data } = Content.safeParse(JSON.parse(Buffer.from(content).toString()));
  if (!data) throw new RecordRefused('changed');
  return data;
}
