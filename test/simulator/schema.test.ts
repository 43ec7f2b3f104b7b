import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe } from 'node:test';
import { type Element, XMLSerializer } from '@xmldom/xmldom';
import { PERSONAS, createFaultSwitch, randomPersonas } from '@medborgarnavet/simulator';
import { assertValid, contract, schemaTest } from '../schemas.ts';
import {
  ALL_GROUPS,
  type Asking,
  all,
  ask,
  block,
  csn,
  decoded,
  one,
  parse,
  persona,
  question,
  send,
} from './asking.ts';

const WIDE = { from: '2026-08-15', tom: '2026-11-15' };

const serialize = (element: Element): string => new XMLSerializer().serializeToString(element);
/** Everything that can be asked for. */
const EVERYTHING = {
  formansinformation: ALL_GROUPS.filter((group) => group.startsWith('FK:')),
  ansprak: ['PM:AP', 'PM:BTI', 'PM:EF'],
  beslut: ['PM:AP', 'PM:BTI', 'PM:EF'],
  ovrigInformation: ['FK:GEPI', 'FK:PANV'],
};
const asking = (personnummer: string, ssbtek: 10 | 11 = 10): Asking => ({
  personnummer,
  period: WIDE,
  echo: true,
  lefi: EVERYTHING,
  ssbtek,
});
const RANDOM = randomPersonas(1, 60);
const ALL = [...PERSONAS, ...RANDOM];
const answerAbout = (personnummer: string, ssbtek: 10 | 11 = 10) => ask(asking(personnummer, ssbtek), ALL);

/** `person.xsd` has a type and no element; `kommunfraga.xsd`, which has the element, imports a schema that is not public. */
const CSN_PERSON = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="http://schema.csn.se/v4.0/person"
    targetNamespace="http://schema.csn.se/v4.0/kommunfraga" elementFormDefault="qualified">
  <xs:import namespace="http://schema.csn.se/v4.0/person" schemaLocation="person.xsd"/>
  <xs:element name="Person" type="p:Person"/>
