import { createIncomeHost, memoryStatements, type IncomeHost } from '@medborgarnavet/host';
import type { PersonaCode, PersonaFixture } from '@medborgarnavet/mocks';
import { BackgroundStatement, IncomeStatement, type Period } from '@medborgarnavet/model';
import { PERSONAS, startSimulator } from '@medborgarnavet/simulator';
import { createSsbtek, type Ssbtek } from '@medborgarnavet/ssbtek';

// On the first of a month CSN tells of the two months before and of all of this one, so nothing asked about is missing for
// everybody; and what is paid every month is there both as paid and as planned.
const TODAY = new Date('2026-10-01T08:00:00Z');
const PERIOD: Period = { from: '2026-08-01', to: '2026-10-31' };
const clock = (): Date => TODAY;
const SIGN_IN = { level: 'http://id.elegnamnden.se/loa/1.0/loa3', at: TODAY };

/** What a page gets about each test person, asked of the simulator over the wire. */
export async function personaFixtures(): Promise<PersonaFixture[]> {
  const simulator = await startSimulator({ clock });
  try {
    const ssbtek = ssbtekAt(simulator.url);
    const fixtures: PersonaFixture[] = [];
    for (const { id, title, personnummer } of PERSONAS) {
      const host = hostFor(id, personnummer, ssbtek);
      fixtures.push({
        persona: id as PersonaCode,
        title,
        statement: IncomeStatement.parse(await post(host, '/income')),
        background: BackgroundStatement.parse(await post(host, '/background')),
      });
    }
    return fixtures;
  } finally {
    await simulator.close();
  }
}

function ssbtekAt(url: string): Ssbtek {
  return createSsbtek({
    clock,
    config: {
      url,
      version: 11,
      ingivare: { organisationsnummer: '162120000000', namn: 'Exempelköping', handlaggare: 'e-ansokan' },
      aktorsid: 'EXEMPEL-01',
      syfte: 'Handläggning av ekonomiskt bistånd',
      lagtext: '15 kap. 10–12 §§ socialtjänstlagen (2025:400)',
      outward: { perSecond: 1000, burst: 1000 },
    },
  });
}

/** A host of this person alone. It leaves out whom it must leave out; its seal is as that of the other mocks. */
function hostFor(id: string, personnummer: string, ssbtek: Ssbtek): IncomeHost {
  const application = { reference: `EK-${id}`, openedAt: TODAY, intent: 'apply' } as const;
  return createIncomeHost({
    ...ssbtek,
    basePath: '',
    clock,
    newId: () => `persona-${id}`,
    statements: memoryStatements(clock),
    seal: {
      sign: (statement) => Promise.resolve({ ...statement, seal: 'header..signature' }),
      verify: () => Promise.resolve(true),
      hasKeyOf: () => true,
      proofs: [],
    },
    whoIsAsking: () => Promise.resolve({ personnummer, signIn: SIGN_IN, application }),
  });
}

async function post(host: IncomeHost, path: string): Promise<unknown> {
  const response = await host.fetch(
    new Request(`https://kommun.example${path}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      body: JSON.stringify({ period: PERIOD }),
    }),
  );
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
  return response.json();
}
