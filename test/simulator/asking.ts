import { type Element, DOMParser } from '@xmldom/xmldom';
import { PERSONAS, type Persona, type SimulatorSettings, answerEnvelope } from '@medborgarnavet/simulator';

/** The day of these tests: noon in Sweden on 15 October 2026. */
export const clock = (): Date => new Date('2026-10-15T10:00:00Z');
export const SEPTEMBER = { from: '2026-09-01', tom: '2026-09-30' };

export const AGENCIES = ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'];
export const ALL_GROUPS = [
  ...'ABB AP AS BOB BST BTI DPE EJO ET FP FSJP GP HE MABB MEK NP OMV PJOB PROG RBE SA SBP SJP TFP US VB YL'
    .split(' ')
    .map((code) => `FK:${code}`),
  ...['PM:AP', 'PM:BTI', 'PM:EF'],
];

export interface Asking {
  readonly personnummer?: string;
  readonly period?: { readonly from: string; readonly tom: string };
  readonly arendeidentitet?: string;
  readonly include?: readonly string[];
  readonly csnPeriod?: { readonly from: string; readonly tom: string };
  readonly echo?: boolean;
  /** Fields of the question to LEFI that are to be different; undefined leaves one out. */
  readonly lefi?: Readonly<Record<string, unknown>>;
  readonly lefiJson?: string;
  readonly version?: string;
  readonly aktorsid?: string;
  /** The version of SSBTEK; 10 without it. */
  readonly ssbtek?: 10 | 11;
  /** What Skatteverket is asked for in v11: all parts and two years without it; undefined leaves the question out. */
  readonly skv?: { readonly ar: readonly number[]; readonly parts: readonly string[] } | undefined;
}

export const SKV_PARTS = [
  'foretagsinformation',
  'individuppgifter',
  'skattekonto',
  'skatteuppgifter',
  'beskattningsbilagor',
];

/** A question as a municipality would send it. */
export function question(asking: Asking = {}): string {
  const { personnummer = '189001109801', period = SEPTEMBER, include = AGENCIES } = asking;
  const block = (agency: string, content = ''): string =>
    include.includes(agency)
      ? `<s:${agency} inkludera="true">${content}</s:${agency}>`
      : `<s:${agency} inkludera="false"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:s="http://schema.forsakringskassan.se/integration/ssbt/${asking.ssbtek ?? 10}">
  <e:Header/>
  <e:Body>
    <s:hamtaBastjanstInformation>
      <s:generellaFrageparametrar>
        <s:frageTidpunkt>2026-10-15T12:00:00+02:00</s:frageTidpunkt>
        <s:korrelationsid>korr-1</s:korrelationsid>
        <s:fraganSkallInkluderasISvaret>${String(asking.echo ?? false)}</s:fraganSkallInkluderasISvaret>
        <s:ingivare>
          <s:organisationsnummer>162120001234</s:organisationsnummer>
          <s:namn>Exempelkommun &amp; Co</s:namn>
          <s:handlaggare>system</s:handlaggare>
        </s:ingivare>
        <s:personidentitet>${personnummer}</s:personidentitet>
        <s:arendeidentitet>${asking.arendeidentitet ?? 'arende-1'}</s:arendeidentitet>
        ${tidsperiod(period)}
        <s:personuppgiftsbitrade>
          <s:ordningsnummer>3</s:ordningsnummer>
          <s:organisationsnummer>165560001234</s:organisationsnummer>
          <s:namn>Driftbolaget</s:namn>
        </s:personuppgiftsbitrade>
        <s:syfte>Beslut om ekonomiskt bistånd</s:syfte>
        <s:lagtext>15 kap. 10 § socialtjänstlagen</s:lagtext>
      </s:generellaFrageparametrar>
      <s:specifikaFrageparametrar>
        ${block('AF')}
        ${block('CSN', asking.csnPeriod && tidsperiod(asking.csnPeriod))}
        ${block('FK', fkFraga(asking, personnummer, period))}
        ${block('SKV', skvFraga(asking))}${['SO', 'TNS', 'MIV'].map((agency) => block(agency)).join('')}
      </s:specifikaFrageparametrar>
    </s:hamtaBastjanstInformation>
  </e:Body>
</e:Envelope>`;
}

function tidsperiod({ from, tom }: { readonly from: string; readonly tom: string }): string {
  return `<s:tidsperiod><s:fromDatum>${from}</s:fromDatum><s:tomDatum>${tom}</s:tomDatum></s:tidsperiod>`;
}

function fkFraga(asking: Asking, personnummer: string, period: object): string {
  const lefi = {
    personnummer,
    period,
    utbetalningar: ALL_GROUPS,
    preliminaraUtbetalningar: ALL_GROUPS,
    ovrigInformation: ['FK:GEPI'],
    ...asking.lefi,
  };
  const json = Buffer.from(asking.lefiJson ?? JSON.stringify(lefi)).toString('base64');
  const version = asking.version === undefined ? '' : `<s:version>${asking.version}</s:version>`;
  return `<s:fraga>${version}<s:aktorsid>${asking.aktorsid ?? 'EXEMPEL-01'}</s:aktorsid><s:lefiJsonFraga>${json}</s:lefiJsonFraga></s:fraga>`;
}

