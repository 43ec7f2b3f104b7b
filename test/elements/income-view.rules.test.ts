import { paymentsIn, sumOre, type BackgroundFact, type Payment } from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { BENEFITS, LEVELS, LOAN_TEXTS } from '../../packages/elements/src/income-view/benefits.ts';
import { DEDUCTIONS } from '../../packages/elements/src/income-view/deductions.ts';
import { toFact } from '../../packages/elements/src/income-view/income-view.background-view.ts';
import { toChart } from '../../packages/elements/src/income-view/income-view.chart-view.ts';
import { entriesOf } from '../../packages/elements/src/income-view/income-view.entries.ts';
import { toCsv, toJson } from '../../packages/elements/src/income-view/income-view.export.ts';
import { ALL } from '../../packages/elements/src/income-view/income-view.find.ts';
import { leaveAddress } from '../../packages/elements/src/income-view/income-view.leave.ts';
import { toPaymentLine } from '../../packages/elements/src/income-view/income-view.payment-view.ts';
import { stepsOf } from '../../packages/elements/src/income-view/income-view.steps.ts';
import { toStatementView } from '../../packages/elements/src/income-view/income-view.view-model.ts';
import { incomeViewSv as texts } from '../../packages/elements/src/localize/income-view.sv.ts';
import { FACTS } from '../../stories/income-view.data.ts';
import { anyOre, anyPayment, anyStatement } from '../arbitraries.ts';
import { incomeView, months, source } from './income-view.ts';

const telling = {
  texts,
  today: '2026-11-21',
  period: { from: '2026-08-01', to: '2026-10-31' },
} as const;
const asked = ['FK', 'PM', 'CSN', 'SO'] as const;
const view = (statement: Parameters<typeof entriesOf>[0]) =>
  toStatementView({ statement, period: undefined, asked, find: ALL, texts });

/** Whole öre out of `−1 234,50 kr`. */
const read = (text: string): number =>
  Math.round(
    Number(
      text
        .replace(/[\s\u00a0kr]/g, '')
        .replace('\u2212', '-')
        .replace(',', '.'),
    ) * 100,
  );
const amounts = (text: string): number[] =>
  [...text.matchAll(/\u2212?\d[\d\u00a0]*(?:,\d+)?\u00a0kr/g)].map(([found]) => read(found));

describe('every krona', () => {
  it('is in a month’s figure, or told beside it', () =>
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const told = view(statement).months.flatMap(({ figure, notes }) =>
          [figure, ...notes].flatMap(amounts),
        );
        const all = sumOre(paymentsIn(statement).map(({ net }) => net));
        expect(told.reduce((sum, amount) => sum + amount, 0)).to.equal(all);
      }),
    ));

  it('that does not count says why, and has a line', () =>
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const listed = view(statement).listed.flatMap(({ entries }) => entries);
        expect(listed.length).to.equal(paymentsIn(statement).length);
        expect(new Set(listed.map(({ key }) => key)).size).to.equal(listed.length);
        for (const entry of listed)
          expect(toPaymentLine(entry, texts).notCounted === undefined).to.equal(entry.setAside === undefined);
      }),
    ));

  it('of the chart is the same as of the months', () =>
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const { months: all } = view(statement);
        for (const month of all) {
          const bars = toChart(all, texts).filter(
            ({ month: key, kind }) => key === month.key && kind === 'paid',
          );
          const sum = bars.flatMap(({ value }) => amounts(value)).reduce((a, b) => a + b, 0);
          expect(sum).to.equal(amounts(month.figure)[0] ?? 0);
        }
      }),
    ));
});

describe('from gross to net', () => {
  const anyDeduction = fc.record({
    code: fc.constantFrom('KVI', 'INF', 'X'),
    name: fc.constant('Avdrag'),
    amount: anyOre,
  });
  const anyWithGross = fc
    .tuple(anyPayment('FK'), anyOre, fc.option(anyOre), fc.array(anyDeduction, { maxLength: 4 }))
    .map(([payment, gross, tax, deductions]): Payment => ({
      ...payment,
      gross,
      deductions,
      ...(tax && { tax }),
    }));

  it('what is on screen comes out, with a line for what nobody explains', () =>
    fc.assert(
      fc.property(anyWithGross, (payment) => {
        const steps = stepsOf(payment, texts);
        const [gross = 0, ...rest] = steps.map(({ amount }) => read(amount));
        const net = rest.pop();
        expect(gross + rest.reduce((a, b) => a + b, 0)).to.equal(net);
        expect(net).to.equal(payment.net);
        expect(steps.at(-2)?.bar?.[1]).to.equal(payment.net);
      }),
    ));
});

describe('a failure', () => {
  it('is never shown as nothing, whatever has failed', () =>
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const isWhole = statement.sources.every(
          ({ verdict, sections }) =>
            verdict !== 'unchecked' && sections.every((each) => each.verdict !== 'unchecked'),
        );
        const { months: all, isComplete } = view(statement);
        expect(isComplete).to.equal(isWhole);
        const october = all.find(({ key }) => key === '2026-10')!;
        if (isWhole) {
          expect(october.gaps).to.be.empty;
          return;
        }
        expect(october.gaps.join()).to.include('Kunde inte kontrolleras');
        expect(october.sentence).not.to.equal(texts.month.nothing);
        if (october.paid.size === 0) expect(october.figure).not.to.match(/\d/);
        else expect(october.gaps).to.include(texts.month.maybeMore);
        expect(toChart([october], texts).some(({ kind }) => kind === 'unchecked')).to.equal(true);
      }),
    ));

  it('stands on screen as the view model says', () =>
    fc.assert(
      fc.asyncProperty(anyStatement, async (statement) => {
        const element = await incomeView(source(statement), {});
        const shown = months(element);
        view(statement).months.forEach((month, at) => {
          for (const text of [month.figure, month.sentence, ...month.gaps, ...month.notes])
            expect(shown[at]).to.include(text.replace(/\s+/g, ' ').trim());
        });
        element.remove();
      }),
      { numRuns: 10 },
    ));
});

