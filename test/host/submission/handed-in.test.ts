import { renderHandedInHtml, toHandedIn } from '@medborgarnavet/host';
import {
  nothingAnywhere,
  partlyChecked,
  singleParent,
  statement as statementOf,
} from '@medborgarnavet/mocks';
import {
  EKBIST_ROWS,
  ore,
  sourceThatAnswered,
  toPostedFields,
  type PostedField,
  type Source,
} from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asPosted, handingIn, SOME_OF_EVERYTHING } from './handed-in.ts';

const everything = toHandedIn(handingIn(singleParent, SOME_OF_EVERYTHING));
const row = (key: string, document = everything) => document.rader.find(({ nyckel }) => nyckel === key);

/** Every field that a form with incomes may post. */
const anyPosted = (name: string): readonly PostedField[] =>
  toPostedFields(name, {
    statement: 'exempel-uttag-1',
    hasIncome: 'no',
    rows: EKBIST_ROWS.map(({ key }) => ({
      key,
      ...{ retrieved: ore(1), corrected: ore(2), effective: ore(3), comment: 'a', reason: 'other' },
      disputed: ['FK-a_1'],
      disputeReasons: { 'FK-a_1': 'other' },
    })),
    own: [{ type: 'lon', amount: ore(1), date: '2026-10-01' }],
  });

describe('what the case system gets', () => {
  test('says of a row what was retrieved, what the person says, what counts, and why', () => {
    assert.deepEqual(row('fk.barnbidrag'), {
      nyckel: 'fk.barnbidrag',
      benamning: 'Allmänt barnbidrag',
      hamtat: { belopp: 265_000, fran: ['Försäkringskassan'] },
      galler: 265_000,
      bestridda: [],
      utbetalningar: row('fk.barnbidrag')?.utbetalningar,
    });
    const { hamtat, rattat, galler, orsak, kommentar } = row('fk.underhallsstod')!;
    assert.deepEqual(
      { hamtat, rattat, galler, orsak, kommentar },
      {
        hamtat: { belopp: 349_600, fran: ['Försäkringskassan'] },
        rattat: 167_300,
        galler: 167_300,
        orsak: { kod: 'wrong-amount', text: 'Beloppet är fel' },
        kommentar: 'Jag fick bara för ett barn i oktober.',
      },
    );
  });

  test('says which payment is not right, and does not count it', () => {
    const { bestridda, galler, utbetalningar } = row('fk.bostadsbidrag')!;
    assert.equal(galler, 0);
    assert.deepEqual(bestridda, [
      {
        id: 'FK-BOB-4200-2026-10-27',
        betalare: 'Försäkringskassan',
        forman: { kod: 'BOB', namn: 'Bostadsbidrag' },
        datum: '2026-10-27',
        netto: 420_000,
        orsak: { kod: 'not-received', text: 'Jag har inte fått pengarna' },
      },
    ]);
    assert.deepEqual(utbetalningar[0]?.avdrag, [{ kod: 'KVI', namn: 'Kvittning', belopp: 30_000 }]);
    assert.equal(utbetalningar[0].brutto, 450_000);
  });

  test('has what the person has added, and the sum of all that counts', () => {
    assert.deepEqual(everything.egnaInkomster, [
      { typ: { kod: 'swish', text: 'Swish, insättning eller gåva' }, belopp: 50_000, datum: '2026-10-12' },
    ]);
    assert.equal(everything.summa, 265_000 + 167_300 + 0 + 320_050 + 50_000);
    assert.equal(everything.harInkomster, 'ja');
  });

  test('says who, when, how they were signed in, and what they vouched for, in UTC', () => {
    const { id, referens, inlamnad, sokande, intygande, hamtning } = everything;
    assert.deepEqual(
      { id, referens, inlamnad, sokande, intygande },
      {
        id: 'b7a1c0de-4a53-4c6e-9d30-2f6f0e6d1a11',
        referens: 'EK-2026-1',
        inlamnad: '2026-11-22T09:31:05.000Z',
        sokande: {
          personnummer: '189001019802',
          inloggning: {
            niva: 'http://id.elegnamnden.se/loa/1.0/loa3',
            tidpunkt: '2026-11-22T08:02:00.000Z',
          },
        },
        intygande: 'Jag intygar att uppgifterna är riktiga.',
      },
    );
    assert.equal(hamtning?.id, singleParent.id);
    assert.equal(hamtning.tidpunkt, singleParent.fetchedAt);
  });

  test('has every other field as it was posted, in the form’s order, and no field with incomes twice', () => {
    const others = SOME_OF_EVERYTHING.filter(([name]) => !name.startsWith('inkomster.'));
    assert.deepEqual(everything.ovrigaFalt, asPosted(others));
    const own: readonly PostedField[] = [
      ['barn', 'Ett'],
      ['inkomst', '1'],
      ['barn', 'Två'],
      ['inkomsterx.a', '2'],
      ['inkomster.fritext', 'Sålde en cykel'],
      ['inkomster.fk.barnbidrag', 'Delas'],
      ['inkomster.egen.rad.comment', 'I en rad som formuläret inte har'],
    ];
    assert.deepEqual(toHandedIn(handingIn(undefined, own)).ovrigaFalt, asPosted(own));
    assert.deepEqual(toHandedIn(handingIn(singleParent, anyPosted('inkomster'))).ovrigaFalt, []);
  });

  test('has the words of the e-service’s own fields where it tells them, beside what was posted', () => {
    const tell = (name: string, value: string) =>
      name === 'civilstand' ? { fraga: 'Civilstånd', svar: value.toUpperCase() } : undefined;
    const fields: readonly PostedField[] = [
      ['civilstand', 'gift'],
      ['annat', 'x'],
    ];
    const handedIn = toHandedIn(handingIn(undefined, fields, { fields: tell }));
    assert.deepEqual(handedIn.ovrigaFalt, [
      { namn: 'civilstand', varde: 'gift', fraga: 'Civilstånd', svar: 'GIFT' },
      { namn: 'annat', varde: 'x' },
    ]);
    const page = renderHandedInHtml(handedIn);
    assert.match(page, /Civilstånd[^]*GIFT[^]*Uppgifter som e-tjänsten inte känner[^]*annat/);
    assert.doesNotMatch(page, />civilstand</);
  });

  test('never takes a retrieved or effective amount from what was posted', () => {
    const lied = toHandedIn(
      handingIn(singleParent, [
        ['inkomster.fk.barnbidrag.retrieved', '1.00'],
        ['inkomster.fk.barnbidrag.effective', '1.00'],
        ['inkomster.pm.pension.retrieved', '9999.00'],
        ['inkomster.pm.pension.effective', '9999.00'],
      ]),
    );
    assert.deepEqual(lied, toHandedIn(handingIn(singleParent)));
  });
});

