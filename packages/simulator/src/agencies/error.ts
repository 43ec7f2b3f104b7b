import type { AgencyError } from '../contract.ts';
import type { Question } from '../question.ts';
import { type Tree, el } from '../tree.ts';

/** What is in an `error`, of a block or of a part of one. */
export function errorIn({ kalla, felkod, felmeddelande }: AgencyError, question: Question): Tree[] {
  return [
    el('ssbt:kalla', kalla),
    el('ssbt:felkod', felkod),
    el('ssbt:felmeddelande', felmeddelande.replaceAll('{personnummer}', question.personidentitet)),
  ];
}
