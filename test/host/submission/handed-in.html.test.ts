import { renderHandedInHtml, toHandedIn } from '@medborgarnavet/host';
import { hardToShow, nothingAnywhere, partlyChecked, personas, singleParent } from '@medborgarnavet/mocks';
import {
  formatAmount,
  sourceThatFailed,
  type IncomeStatement,
  type PostedField,
} from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anyStatement } from '../../arbitraries.ts';
import { handingIn, HOSTILE, SOME_OF_EVERYTHING } from './handed-in.ts';

const page = (statement: IncomeStatement | undefined, fields: readonly PostedField[] = []): string =>
  renderHandedInHtml(toHandedIn(handingIn(statement, fields)));

/** What a person reads, with a space between any two pieces of it. */
function said(html: string): string {
  return html
    .replace(/^[^]*<body>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/[^\S\u00a0]+/g, ' ');
}
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** What the page is made of, without the text in it. */
const tags = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];

/** The cells of a row of the table with incomes. */
function cells(html: string, label: string): readonly string[] {
  const found = html.split('</tr>').find((each) => each.includes(`<th scope="row">${label}</th>`)) ?? '';
  return found.split(/<t[hd](?: [^>]*)?>/).map((cell) => said(`<body>${cell}`).trim());
}

describe('the page', () => {
  test('says of every row who paid, what was retrieved, what the person says, what counts, and why', () => {
    const html = page(singleParent, SOME_OF_EVERYTHING);
    assert.deepEqual(cells(html, 'Underhållsstöd').slice(1), [
      'Underhållsstöd',
      'Försäkringskassan',
      '3\u00a0496\u00a0kr',
      '1\u00a0673\u00a0kr',
      '1\u00a0673\u00a0kr',
      'Beloppet är fel Jag fick bara för ett barn i oktober.',
    ]);
    assert.deepEqual(cells(html, 'Lön').slice(2), [
      '–',
      'Inte hämtat',
      '3\u00a0200,50\u00a0kr',
      '3\u00a0200,50\u00a0kr',
      '',
    ]);
    assert.match(
      cells(html, 'Bostadsbidrag')[6] ?? '',
      /^Bestrids: Bostadsbidrag .*Jag har inte fått pengarna$/,
    );
  });

  test('says when in Sweden, which application, and what was vouched for', () => {
    const text = said(page(singleParent, SOME_OF_EVERYTHING));
    for (const each of [
      'EK-2026-1',
      '18900101-9802',
      '22 november 2026 kl. 10:31',
      'tillitsnivå 3',
      'Jag intygar att uppgifterna är riktiga.',
      'Hyran är höjd sedan september. Se brevet från hyresvärden.',
      'Inlämning b7a1c0de-4a53-4c6e-9d30-2f6f0e6d1a11',
      'Hämtning exempel-uttag-1',
    ])
      assert.ok(text.includes(each), each);
  });

  test('says first of all what could not be checked, and never in the words for nothing or as zero', () => {
    const text = said(page(partlyChecked, [['inkomster.pm.pension.comment', 'Ingen.']]));
    assert.ok(text.indexOf('En del kunde inte kontrolleras') < text.indexOf('Hämtat belopp'));
    assert.match(text, /Pensionsmyndigheten : Tjänsten var stängd/);
    assert.match(text, /Unionens a-kassa : Svaret gick inte att tolka/);
    assert.match(text, /Summan kan vara för låg/);
    assert.doesNotMatch(text, /(?<!\d)0\u00a0kr/);
    assert.doesNotMatch(text, /inga utbetalningar|Inget fanns/);
  });

  test('says when nothing could be checked, when nothing was fetched, and neither when all is well', () => {
    const { sources } = nothingAnywhere;
    const failed = sources.map(({ source }) => sourceThatFailed(source, 'timeout'));
    assert.match(said(page({ ...nothingAnywhere, sources: failed })), /Inget kunde kontrolleras/);
    assert.match(said(page(undefined)), /Inget har hämtats från myndigheterna/);
    assert.doesNotMatch(said(page(singleParent)), /för låg|Inget har|kontrolleras/);
  });

  test('has an amount of every payment, whatever the authorities say', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const text = said(page(statement));
        for (const { net } of statement.sources.flatMap(({ payments }) => payments))
          assert.ok(text.includes(formatAmount(net)));
      }),
      { numRuns: 100 },
    );
  });

  test('needs nothing else and runs nothing', () => {
    for (const { statement } of Object.values(personas)) {
      const html = page(statement, SOME_OF_EVERYTHING);
      assert.ok(html.startsWith('<!doctype html>\n'));
      assert.match(html, /<html lang="sv">/);
      assert.match(html, /content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"/);
      assert.doesNotMatch(html, /url\(|@import/);
      assert.doesNotMatch(
        tags(html).join(''),
        /<(?:script|link|img|iframe|object|base)|\ssrc=|\shref=|\son\w+=/,
      );
    }
  });
});

describe('text that somebody has written', () => {
  test('stays text: the page is made of the same with it as without it', () => {
    const fields = (text: string): PostedField[] => [
      ['falt', text],
      ['inkomster.fk.bostadsbidrag.comment', text],
    ];
    for (const text of HOSTILE) {
      const html = page(hardToShow, fields(text));
      assert.deepEqual(tags(html), tags(page(hardToShow, fields('Helt vanlig text.'))));
      assert.ok(said(html).includes(text.replace(/[^\S\u00a0]+/g, ' ')), text.slice(0, 40));
    }
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
        assert.deepEqual(tags(page(undefined, [['falt', text]])), tags(page(undefined, [['falt', 'x']])));
      }),
    );
  });

  test('turns the direction of writing within itself only', () => {
    const html = page(hardToShow, [
      ['\u202enamn', '\u202evärde'],
      ['inkomster.fk.bostadsbidrag.comment', '\u202ekommentar'],
    ]);
    assert.equal([...html.matchAll(/<bdi[^>]*>\u202e/g)].length, 3);
    assert.equal([...html.matchAll(/\u202e/g)].length, 3);
  });
});
