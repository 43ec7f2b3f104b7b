import '@medborgarnavet/elements/define.ts';
import type { SsbtekPrefill } from '@medborgarnavet/elements';
import { statement } from '@medborgarnavet/mocks';
import {
  backgroundThatAnswered,
  backgroundThatFailed,
  SourceCode,
  sourceThatAnswered,
  sourceThatFailed,
  UncheckedReason,
  type BackgroundBlock,
  type Source,
} from '@medborgarnavet/model';
import { expect, fixture, html } from '@open-wc/testing';
import { incomeViewSv } from '../../packages/elements/src/localize/income-view.sv.ts';
import { background } from '../../stories/income-view.data.ts';
import { incomeView, settled, source as viewSource } from './income-view.ts';
import { button, textOf } from './page.ts';

/** What is said of a source. */
async function said(source: Source): Promise<string> {
  const element = await fixture<SsbtekPrefill>(html`<ssbtek-prefill period="2026-10"></ssbtek-prefill>`);
  element.source = {
    fetchIncome: () => Promise.resolve(statement([source])),
    latestIncome: () => Promise.resolve(undefined),
  };
  await element.fetchIncome();
  await element.updateComplete;
  return textOf(element, '.sources li');
}

describe('what is said of a source', () => {
  for (const code of SourceCode.options) {
    it(`${code}: no two failures read the same, none reads as nothing, and each says what to do`, async () => {
      const nothing = await said(sourceThatAnswered(code, []));
      expect(nothing).to.include('Inget hos dem');
      const sentences = await Promise.all(
        UncheckedReason.options.map((reason) => said(sourceThatFailed(code, reason))),
      );
      for (const sentence of sentences) {
        expect(sentence).to.include('Kunde inte kontrolleras');
        expect(sentence).not.to.match(/inget/i);
        expect(sentence).to.match(/Försök igen|[Ff]ylla? i/);
      }
      expect(new Set([...sentences, nothing]).size).to.equal(sentences.length + 1);
    });
  }
});

/** What the view says of a source, and of what lies behind its payments. */
async function saidInView(source: Source, block: BackgroundBlock): Promise<[string, string]> {
  const told = statement([source]);
  const from = viewSource(told, told, { ...background, blocks: [block] });
  const element = await incomeView(from, { period: '2026-10', sources: source.source });
  button(element, 'Visa mer').click();
  await settled(element);
  const texts: [string, string] = [textOf(element, '.sources li'), textOf(element, '.block')];
  element.remove();
  return texts;
}

describe('what the view says of a source, and of what lies behind', () => {
  for (const code of SourceCode.options) {
    it(`${code}: no two verdicts read the same`, async () => {
      const told = await Promise.all([
        saidInView(sourceThatAnswered(code, []), backgroundThatAnswered(code, [])),
        saidInView(
          { source: code, verdict: 'not-asked', sections: [], payments: [] },
          { source: code, verdict: 'not-asked', sections: [], facts: [] },
        ),
        ...UncheckedReason.options.map((reason) =>
          saidInView(sourceThatFailed(code, reason), backgroundThatFailed(code, reason)),
        ),
      ]);
      for (const texts of [told.map(([line]) => line), told.map(([, block]) => block)]) {
        expect(new Set(texts).size).to.equal(told.length);
        for (const text of texts.slice(2))
          expect(text).to.include('Kunde inte kontrolleras').and.not.to.match(/inget/i);
      }
    });
  }
});

describe('a verdict of the view', () => {
  const { month, payment, source, problems, view, chart, background: behind } = incomeViewSv;
  const { facts } = behind;

  /**
   * Each of them is a verdict, or why it is so. Not here: what to do, which may be the same for several, and that all
   * have answered, which is also how it begins where none had anything.
   */
  const verdicts: readonly string[] = [
    ...[month.from('X', 1), month.from('X, Y', 2), month.wages(false), month.wages(true), month.takenBack],
    ...[month.nothingLeft, month.onlyPlanned, month.onlyNotCounted, month.nothing, month.notOver],
    ...[month.notBegun, month.unknown, month.notFetched, month.undatedSentence, month.maybeMore],
    // Said of the same month, whatever it is called.
    ...[month.otherMonth('X', true), month.otherMonth('Y', false).split('. ')[0]!],
    // How much is to come is said in the same words, whether it counts or not.
    ...Object.values(month.planned).map((say) => say('X').replace('Ska betalas ut: X. ', '')),
    ...[month.unchecked('X'), month.notAsked('X')],
    // Told of the month and of the payment alike.
    month.notCounted('X').replace('De räknas en gång.', ''),
    ...[view.completeWithNothing, payment.noGross, payment.onlyNet, payment.unknown],
    ...[payment.unknownDeduction, payment.noTax, payment.noTaxPlanned, payment.estimated, payment.minus],
    view.incomplete,
    ...[
      payment.countedByDate('X', 'Y'),
      payment.countedAsPlanned('X', 'Y'),
      payment.countedAsTaken('X', 'Y'),
      payment.countedByPeriod('X', 'Y'),
    ],
    ...Object.values(payment.notCounted).map((say) => say('X', true)),
    ...Object.values(payment.notCountedShort),
    ...[payment.retroactive, payment.paidToOther],
    ...[source.answered, source.nothing, source.unchecked, source.notAsked, behind.nothing],
    ...Object.values(source.reasons).map(({ why }) => why),
    ...Object.values(problems).map(({ heading }) => heading),
    ...[
      chart.nothing,
      chart.nothingYet,
      chart.notCounted,
      chart.notFetched,
      chart.unchecked('X'),
      chart.planned('X'),
    ],
    ...Object.values(facts.applications),
    ...Object.values(facts.reports),
    ...[
      facts.registered,
      facts.paymentRequested,
      facts.employer,
      facts.vat,
      facts.fTax,
      facts.permanent,
    ].flatMap((say) => [say(true), say(false)]),
    ...[facts.final, facts.notFinal, facts.programmeDaysAll],
  ];

  it('shares no sentence with another', () => {
    const sentences = verdicts.flatMap((text) => [...new Set(sentencesIn(text))]);
    const shared = sentences.filter((sentence, at) => sentences.indexOf(sentence) !== at);
    expect(shared).to.deep.equal([]);
  });
});

/** The answers yes and no to a question alone say nothing yet. */
function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => sentence.toLowerCase())
    .filter((sentence) => !/^(?:ja|nej(?:, inte än)?)\.$/.test(sentence));
}
