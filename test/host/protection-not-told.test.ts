import { type ProtectedIdentity, type Source } from '@medborgarnavet/model';
import { answerEnvelope, createFaultSwitch, PERSONAS, type Faults } from '@medborgarnavet/simulator';
import { createSsbtek, type Transport } from '@medborgarnavet/ssbtek';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clock, config } from '../ssbtek/asking.ts';
import { host, OCTOBER, PERSON } from './host.ts';

const error = { kalla: 'BT', felkod: '1', felmeddelande: 'Fel' } as const;
const timeout = { kalla: 'SSBT', felkod: '1', felmeddelande: 'Fel' } as const;

/** What Försäkringskassan and CSN can do: whether the former says if the identity is protected, and their faults. */
const FK: Readonly<Record<string, readonly [isTold: boolean, faults: Faults]>> = {
  'says it': [true, {}],
  'leaves the flag out': [false, { FK: { person: 'without-flag' } }],
  'leaves the person out': [false, { FK: { person: 'absent' } }],
  'times out': [false, { FK: { error: timeout } }],
  'has a fault': [false, { FK: { error } }],
  'is down': [false, { FK: { state: 'OTILLGANGLIG' } }],
  'cannot deliver it': [false, { FK: { missing: ['FK:GEPI Generell personinformation'] } }],
  'is not in the answer': [false, { FK: { absent: true } }],
};
const CSN: Readonly<Record<string, Faults>> = {
  answers: {},
  'times out': { CSN: { error: timeout } },
  'has a fault': { CSN: { error } },
  'is down': { CSN: { result: '-1103' } },
  'is not in the answer': { CSN: { absent: true } },
};

interface How {
  readonly version: 10 | 11;
  readonly calls: 'together' | 'each';
  readonly isProtected: boolean;
  readonly faults: Faults;
  readonly protectionNotTold?: 'withhold' | 'tell';
}

/** What is found about P7 and P14 in one person, and what a page is told. */
async function look({ version, calls, isProtected, faults, protectionNotTold = 'withhold' }: How) {
  const of = (id: string) => PERSONAS.find((persona) => persona.id === id);
  const persona = {
    ...of('P14'),
    ...of('P7'),
    ...{ id: 'X', personnummer: PERSON },
  } as (typeof PERSONAS)[number];
  const known = { ...persona, protected: isProtected, CSN: { ...of('P5')?.CSN }, SKV: { ...of('P14')?.SKV } };
  const set = createFaultSwitch();
  set.set(faults);
  const transport: Transport = (xml) => {
    const { status, body } = answerEnvelope(xml, { clock, personas: [known], faults: set });
    return Promise.resolve({ status, body: Buffer.from(body) });
  };
  const { lookUpIncome } = createSsbtek({
    config: config({ version, calls, protectionNotTold, outward: { perSecond: 1000, burst: 1000 } }),
    ...{ clock, transport },
  });
  const progress: (ProtectedIdentity | undefined)[] = [];
  const answer = await lookUpIncome(
    { personnummer: PERSON, arende: 'EK-1', ...OCTOBER },
    { report: (each) => each.kind === 'answered' && progress.push(each.protectedIdentity) },
  );
  const told = (await (await host({ answer }).post()).json()) as { readonly sources: readonly Source[] };
  return { answer, progress, sources: told.sources };
}

const netsOf = (sources: readonly Source[]) =>
  sources.reduce((count, { payments }) => count + payments.length, 0);

describe('whether the identity is protected', () => {
  for (const version of [10, 11] as const)
    for (const calls of ['together', 'each'] as const)
      test(`is a yes, a no, or not told, and not told is never a no: version ${version}, ${calls}`, async () => {
        for (const [fk, [isTold, fkFaults]] of Object.entries(FK))
          for (const [csn, csnFaults] of Object.entries(CSN))
            for (const isProtected of [true, false]) {
              const how = { version, calls, isProtected, faults: { ...fkFaults, ...csnFaults } };
              const message = `FK ${fk}, CSN ${csn}, ${isProtected ? 'protected' : 'open'}`;
              const { answer, progress, sources } = await look(how);
              const expected = isTold ? isProtected : 'not-told';
              assert.equal(answer.protectedIdentity, expected, message);
              if (calls === 'each')
                assert.ok(
                  progress.every((each) => each === undefined || each === expected) &&
                    progress.at(-1) === expected,
                );
              assert.equal(netsOf(sources) > 0, isTold && !isProtected, message);
              if (!isTold) {
                // Neither that a source has something nor that it has nothing.
                assert.ok(
                  sources.every(({ verdict, sections }) => verdict === 'unchecked' && sections.length === 0),
                );
                const other = await look({ ...how, isProtected: !isProtected });
                assert.deepEqual(sources, other.sources, message);
              }
            }
      });

  test('is the municipality’s to go without: then a mark of CSN alone still counts, and FK is unchecked', async () => {
    const how = { version: 11, calls: 'together', protectionNotTold: 'tell' } as const;
    const faults = { FK: { person: 'without-flag' } } as const;
    const open = await look({ ...how, isProtected: false, faults });
    assert.equal(open.answer.protectedIdentity, false);
    assert.ok(netsOf(open.sources) > 0);
    assert.equal(open.sources.find(({ source }) => source === 'FK')?.verdict, 'unchecked');
    const marked = await look({ ...how, isProtected: true, faults });
    assert.equal(marked.answer.protectedIdentity, true);
    assert.equal(netsOf(marked.sources), 0);
  });
});