</xs:schema>`;

describe('against the schemas of the authorities', () => {
  for (const ssbtek of [10, 11] as const) {
    const schema = `sammansatt_bastjanst_v${ssbtek}.xsd`;

    schemaTest(`v${ssbtek}: the answer about every person is valid, and so is the question`, async () => {
      const documents = ALL.flatMap(({ id, personnummer }) => [
        {
          fileName: `${id}.xml`,
          contents: serialize(one(answerAbout(personnummer, ssbtek), 'hamtaBastjanstInformationResponse')),
        },
        {
          fileName: `${id}-question.xml`,
          contents: serialize(
            one(parse(question(asking(personnummer, ssbtek))), 'hamtaBastjanstInformation'),
          ),
        },
      ]);
      await assertValid(schema, documents);
    });

    schemaTest(`v${ssbtek}: the ping, its answer and a fault are valid`, async () => {
      const whole = question({ ssbtek });
      const ping = whole.replace(
        /<s:hamtaBastjanstInformation>[^]*<\/s:hamtaBastjanstInformation>/,
        '<s:testaBastjanstInformation/>',
      );
      const broken = whole.replace('<s:syfte>', '<s:okand/><s:syfte>');
      const messages = {
        ping: one(parse(ping), 'testaBastjanstInformation'),
        pong: one(parse(send(ping).body), 'testaBastjanstInformationResponse'),
        fault: one(parse(send(broken).body), 'hamtaBastjanstInformationFault'),
      };
      const documents = Object.entries(messages).map(([name, element]) => ({
        fileName: `${name}.xml`,
        contents: serialize(element),
      }));
      await assertValid(schema, documents);
    });

    schemaTest(`v${ssbtek}: the errors of agencies are valid, and answers without some`, async () => {
      const error = { kalla: 'BT', felkod: '500', felmeddelande: 'Fel för {personnummer}' } as const;
      const faults = createFaultSwitch();
      faults.set({
        AF: { error },
        CSN: { result: '-1103' },
        SKV: { errors: { individuppgifter: error } },
        SO: { status: '9' },
        TNS: { result: 'FEL' },
        MIV: { absent: true },
      });
      const answer = ask(asking(persona('P14').personnummer, ssbtek), ALL, { faults });
      const contents = serialize(one(answer, 'hamtaBastjanstInformationResponse'));
      await assertValid(schema, [{ fileName: 'faults.xml', contents }]);
    });
  }

  schemaTest('what CSN tells about every person is valid', async () => {
    const documents = ALL.filter(({ CSN }) => !CSN?.error).flatMap(({ id, personnummer }) =>
      all(csn(answerAbout(personnummer)), 'Person').map((person) => ({
        fileName: `${id}.xml`,
        contents: serialize(person),
      })),
    );
    // P11 is an error, and P13 one that CSN cannot tell of.
    assert.equal(documents.length, ALL.length - 2);
    await assertValid(CSN_PERSON, documents);
  });

  schemaTest('a mistake in an answer would be seen', async () => {
    const xml = serialize(one(answerAbout('189001079814'), 'hamtaBastjanstInformationResponse'));
    const broken = { fileName: 'broken.xml', contents: xml.replace('11870.00', '11870,00') };
    await assert.rejects(assertValid('sammansatt_bastjanst_v10.xsd', [broken]), /NettoEfterSkatt/);
  });

  schemaTest('what LEFI tells about every person is valid, but for the unknown deduction of P15', (t) => {
    const validate = lefiValidator();
    if (!validate) {
      t.skip('no JSON schema validator is installed');
      return;
    }
    for (const { id, personnummer } of ALL) {
      const json: unknown = JSON.parse(decoded(one(block(answerAbout(personnummer), 'FK'), 'lefiJsonSvar')));
      // PM:UH is in no list of the schema, and in answers all the same (facts §4.2).
      const errors: readonly string[] = validate(json).filter(
        (error) => id !== 'P15' || !error.endsWith('avdragstyp.kod enum'),
      );
      assert.deepEqual(errors, [], id);
    }
    assert.deepEqual(validate({ utbetalningr: [] }), [' additionalProperties']);
    const missing = { FK: { missing: ['FK:PANV Programanvisning', 'FK:SJP Sjukpenning'] } } as const;
    const partial = { ...persona('P4'), ...missing };
    const answer = ask(asking(partial.personnummer), [partial]);
    assert.deepEqual(validate(JSON.parse(decoded(one(block(answer, 'FK'), 'lefiJsonSvar')))), []);
  });
});

type Validate = (json: unknown) => readonly string[];

interface Ajv {
  addSchema(schema: object, key: string): void;
  validate(schema: object, data: unknown): boolean;
  readonly errors: readonly { readonly dataPath: string; readonly keyword: string }[] | null;
}

/** The OpenAPI schema, made to refuse fields that it does not name. The tools come with other packages, so they may be missing. */
function lefiValidator(): Validate | undefined {
  const require = createRequire(import.meta.url);
  const load = (name: string): unknown => {
    try {
      return require(name);
    } catch {
      return undefined;
    }
  };
  const AjvClass = load('ajv') as (new (options: object) => Ajv) | undefined;
  const yaml = load('js-yaml') as
    { load(text: string, options: object): unknown; CORE_SCHEMA: object } | undefined;
  if (!AjvClass || !yaml) return undefined;

  const file = join(contract, 'se/forsakringskassan/schema/lefi/lefi-formansinformation-v9.openapi.yaml');
  const openapi = yaml.load(readFileSync(file, 'utf8'), { schema: yaml.CORE_SCHEMA }) as {
    components: { schemas: Record<string, { properties?: object; additionalProperties?: boolean }> };
  };
  for (const schema of Object.values(openapi.components.schemas)) {
    if (schema.properties) schema.additionalProperties = false;
  }
  const ajv = new AjvClass({ allErrors: true, formats: { double: () => true, float: () => true } });
  ajv.addSchema(openapi, 'lefi');
  return (json) => {
    ajv.validate({ $ref: 'lefi#/components/schemas/LefiExternFormansinformationSvar' }, json);
    return (ajv.errors ?? []).map(({ dataPath, keyword }) => `${dataPath} ${keyword}`);
  };
}
