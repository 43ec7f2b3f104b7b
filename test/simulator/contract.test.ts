import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { all, one, parse, question, send, text } from './asking.ts';

/** Sends a question in which one thing is exchanged for another. */
function sendChanged(from: string | RegExp, to: string) {
  const whole = question({ echo: true });
  const changed = whole.replace(from, to);
  assert.notEqual(changed, whole, `${String(from)} is not in the question`);
  return send(changed);
}

function assertFault(
  { status, contentType, body }: ReturnType<typeof send>,
  operation: string,
  hint: string,
): void {
  assert.equal(status, 500, hint);
  assert.equal(contentType, 'text/xml; charset=utf-8');
  const envelope = parse(body);
  assert.equal(text(envelope, 'faultcode'), 'soapenv:Client');
  assert.equal(envelope.lookupNamespaceURI('soapenv'), 'http://schemas.xmlsoap.org/soap/envelope/');
  assert.equal(text(envelope, 'faultstring'), 'Internal error');
  const detail = one(one(envelope, 'detail'), `${operation}Fault`);
  assert.equal(detail.namespaceURI, 'http://schema.forsakringskassan.se/integration/ssbt/10');
  assert.ok(text(detail, 'felkod'));
  assert.ok(text(detail, 'felmeddelande'));
}

const TEST_PING = question().replace(
  /<s:hamtaBastjanstInformation>[^]*<\/s:hamtaBastjanstInformation>/,
  '<s:testaBastjanstInformation/>',
);

describe('a question that keeps the contract', () => {
  test('may leave out what is optional', () => {
    assert.equal(sendChanged(/<s:frageTidpunkt>.*<\/s:frageTidpunkt>/, '').status, 200);
    assert.equal(sendChanged(/<s:korrelationsid>.*<\/s:korrelationsid>/, '').status, 200);
    assert.equal(sendChanged(/<s:personuppgiftsbitrade>[^]*<\/s:personuppgiftsbitrade>/, '').status, 200);
    assert.equal(sendChanged('<e:Header/>', '').status, 200);
    assert.equal(sendChanged(/<s:ordningsnummer>.*<\/s:ordningsnummer>/, '').status, 200);
  });

  test('may be written in any way that XML Schema reads alike', () => {
    assert.equal(sendChanged('>189001109801<', '>\n 189001109801 <').status, 200);
    assert.equal(sendChanged('inkludera="true"', 'inkludera=" 1 "').status, 200);
    assert.equal(sendChanged('2026-09-01', '2026-09-01+02:00').status, 200);
    assert.equal(sendChanged('>system<', '><![CDATA[sys & tem]]><').status, 200);
    assert.equal(sendChanged('<e:Body>', '<e:Body><!-- & -->').status, 200);
    assert.equal(sendChanged('>system<', '>\uFFFD \u{1F600}<').status, 200);
    for (const [prefix, declaration] of [
      ['q:', 'xmlns:q='],
      ['', 'xmlns='],
    ] as const) {
      const renamed = question()
        .replace(/(<\/?)s:/g, `$1${prefix}`)
        .replace('xmlns:s=', declaration);
      assert.equal(send(renamed).status, 200);
    }
    assert.equal(send(Buffer.from(`\uFEFF${question()}`)).status, 200);
  });

  test('to whether the agencies are there, gets yes from each', () => {
    const { status, body } = send(TEST_PING);
    assert.equal(status, 200);
    const response = one(parse(body), 'testaBastjanstInformationResponse');
    assert.deepEqual(
      [...response.childNodes].map(({ localName }) => localName),
      ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'],
    );
    assert.deepEqual(
      all(response, 'anropad').map(({ textContent }) => textContent),
      Array(7).fill('true'),
    );
  });
});

