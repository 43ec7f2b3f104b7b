import '@medborgarnavet/elements/define.ts';
import type { SsbtekPrefill } from '@medborgarnavet/elements';
import { statement } from '@medborgarnavet/mocks';
import {
  SourceCode,
  sourceThatAnswered,
  sourceThatFailed,
  UncheckedReason,
  type Source,
} from '@medborgarnavet/model';
import { expect, fixture, html } from '@open-wc/testing';
import { textOf } from './page.ts';

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
