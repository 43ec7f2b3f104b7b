import { type HostForm } from '@medborgarnavet/host';
import { EKBIST_ROWS, lastDayOf, type Submission } from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { application, OCTOBER, PERSON } from '../host.ts';
import { FORM, keptHost } from '../kept.ts';

const KEY = 'nyckel-0123456789-abcdef';
const OF = { personnummer: PERSON, reference: application.reference };
const LISTED: HostForm = {
  ...FORM,
  fields: (name, value) => {
    if (name === 'boende') return { fraga: 'Hur bor du?' };
    if (name === 'bil' && ['', 'ja', 'nej'].includes(value)) return { fraga: 'Har du bil?', svar: 'Ja' };
    return undefined;
  },
};
const submission: Submission = {
  version: 1,
  name: 'inkomster',
  ...OCTOBER,
  fields: [
    ['boende', 'Hos en vän'],
    ['bil', 'ja'],
  ],
  declared: true,
};

type Kept = Awaited<ReturnType<typeof keptHost>>;

async function handIn(kept: Kept, body: object) {
  const host = kept.host();
  const response = await host.post(body, { 'idempotency-key': KEY }, '/submission');
  const answer = await response.text();
  return { status: response.status, answer, logged: host.log.at(-1)?.detail };
}

/** Each is refused with 400, told by its kind in the log, the audit and the answer, and with nothing of what was sent. */
async function assertRefused(kept: Kept, change: Partial<Submission>, why: string): Promise<void> {
  const { status, answer, logged } = await handIn(kept, { ...submission, ...change });
  assert.deepEqual([status, logged], [400, why], answer);
  const { detail } = JSON.parse(answer) as { detail?: string };
  assert.match(detail ?? '', /^(name|period|fields) /);
  assert.equal((await kept.audit.ofCase(OF)).events.at(-1)?.why, why);
  for (const [name, value] of change.fields ?? [])
    for (const sent of [name, value]) assert.ok(sent.length < 8 || !answer.includes(sent));
}

const isListed = (name: string): boolean => ['boende', 'bil'].includes(name);
const printable = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => /^\P{Cc}+$/u.test(text));

describe('what is handed in is of the form that the host knows', () => {
  test('the form itself is taken, with the labels that the host has told', async () => {
    await using kept = await keptHost({ form: LISTED });
    assert.equal((await handIn(kept, submission)).status, 200);
    const [message] = await kept.delivered();
    assert.match(message?.html ?? '', /Övriga svar[^]*Hur bor du\?[^]*Hos en vän[^]*Har du bil\?[^]*Ja/);
    assert.doesNotMatch(message?.html ?? '', /inte känner/);
  });

  test('under another name of the incomes it is refused, though every field fits', async () => {
    await using kept = await keptHost({ form: LISTED });
    for (const name of ['x', 'inkomster2', 'inkomster.fk', 'INKOMSTER'])
      await assertRefused(kept, { name }, 'other-name');
    assert.deepEqual(await kept.delivered(), []);
  });

  test('for any other time than the application’s it is refused, however likely or absurd', async () => {
    await using kept = await keptHost({ form: LISTED });
    const month = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, number]) => `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`)
      .filter((text) => text !== '2026-10');
    await fc.assert(
      fc.asyncProperty(month, (text) =>
        assertRefused(kept, { period: { from: `${text}-01`, to: lastDayOf(text) } }, 'other-period'),
      ),
      { numRuns: 15 },
    );
    for (const period of [
      { from: '0001-01-01', to: '9999-12-31' },
      { from: '2026-10-01', to: '2026-10-30' },
    ])
      await assertRefused(kept, { period }, 'other-period');
  });

  test('of an application that the host does not know it is refused', async () => {
    await using kept = await keptHost({ form: { ...LISTED, periodOf: () => Promise.resolve(undefined) } });
    await assertRefused(kept, {}, 'other-period');
  });

  test('with any field that the host does not know, or a value that the field cannot hold, it is refused', async () => {
    await using kept = await keptHost({ form: LISTED });
    const unknown = fc.oneof(
      fc.tuple(
        printable.filter((name) => !isListed(name)),
        printable,
      ),
      fc.tuple(
        fc.constant('bil'),
        printable.filter((value) => !['ja', 'nej'].includes(value)),
      ),
      fc.constantFrom<[string, string][]>(
        ['Handläggarens beslut', 'Beviljas'],
        ['inkomster.fk.barnbidrag.etikett', 'Hämtat från Försäkringskassan'],
        ['inkomster.Summa', '0 kr'],
        ['__proto__', 'x'],
      ),
    );
    await fc.assert(
      fc.asyncProperty(unknown, fc.nat(2), (field, place) =>
        assertRefused(kept, { fields: submission.fields.toSpliced(place, 0, field) }, 'unknown-field'),
      ),
      { numRuns: 25 },
    );
  });

  test('with a choice of the incomes that the elements do not offer it is refused, and not left out', async () => {
    await using kept = await keptHost({ form: LISTED });
    const [row] = EKBIST_ROWS;
    for (const field of [
      ['inkomster.har-inkomster', 'kanske'],
      ['inkomster.egna.1.typ', 'Beviljat bistånd'],
      ['inkomster.egna.1.datum', 'i går'],
      [`inkomster.${row?.key}.reason`, 'Handläggarens beslut'],
      [`inkomster.${row?.key}.disputed.FK-1`, 'because'],
    ] as const)
      await assertRefused(kept, { fields: [...submission.fields, field] }, 'unknown-choice');
    const nothingChosen: Submission['fields'] = [
      ['inkomster.egna.1.typ', ''],
      ['inkomster.egna.1.datum', ''],
    ];
    const body = { ...submission, fields: [...submission.fields, ...nothingChosen] };
    assert.equal((await handIn(kept, body)).status, 200);
  });

  test('a host that cannot list its fields has them printed apart, as what it does not know', async () => {
    await using kept = await keptHost();
    const fields = [
      ['Handläggarens beslut', 'Beviljas'],
      ['Summa', ''],
    ];
    assert.equal((await handIn(kept, { ...submission, fields })).status, 200);
    const [{ html, json } = { html: '', json: '{}' }] = await kept.delivered();
    const [, before = '', section = '', after = ''] =
      /^([^]*)<section class="unknown">([^]*?)<\/section>([^]*)$/.exec(html) ?? [];
    assert.match(section, /<h2>Uppgifter som e-tjänsten inte känner<\/h2>/);
    for (const told of ['Handläggarens beslut', 'Beviljas', 'Summa']) assert.ok(section.includes(told), told);
    assert.doesNotMatch(before + after, /Handläggarens beslut|Beviljas|Övriga svar/);
    const { ovrigaFalt } = JSON.parse(json) as { ovrigaFalt: unknown };
    assert.deepEqual(ovrigaFalt, [
      { namn: 'Handläggarens beslut', varde: 'Beviljas' },
      { namn: 'Summa', varde: '' },
    ]);
  });

  test('sent again, when the host no longer knows the application, it has the same receipt', async () => {
    let isOpen = true;
    await using kept = await keptHost({
      form: { ...LISTED, periodOf: () => Promise.resolve(isOpen ? '2026-10' : undefined) },
    });
    assert.equal((await handIn(kept, submission)).status, 200);
    isOpen = false;
    assert.equal((await handIn(kept, submission)).status, 200);
    assert.equal((await kept.delivered()).length, 1);
  });
});
