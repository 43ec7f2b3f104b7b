import { singleParent } from '@medborgarnavet/mocks';
import { PROBLEM_TYPES, type IncomeProblemKind } from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';
import { OTHER_PERSON } from '../../packages/elements/src/problems.ts';
import { textOf } from './page.ts';
import { declaration, handIn, lineOf, page, ReviewHost, settled, stands, vouch, WRITTEN } from './review.ts';

const OUT_OF_REACH = [
  ...PROBLEM_TYPES.filter((kind) => !OTHER_PERSON.includes(kind)),
  ...(['wrong-endpoint', 'offline', 'too-slow', 'unreadable-answer'] as const),
] satisfies readonly IncomeProblemKind[];

async function unseen(kind: IncomeProblemKind = 'unreadable-answer', written = WRITTEN) {
  const host = new ReviewHost();
  host.lookFault = kind;
  return page({ host, written });
}

describe('a review that cannot look up what was fetched', () => {
  for (const kind of OUT_OF_REACH)
    it(`is handed in with what the person has written: ${kind}`, async () => {
      const { host, review } = await unseen(kind);
      expect(stands(review, 'failed')).to.equal(true);
      expect(lineOf(review, 'Bostadsbidrag')).to.include('4 000 kr');
      await handIn(review);
      expect(stands(review, 'handed-in')).to.equal(true);
      const [sent] = host.sent;
      expect(sent?.submission.statement).to.equal('not-shown');
      expect(new Map(sent?.submission.fields).get('inkomster.fk.bostadsbidrag.corrected')).to.equal(
        '4000.00',
      );
    });

  it('says what does not go with it, and neither that nothing was fetched nor that the sum is whole', async () => {
    const { review } = await unseen();
    expect(textOf(review))
      .to.include('Vi kan inte visa det som är hämtat just nu.')
      .and.to.include('Då följer det som är hämtat inte med')
      .and.to.include('Summan kan vara för låg')
      .and.not.to.include('inga hämtade uppgifter')
      .and.not.to.include('Inte hämtat');
    expect(lineOf(review, 'Bostadsbidrag')).to.include('Kan inte visas');
    await handIn(review);
    expect(textOf(review)).to.include('Det följde inte med').and.not.to.include('inga hämtade uppgifter');
    await expect(review).to.be.accessible();
  });

  it('never hands in an amount that an earlier page said was retrieved', async () => {
    const { host, review } = await unseen('internal', {
      ...WRITTEN,
      'inkomster.statement': singleParent.id,
      'inkomster.fk.bostadsbidrag.retrieved': '4200.00',
      'inkomster.fk.barnbidrag.retrieved': '2650.00',
      'inkomster.fk.barnbidrag.effective': '2650.00',
    });
    await handIn(review);
    const names = host.sent[0]?.submission.fields.map(([name]) => name) ?? [];
    expect(names.filter((name) => /\.(?:retrieved|statement)$|barnbidrag/.test(name))).to.deep.equal([]);
  });

  it('can be handed in again after it was not taken, in the same way and with the same key', async () => {
    const host = new ReviewHost(singleParent, 'offline');
    host.lookFault = 'internal';
    const { review } = await page({ host });
    await handIn(review);
    await handIn(review);
    expect(host.sent.map(({ submission }) => submission.statement)).to.deep.equal(['not-shown', 'not-shown']);
    expect(new Set(host.sent.map(({ key }) => key)).size).to.equal(1);
  });

  it('shows it as soon as it can when the tab is seen again, and has the person vouch anew', async () => {
    const { host, review } = await unseen();
    await vouch(review);
    host.lookFault = undefined;
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(review);
    expect([stands(review, 'ready'), declaration(review).checked]).to.deep.equal([true, false]);
    expect(lineOf(review, 'Bostadsbidrag')).to.include('4 200 kr');
    await handIn(review);
    expect(host.sent[0]?.submission.statement).to.deep.equal({
      id: singleParent.id,
      seal: singleParent.seal,
    });
  });
});