describe('the file for a spreadsheet', () => {
  /** As a spreadsheet reads it. */
  function parse(csv: string): string[][] {
    const rows: string[][] = [[]];
    for (const [, quoted, plain, end] of csv
      .slice(1)
      .matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/g)) {
      rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
      if (end !== ';') rows.push([]);
    }
    return rows.slice(0, -1);
  }

  it('gives back each amount, and begins no cell with a formula', () =>
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const csv = toCsv(statement, texts);
        expect(csv.startsWith('\ufeffMånad;Datum;Status')).to.equal(true);
        const [head = [], ...rows] = parse(csv);
        const nets = rows.map((row) => row[head.indexOf('Du fick eller får')]).filter((cell) => cell !== '');
        expect(nets.map((cell) => Math.round(Number(cell?.replace(',', '.')) * 100))).to.deep.equal(
          entriesOf(statement).map(({ payment }) => payment.net),
        );
        for (const row of rows) {
          expect(row.length).to.equal(head.length);
          for (const cell of row) expect(/^[=+@\t\r]|^-(?!\d+(?:,\d+)?$)/.test(cell), cell).to.equal(false);
        }
        const gaps = rows.filter((row) => row.includes('Kunde inte kontrolleras')).length;
        const failed = statement.sources.flatMap(({ verdict, sections }) => [
          ...(verdict === 'unchecked' ? [1] : []),
          ...sections.filter((each) => each.verdict === 'unchecked'),
        ]);
        expect(gaps).to.equal(failed.length);
      }),
    ));

  it('as JSON is all that was told, and no seal', () =>
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const kept = JSON.parse(toJson(statement)) as object;
        expect(kept).to.deep.include({ period: statement.period, sources: statement.sources });
        expect(kept).not.to.have.any.keys('seal', 'id');
      }),
    ));
});

describe('words', () => {
  /** Words per sentence, and how many of a hundred words are longer than six letters. */
  function lix(text: string): number {
    const words = text.match(/[\p{L}\d-]+/gu) ?? [];
    const sentences = text.match(/[.!?:]/g) ?? ['.'];
    return (
      words.length / sentences.length + (100 * words.filter(({ length }) => length > 6).length) / words.length
    );
  }

  it('about each benefit and deduction are easy: LIX 25 at most', () => {
    const plain = [
      ...Object.values(BENEFITS).map((benefit) => benefit.plain),
      ...[...Object.values(DEDUCTIONS), ...Object.values(LEVELS), ...Object.values(LOAN_TEXTS)],
    ];
    const hard = [...new Set(plain)]
      .filter((text) => lix(text) > 25)
      .map((text) => `${Math.round(lix(text))} ${text}`);
    expect(hard).to.deep.equal([]);
  });

  it('about levels, placements and debts are plain, with the authority’s own word beside', () => {
    const said = (fact: BackgroundFact) =>
      toFact(fact, telling).sentences.map((sentence) => sentence.replace(/\s+/g, ' '));
    const benefit = { code: 'OMV', name: 'Omvårdnadsbidrag' };
    const levels = [{ ...FACTS.decision.levels![0]! }, { level: 75 }, { share: 50, type: 'Ny typ' }];
    expect(said({ kind: 'decision', benefit, levels })).to.deep.equal([
      'Nivån är 50 % för mars–juni 2026 (i efterhand).',
      'Du får hela bidraget.',
      'Nivån är 75 %.',
      'Det finns en del till (ny typ).',
      'Du får 50 % av bidraget.',
    ]);
    const placed = 'Arbetsförmedlingen har gett dig en plats i ett program (programanvisning).';
    expect(said(FACTS['programme-placement'])).to.deep.equal([
      placed,
      'Programmet är: Jobb- och utvecklingsgaranti.',
      'Det gäller augusti 2026–januari 2027.',
      'Det är 100 % av heltid.',
    ]);
    expect(said({ kind: 'programme-placement', programme: '9999' })).to.deep.equal([
      placed,
      'Programmet är: 9999.',
    ]);
    expect(said(FACTS['maintenance-debt'])).to.deep.equal([
      'Du har en skuld till Försäkringskassan för underhållsstöd (underhållsskuld).',
      'Skulden är 14 250,50 kr.',
      'Det är pengar att betala. Det är inte pengar som du får.',
    ]);
  });

  it('about each fact say something, and nothing that is not known', () => {
    for (const fact of Object.values(FACTS)) {
      const { heading, sentences } = toFact(fact, telling);
      expect(heading).not.to.equal('');
      expect(sentences.length, fact.kind).to.be.greaterThan(0);
      for (const sentence of sentences)
        expect(sentence)
          .to.match(/^\p{Lu}.*\.$/u)
          .and.not.to.include('undefined');
    }
  });
});

describe('the neutral page', () => {
  it('is on the web or on this site', () => {
    const base = 'https://kommun.example/ansokan';
    const to = (text: string) => leaveAddress(text, base);
    expect(to('https://www.1177.se/')).to.equal('https://www.1177.se/');
    expect(to(' /start ')).to.equal('https://kommun.example/start');
    for (const bad of [
      '',
      'start',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      'https://',
      'ftp://x.se',
    ])
      expect(to(bad), bad).to.equal(undefined);
  });
});
