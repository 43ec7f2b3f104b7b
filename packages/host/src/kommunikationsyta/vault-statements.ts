import { IncomeStatement } from '@medborgarnavet/model';
import type { StatementsOf } from '../statements.ts';
import { CaseClosed } from './case-closed.ts';
import { RecordRefused } from './sealed-content.ts';
import type { Vault } from './vault.ts';

const KIND = 'statement';
/** Two fetches of one application that end at the same time: each attempt lets at least one through. */
const ATTEMPTS = 20;

/** Fetched statements in the kommunikationsyta, beside the draft of the case and with the same limit. */
export function vaultStatements(vault: Vault): StatementsOf {
  return ({ personnummer }) => ({
    async generation(reference) {
      const of = { personnummer, reference };
      const { removal } = await vault.standing(of, KIND);
      if (await vault.isClosed(of)) throw new CaseClosed();
      return removal;
    },
    async save(reference, statement, generation) {
      const of = { personnummer, reference };
      const content = Buffer.from(JSON.stringify(statement));
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const standing = await vault.standing(of, KIND);
        if (standing.removal !== generation) return false;
        if (await vault.write(of, KIND, content, standing)) return true;
      }
      return false;
    },
    async find(reference) {
      const kept = await vault.read({ personnummer, reference }, KIND);
      if (!kept) return undefined;
      const { data } = IncomeStatement.safeParse(JSON.parse(Buffer.from(kept.content).toString()));
      if (!data) throw new RecordRefused('changed');
      return data;
    },
    remove: (reference) => vault.remove({ personnummer, reference }, KIND),
  });
}
