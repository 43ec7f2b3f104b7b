import { expect } from '@open-wc/testing';
import { textOf } from './page.ts';
import { DraftHost, field, page, settled, stands, TestClock, turn, write } from './draft.ts';

describe('ssbtek-draft', () => {
  it('saves what is written a second after the last change, and says when', async () => {
    const { host, clock, form, draft } = await page();
    expect(textOf(draft)).to.include('Det du skriver sparas medan du skriver.');
    await write(form, 'namn', 'Anna');
    await clock.pass(999);
    expect(host.saves()).to.equal(0);
    await clock.pass(1);
    await settled(draft);
    expect(host.saved['namn']).to.equal('Anna');
    expect(textOf(draft)).to.include('Sparat kl. 14:32.');
    expect(stands(draft, 'saved')).to.equal(true);
  });

  it('gives back what was saved', async () => {
    const clock = new TestClock();
    const host = new DraftHost(clock, [
      ['namn', 'Anna'],
      ['meddelande', 'Hej\nigen'],
      ['barn', 'ja'],
      ['bor', 'ager'],
      ['sprak', 'so'],
      ['sprak', 'ar'],
    ]);
    const { form } = await page({ host });
    await turn();
    expect(field(form, 'namn').value).to.equal('Anna');
    expect(Object.fromEntries(new FormData(form))).to.include({
      meddelande: 'Hej\nigen',
      barn: 'ja',
      bor: 'ager',
    });
    expect(new FormData(form).getAll('sprak')).to.deep.equal(['so', 'ar']);
    expect(host.saves()).to.equal(0);
  });
});
