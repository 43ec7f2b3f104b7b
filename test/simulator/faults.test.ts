import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { type Faults, type Persona, createFaultSwitch } from '@medborgarnavet/simulator';
import {
  type Asking,
  all,
  ask,
  block,
  csn,
  errorOf,
  fkNets,
  lefi,
  namesIn,
  one,
  parse,
  persona,
  question,
  send,
  skvPart,
  text,
  texts,
} from './asking.ts';

function setting(faults: Faults, personnummer?: string) {
  const set = createFaultSwitch();
  set.set(faults, personnummer);
  return { faults: set };
}
const askWith = (faults: Faults, id: string, asking: Asking = {}) =>
  ask({ personnummer: persona(id).personnummer, ...asking }, undefined, setting(faults));
const sendWith = (faults: Faults, id = 'P1') =>
  send(question({ personnummer: persona(id).personnummer }), undefined, setting(faults));

const error = { kalla: 'BT', felkod: 'AF-503', felmeddelande: 'Fel om {personnummer}' } as const;
const timeout = { kalla: 'SSBT', felkod: 'SSBT-TIMEOUT', felmeddelande: 'Tidsgräns' } as const;

function isWellFormed(xml: string): boolean {
  const stop = (): never => {
    throw new Error('not well-formed');
  };
  try {
    new DOMParser({ onError: stop }).parseFromString(xml, 'text/xml');
    return true;
  } catch {
    return false;
  }
}

describe('the switch of faults', () => {
  const P1 = persona('P1').personnummer;
  const P2 = persona('P2').personnummer;
  const failing = (faults: ReturnType<typeof createFaultSwitch>, personnummer: string) =>
    ['AF', 'TNS'].filter(
      (agency) => all(block(ask({ personnummer }, undefined, { faults }), agency), 'error').length > 0,
    );

  test('is for everyone or for one person, and both count', () => {
    const faults = createFaultSwitch();
    assert.deepEqual(failing(faults, P1), []);
    faults.set({ AF: { error } });
    faults.set({ TNS: { error: timeout } }, P1);
    assert.deepEqual([failing(faults, P1), failing(faults, P2)], [['AF', 'TNS'], ['AF']]);
    faults.set({}, P1);
    assert.deepEqual(failing(faults, P1), ['AF']);
    faults.clear(P1);
    faults.set({ TNS: { error } });
    assert.deepEqual([failing(faults, P1), failing(faults, P2)], [['TNS'], ['TNS']]);
    faults.set({ AF: { error } }, P2);
    faults.clear();
    assert.deepEqual([failing(faults, P1), failing(faults, P2)], [[], []]);
  });

  test('tells the field of a mistake, and changes nothing then', () => {
    const faults = createFaultSwitch();
    const refused = (value: unknown, field: RegExp) =>
      assert.throws(() => faults.set(value as Faults), field);
    refused({ answer: { delay: -1 } }, /^Error: faults: answer\.delay: /);
    refused({ answer: { delay: 'long' } }, /answer\.delay/);
    refused({ answer: { http: 99 } }, /answer\.http/);
    refused({ answer: { oversize: 257 } }, /answer\.oversize/);
    refused({ BOV: {} }, /BOV/);
    refused({ CSN: { result: '-1108' } }, /CSN\.result/);
    refused({ FK: { missing: ['SJP'] } }, /FK\.missing\.0/);
    refused({ FK: { payments: [] } }, /payments/);
    refused({ SKV: { errors: { lon: error } } }, /SKV\.errors/);
    assert.throws(() => faults.set({}, '9001019802'), /^Error: personnummer: /);
    assert.deepEqual(faults.of(P1), []);
  });

  test('is over what a persona has of its own', () => {
    const own: Persona = { ...persona('P1'), TNS: { error }, AF: { error } };
    const answer = ask({ personnummer: own.personnummer }, [own], setting({ TNS: { error: timeout } }));
    assert.deepEqual(errorOf(answer, 'TNS'), ['SSBT', 'SSBT-TIMEOUT']);
    assert.deepEqual(errorOf(answer, 'AF'), ['BT', 'AF-503']);
  });
});