function skvFraga(asking: Asking): string {
  const { skv = { ar: [2024, 2025], parts: SKV_PARTS } } = asking;
  if (asking.ssbtek !== 11 || ('skv' in asking && asking.skv === undefined)) return '';
  const parts = SKV_PARTS.map((part) => `<s:${part}>${String(skv.parts.includes(part))}</s:${part}>`);
  return `<s:fraga>${skv.ar.map((ar) => `<s:ar>${ar}</s:ar>`).join('')}${parts.join('')}</s:fraga>`;
}

export function send(
  envelope: string | Uint8Array,
  personas: readonly Persona[] = PERSONAS,
  settings: Partial<SimulatorSettings> = {},
) {
  return answerEnvelope(envelope, { clock, personas, ...settings });
}

/** Asks, and gives the root of the answer, which must be an answer and no fault. */
export function ask(
  asking: Asking,
  personas?: readonly Persona[],
  settings?: Partial<SimulatorSettings>,
): Element {
  const answer = send(question(asking), personas, settings);
  if (answer.status !== 200) throw new Error(answer.body);
  return parse(answer.body);
}

export function parse(xml: string): Element {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (!root) throw new Error('No root element');
  return root;
}

/** The elements of a name, wherever they are in there and whichever namespace they have. */
export function all(within: Element, localName: string): Element[] {
  return [...within.getElementsByTagNameNS('*', localName)];
}

export function one(within: Element, localName: string): Element {
  const [found, ...more] = all(within, localName);
  if (!found || more.length > 0) throw new Error(`Not one ${localName}: ${more.length + (found ? 1 : 0)}`);
  return found;
}

export function text(within: Element, localName: string): string {
  return one(within, localName).textContent ?? '';
}

export function texts(within: Element, localName: string): string[] {
  return all(within, localName).map((element) => element.textContent ?? '');
}

/** The block of an agency in an answer. */
export function block(answer: Element, agency: string): Element {
  return one(one(answer, 'svarsdata'), agency);
}

export function decoded(element: Element): string {
  return Buffer.from(element.textContent ?? '', 'base64').toString('utf8');
}

interface Belopp {
  readonly summa: number;
}
interface Bokstavskod {
  readonly id: string;
  readonly beskrivning: string;
}
export interface FkUtbetalning {
  readonly typ: { readonly id: number };
  readonly foretag: { readonly id: number };
  readonly formansfamilj: Bokstavskod;
  readonly datum: string;
  readonly period: { readonly fran: string; readonly till: string };
  readonly bruttobelopp: Belopp;
  readonly skattebelopp: Belopp;
  readonly avdragsbelopp: Belopp;
  readonly nettobelopp: Belopp;
  readonly utbetalningsdetalj: readonly {
    readonly beloppstyp: Bokstavskod;
    readonly bruttobelopp?: Belopp;
    readonly skattebelopp?: Belopp;
    readonly avdragsbelopp?: Belopp;
    readonly omfattning?: { readonly taljare: number; readonly namnare: number };
    readonly period: { readonly fran: string };
  }[];
}
export interface PmUtbetalning {
  readonly utbetalningsdatum: string;
  readonly bruttobelopp: number;
  readonly nettobelopp: number;
  readonly avdrag: readonly { readonly belopp: number; readonly avdragstyp: { readonly kod: string } }[];
  readonly utbetalningsrader: readonly {
    readonly belopp: number;
    readonly beloppstyp: { readonly kod: string };
  }[];
}
export interface LefiSvar {
  readonly utlamnare: readonly {
    readonly utlamnare: { readonly kod: string };
    readonly tillstand: { readonly kod: string };
  }[];
  readonly avvikelser: Readonly<Record<string, unknown>>;
  readonly formansinformation?: {
    readonly generellPersoninformation?: readonly {
      readonly personnummer: string;
      readonly skyddad: boolean;
    }[];
    readonly utbetalningsuppgift?: readonly FkUtbetalning[];
    readonly preliminarautbetalningar?: readonly FkUtbetalning[];
    readonly [cases: string]: unknown;
  };
  readonly beslut?: readonly unknown[];
  readonly utbetalningar?: readonly PmUtbetalning[];
  readonly preliminaraUtbetalningar?: readonly PmUtbetalning[];
}

/** What LEFI answered. */
export function lefi(answer: Element): LefiSvar {
  return JSON.parse(decoded(one(block(answer, 'FK'), 'lefiJsonSvar'))) as LefiSvar;
}

/** What CSN answered. */
export function csn(answer: Element): Element {
  return parse(decoded(one(block(answer, 'CSN'), 'svar')));
}

/** What Skatteverket answered in a part of v11, or the felkod of its error. */
export function skvPart(answer: Element, part: string): unknown {
  const [data] = all(one(block(answer, 'SKV'), part), 'data');
  return data ? JSON.parse(decoded(data)) : text(one(block(answer, 'SKV'), part), 'felkod');
}

/** The names of the elements directly in one. */
export function namesIn(element: Element): (string | null)[] {
  return [...element.childNodes].map(({ localName }) => localName);
}

/** Why an agency has no data: kalla and felkod. */
export function errorOf(answer: Element, agency: string): string[] {
  const error = one(block(answer, agency), 'error');
  return [text(error, 'kalla'), text(error, 'felkod')];
}

/** Payments as `day net`. */
export function fkNets(payments: readonly FkUtbetalning[] = []): string[] {
  return payments.map(
    ({ datum, formansfamilj, nettobelopp }) => `${datum} ${formansfamilj.id} ${nettobelopp.summa}`,
  );
}

export function persona(id: string): Persona {
  const found = PERSONAS.find((each) => each.id === id);
  if (!found) throw new Error(`No ${id}`);
  return found;
}
