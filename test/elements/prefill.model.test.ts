import type { IncomeSource, SsbtekPrefill } from '@medborgarnavet/elements';
import {
  EKBIST_ROWS,
  IncomeProblem,
  oreFromKronor,
  parseTypedAmount,
  PROBLEM_TYPES,
  toKronorText,
  type IncomeProblemKind,
  type IncomeStatement,
} from '@medborgarnavet/model';
import { expect, fixtureCleanup } from '@open-wc/testing';
import fc from 'fast-check';
import { anyStatement } from '../arbitraries.ts';
import { byLabel, type } from './page.ts';
import { prefill } from './prefill.ts';

const RUNS = 2_000;

/** What must be true of the person's own words, whatever happens. */
interface Model {
  /** By the accessible name of the field. */
  readonly written: Map<string, string>;
  readonly takenBack: Map<string, string>;
  own: number;
}

interface Real {
  element: SsbtekPrefill;
}

type Command = fc.AsyncCommand<Model, Real>;

// The row for Pensionsmyndigheten is there only at times.
const rows = EKBIST_ROWS.filter(({ group }) => group !== 'PM').map(({ label }) => label);
const correction = (label: string) => `Rätt belopp: ${label}`;

function sourceOf(answer: IncomeStatement | IncomeProblemKind): IncomeSource {
  const give = () =>
    typeof answer === 'string' ? Promise.reject(new IncomeProblem(answer)) : Promise.resolve(answer);
  return { fetchIncome: give, latestIncome: give, withdrawIncome: () => Promise.resolve() };
}

/** Everything that is on screen must be what the form would post, and all that was written must be there. */
function check({ written, own }: Model, { element }: Real): void {
  for (const [name, text] of written) expect(byLabel(element, name).value, name).to.equal(text);
  expect(element.renderRoot.querySelectorAll('.own-income').length).to.equal(own);
  const data = new FormData(element.closest('form')!);
  for (const row of element.renderRoot.querySelectorAll('.row')) {
    const key = row.querySelector('input')?.id.replace('correction-', '') ?? '';
    const amountIn = (selector: string): string | undefined => {
      const shown = /(?:^|: )([−\d][^:]*kr)$/.exec(row.querySelector(selector)?.textContent ?? '')?.[1];
      const ore =
        shown === undefined ? undefined : oreFromKronor(shown.replace(/\s|kr/g, '').replace('\u2212', '-'));
      return ore === undefined ? undefined : toKronorText(ore);
    };
    const posted = (field: string) => data.get(`inkomster.${key}.${field}`) ?? undefined;
    const text = row.querySelector('input')?.value ?? '';
    const typed = parseTypedAmount(text);
    const isUnread = typed.kind === 'unreadable';
    expect(posted('retrieved'), key).to.equal(amountIn('.amount'));
    expect(posted('corrected'), key).to.equal(
      typed.kind === 'amount' ? toKronorText(typed.ore) : isUnread ? text : undefined,
    );
    const counts = amountIn('.outcome .strong') ?? amountIn('.amount');
    expect(posted('effective'), key).to.equal(isUnread ? undefined : counts);
  }
}

function command(
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  when?: (model: Model) => boolean,
): Command {
  return {
    check: (model) => when?.(model) ?? true,
    run: async (model, real) => {
      await run(model, real);
      await real.element.updateComplete;
      check(model, real);
    },
    toString: () => name,
  };
}

const fetches = (answer: IncomeStatement | IncomeProblemKind): Command =>
  command(`fetch ${typeof answer === 'string' ? answer : answer.id}`, async (_, { element }) => {
    element.source = sourceOf(answer);
    await element.fetchIncome();
  });

const edits = (label: string, text: string): Command =>
  command(`type ${text} in ${label}`, async (model, { element }) => {
    await type(element, correction(label), text);
    model.written.set(correction(label), text);
    model.takenBack.delete(label);
  });

const comments = (label: string, text: string): Command =>
  command(`comment ${label}`, async (model, { element }) => {
    await type(element, `Kommentar: ${label}`, text);
    model.written.set(`Kommentar: ${label}`, text);
  });