describe('a fault of an agency', () => {
  test('is an error of the service or its own, of any agency and in both versions', () => {
    for (const ssbtek of [10, 11] as const) {
      for (const agency of ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'] as const) {
        for (const given of [error, timeout]) {
          const answer = askWith({ [agency]: { error: given } }, 'P1', { ssbtek });
          assert.deepEqual(errorOf(answer, agency), [given.kalla, given.felkod]);
          assert.deepEqual(namesIn(block(answer, agency)), ['error']);
        }
      }
    }
    assert.match(text(block(askWith({ AF: { error } }, 'P1'), 'AF'), 'felmeddelande'), /189001019802/);
  });

  test('can be that it is not in the answer', () => {
    const answer = askWith({ CSN: { absent: true }, MIV: { absent: true } }, 'P1');
    assert.deepEqual(namesIn(one(answer, 'svarsdata')), ['AF', 'FK', 'SKV', 'SO', 'TNS']);
  });

  test('of LEFI can be its state, and groups it fails to answer about or may not', () => {
    const down = lefi(askWith({ FK: { state: 'FELANDE' }, PM: { state: 'OTILLGANGLIG' } }, 'P8'));
    assert.deepEqual(
      down.utlamnare.map(({ tillstand }) => tillstand.kod),
      ['FELANDE', 'OTILLGANGLIG'],
    );
    const gaps = lefi(
      askWith(
        {
          FK: { missing: ['FK:ABB Barnbidrag'], unauthorised: ['FK:US Underhållsstöd'] },
          PM: { missing: ['PM:EF Efterlevandeförmåner'] },
        },
        'P1',
      ),
    );
    assert.deepEqual(fkNets(gaps.formansinformation?.utbetalningsuppgift), ['2026-09-27 BOB 4200']);
    const told = gaps.avvikelser['utbetalningar'] as {
      avvikelse: { kod: string };
      formansgrupp: { kod: string };
    }[];
    assert.deepEqual(
      told.map(({ avvikelse, formansgrupp }) => `${formansgrupp.kod} ${avvikelse.kod}`),
      ['FK:ABB INTERNT_FEL', 'FK:US OBEHORIG', 'PM:EF INTERNT_FEL'],
    );
  });

  test('of CSN can be each of its results, with persons only where a part is down', () => {
    const results = ['-1004', '-1005', '-1006', '-1007', '-1101', '-1102', '-1103', '-1104'] as const;
    for (const result of results) {
      const answer = csn(askWith({ CSN: { result } }, 'P5'));
      assert.equal(text(answer, 'ResultatKod'), result);
      assert.ok(text(answer, 'ResultatText'));
      const isPartial = ['-1101', '-1102', '-1104'].includes(result);
      assert.equal(all(answer, 'Person').length, isPartial ? 1 : 0, result);
    }
    assert.deepEqual(texts(csn(askWith({ CSN: { result: '-1102' } }, 'P5')), 'Utbetalning'), []);
    assert.equal(texts(csn(askWith({ CSN: { result: '-1101' } }, 'P5')), 'Utbetalning').length, 3);
    const own = csn(askWith({ CSN: { result: '-1103 Stängt' } }, 'P5'));
    assert.equal(text(own, 'ResultatText'), 'Stängt');
  });

  test('of the a-kassor can be a status that says nothing', () => {
    const answer = block(askWith({ SO: { status: '42' } }, 'P7'), 'SO');
    assert.deepEqual(texts(answer, 'StatusSvarandeOrganisation'), ['42', '42']);
    assert.deepEqual(texts(answer, 'Utbetalningar'), []);
    const stranger = block(askWith({ SO: { status: '42' } }, 'P10'), 'SO');
    assert.deepEqual(texts(stranger, 'StatusSvarandeOrganisation'), ['42']);
  });

  test('of Transportstyrelsen can be inside its data', () => {
    const answer = block(askWith({ TNS: { result: 'FEL' } }, 'P4'), 'TNS');
    assert.equal(text(answer, 'resultat'), 'FEL');
    assert.match(text(answer, 'felkod'), /^\d+$/);
    assert.deepEqual(texts(answer, 'fordon'), []);
  });

  test('of Skatteverket can be in one part', () => {
    const answer = askWith({ SKV: { errors: { skattekonto: error } } }, 'P14', { ssbtek: 11 });
    assert.equal(skvPart(answer, 'skattekonto'), 'AF-503');
    assert.match(text(one(block(answer, 'SKV'), 'skattekonto'), 'felmeddelande'), /189001149815/);
    assert.equal(typeof skvPart(answer, 'individuppgifter'), 'object');
  });
});