describe('what could not be checked', () => {
  const checked = toHandedIn(handingIn(partlyChecked, [['inkomster.pm.pension.corrected', '100.00']]));

  test('is said of each source, with the reason, and of a part of one that has answered', () => {
    assert.deepEqual(
      checked.hamtning?.kallor.map(({ kalla, svar, kundeInteKontrolleras }) => [
        kalla,
        svar.kod,
        kundeInteKontrolleras.map(({ vad, orsak }) => [vad, orsak.text]),
      ]),
      [
        ['FK', 'answered', [['Bostadsbidrag', 'Något gick fel hos dem']]],
        ['PM', 'unchecked', [[undefined, 'Tjänsten var stängd']]],
        ['CSN', 'unchecked', [[undefined, 'Svarade inte i tid']]],
        ['SO', 'unchecked', [['Unionens a-kassa', 'Svaret gick inte att tolka']]],
      ],
    );
  });

  test('is never zero and never nothing, and makes the sum one that may be too low', () => {
    assert.deepEqual(row('pm.pension', checked)?.hamtat, {
      saknas: { kod: 'unchecked', text: 'Kunde inte kontrolleras' },
    });
    assert.equal(checked.summaKanVaraForLag, true);
    assert.equal(everything.summaKanVaraForLag, false);
  });

  test('is told apart from what nobody had, and from what nobody was asked about', () => {
    const nothing = toHandedIn(handingIn(nothingAnywhere, [['inkomster.pm.pension.corrected', '100.00']]));
    assert.equal(JSON.stringify(row('pm.pension', nothing)?.hamtat).includes('"nothing"'), true);
    assert.equal(nothing.summaKanVaraForLag, false);
    assert.deepEqual(row('andra.lon')?.hamtat, { saknas: { kod: 'not-fetched', text: 'Inte hämtat' } });
  });

  test('is the time that a source was not asked about, too', () => {
    const asked = { from: '2026-10-21', to: '2026-10-31' };
    const { hamtning, summaKanVaraForLag } = toHandedIn(
      handingIn(statementOf([sourceThatAnswered('CSN', [], [], asked)])),
    );
    assert.equal(summaKanVaraForLag, true);
    assert.deepEqual(hamtning?.kallor[0]?.tillfragadTid, { fran: '2026-10-21', till: '2026-10-31' });
    assert.match(hamtning.kallor[0].kundeInteKontrolleras[0]?.vad ?? '', /^Annan tid än 21/);
  });

  test('is everything when nothing was fetched, or nobody was asked', () => {
    const none = toHandedIn(handingIn(undefined, [['inkomster.andra.lon.corrected', '100.00']]));
    assert.equal('hamtning' in none, false);
    assert.equal(none.summaKanVaraForLag, true);
    const notAsked: Source = { source: 'FK', verdict: 'not-asked', sections: [], payments: [] };
    assert.equal(toHandedIn(handingIn(statementOf([notAsked]))).summaKanVaraForLag, true);
  });
});
