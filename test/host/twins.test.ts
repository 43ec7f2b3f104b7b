import {
  backgroundThatAnswered,
  backgroundThatFailed,
  LookupFailed,
  type BackgroundBlock,
  type IncomeAnswer,
} from '@medborgarnavet/model';
import { answerEnvelope, createFaultSwitch, Persona, PERSONAS, type Faults } from '@medborgarnavet/simulator';
import { createSsbtek, type Transport } from '@medborgarnavet/ssbtek';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anySource } from '../arbitraries.ts';
import { clock, config } from '../ssbtek/asking.ts';
import { PERSON } from './host.ts';
import { ofNobody } from './of-nobody.ts';
import { journey, type Seen, type Sources } from './twins.ts';

const AGENCIES = ['FK', 'CSN', 'SO', 'AF', 'SKV', 'TNS', 'MIV'] as const;
type Agency = (typeof AGENCIES)[number];

/** Whose answers have something wrong in them. */
const WRONG = new Set(['P7', 'P11']);

const error = { kalla: 'BT', felkod: '1', felmeddelande: 'Fel' } as const;
const BROKEN: readonly Faults[] = [
  { FK: { error } },
  { FK: { absent: true } },
  { FK: { malformed: 'content' } },
  { FK: { state: 'FELANDE' } },
  { FK: { person: 'absent' } },
  { FK: { person: 'without-flag' } },
  { FK: { error }, CSN: { error } },
  { FK: { state: 'OTILLGANGLIG' }, CSN: { result: '-1103' } },
  { FK: { missing: ['FK:SJP Sjukpenning'] } },
  { FK: { unauthorised: ['FK:SJP Sjukpenning'] } },
  { PM: { state: 'OTILLGANGLIG' } },
  { CSN: { error } },
  { CSN: { malformed: 'encoding' } },
  { CSN: { result: '-1103' } },
  { CSN: { result: '-1102' } },
  { SO: { error } },
  { SO: { absent: true } },
  { AF: { absent: true } },
  { TNS: { result: 'FEL' } },
];

interface How {
  readonly calls?: 'together' | 'each';
  readonly version?: 10 | 11;
  /** Who tell that the identity is protected; all who can, unless told. */
  readonly tellers?: readonly Agency[];
  /** With a call to each: in which order they answer, those who are not named first. */
  readonly order?: readonly Agency[];
  /** With a call to each: who does not answer. */
  readonly silent?: Agency;
  readonly faults?: Faults;
}

const UNKNOWN = Persona.parse({
  id: 'X',
  title: 'Tvilling',
  exercises: 'Ingen vet något.',
  personnummer: PERSON,
});
/** Everybody knows something of this one, and nothing is wrong with their answers. */
const KNOWN = Persona.parse({
  ...UNKNOWN,
  ...Object.fromEntries(
    [...AGENCIES, 'PM' as const].map((agency) => {
      const told = PERSONAS.filter(({ id }) => !WRONG.has(id)).map((persona) => persona[agency]);
      return [agency, Object.assign({}, ...told) as object];
    }),
  ),
});

function blockOf(agency: Agency, body: string): string {
  return new RegExp(`<ssbt:${agency}>[^]*</ssbt:${agency}>`).exec(body)?.[0] ?? '';
}

/** The sources' answers about a person whose identity is protected, as far as they tell. */
function answering(person: Persona, how: How, calls: string[]): Transport {
  const { tellers = AGENCIES, order = [], silent } = how;
  const faults = createFaultSwitch();
  faults.set(how.faults ?? {});
  const about = (xml: string, isProtected: boolean) =>
    answerEnvelope(xml, { clock, personas: [{ ...person, protected: isProtected }], faults });
  return async (xml) => {
    calls.push(`SSBTEK ${xml}`);
    const asked = AGENCIES.filter((agency) => xml.includes(`<ssbt:${agency} inkludera="true"`));
    if (how.calls === 'each')
      for (let turns = 10 * Math.max(...asked.map((one) => order.indexOf(one))); turns > 0; turns -= 1)
        await new Promise(setImmediate);
    if (how.calls === 'each' && asked.some((one) => one === silent)) throw new LookupFailed('timeout');
    const open = about(xml, false);
    if (person === UNKNOWN) return { status: open.status, body: Buffer.from(open.body) };
    const marked = about(xml, true).body;
    const body = tellers.reduce(
      (text, one) => text.replace(blockOf(one, open.body), () => blockOf(one, marked)),
      open.body,
    );
    return { status: open.status, body: Buffer.from(body) };
  };
}

function seen(person: Persona, how: How): Promise<Seen> {
  const change = {
    calls: how.calls ?? 'together',
    version: how.version ?? 10,
    outward: { perSecond: 1000, burst: 1000 },
  };
  return journey((calls): Sources =>
    createSsbtek({ config: config(change), clock, transport: answering(person, how, calls) }),
  );
}