/** One step back where there is one to take, and perhaps it is undone. */
const takesBack = (label: string, undone: boolean): Command =>
  command(`take back ${label} ${undone}`, async (model, { element }) => {
    const find = (text: string) =>
      [...element.renderRoot.querySelectorAll('button')].find(
        ({ ariaLabel }) => ariaLabel === `${text}: ${label}`,
      );
    const back = find('Använd det hämtade beloppet');
    if (back) {
      back.click();
      await element.updateComplete;
      model.takenBack.set(label, model.written.get(correction(label)) ?? '');
      model.written.set(correction(label), '');
    }
    const undo = find('Ångra');
    if (!undone || !undo) return;
    undo.click();
    await element.updateComplete;
    model.written.set(correction(label), model.takenBack.get(label) ?? '');
    model.takenBack.delete(label);
  });

/** The first payment that is on screen somewhere is said not to be right, or to be right again. */
const disputes: Command = command('dispute', async (_, { element }) => {
  element.renderRoot.querySelector<HTMLButtonElement>('button[aria-expanded=false]')?.click();
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLButtonElement>('.payment button')?.click();
});

const withdraws: Command = command('withdraw', async (_, { element }) => {
  element.source = sourceOf('internal');
  element.source.withdrawIncome = () => Promise.resolve();
  await element.withdraw();
});

/** The draft is opened again on another page, on the statement that it stood on or without it. */
const resumes = (latest: IncomeStatement | IncomeProblemKind): Command =>
  command('resume', async (model, real) => {
    const { value } = real.element;
    fixtureCleanup();
    real.element = await prefill(sourceOf(latest), { statement: 'some' });
    real.element.value = JSON.parse(JSON.stringify(value)) as typeof value;
    model.takenBack.clear();
    for (const [name, text] of model.written) {
      const typed = parseTypedAmount(text);
      if (name.startsWith('Rätt') && typed.kind === 'amount') {
        model.written.set(name, toKronorText(typed.ore).replace(/\.00$/, '').replace('.', ','));
      } else if (name.startsWith('Kommentar') || typed.kind === 'empty') model.written.set(name, text.trim());
    }
  });

const resets: Command = command('reset', (model, { element }) => {
  element.closest('form')?.reset();
  model.takenBack.clear();
  for (const name of model.written.keys()) model.written.set(name, '');
  model.own = 0;
  return Promise.resolve();
});

const moves: Command = command('move', (_, { element }) => {
  element.closest('form')?.append(element);
  return Promise.resolve();
});

const adds: Command = command(
  'add an income',
  (model, { element }) => {
    element.renderRoot.querySelector<HTMLButtonElement>('#own-add')?.click();
    model.own += 1;
    return Promise.resolve();
  },
  ({ own }) => own < 3,
);

const anyLabel = fc.constantFrom(...rows);
const anyText = fc.oneof(
  fc.nat(100_000).map(String),
  fc.constantFrom('', 'abc', '12,3,4', '1.234', '−50', '1 234,50 kr'),
);
const anyAnswer = fc.oneof(anyStatement, fc.constantFrom(...PROBLEM_TYPES));
const commands = [
  anyAnswer.map(fetches),
  fc.tuple(anyLabel, anyText).map(([label, text]) => edits(label, text)),
  fc.tuple(anyLabel, fc.constantFrom('', 'Vi delar', 'abc 12')).map(([label, text]) => comments(label, text)),
  fc.tuple(anyLabel, fc.boolean()).map(([label, undone]) => takesBack(label, undone)),
  fc.constant(disputes),
  fc.constant(withdraws),
  anyAnswer.map(resumes),
  fc.constant(resets),
  fc.constant(moves),
  fc.constant(adds),
];

describe('ssbtek-prefill, in any order of press, answer, failure, edit, undo, dispute, withdrawal, resuming, reset and move', () => {
  it('loses no correction and no comment, and posts what it shows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 12 }), async (sequence) => {
        const element = await prefill(sourceOf('internal'));
        const real: Real = { element };
        try {
          await fc.asyncModelRun(
            () => ({ model: { written: new Map(), takenBack: new Map(), own: 0 }, real }),
            sequence,
          );
        } finally {
          fixtureCleanup();
          // Lets the browser breathe, or the test runner believes that it is gone.
          await new Promise((resolve) => setTimeout(resolve));
        }
      }),
      { numRuns: RUNS },
    );
  });
});
