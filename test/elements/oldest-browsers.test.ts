import { expect } from '@open-wc/testing';
import { fingerprintOf } from '../../packages/elements/src/fingerprint.ts';
import { randomId } from '../../packages/elements/src/random-id.ts';
import { standIn } from '../../packages/elements/src/stand-in.ts';

describe('what stands in for what a browser holds back', () => {
  it('makes ids of the fourth version, none like another', () => {
    const ids = Array.from({ length: 200 }, randomId);
    for (const id of ids)
      expect(id).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(ids).size).to.equal(200);
  });

  for (const [where, crypto] of [
    ['where the page is secure', globalThis.crypto] as const,
    ['over plain http', {}] as const,
  ])
    it(`tells texts apart, and nothing of them: ${where}`, async () => {
      const texts = ['', 'a', 'b', 'ab', 'ba', '189001019802', '189001109801', 'Lön 9 500 kr'];
      const prints = await Promise.all(texts.map((text) => fingerprintOf(text, crypto)));
      expect(new Set(prints).size).to.equal(texts.length);
      expect(await fingerprintOf('ab', crypto)).to.equal(prints[3]);
      for (const print of prints)
        expect(print)
          .to.match(/^\d+(?:,\d+)+$/)
          .and.not.to.include('8900101980');
    });

  it('says one state at a time, and none where there is no place to say it', () => {
    const states = new Set<string>() as unknown as CustomStateSet;
    standIn({ states }, 'asking');
    standIn({ states }, 'ready');
    expect([...states]).to.deep.equal(['ready']);
    expect(() => standIn({}, 'ready')).not.to.throw();
  });
});
