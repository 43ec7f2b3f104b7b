import assert from 'node:assert/strict';
import { brokenAfterwards, brokenBy, type Permission } from './rules.ts';
import { BASE, type Step } from './steps.ts';
import { startWorld, type World } from './world.ts';

/** How many answers of each kind there were, so that it shows whether the requests reach what they are to try. */
export type Tally = Map<string, number>;

/** Sends the requests to a host of their own. @throws AssertionError that tells which rules were broken. */
export async function runSteps(steps: readonly Step[], tally: Tally = new Map()): Promise<void> {
  await using world = await startWorld();
  const answers: Promise<void>[] = [];
  for (const step of steps) {
    const answer = take(step, world, tally);
    answers.push(answer);
    if (!step.together) await answer;
  }
  await Promise.all(answers);
  assert.deepEqual([...new Set([...world.broken, ...(await brokenAfterwards(world))])], []);
}

async function take(step: Step, world: World, tally: Tally): Promise<void> {
  const [person, owner] = [world.people[step.who], world.people[step.whose]];
  assert.ok(person && owner);
  if (step.prepared) world.ready(person);
  const own = person.cases.at(-1);
  const reference = owner.cases.at(-1 - step.age)?.reference ?? own?.reference ?? 'EK-0';
  const session = person.session ?? 'session-0';
  const act = async (action: Step['between']): Promise<void> => {
    if (action && own) await world.act(action, person, own);
  };
  const standing = (): Permission => {
    const which = world.find(person, reference);
    return { isSignedIn: person.session === session, state: which?.state };
  };
  const etag = step.matches ? world.etagOf(reference) : undefined;
  const pieces = cut(step.body, step.cuts);
  let permitted = standing();
  const answered = await world.send(
    {
      method: step.method,
      path: BASE + step.path,
      headers: {
        ...(etag === undefined ? step.headers : { ...withoutBefore(step.headers), 'if-match': etag }),
        'x-session': session,
        'x-application': reference,
      },
      pieces,
    },
    { session, during: () => act(step.during), fails: step.fails },
    async () => {
      await act(step.between);
      // Where no body is read, the head is all there is to judge by.
      if (step.method === 'POST' || step.method === 'PUT') permitted = standing();
    },
  );
  const kind = `${step.method} ${step.path} ${answered.status}`;
  tally.set(kind, (tally.get(kind) ?? 0) + 1);
  world.learn(step, reference, answered);
  world.broken.push(...brokenBy(step, answered, permitted));
}

function withoutBefore(headers: Step['headers']): Step['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'if-none-match'));
}

function cut(body: Uint8Array, shares: readonly number[]): readonly Uint8Array[] {
  if (body.byteLength === 0) return [];
  const places = [...new Set([0, ...shares.map((share) => Math.floor(share * (body.byteLength - 1)))])].sort(
    (a, b) => a - b,
  );
  return places.map((from, index) => body.subarray(from, places[index + 1] ?? body.byteLength));
}
