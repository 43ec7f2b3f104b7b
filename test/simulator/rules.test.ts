import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KNOWN_AKTORSID, type Persona } from '@medborgarnavet/simulator';
import {
  AGENCIES,
  type Asking,
  all,
  ask,
  block,
  csn,
  errorOf,
  lefi,
  one,
  parse,
  persona,
  text,
  texts,
} from './asking.ts';

const P1 = persona('P1').personnummer;
const childNames = (answer: ReturnType<typeof ask>) =>
  [...one(answer, 'svarsdata').childNodes].map(({ localName }) => localName);

describe('which agencies answer', () => {
  test('those that were included, in the order of the contract', () => {
    assert.deepEqual(childNames(ask({})), AGENCIES);
    assert.deepEqual(childNames(ask({ include: ['SO', 'CSN'] })), ['CSN', 'SO']);
    assert.deepEqual(childNames(ask({ include: [] })), []);
  });

  test('agencies without payments answer emptily in their own shape', () => {
    const answer = ask({});
    assert.equal(text(block(answer, 'AF'), 'Sekretessmarkering'), 'false');
    const skv = parse(text(block(answer, 'SKV'), 'svar'));
    assert.equal(skv.localName, 'SvarBeskattningsuppgifterEnligtSFS2008-975');
    assert.deepEqual(all(skv, 'Personuppgift'), []);
    assert.equal(one(block(answer, 'SKV'), 'svar').namespaceURI, null);
    assert.equal(text(block(answer, 'TNS'), 'resultat'), 'OK');
    assert.equal(one(block(answer, 'MIV'), 'response').namespaceURI, null);
    assert.equal(text(block(answer, 'MIV'), 'correlationid'), 'korr-1');
  });

  test('someone that nobody knows is answered for as someone about whom there is nothing', () => {
    const stranger = '189002029800';
    const about = (personnummer: string) => {
      const answer = ask({ personnummer });
      const readable = [answer.textContent, JSON.stringify(lefi(answer)), csn(answer).textContent].join();
      const status = one(csn(answer), 'Person').getAttribute('Status');
      return `${readable} ${status ?? ''}`
        .replaceAll(/[A-Za-z0-9+/]{40,}=*/g, '')
        .replaceAll(personnummer, 'N');
    };
    assert.equal(about(stranger), about(persona('P10').personnummer));
  });
});

describe('what is echoed', () => {
  test('time and correlation id always, the question only if asked for', () => {
    const answer = ask({ include: [] });
    assert.equal(text(answer, 'frageTidpunkt'), '2026-10-15T12:00:00+02:00');
    assert.equal(text(answer, 'korrelationsid'), 'korr-1');
    assert.deepEqual(all(answer, 'fraga'), []);
    const echoed = one(ask({ echo: true, include: ['SKV'] }), 'fraga');
    assert.equal(text(echoed, 'handlaggare'), 'system');
    assert.deepEqual(texts(echoed, 'namn'), ['Exempelkommun & Co', 'Driftbolaget']);
    assert.equal(one(echoed, 'SKV').getAttribute('inkludera'), 'true');
    assert.equal(one(echoed, 'FK').getAttribute('inkludera'), 'false');
  });
});

describe('CSN', () => {
  const result = (asking: Asking) => text(csn(ask({ personnummer: P1, ...asking })), 'ResultatKod');

  test('refuses an arendeidentitet of more than 31 characters, which the others accept', () => {
    assert.equal(result({ arendeidentitet: 'a'.repeat(31) }), '-2');
    const answer = ask({ personnummer: P1, arendeidentitet: 'a'.repeat(32) });
    assert.deepEqual(errorOf(answer, 'CSN'), ['BT', '-1005']);
    assert.equal(lefi(answer).formansinformation?.utbetalningsuppgift?.length, 3);
  });

  test('answers from two months before today to one month after it, and not a day more', () => {
    assert.equal(result({ csnPeriod: { from: '2026-08-15', tom: '2026-11-15' } }), '-2');
    assert.equal(result({ csnPeriod: { from: '2026-08-14', tom: '2026-11-15' } }), '-1006');
    assert.equal(result({ csnPeriod: { from: '2026-08-15', tom: '2026-11-16' } }), '-1006');
    assert.equal(result({ csnPeriod: { from: '2026-10-02', tom: '2026-10-01' } }), '-1006');
  });

  test('has no persons in an answer outside of its window, and judges the general period without one of its own', () => {
    const answer = csn(ask({ personnummer: P1, period: { from: '2026-01-01', tom: '2026-09-30' } }));
    assert.equal(text(answer, 'ResultatKod'), '-1006');
    assert.deepEqual(all(answer, 'Person'), []);
    const own = {
      period: { from: '2026-01-01', tom: '2026-09-30' },
      csnPeriod: { from: '2026-09-01', tom: '2026-09-30' },
    };
    assert.equal(result(own), '-2');
  });

  test('has all five support forms in every person, empty where it has nothing', () => {
    const person = one(csn(ask({ personnummer: persona('P5').personnummer })), 'Person');
    for (const form of ['Studiehjalp', 'HemutrustningsLan', 'Studiestartsstod', 'Omstallningsstudiestod']) {
      assert.equal(one(person, form).childNodes.length, 0);
    }
    assert.equal(text(person, 'studiemedel'), '1');
    assert.equal(text(person, 'studiehjalp'), '0');
    assert.equal(person.getAttribute('personnummer'), '9001059816');
    assert.equal(person.getAttribute('sekel'), '18');
  });

  test('can say that a part of it is down', () => {
    const partial: Persona = { ...persona('P5'), CSN: { result: '-1102 Studiemedel svarar inte' } };
    const answer = csn(ask({ personnummer: partial.personnummer }, [partial]));
    assert.equal(text(answer, 'ResultatKod'), '-1102');
  });
});

