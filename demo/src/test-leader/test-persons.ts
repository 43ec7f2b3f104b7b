import { randomBytes, randomUUID } from 'node:crypto';
import {
  createIncomeHost,
  createSeal,
  memoryStatements,
  type IncomeHost,
  type Log,
} from '@medborgarnavet/host';
import {
  addMonths,
  dateInSweden,
  IncomeStatement,
  monthOf,
  parseMonths,
  type Period,
} from '@medborgarnavet/model';
import { createSsbtek, type SsbtekConfigInput } from '@medborgarnavet/ssbtek';
import type { TestPerson } from '../session.ts';
import { LEVEL } from '../sign-in/claims.ts';

export interface TestPersonParts {
  /** How the simulator is asked. */
  readonly ssbtek: SsbtekConfigInput;
  readonly persons: readonly TestPerson[];
  readonly clock: () => Date;
  readonly origins: readonly string[];
  readonly log?: Log | undefined;
}

/** What the views of the test persons show. Nobody signs in, so there must be no other persons behind it. */
export interface TestPersons {
  readonly persons: readonly TestPerson[];
  find(id: string | null | undefined): TestPerson | undefined;
  /** The Inkomst API of one of them; undefined for somebody who does not exist. */
  host(id: string): IncomeHost | undefined;
  /** What the view of this person shows, fetched now unless it has been today; undefined when it could not be. */
  statementOf(person: TestPerson): Promise<IncomeStatement | undefined>;
  /** The months that are asked about: the attribute `period`. */
  months(): string;
}

export const TEST_API = '/testledning/api';

export function testEndpoint({ id }: Pick<TestPerson, 'id'>): string {
  return `${TEST_API}/${id}`;
}

export function testPersons({ ssbtek, persons, clock, origins, log }: TestPersonParts): TestPersons {
  const { lookUpIncome, lookUpBackground } = createSsbtek({ config: ssbtek, clock });
  const statements = memoryStatements(clock);
  const common = {
    ...{ lookUpIncome, lookUpBackground, statements, clock },
    seal: createSeal(randomBytes(32), 'test-1'),
    newId: () => randomUUID(),
    allowedOrigins: origins,
    ...(log && { log }),
  };
  const find = (id: string | null | undefined) => persons.find((person) => person.id === id);
  const hostOf = (person: TestPerson): IncomeHost =>
    createIncomeHost({
      ...common,
      basePath: testEndpoint(person),
      whoIsAsking: () =>
        Promise.resolve({
          personnummer: person.personnummer,
          signIn: { level: LEVEL, at: clock() },
          application: { reference: referenceOf(person), openedAt: clock(), intent: 'apply' },
        }),
    });
  const months = (): string => {
    const now = monthOf(dateInSweden(clock()));
    // CSN tells of no longer ago, so with more months there would be something unchecked for everybody.
    return `${addMonths(now, -1)}/${now}`;
  };
  return {
    persons,
    find,
    months,
    host(id) {
      const person = find(id);
      return person && hostOf(person);
    },
    async statementOf(person) {
      const period = parseMonths(months());
      const kept = await statements.find(referenceOf(person));
      if (kept && period && isOfToday(kept, period, clock())) return kept;
      // As the view's own button does, so that what is asked about is what is shown.
      const response = await hostOf(person).fetch(
        new Request(`${origins[0] ?? 'http://localhost'}${testEndpoint(person)}/income`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
          body: JSON.stringify({ period }),
        }),
      );
      return response.ok ? IncomeStatement.parse(await response.json()) : undefined;
    },
  };
}

function referenceOf({ id }: TestPerson): string {
  return `TEST-${id}`;
}

function isOfToday({ period, fetchedAt }: IncomeStatement, wanted: Period, now: Date): boolean {
  const isSame = period.from === wanted.from && period.to === wanted.to;
  return isSame && dateInSweden(new Date(fetchedAt)) === dateInSweden(now);
}
