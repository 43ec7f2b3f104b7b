import { createSeal, createSubmissions, HandedIn, vaultStatements, type Seal } from '@medborgarnavet/host';
import {
  arrange,
  IncomeStatement,
  SubmissionConflictDocument,
  SubmissionReceipt,
  toKronorText,
  type Ore,
  type Submission,
} from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { application, OCTOBER, PERSON, problem, type Settings } from './host.ts';
import { FORM, keptHost, signer } from './kept.ts';

const KEY = 'nyckel-0123456789-abcdef';
type Kept = Awaited<ReturnType<typeof keptHost>>;

async function fetched(kept: Kept): Promise<IncomeStatement> {
  return IncomeStatement.parse(await (await kept.host().post()).json());
}

/** What the page hands in of a statement: every retrieved amount as it was, unless told otherwise. */
function submissionOf(statement: IncomeStatement, fields: Submission['fields'] = []): Submission {
  const retrieved = arrange(statement).rows.flatMap(({ row, retrieved: amount }): Submission['fields'] =>
    amount === undefined ? [] : [[`inkomster.${row.key}.retrieved`, toKronorText(amount)]],
  );
  const { id, seal } = statement;
  return {
    version: 1,
    name: 'inkomster',
    ...OCTOBER,
    fields: [...retrieved, ...fields],
    statement: { id, seal },
    declared: true,
  };
}

const send = (kept: Kept, body: unknown, { key = KEY, ...settings }: Settings & { key?: string } = {}) =>
  kept.host(settings).post(body, { 'idempotency-key': key }, '/submission');

async function refusal(response: Response) {
  assert.equal(response.status, 409);
  return SubmissionConflictDocument.parse(await response.json());
}

