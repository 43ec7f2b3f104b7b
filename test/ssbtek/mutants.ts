import { LookupFailed, type IncomeQuestion } from '@medborgarnavet/model';
import { answerEnvelope, randomPersonas } from '@medborgarnavet/simulator';
import { createSsbtek, type SoapAnswer, type Ssbtek, type Transport } from '@medborgarnavet/ssbtek';
import fc from 'fast-check';
import { answering, clock, config, OCTOBER } from './asking.ts';

export type Version = 10 | 11;

const patient = { outward: { perSecond: 1000, burst: 1000 } };

/** A simulator without a network: the same answers, faster. */
export function inProcess(personas: ReturnType<typeof randomPersonas>): Transport {
  return (text) => {
    const { status, body } = answerEnvelope(text, { clock, personas });
    return Promise.resolve({ status, body: Buffer.from(body) });
  };
}

export function ssbtek(transport: Transport, version: Version): Ssbtek {
  return createSsbtek({ config: config({ version, ...patient }), clock, transport });
}

export function questionAbout(personnummer: string): IncomeQuestion {
  return { personnummer, arende: 'EK-1', period: OCTOBER };
}

export interface Answered {
  readonly personnummer: string;
  readonly version: Version;
  readonly about: 'lookUpIncome' | 'lookUpBackground';
  readonly body: Buffer;
}

/** The answers about so many random persons, in both versions, about payments and what lies behind. */
export async function answersAbout(count: number): Promise<readonly Answered[]> {
  const personas = randomPersonas(1, count);
  const answers: Answered[] = [];
  for (const [index, { personnummer }] of personas.entries()) {
    const version = index % 2 === 0 ? 10 : 11;
    for (const about of ['lookUpIncome', 'lookUpBackground'] as const) {
      const recording: Transport = async (text, signal): Promise<SoapAnswer> => {
        const answer = await inProcess(personas)(text, signal);
        answers.push({ personnummer, version, about, body: Buffer.from(answer.body) });
        return answer;
      };
      await ssbtek(recording, version)[about](questionAbout(personnummer));
    }
  }
  return answers;
}

/** An answer with up to four places cut, overwritten or doubled. Inside base64 too, whose content is then another. */
export function anyMutant(answers: readonly Answered[]): fc.Arbitrary<Answered> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    bytes: fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.constantFrom(...FRAGMENTS)),
    cut: fc.nat(8),
  });
  return fc
    .tuple(fc.constantFrom(...answers), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([answer, edits]) => ({
      ...answer,
      body: edits.reduce((body, { at, bytes, cut }) => {
        const from = Math.floor(at * body.length);
        return Buffer.concat([body.subarray(0, from), bytes, body.subarray(from + cut)]);
      }, answer.body),
    }));
}

const FRAGMENTS = [
  '<',
  '>',
  '&',
  '</x>',
  '<!--',
  ']]>',
  '&#0;',
  '"',
  '\u0000',
  '9'.repeat(30),
  '<data/>',
  '-',
].map((text) => Buffer.from(text));

/** @throws what the decoder threw, unless it is the typed failure that it may throw. */
export async function decodeMutant({ personnummer, version, about, body }: Answered): Promise<void> {
  try {
    await ssbtek(answering(body), version)[about](questionAbout(personnummer));
  } catch (error) {
    if (!(error instanceof LookupFailed)) throw error;
  }
}