describe('what an agency sends can be damaged', () => {
  const payload = (answer: ReturnType<typeof ask>, agency: string, element: string) =>
    text(block(answer, agency), element);
  const isBase64 = (given: string) => /^[A-Za-z0-9+/]*={0,2}$/.test(given) && given.length % 4 === 0;
  const decode = (given: string) => Buffer.from(given, 'base64').toString();

  test('so that it is not base64', () => {
    const malformed = 'encoding';
    assert.ok(!isBase64(payload(askWith({ FK: { malformed } }, 'P1'), 'FK', 'lefiJsonSvar')));
    assert.ok(!isBase64(payload(askWith({ CSN: { malformed } }, 'P5'), 'CSN', 'svar')));
    const parts = block(askWith({ SKV: { malformed } }, 'P14', { ssbtek: 11 }), 'SKV');
    assert.ok(texts(parts, 'data').every((each) => !isBase64(each)));
  });

  test('so that what is inside is cut off', () => {
    const malformed = 'content';
    const json = payload(askWith({ FK: { malformed } }, 'P1'), 'FK', 'lefiJsonSvar');
    assert.ok(isBase64(json));
    assert.throws(() => JSON.parse(decode(json)) as unknown);
    const inner = payload(askWith({ CSN: { malformed } }, 'P5'), 'CSN', 'svar');
    assert.ok(!isWellFormed(decode(inner)));
    assert.ok(!isWellFormed(payload(askWith({ SKV: { malformed } }, 'P8'), 'SKV', 'svar')));
    const [part] = texts(block(askWith({ SKV: { malformed } }, 'P14', { ssbtek: 11 }), 'SKV'), 'data');
    assert.throws(() => JSON.parse(decode(part ?? '')) as unknown);
  });
});

describe('a fault of the whole answer', () => {
  test('can be a web page with a status', () => {
    const { status, contentType, body } = sendWith({ answer: { http: 503 } });
    assert.deepEqual([status, contentType], [503, 'text/html; charset=utf-8']);
    assert.match(body, /^<!doctype html>/);
  });

  test('can be a SOAP fault in the version of the question', () => {
    const settings = setting({ answer: { fault: true } });
    const { status, body } = send(question({ ssbtek: 11 }), undefined, settings);
    assert.equal(status, 500);
    assert.match(one(parse(body), 'hamtaBastjanstInformationFault').namespaceURI ?? '', /\/11$/);
  });

  test('can be XML that is cut off, too large or with a DOCTYPE', () => {
    assert.ok(!isWellFormed(sendWith({ answer: { malformed: true } }).body));
    const large = sendWith({ answer: { oversize: 2 } });
    assert.ok(large.body.length > 2 * 1024 * 1024);
    assert.equal(parse(large.body).localName, 'Envelope');
    const { body } = sendWith({ answer: { doctype: true } });
    assert.match(body, /^<\?xml[^>]*\?>\s*<!DOCTYPE soapenv:Envelope \[/);
    assert.ok(parse(body));
  });

  test('tells how it is to be sent', () => {
    assert.equal(sendWith({}).delivery, undefined);
    const slow = { answer: { delay: 100, drip: 2, reset: true, blackhole: true } } as const;
    assert.deepEqual(sendWith(slow).delivery, slow.answer);
  });

  test('waits for the slowest agency of those that are asked', () => {
    const faults: Faults = { answer: { delay: 10 }, CSN: { delay: 300 }, AF: { delay: 200 } };
    assert.deepEqual(sendWith(faults).delivery, { delay: 310 });
    const { delivery } = send(question({ include: ['AF'] }), undefined, setting(faults));
    assert.deepEqual(delivery, { delay: 210 });
  });

  test('can be for one person, and for all also strikes what is no question about anyone', () => {
    const faults = createFaultSwitch();
    faults.set({ answer: { http: 502 } }, persona('P1').personnummer);
    const status = (body: string) => send(body, undefined, { faults }).status;
    assert.equal(status(question({ personnummer: persona('P1').personnummer })), 502);
    assert.equal(status(question()), 200);
    assert.equal(status('<x/>'), 500);
    faults.set({ answer: { http: 503 } });
    assert.equal(status(question()), 503);
    assert.equal(status('<x/>'), 503);
    assert.equal(status(question({ personnummer: persona('P1').personnummer })), 502);
  });

  test('can be written in the file of a person', () => {
    const slow: Persona = { ...persona('P10'), answer: { delay: 5 }, SO: { delay: 7 } };
    assert.deepEqual(send(question(), [slow]).delivery, { delay: 12 });
  });
});