async function assertTwins(how: How): Promise<void> {
  const [known, unknown] = await Promise.all([seen(KNOWN, how), seen(UNKNOWN, how)]);
  assert.deepEqual(known, unknown, JSON.stringify(how));
}

const answersTo = (call: string, { answers }: Seen) => answers.filter((answer) => answer.startsWith(call));

describe('a person with protected identity, beside one whom nobody knows', () => {
  test('is told apart by nothing, whoever tells, in either version and way of asking', async () => {
    for (const calls of ['together', 'each'] as const)
      for (const version of [10, 11] as const)
        for (const tellers of [AGENCIES, ['FK'], ['CSN']] as const)
          await assertTwins({ calls, version, tellers });
  });

  test('is told apart by nothing of what lies behind, also where only Arbetsförmedlingen tells', async () => {
    for (const calls of ['together', 'each'] as const) {
      const how = { calls, tellers: ['AF'] } as const;
      const [known, unknown] = [await seen(KNOWN, how), await seen(UNKNOWN, how)];
      assert.deepEqual(answersTo('POST /background', known), answersTo('POST /background', unknown));
    }
  });

  test('is told apart by nothing in whatever order the sources answer', async () => {
    const orders = [
      ['FK', 'CSN', 'SO'],
      ['CSN', 'FK', 'SO'],
      ['SO', 'FK', 'CSN'],
      ['SO', 'CSN', 'FK'],
      ['AF', 'CSN'],
    ] as const;
    for (const order of orders)
      for (const tellers of [['FK'], ['CSN']] as const) await assertTwins({ calls: 'each', order, tellers });
  });

  test('is told apart by nothing when one source does not answer, or answers that something is wrong', async () => {
    for (const silent of ['FK', 'CSN', 'SO', 'AF', 'TNS'] as const)
      await assertTwins({ calls: 'each', silent });
    for (const faults of BROKEN)
      await Promise.all((['together', 'each'] as const).map((calls) => assertTwins({ calls, faults })));
  });

  test('is told apart by nothing when what the sources say of the person cannot be read', async () => {
    const funds = [{ name: 'Akademikernas a-kassa', status: '9' }];
    const member = Persona.parse({ ...UNKNOWN, SO: { funds } });
    assert.deepEqual(await seen(member, {}), await seen(UNKNOWN, {}));
  });

  test('is told apart by nothing when nobody says whether the identity is protected, whoever marks the person', async () => {
    for (const faults of [{ FK: { error } }, { FK: { person: 'without-flag' } }] as const)
      for (const tellers of [['CSN'], ['AF'], []] as const)
        await assertTwins({ version: 11, calls: tellers.length > 0 ? 'each' : 'together', tellers, faults });
  });

  test('would be told apart if the sources did not mark the person', async () => {
    const [open, unknown] = [await seen(KNOWN, { tellers: [] }), await seen(UNKNOWN, {})];
    const differing = open.answers.filter((answer, index) => answer !== unknown.answers[index]);
    assert.deepEqual(
      new Set(differing.map((answer) => answer.split('\n')[0])),
      new Set(['POST /income', 'GET /income', 'POST /background']),
    );
    assert.notDeepEqual(open.calls, unknown.calls);
  });
});

describe('whatever the sources say', () => {
  const anySources = fc.tuple(...(['FK', 'PM', 'CSN', 'SO'] as const).map(anySource));
  const anyBlocks = fc.array(
    fc.constantFrom<BackgroundBlock>(
      backgroundThatAnswered('AF', [{ kind: 'job-seeker', registered: true }]),
      backgroundThatAnswered('TNS', []),
      backgroundThatFailed('MIV', 'timeout'),
    ),
  );

  function saying(answer: IncomeAnswer, blocks: readonly BackgroundBlock[]): Sources {
    const { sources, protectedIdentity } = answer;
    return {
      lookUpIncome(_question, { report } = {}) {
        report?.({ kind: 'asked', sources: sources.map(({ source }) => source) });
        for (const [index, source] of sources.entries()) {
          const isLast = index === sources.length - 1;
          report?.({
            kind: 'answered',
            sources: [source],
            protectedIdentity: isLast ? protectedIdentity : undefined,
          });
        }
        return Promise.resolve(answer);
      },
      lookUpBackground: () => Promise.resolve({ blocks, protectedIdentity }),
    };
  }

  test('a protected identity is to the byte one whom the same sources know nothing about', async () => {
    await fc.assert(
      fc.asyncProperty(anySources, anyBlocks, async (sources, blocks) => {
        const known = await journey(() => saying({ sources, protectedIdentity: true }, blocks));
        const empty = blocks.map((block) =>
          block.verdict === 'unchecked' ? block : backgroundThatAnswered(block.source, []),
        );
        const answer = { sources: sources.map(ofNobody), protectedIdentity: false };
        assert.deepEqual(known, await journey(() => saying(answer, empty)));
      }),
      { numRuns: 15 },
    );
  });
});
