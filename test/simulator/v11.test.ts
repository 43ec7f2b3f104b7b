import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KNOWN_AKTORSID, type Persona, VERSIONS } from '@medborgarnavet/simulator';
import {
  SKV_PARTS,
  all,
  ask,
  block,
  decoded,
  errorOf,
  lefi,
  namesIn,
  one,
  parse,
  persona,
  question,
  send,
  skvPart,
  text,
} from './asking.ts';

const NAMESPACE = 'http://schema.forsakringskassan.se/integration/ssbt/';
const P14 = persona('P14').personnummer;
const v11 = { ssbtek: 11, personnummer: P14 } as const;
const fraga = (parts: readonly string[], ar: readonly number[] = [2025]) => ({ skv: { ar, parts } });

/** A question of v11 in which one thing is exchanged for another. */
function sendChanged(from: string | RegExp, to: string) {
  const whole = question(v11);
  const changed = whole.replace(from, to);
  assert.notEqual(changed, whole, String(from));
  return send(changed);
}

describe('two versions at one address', () => {
  test('the answer is in the namespace of the question', () => {
    assert.deepEqual(VERSIONS, [10, 11]);
    for (const ssbtek of VERSIONS) {
      const response = one(ask({ ssbtek, echo: true }), 'hamtaBastjanstInformationResponse');
      assert.equal(response.namespaceURI, `${NAMESPACE}${ssbtek}`);
      for (const name of ['svarsdata', 'AF', 'lefiJsonSvar', 'korrelationsid', 'lefiJsonFraga']) {
        assert.equal(all(response, name)[0]?.namespaceURI, `${NAMESPACE}${ssbtek}`, name);
      }
    }
  });

  test('and so are a fault and the answer to a ping', () => {
    const fault = sendChanged('<s:syfte>', '<s:okand/><s:syfte>');
    assert.equal(fault.status, 500);
    assert.equal(one(parse(fault.body), 'hamtaBastjanstInformationFault').namespaceURI, `${NAMESPACE}11`);
    const ping = sendChanged(
      /<s:hamtaBastjanstInformation>[^]*<\/s:hamtaBastjanstInformation>/,
      '<s:testaBastjanstInformation/>',
    );
    assert.equal(one(parse(ping.body), 'testaBastjanstInformationResponse').namespaceURI, `${NAMESPACE}11`);
  });

  test('elements of the other version are not known', () => {
    const foreign = sendChanged(
      '<s:syfte>Beslut om ekonomiskt bistånd</s:syfte>',
      `<t:syfte xmlns:t="${NAMESPACE}10">x</t:syfte>`,
    );
    assert.equal(foreign.status, 500);
    const skvInV10 = question({ personnummer: P14 }).replace(
      '<s:SKV inkludera="true"></s:SKV>',
      '<s:SKV inkludera="true"><s:fraga/></s:SKV>',
    );
    assert.equal(send(skvInV10).status, 500);
  });

  test('all but Skatteverket tells the same in both', () => {
    const told = (ssbtek: 10 | 11) => {
      const answer = ask({ ssbtek, personnummer: persona('P7').personnummer });
      return [text(block(answer, 'SO'), 'NettoEfterSkatt'), lefi(answer)];
    };
    assert.deepEqual(told(10), told(11));
    assert.ok(KNOWN_AKTORSID.length > 0);
  });
});

