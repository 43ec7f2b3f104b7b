import { backgroundThatFailed, oreFromKronor, type BackgroundBlock } from '@medborgarnavet/model';
import { readBlock } from '../envelope.ts';
import { refusalUnlessNamed, whose } from '../identity.ts';
import { failedPart, open, type Failed, type Part } from '../part.ts';
import { readInnerXml } from '../xml/inner.ts';
import type { XmlElement } from '../xml/parse.ts';
import { child, children, text } from '../xml/read.ts';
import { readFields, readYear, type Fields } from './fields.ts';
import { blockOf, found, foundInEach, gap, NOTHING, together, type Found } from './found.ts';

const NAME = 'Inkomst av kapital';

/** The only status of a person that has been seen, and nobody has explained it (facts §4.7). */
const STATUS_SEEN = '999';

const CAPITAL = {
  year: ['Taxeringsar', readYear],
  income: ['SummaIntakterPaKapital', oreFromKronor],
  surplus: ['OverskottPaKapital', oreFromKronor],
} as const satisfies Fields;

/** Skatteverket's answer in v10: income from capital, in an XML document written as text (facts §4.7). */
export function decodeSkvV10(element: XmlElement | undefined, personnummer: string): Part<BackgroundBlock> {
  const failed = (failure: Failed) => failedPart(failure, backgroundThatFailed('SKV', failure.reason));
  const block = readBlock(element);
  if (block.kind === 'failed') return failed(block);
  const document = readInnerXml(text(block.data, 'svar'), 'SvarBeskattningsuppgifterEnligtSFS2008-975');
  if (!document) return failed({ kind: 'failed', reason: 'unreadable' });
  // Someone of whom nothing is known is not in the list.
  const persons = children(child(document, 'PersonuppgiftLista'), 'Personuppgift');
  const named = persons.map((person) =>
    whose(text(person, 'IdentitetsbeteckningFysiskPerson'), personnummer),
  );
  const refusal = refusalUnlessNamed(named);
  return refusal ? failed(refusal) : open(blockOf('SKV', foundInEach(persons, decodePerson)));
}

/** Someone without anything, under a status that has not been seen, may have something. */
function decodePerson(person: XmlElement): Found {
  const rows = children(person, 'Kapitaluppgift');
  const status = text(person, 'StatusPersonuppgiftKod');
  const isClear = rows.length > 0 || status === '' || status === STATUS_SEEN;
  return together(foundInEach(rows, decodeCapital), isClear ? NOTHING : gap(NAME, 'unknown-status'));
}

function decodeCapital(row: XmlElement): Found {
  const {
    values: { year, ...amounts },
    whole,
  } = readFields((name) => text(row, name), CAPITAL);
  return year === undefined ? gap(NAME) : found({ kind: 'capital', year, ...amounts }, whole, NAME);
}