describe('handing in', () => {
  test('takes whatever a draft may hold of the form, and refuses what a draft may not', async () => {
    const piece = fc.constantFrom(
      'a',
      'å',
      '😀',
      '\ud800',
      '\udc00',
      '\n',
      '\t',
      '\r',
      '\0',
      '\u202e',
      '__proto__',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
    );
    const fields = fc.array(fc.tuple(fc.constantFrom('civilstand', 'telefon'), text), { maxLength: 3 });
    const headers = {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      'if-none-match': '*',
    };
    await fc.assert(
      fc.asyncProperty(fields, async (each) => {
        await using kept = await keptHost();
        const body = JSON.stringify({ version: 1, fields: each });
        const draft = await kept.host().call('PUT', '/draft', { headers, body });
        const common = { version: 1, name: 'inkomster', ...OCTOBER, declared: true };
        const { status } = await send(kept, { ...common, fields: each });
        const isPrintable = each.every(([, value]) => !/[^\P{Cc}\n\t]/u.test(value));
        assert.deepEqual([draft.status, status], isPrintable ? [200, 200] : [400, 400]);
      }),
      { numRuns: 60, seed: 17 },
    );
  });

  test('gives a receipt, leaves nothing but that, and delivers what was retrieved, corrected and said', async () => {
    await using kept = await keptHost();
    const statement = await fetched(kept);
    await kept.host().call('PUT', '/draft', {
      headers: {
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        'if-none-match': '*',
      },
      body: JSON.stringify({ version: 1, fields: [['telefon', '08']] }),
    });
    const [filled] = arrange(statement).rows.filter(({ retrieved }) => retrieved !== undefined);
    const key = filled?.row.key ?? '';
    const response = await send(
      kept,
      submissionOf(statement, [
        [`inkomster.${key}.corrected`, '1325.00'],
        [`inkomster.${key}.comment`, 'Vi delar växelvis'],
        ['inkomster.fritext', 'Sålde en cykel'],
        ['civilstand', 'ensamstaende'],
      ]),
    );
    assert.equal(response.status, 200);
    const receipt = SubmissionReceipt.parse(await response.json());
    assert.equal(receipt.reference, 'EK-2026-1');
    const of = { personnummer: PERSON, reference: receipt.reference };
    for (const kind of ['draft', 'statement', 'application'] as const)
      assert.equal(await kept.vault.read(of, kind), undefined);
    assert.deepEqual(await kept.submissions.receiptOf(of), receipt);
    const [message, ...others] = await kept.delivered();
    assert.deepEqual(others, []);
    assert.equal(message?.id, receipt.id);
    for (const told of [PERSON, 'Vi delar växelvis', 'Sålde en cykel', 'ensamstaende', '132500'])
      assert.ok(message.json.includes(told), told);
    for (const told of ['Vi delar växelvis', 'Sålde en cykel', 'ensamstaende', '1\u00a0325\u00a0kr'])
      assert.ok(message.html.includes(told), told);
    assert.deepEqual(await kept.delivered(), []);
  });

  test('happens once however often it is sent, at the same time and again, also when nothing is open any more', async () => {
    await using kept = await keptHost();
    const submission = submissionOf(await fetched(kept));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, number) => send(kept, submission, { key: `${KEY}${number % 3}` })),
    );
    const receipts = await Promise.all(answers.map((answer) => answer.json()));
    for (const receipt of receipts) assert.deepEqual(receipt, receipts[0]);
    const after = { personnummer: PERSON, handedIn: { reference: application.reference } };
    assert.deepEqual(await (await send(kept, submission, { asking: after })).json(), receipts[0]);
    assert.equal((await kept.delivered()).length, 1);
  });

  test('of something else afterwards is refused, with the receipt of what was handed in', async () => {
    await using kept = await keptHost();
    const submission = submissionOf(await fetched(kept));
    const receipt: unknown = await (await send(kept, submission)).json();
    const other = { ...submission, fields: [...submission.fields, ['mer', 'text']] };
    const sameKey = await send(kept, other);
    assert.deepEqual(await problem(sameKey), [422, 'invalid-input']);
    const refused = await refusal(await send(kept, other, { key: `${KEY}-2` }));
    assert.deepEqual([refused.reason, refused.receipt], ['already-handed-in', receipt]);
    assert.equal((await kept.delivered()).length, 1);
  });

  test('with any retrieved amount changed is refused, told and logged as such, and nothing is lost', async () => {
    await using kept = await keptHost();
    const statement = await fetched(kept);
    const rows = arrange(statement).rows;
    const amounts = fc.record({
      row: fc.constantFrom(...rows.map(({ row }) => row.key)),
      amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    });
    await fc.assert(
      fc.asyncProperty(amounts, async ({ row, amount }) => {
        const was = rows.find((each) => each.row.key === row)?.retrieved;
        fc.pre(was !== amount);
        const field = `inkomster.${row}.retrieved`;
        const { fields, ...others } = submissionOf(statement);
        const changed = [...fields.filter(([name]) => name !== field), [field, toKronorText(amount as Ore)]];
        const host = kept.host();
        const body = { ...others, fields: changed };
        const refused = await refusal(await host.post(body, { 'idempotency-key': KEY }, '/submission'));
        assert.equal(refused.reason, 'retrieved-changed');
        assert.equal(host.log.at(-1)?.detail, 'retrieved-changed');
      }),
      { numRuns: 50 },
    );
    const of = { personnummer: PERSON, reference: application.reference };
    assert.deepEqual((await kept.audit.ofCase(of)).events.at(-1), {
      at: kept.now(),
      action: 'submission',
      outcome: 'refused',
      why: 'retrieved-changed',
    });
    assert.deepEqual(await kept.delivered(), []);
    assert.equal((await send(kept, submissionOf(statement))).status, 200);
  });

  test('a retrieved amount of a row that there is not, or that is no amount, is refused as well', async () => {
    await using kept = await keptHost();
    const submission = submissionOf(await fetched(kept));
    for (const field of [
      ['inkomster.fk.pahittad.retrieved', '1.00'],
      ['inkomster.fk.barnbidrag.retrieved', 'mycket'],
      ['inkomster.fk.barnbidrag.retrieved', ''],
    ] as const) {
      const body = { ...submission, fields: [...submission.fields, field] };
      assert.equal((await refusal(await send(kept, body))).reason, 'retrieved-changed');
    }
  });

  test('of a statement that an earlier key of the seal has sealed is taken, and a key that is gone is told as that', async () => {
    await using kept = await keptHost();
    const submission = submissionOf(await fetched(kept));
    const by = (seal: Seal): Settings => ({
      submissions: createSubmissions({
        ...{ vault: kept.vault, statements: vaultStatements(kept.vault), seal, signer, form: FORM },
        ...{ clock: kept.now, newId: () => 'inlamning-1', municipality: 'Exempelköping', audit: kept.audit },
      }),
    });
    const hand = async (seal: Seal) => {
      const host = kept.host(by(seal));
      const response = await host.post(submission, { 'idempotency-key': KEY }, '/submission');
      return { response, detail: host.log.at(-1)?.detail };
    };
    const newKey = new Uint8Array(32).fill(9);
    const gone = await hand(createSeal(newKey, 'test-2'));
    assert.equal((await refusal(gone.response)).reason, 'statement-unverified');
    assert.equal(gone.detail, 'seal-key-unknown');
    const other = await hand(createSeal(newKey, 'test-1'));
    assert.equal((await refusal(other.response)).reason, 'statement-unverified');
    assert.equal(other.detail, 'seal-refused');
    const earlier = { id: 'test-1', key: new Uint8Array(32).fill(7) };
    assert.equal((await hand(createSeal(newKey, 'test-2', [earlier]))).response.status, 200);
  });

  test('of another statement than the one that is kept is refused', async () => {
    await using kept = await keptHost();
    const first = await fetched(kept);
    kept.now.pass(1000);
    const second = await fetched(kept);
    const { statement: none, ...without } = submissionOf(second);
    assert.ok(none);
    const sealed = submissionOf(second);
    const bodies: unknown[] = [
      submissionOf(first),
      { ...without, fields: [] },
      { ...sealed, statement: { id: second.id, seal: first.seal } },
      { ...sealed, statement: { id: 'statement-9', seal: second.seal } },
      { ...sealed, period: { from: '2026-09-01', to: '2026-09-30' } },
      submissionOf(second, [['inkomster.statement', 'statement-9']]),
    ];
    for (const body of bodies) {
      assert.equal(
        (await refusal(await send(kept, body))).reason,
        'statement-replaced',
        JSON.stringify(body),
      );
    }
    await kept.host().call('DELETE');
    assert.equal((await refusal(await send(kept, sealed))).reason, 'statement-replaced');
    assert.equal((await send(kept, { ...without, fields: [] })).status, 200);
  });

  test('of a page that could not show what is kept is handed in without it, and says so', async () => {
    await using kept = await keptHost();
    const { id, sources } = await fetched(kept);
    const [payment] = sources.flatMap(({ payments }) => payments);
    assert.ok(payment);
    const fields: Submission['fields'] = [['inkomster.fk.barnbidrag.corrected', '1325.00']];
    const unseen = {
      version: 1,
      name: 'inkomster',
      ...OCTOBER,
      fields,
      statement: 'not-shown',
      declared: true,
    };
    for (const claim of [
      [['inkomster.statement', id]],
      [['inkomster.fk.barnbidrag.retrieved', '2650.00']],
    ] satisfies Submission['fields'][])
      assert.equal((await send(kept, { ...unseen, fields: [...fields, ...claim] })).status, 409);
    assert.equal((await send(kept, unseen)).status, 200);
    const [message] = await kept.delivered();
    const content = HandedIn.parse(JSON.parse(message?.json ?? ''));
    assert.equal(content.hamtning, undefined);
    assert.equal(content.hamtningKundeInteVisas, true);
    assert.equal(content.summaKanVaraForLag, true);
    assert.deepEqual(
      content.rader.map(({ nyckel, hamtat, galler }) => [nyckel, 'belopp' in hamtat, galler]),
      [['fk.barnbidrag', false, 132_500]],
    );
    assert.deepEqual(content.rader[0]?.hamtat, { saknas: { kod: 'not-shown', text: 'Kunde inte visas' } });
    assert.match(message?.html ?? '', /kunde inte visas för sökanden/);
    assert.doesNotMatch(message?.html ?? '', /Inget har hämtats|Inte hämtat/);
  });

  test('a statement that a fetch replaces while it is handed in is either handed in or refused, never mixed', async () => {
    for (let times = 0; times < 10; times += 1) {
      await using kept = await keptHost();
      const statement = await fetched(kept);
      const [answer] = await Promise.all([send(kept, submissionOf(statement)), kept.host().post()]);
      const messages = await kept.delivered();
      if (answer.status === 200) assert.ok(messages[0]?.json.includes(statement.id));
      else assert.equal((await refusal(answer)).reason, 'statement-replaced');
      assert.equal(messages.length, answer.status === 200 ? 1 : 0);
    }
  });

  test('what cannot be read is refused and not guessed at', async () => {
    await using kept = await keptHost();
    const submission = submissionOf(await fetched(kept));
    const tooMuch = Array.from({ length: 1001 }, (_, index) => [
      `inkomster.egna.${index}.belopp`,
      '10000000.00',
    ]);
    const withField = (...field: string[]) => ({ ...submission, fields: [...submission.fields, field] });
    const bodies: unknown[] = [
      withField('inkomster.fk.barnbidrag.corrected', '1.234'),
      withField('inkomster.fk.barnbidrag.corrected', 'tusen'),
      withField('inkomster.egna.1.belopp', '12,50'),
      { ...submission, fields: tooMuch },
      withField('bara-namn'),
      { ...submission, declared: false },
      { ...submission, version: 2 },
      { ...submission, personnummer: PERSON },
      { ...submission, statement: { id: 'exempel-uttag-1' } },
      JSON.stringify(submission).replace('"fields"', '"__proto__":{},"fields"'),
      withField('lang', 'x'.repeat(20_001)),
      '{',
    ];
    const { fields } = (await (await send(kept, bodies[1])).json()) as { fields: unknown };
    assert.deepEqual(fields, ['inkomster.fk.barnbidrag.corrected'], 'the row is named');
    for (const body of bodies) assert.equal((await send(kept, body)).status, 400, JSON.stringify(body));
    for (const key of ['', 'kort', 'med mellanslag som inte gar', 'x'.repeat(65)])
      assert.equal((await send(kept, submission, { key })).status, 400, key);
    assert.equal((await send(kept, submission)).status, 200);
  });

  test('is for who has an application that is meant to be handed in', async () => {
    await using kept = await keptHost();
    const submission = submissionOf(await fetched(kept));
    const browsing = { ...application, intent: 'browse' as const };
    for (const [settings, status] of [
      [{ asking: undefined }, 401],
      [{ asking: { personnummer: PERSON } }, 403],
      [{ asking: { personnummer: PERSON, application: browsing } }, 403],
    ] as const)
      assert.equal((await send(kept, submission, settings)).status, status);
    const other = { personnummer: '189001109801', application };
    assert.equal(
      (await refusal(await send(kept, submission, { asking: other }))).reason,
      'statement-replaced',
    );
  });
});