describe('FK and PM', () => {
  const errorFor = (asking: Asking) => errorOf(ask({ personnummer: P1, ...asking }), 'FK');

  test('answer only about the groups that were asked for, and name only those concerned', () => {
    const asked = lefi(
      ask({
        personnummer: P1,
        lefi: { utbetalningar: ['FK:US'], preliminaraUtbetalningar: [], ovrigInformation: [] },
      }),
    );
    assert.deepEqual(
      asked.formansinformation?.utbetalningsuppgift?.map(({ formansfamilj }) => formansfamilj.id),
      ['US'],
    );
    assert.deepEqual(Object.keys(asked.formansinformation), ['utbetalningsuppgift']);
    assert.deepEqual(
      asked.utlamnare.map(({ utlamnare }) => utlamnare.kod),
      ['FK'],
    );
    const pm = lefi(
      ask({ lefi: { utbetalningar: ['PM:EF'], preliminaraUtbetalningar: [], ovrigInformation: [] } }),
    );
    assert.deepEqual(
      pm.utlamnare.map(({ utlamnare }) => utlamnare.kod),
      ['PM'],
    );
    assert.equal(pm.formansinformation, undefined);
    assert.deepEqual(pm.utbetalningar, []);
  });

  test('tell that a person is not protected, when asked for it', () => {
    const { formansinformation } = lefi(ask({ personnummer: P1 }));
    assert.deepEqual(formansinformation?.generellPersoninformation, [{ personnummer: P1, skyddad: false }]);
  });

  test('name the groups that they failed to answer about, among those that were asked for', () => {
    const gap: Persona = { ...persona('P1'), FK: { missing: ['FK:SJP Sjukpenning'] } };
    assert.deepEqual(Object.keys(lefi(ask({ personnummer: P1 }, [gap])).avvikelser), [
      'preliminaraUtbetalningar',
      'utbetalningar',
    ]);
    assert.deepEqual(
      lefi(
        ask({ personnummer: P1, lefi: { utbetalningar: ['FK:ABB'], preliminaraUtbetalningar: [] } }, [gap]),
      ).avvikelser,
      {},
    );
    const down: Persona = { ...gap, FK: { ...gap.FK, state: 'FELANDE' } };
    const answer = lefi(ask({ personnummer: P1 }, [down]));
    assert.deepEqual(answer.avvikelser, {});
    assert.equal(answer.formansinformation, undefined);
  });

  test('accept two years, and refuse a day more', () => {
    const spanning = (tom: string) => ({ lefi: { period: { from: '2024-10-01', tom } } });
    assert.ok(lefi(ask({ personnummer: P1, ...spanning('2026-10-01') })));
    assert.deepEqual(errorFor(spanning('2026-10-02')), ['BT', 'LEFI-400']);
  });

  test('refuse a question about nothing, about another person, or of unknown content', () => {
    const nothing = { utbetalningar: [], preliminaraUtbetalningar: undefined, ovrigInformation: undefined };
    for (const lefiFields of [
      nothing,
      { personnummer: '189001029819' },
      { personnummer: '18900101-9802' },
      { personnummer: 189001019802 },
      { personnummer: undefined },
      { period: undefined },
      { period: { from: '2026-09-30', tom: '2026-09-01' } },
      { period: { from: '2026-09-31', tom: '2026-10-01' } },
      { utbetalningar: ['FK:XXX'] },
      { utbetalningar: ['FK:ABB', 'FK:ABB'] },
      { ansprak: ['FK:ABB'] },
      { utbetalning: ['FK:ABB'] },
    ]) {
      assert.deepEqual(errorFor({ lefi: lefiFields }), ['BT', 'LEFI-400'], JSON.stringify(lefiFields));
    }
    for (const lefiJson of ['', 'null', '[]', '{', '\u0000'])
      assert.deepEqual(errorFor({ lefiJson }), ['BT', 'LEFI-400']);
  });

  test('accept the personnummer with ten digits too', () => {
    assert.ok(lefi(ask({ personnummer: P1, lefi: { personnummer: P1.slice(2) } })).formansinformation);
  });

  test('know LEFI v9 only, which is also meant when no version is given', () => {
    assert.ok(lefi(ask({ personnummer: P1, version: 'v9' })));
    assert.deepEqual(errorFor({ version: 'v10' }), ['BT', 'LEFI-VERSION']);
  });

  test('refuse a municipality that they do not know', () => {
    assert.ok(KNOWN_AKTORSID.includes('EXEMPEL-01'));
    assert.deepEqual(errorFor({ aktorsid: 'NAGON-ANNAN' }), ['BT', 'LEFI-403']);
  });
});