describe('Skatteverket in v11', () => {
  test('answers in the parts that it is asked for, in the order of the contract', () => {
    assert.deepEqual(namesIn(block(ask(v11), 'SKV')), SKV_PARTS);
    const some = ask({ ...v11, ...fraga(['skatteuppgifter', 'individuppgifter']) });
    assert.deepEqual(namesIn(block(some, 'SKV')), ['individuppgifter', 'skatteuppgifter']);
    assert.deepEqual(namesIn(block(ask({ ...v11, ...fraga([]) }), 'SKV')), []);
  });

  test('has 404 in a part where there is nothing', () => {
    const answer = ask({ ssbtek: 11 });
    for (const part of SKV_PARTS) {
      const error = one(one(block(answer, 'SKV'), part), 'error');
      assert.deepEqual(
        [text(error, 'kalla'), text(error, 'felkod'), text(error, 'felmeddelande')],
        ['BT', '404', 'Not found'],
      );
    }
    assert.equal(skvPart(ask(v11), 'beskattningsbilagor'), '404');
  });

  test('tells of the years that are asked about, with numbers as text', () => {
    const asked = (ar: readonly number[]) =>
      skvPart(ask({ ...v11, ...fraga(SKV_PARTS, ar) }), 'skatteuppgifter');
    assert.deepEqual(asked([2024]), {
      identitet: P14,
      beslutadeSkatteuppgifter: [
        {
          beskattningsar: '2024',
          beskattningsperiod: '2024P4',
          datumFaststalld: '2025-12-12',
          uppgifter: {
            inkomstar: '2024',
            overskottAvTjanst: '352000',
            sumKapital: '-4200',
            fastStalldinkomst: '352000',
            summaSlutligSkatt: '88120',
          },
        },
      ],
    });
    assert.deepEqual(asked([2024, 2025]), asked([2024]), 'what is not decided yet is not told');
    assert.equal(asked([2020]), '404');
  });

  test('tells of a company', () => {
    const company = { id: '165560000009', employer: true, vat: false, fTax: true };
    const owner: Persona = { ...persona('P10'), SKV: { v11: { company } } };
    assert.deepEqual(skvPart(ask({ ssbtek: 11 }, [owner]), 'foretagsinformation'), {
      foretag: {
        foretagId: '165560000009',
        arbetsgivarregistrerad: true,
        momsregistrerad: false,
        godkandFskatt: true,
      },
    });
  });

  test('does not tell of a refund before its day', () => {
    const refund = { amount: 900, date: 'today +1' };
    const waiting: Persona = { ...persona('P10'), SKV: { v11: { taxAccount: { refund, balance: 900 } } } };
    const account = skvPart(ask({ ssbtek: 11 }, [waiting]), 'skattekonto') as Record<string, unknown>;
    assert.equal(account['utbetaltBelopp'], 0);
    assert.ok(!('bokforingsdag' in account));
    assert.equal(account['saldo'], 900);
  });

  test('can fail as a whole, in each version by itself', () => {
    const error = { kalla: 'BT', felkod: '9071001', felmeddelande: 'Fel' } as const;
    const failing: Persona = { ...persona('P10'), SKV: { v11: { error } } };
    assert.deepEqual(errorOf(ask({ ssbtek: 11 }, [failing]), 'SKV'), ['BT', '9071001']);
    assert.deepEqual(namesIn(block(ask({ ssbtek: 11 }, [failing]), 'SKV')), ['error']);
    assert.deepEqual(namesIn(block(ask({}, [failing]), 'SKV')), ['data']);
  });

  test('is utf-8 in base64', () => {
    const data = one(one(block(ask(v11), 'SKV'), 'individuppgifter'), 'data');
    assert.match(decoded(data), /Exempelkafé/);
  });
});

describe('the question to Skatteverket in v11', () => {
  test('makes the whole question a fault when it is left out', () => {
    const { status, body } = send(question({ ...v11, skv: undefined }));
    assert.equal(status, 500);
    assert.equal(text(parse(body), 'faultstring'), 'Internal error');
    assert.equal(text(parse(body), 'felmeddelande'), 'Internal error');
    assert.equal(send(question({ ...v11, skv: undefined, include: ['FK'] })).status, 200);
  });

  const cases: Readonly<Record<string, readonly [string | RegExp, string]>> = {
    'no year': [/<s:ar>.*<\/s:ar>/, ''],
    'a year that is no number': ['<s:ar>2024<', '<s:ar>i fjol<'],
    'a year that is too large': ['<s:ar>2024<', '<s:ar>2147483648<'],
    'a part too few': [/<s:skattekonto>.*<\/s:skattekonto>/, ''],
    'a part that is neither true nor false': ['<s:skattekonto>true<', '<s:skattekonto>ja<'],
    'a part that is empty': ['<s:skattekonto>true<', '<s:skattekonto><'],
    'parts in another order': [
      /(<s:skattekonto>.*<\/s:skattekonto>)(<s:skatteuppgifter>.*<\/s:skatteuppgifter>)/,
      '$2$1',
    ],
    'an own period': [
      '<s:SKV inkludera="true"><s:fraga>',
      '<s:SKV inkludera="true"><s:tidsperiod/><s:fraga>',
    ],
    'a question although it is not included': ['<s:SKV inkludera="true">', '<s:SKV inkludera="false">'],
  };
  for (const [name, [from, to]] of Object.entries(cases)) {
    test(`breaks the contract with ${name}`, () => assert.equal(sendChanged(from, to).status, 500));
  }
});
