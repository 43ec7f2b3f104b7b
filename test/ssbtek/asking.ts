import {
  LookupFailed,
  type IncomeAnswer,
  type IncomeQuestion,
  type LookUpIncome,
  type Payment,
  type Period,
  type Source,
  type SourceCode,
} from '@medborgarnavet/model';
import { createSsbtek, type SsbtekConfigInput, type Transport } from '@medborgarnavet/ssbtek';
import assert from 'node:assert/strict';

/** The day of these tests: 21 November 2026 in Sweden. */
export const clock = (): Date => new Date('2026-11-21T08:00:00Z');
export const OCTOBER: Period = { from: '2026-10-01', to: '2026-10-31' };
export const PERSON = '189001019802';

export function config(change: Partial<SsbtekConfigInput> = {}): SsbtekConfigInput {
  return {
    url: 'http://127.0.0.1:9/ssbtek',
    ingivare: { organisationsnummer: '162120000000', namn: 'Exempelköping', handlaggare: 'e-ansokan' },
    aktorsid: 'EXEMPEL-01',
    syfte: 'Handläggning av ekonomiskt bistånd',
    lagtext: '15 kap. 10–12 §§ socialtjänstlagen (2025:400)',
    ...change,
  };
}

export interface Blocks {
  readonly FK?: string;
  readonly CSN?: string;
  readonly SO?: string;
}

const NOBODY_KNOWS: Required<Blocks> = {
  FK: lefiBlock({ utlamnare: [utlamnare('FK'), utlamnare('PM')] }),
  CSN: csnBlock('-2', ''),
  SO: soBlock(''),
};

/** An answer where everyone has answered and nobody knows the person, but for these blocks. */
export function envelope(blocks: Blocks): string {
  const { FK, CSN, SO } = { ...NOBODY_KNOWS, ...blocks };
  return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>
    <hamtaBastjanstInformationResponse xmlns="http://schema.forsakringskassan.se/integration/ssbt/10"><svarsdata>
      ${CSN}${FK}${SO}
    </svarsdata></hamtaBastjanstInformationResponse></e:Body></e:Envelope>`;
}

export function utlamnare(kod: string, tillstand = 'OK'): object {
  return { utlamnare: { kod, namn: kod }, tillstand: { kod: tillstand, beskrivning: tillstand } };
}

export function errorBlock(agency: string, kalla: string, felkod: string): string {
  const message = `Fel för ${PERSON}`;
  return `<${agency}><error><kalla>${kalla}</kalla><felkod>${felkod}</felkod><felmeddelande>${message}</felmeddelande></error></${agency}>`;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** LEFI says who it is about, and that the identity is not protected, unless the answer says something of that itself. */
function withPerson(svar: { readonly formansinformation?: object }): object {
  const generellPersoninformation = [{ personnummer: PERSON, skyddad: false }];
  return { ...svar, formansinformation: { generellPersoninformation, ...svar.formansinformation } };
}

export function lefiBlock(svar: object | string): string {
  const json = typeof svar === 'string' ? svar : JSON.stringify(withPerson(svar));
  return `<FK><data><lefiJsonSvar>${base64(json)}</lefiJsonSvar></data></FK>`;
}

/** FK has answered with this inside `formansinformation`. */
export function fkBlock(formansinformation: object): string {
  return lefiBlock({ utlamnare: [utlamnare('FK'), utlamnare('PM')], formansinformation });
}

export function csnBlock(resultatKod: string, persons: string): string {
  return `<CSN><data><svar>${base64(`<CSNSvar xmlns="http://schema.csn.se/v4.0/kommunfraga" schemaVersion="4.0">
    <GemensamtSvarEkbistand><Resultat><ResultatKod>${resultatKod}</ResultatKod><ResultatText/></Resultat></GemensamtSvarEkbistand>
    <Personer>${persons}</Personer></CSNSvar>`)}</svar></data></CSN>`;
}

/** The person at CSN with one case and these payments. */
export function csnPerson(payments: string, attributes = '', stodform = 'GRUND'): string {
  return `<Person personnummer="${PERSON.slice(2)}" ${attributes}><Studiemedel><Arenden><Arende lopnummer="1">
    <stodform>${stodform}</stodform><klartext>Studiemedel</klartext><status>BESLUTAD</status>
    <UtbetalningsPlan>${payments}</UtbetalningsPlan></Arende></Arenden></Studiemedel></Person>`;
}

export function soBlock(funds: string): string {
  return `<SO><data><IdentificationNumber>${PERSON}</IdentificationNumber><ArbetsloshetsersattningLista xmlns="http://INT014.UBPService.Schemas">${funds}</ArbetsloshetsersattningLista></data></SO>`;
}

export const answering =
  (body: string | Uint8Array, status = 200): Transport =>
  () =>
    Promise.resolve({ status, body: typeof body === 'string' ? Buffer.from(body) : body });

export function asking(transport: Transport, change?: Partial<SsbtekConfigInput>): LookUpIncome {
  return createSsbtek({ config: config(change), clock, transport }).lookUpIncome;
}

/** The envelopes that are sent for a question; nobody answers it. */
export async function sentFor(
  change: Partial<SsbtekConfigInput> = {},
  question: Partial<IncomeQuestion> = {},
  about: 'lookUpIncome' | 'lookUpBackground' = 'lookUpIncome',
): Promise<string[]> {
  const sent: string[] = [];
  const transport: Transport = (xml) => {
    sent.push(xml);
    return Promise.reject(new LookupFailed('unreadable'));
  };
  const ssbtek = createSsbtek({ config: config(change), clock, transport });
  await assert.rejects(
    ssbtek[about]({ personnummer: PERSON, arende: 'EK-1', period: OCTOBER, ...question }),
    {
      name: 'LookupFailed',
      detail: 'unreadable',
    },
  );
  return sent;
}

export function lookUp(blocks: Blocks, period = OCTOBER): Promise<IncomeAnswer> {
  return asking(answering(envelope(blocks)))({ personnummer: PERSON, arende: 'EK-1', period });
}

export function sourceIn(answer: Pick<IncomeAnswer, 'sources'>, code: SourceCode): Source {
  const source = answer.sources.find((each) => each.source === code);
  if (!source) throw new Error(`No ${code} in the answer`);
  return source;
}

/** The only payment of a source. */
export function only(source: Source): Payment {
  const [payment, ...more] = source.payments;
  if (!payment || more.length > 0) throw new Error(`${source.payments.length} payments`);
  return payment;
}
