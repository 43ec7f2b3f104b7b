import { EXEMPELKOPING } from '@medborgarnavet/demo';
import {
  createFaultSwitch,
  PERSONAS,
  startSimulator,
  type Faults,
  type Persona,
} from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { watchAnswers } from './canaries.ts';
import { wholeJourney } from './canaries.visits.ts';
import { NOVEMBER, setUp } from './visitor.ts';

const personaOf = (wanted: string): Persona => {
  const found = PERSONAS.find(({ id }) => id === wanted);
  assert.ok(found);
  return found;
};

/** Nobody knows anything of this one. */
const UNKNOWN = personaOf('P10');
/** The same person, marked, of whom many know something. */
const MARKED: Persona = {
  ...UNKNOWN,
  ...{ FK: personaOf('P4').FK, CSN: personaOf('P12').CSN, SO: personaOf('P6').SO, AF: personaOf('P4').AF },
  protected: true,
} as Persona;

interface How {
  readonly calls?: 'together' | 'each';
  readonly faults?: Faults;
}

/** What is handed in is delivered while nobody waits for it, so the next page may tell of that already or not. */
const DELIVERED =
  /<li>\s*<time[^>]*>[^<]*<\/time>\s*<p class="strong">Ansökan finns hos[^<]*<\/p>\s*<\/li>|,\{"at":"[^"]*","action":"delivery"[^}]*\}/g;

/** What is drawn by chance, or tells when, gets the same name each time. */
function withoutChance(text: string): string {
  return text
    .replace(DELIVERED, '')
    .replace(/EK-\d{4}-[0-9A-F]{12}/g, 'EK')
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replace(/localhost:\d+/g, 'localhost')
    .replace(/data-ssbtek-session=\\?"[\w-]*/g, 'session')
    .replace(/seal":"[^"]*"/g, 'seal"')
    .replace(/etag"[:,]"\\"[\w-]{22}\\""/g, 'etag"')
    .replace(/\["(?:date|content-length)","[^"]*"\],?/g, '');
}

/** All that can be seen of a demo from outside: each answer, each log entry, and each time that SSBTEK is asked of the person. */
async function seen(persona: Persona, { calls = 'together', faults = {} }: How) {
  const faultSwitch = createFaultSwitch();
  faultSwitch.set(faults);
  let asked = 0;
  const counting = {
    ...faultSwitch,
    of(personnummer: string | undefined) {
      if (personnummer !== undefined) asked += 1;
      return faultSwitch.of(personnummer);
    },
  };
  const clock = (): Date => NOVEMBER;
  const simulator = await startSimulator({ clock, personas: [persona], faults: counting });
  const outward = { perSecond: 1000, burst: 1000 };
  try {
    await using setting = await setUp({
      ssbtek: { ...EXEMPELKOPING, url: simulator.url, calls, outward },
      persons: [UNKNOWN],
    });
    using watched = watchAnswers();
    await wholeJourney(setting.demo.url, UNKNOWN.id);
    // Nobody is asked anything before the person has signed in.
    const answers = watched.answers
      .filter(({ said }) => !/^[^\n]*\/(e-legitimation|logga-in)/.test(said))
      .map((answer) => Object.values(answer).map((each) => withoutChance(String(each))));
    return { answers, log: setting.log, asked };
  } finally {
    await simulator.close();
  }
}

async function assertTwins(how: How): Promise<void> {
  const [marked, unknown] = [await seen(MARKED, how), await seen(UNKNOWN, how)];
  assert.ok(unknown.answers.length > 50);
  assert.ok(unknown.asked > 3);
  assert.deepEqual(marked, unknown, JSON.stringify(how));
}

describe('who has protected identity sees the same as one whom nobody knows', () => {
  for (const calls of ['together', 'each'] as const)
    test(`on every page and route, in the same order, with SSBTEK asked ${calls}`, () =>
      assertTwins({ calls }));

  test('when a source does not answer, or answers that something is wrong', async () => {
    const error = { kalla: 'BT', felkod: '1', felmeddelande: 'Fel' } as const;
    for (const faults of [
      { FK: { error } },
      { CSN: { absent: true } },
      { SO: { error } },
      { PM: { state: 'OTILLGANGLIG' } },
      { answer: { fault: true } },
    ] satisfies Faults[])
      await assertTwins({ faults });
  });

  test('and would not if the sources did not mark the person', async () => {
    const [open, unknown] = [await seen({ ...MARKED, protected: false }, {}), await seen(UNKNOWN, {})];
    assert.notDeepEqual(open.answers, unknown.answers);
  });
});