describe('a question that breaks the contract gets a fault', () => {
  const without = (name: string): [RegExp, string] => [
    new RegExp(`<s:${name}[ >][^]*?(?:</s:${name}>|/>)`),
    '',
  ];
  const cases: Readonly<Record<string, readonly [string | RegExp, string]>> = {
    'an element too few: ingivare': without('ingivare'),
    'an element too few: syfte': without('syfte'),
    'an element too few: fraganSkallInkluderasISvaret': without('fraganSkallInkluderasISvaret'),
    'an element too few: tomDatum': without('tomDatum'),
    'an element too few: MIV': without('MIV'),
    'an element too few: aktorsid': without('aktorsid'),
    'an element too many': ['<s:syfte>', '<s:okand/><s:syfte>'],
    'an element at the end': [
      '</s:specifikaFrageparametrar>',
      '<s:BOV inkludera="true"/></s:specifikaFrageparametrar>',
    ],
    'an element twice': ['<s:handlaggare>', '<s:handlaggare>x</s:handlaggare><s:handlaggare>'],
    'elements in another order': [/(<s:namn>.*<\/s:namn>)\s*(<s:handlaggare>.*<\/s:handlaggare>)/, '$2$1'],
    'agencies in another order': [/(<s:TNS.*<\/s:TNS>)(<s:MIV.*<\/s:MIV>)/, '$2$1'],
    'an element of no namespace': ['<s:syfte>Beslut om ekonomiskt bistånd</s:syfte>', '<syfte>x</syfte>'],
    'an element of another namespace': [
      /<s:lagtext>.*<\/s:lagtext>/,
      '<l:lagtext xmlns:l="urn:x">x</l:lagtext>',
    ],
    'text between elements': ['<s:ingivare>', 'x<s:ingivare>'],
    'an element inside text': ['>system<', '><s:b/>system<'],
    'an attribute of no meaning': ['<s:ingivare>', '<s:ingivare id="1">'],
    'an attribute on text': ['<s:syfte>', '<s:syfte lang="sv">'],
    'organisationsnummer with ten digits': ['162120001234', '2120001234'],
    'organisationsnummer whose third digit is a one': ['162120001234', '162110001234'],
    'organisationsnummer of a bitrade': ['165560001234', '556000-1234'],
    'ordningsnummer that is no number': ['>3<', '>tre<'],
    'ordningsnummer that is too large': ['>3<', '>32768<'],
    'personidentitet with ten digits': ['<s:personidentitet>18', '<s:personidentitet>'],
    'personidentitet with a hyphen': ['<s:personidentitet>18900110', '<s:personidentitet>18900110-'],
    'namn that is empty': ['>Exempelkommun &amp; Co<', '><'],
    'handlaggare that is empty': ['>system<', '><'],
    'arendeidentitet that is empty': ['>arende-1<', '><'],
    'a day that does not exist': ['>2026-09-30<', '>2026-09-31<'],
    'a day in another form': ['>2026-09-30<', '>20260930<'],
    'frageTidpunkt without a time': ['2026-10-15T12:00:00+02:00', '2026-10-15'],
    'frageTidpunkt of a day that does not exist': ['2026-10-15T', '2026-02-30T'],
    'fraganSkallInkluderasISvaret that is neither': [/(ISvaret)>true</, '$1>ja<'],
    'inkludera that is missing': [' inkludera="true"', ''],
    'inkludera that is empty': ['inkludera="true"', 'inkludera=""'],
    'inkludera that is neither': ['inkludera="true"', 'inkludera="TRUE"'],
    'inkludera false with elements': ['<s:FK inkludera="true">', '<s:FK inkludera="false">'],
    'white space where no content may be': ['<s:MIV inkludera="true">', '<s:MIV inkludera="true"> '],
    'an own period where there is none': [
      '<s:SKV inkludera="true">',
      '<s:SKV inkludera="true"><s:tidsperiod><s:fromDatum>2026-09-01</s:fromDatum><s:tomDatum>2026-09-30</s:tomDatum></s:tidsperiod>',
    ],
    'lefiJsonFraga that is not base64': [/<s:lefiJsonFraga>/, '<s:lefiJsonFraga>{'],
    'lefiJsonFraga of the wrong length': [/<s:lefiJsonFraga>/, '<s:lefiJsonFraga>A'],
    'version 9': ['integration/ssbt/10', 'integration/ssbt/9'],
    'version 12': ['integration/ssbt/10', 'integration/ssbt/12'],
    'an unknown operation': [/(<\/?s):hamtaBastjanstInformation>/g, '$1:hamtaAllt>'],
    'an answer instead of a question': [
      /(<\/?s):hamtaBastjanstInformation>/g,
      '$1:hamtaBastjanstInformationResponse>',
    ],
    'SOAP 1.2': ['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'],
    'an empty body': [/<e:Body>[^]*<\/e:Body>/, '<e:Body/>'],
    'no body': [/<e:Body>[^]*<\/e:Body>/, ''],
    'two messages in the body': ['</e:Body>', '<s:testaBastjanstInformation/></e:Body>'],
    'a header after the body': ['</e:Body>', '</e:Body><e:Header/>'],
  };
  for (const [name, [from, to]] of Object.entries(cases)) {
    test(name, () => assertFault(sendChanged(from, to), 'hamtaBastjanstInformation', name));
  }

  test('also the question whether the agencies are there', () => {
    const content = TEST_PING.replace(
      '<s:testaBastjanstInformation/>',
      '<s:testaBastjanstInformation><s:AF/></s:testaBastjanstInformation>',
    );
    assertFault(send(content), 'testaBastjanstInformation', 'content');
  });

  test('and the fault does not repeat what was sent', () => {
    const { body } = sendChanged('<s:personidentitet>18', '<s:personidentitet>');
    assert.doesNotMatch(body, /9001109801/);
    assert.match(body, /generellaFrageparametrar\/personidentitet/);
  });
});

describe('what is not XML', () => {
  const bodies: Readonly<Record<string, string | Uint8Array>> = {
    nothing: '',
    JSON: '{}',
    'an element that is not closed': question().replace('</e:Envelope>', ''),
    'something after the end': `${question()}x`,
    'a DOCTYPE': question().replace('<e:Envelope', '<!DOCTYPE x><e:Envelope'),
    'an entity': question()
      .replace('<e:Envelope', '<!DOCTYPE x [<!ENTITY y "z">]><e:Envelope')
      .replace('>system<', '>&y;<'),
    'an unescaped ampersand': question().replace('&amp;', '&'),
    'a prefix without namespace': question().replace(/xmlns:s="[^"]*"/, ''),
    'a character that XML does not have': question().replace('>system<', '>&#1;<'),
    'ISO-8859-1': Buffer.from(question(), 'latin1'),
  };
  for (const [name, body] of Object.entries(bodies)) {
    test(`is answered with 400 in plain text: ${name}`, () => {
      const answer = send(body);
      assert.equal(answer.status, 400);
      assert.equal(answer.contentType, 'text/plain; charset=utf-8');
    });
  }
});
