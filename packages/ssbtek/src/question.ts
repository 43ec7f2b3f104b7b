import type { IncomeQuestion, Period } from '@medborgarnavet/model';
import type { AskedPeriods } from './asked-periods.ts';
import { FK_GROUPS, PAYMENT_GROUPS, PERSON_INFORMATION, PM_GROUPS, PROGRAMME_INFORMATION } from './codes.ts';
import type { SsbtekConfig } from './config.ts';
import { AGENCIES, type Agency } from './envelope.ts';
import { namespaceOf, SOAP } from './namespaces.ts';
import { documentOf, XmlNode } from './xml/write.ts';

/** The longest `arendeidentitet` that CSN accepts (facts §7.1). */
export const LONGEST_ARENDE = 31;

/** What a question is for: no agency is asked, and nothing is asked of it, beyond the need (uppgiftsminimering). */
export interface Need {
  readonly about: 'payments' | 'background';
  readonly agencies: readonly Agency[];
}

/**
 * The question: all seven agencies are named, in the contract's order, and those are included that are needed. The
 * personnummer is in it twice, from the one verified identity (facts §3.1).
 * @throws Error when a value holds a character that XML forbids.
 */
export function questionEnvelope(
  config: SsbtekConfig,
  question: IncomeQuestion,
  periods: AskedPeriods,
  now: Date,
  need: Need,
): string {
  const { envelope, root } = begin(config.version, 'hamtaBastjanstInformation');
  writeGeneral(root.element('generellaFrageparametrar'), config, question, now);
  writeSpecific(root.element('specifikaFrageparametrar'), config, question, periods, need);
  return documentOf(envelope);
}

/** The question whether the agencies are there. It holds nothing. */
export function pingEnvelope(version: number): string {
  return documentOf(begin(version, 'testaBastjanstInformation').envelope);
}

function begin(version: number, operation: string): { readonly envelope: XmlNode; readonly root: Writer } {
  const namespaces = { 'xmlns:soapenv': SOAP, 'xmlns:ssbt': namespaceOf(version) };
  const envelope = new XmlNode('soapenv:Envelope', namespaces);
  const body = new Writer(envelope.add(new XmlNode('soapenv:Body')));
  return { envelope, root: body.element(operation) };
}

function writeGeneral(general: Writer, config: SsbtekConfig, question: IncomeQuestion, now: Date): void {
  general.text('frageTidpunkt', now.toISOString());
  general.text('fraganSkallInkluderasISvaret', 'false');
  const ingivare = general.element('ingivare');
  ingivare.text('organisationsnummer', config.ingivare.organisationsnummer);
  ingivare.text('namn', config.ingivare.namn);
  ingivare.text('handlaggare', config.ingivare.handlaggare);
  general.text('personidentitet', question.personnummer);
  general.text('arendeidentitet', question.arende);
  writePeriod(general, question.period);
  for (const bitrade of config.personuppgiftsbitraden) {
    const element = general.element('personuppgiftsbitrade');
    if (bitrade.ordningsnummer !== undefined) element.text('ordningsnummer', String(bitrade.ordningsnummer));
    element.text('organisationsnummer', bitrade.organisationsnummer);
    element.text('namn', bitrade.namn);
  }
  general.text('syfte', config.syfte);
  general.text('lagtext', config.lagtext);
}

function writeSpecific(
  specific: Writer,
  config: SsbtekConfig,
  question: IncomeQuestion,
  periods: AskedPeriods,
  need: Need,
): void {
  for (const agency of AGENCIES) {
    const included = need.agencies.includes(agency);
    const element = specific.include(agency, included);
    if (!included) continue;
    if (agency === 'CSN' && periods.csn) writePeriod(element, periods.csn);
    if (agency === 'FK') writeFk(element.element('fraga'), config, question, need);
    if (agency === 'SKV' && config.version === 11) writeSkv(element.element('fraga'), periods, need);
  }
}

function writeFk(fraga: Writer, config: SsbtekConfig, question: IncomeQuestion, need: Need): void {
  fraga.text('version', 'v9');
  fraga.text('aktorsid', config.aktorsid);
  fraga.text('lefiJsonFraga', Buffer.from(JSON.stringify(lefiQuestion(question, need))).toString('base64'));
}

/** Wages and repaid tax, or what lies behind. Without this block v11 refuses the whole question (facts §3.1). */
function writeSkv(fraga: Writer, { wageYears, taxYears }: AskedPeriods, { about }: Need): void {
  const payments = about === 'payments';
  for (const year of payments ? wageYears : taxYears) fraga.text('ar', String(year));
  fraga.text('foretagsinformation', String(!payments));
  fraga.text('individuppgifter', String(payments));
  fraga.text('skattekonto', 'true');
  fraga.text('skatteuppgifter', String(!payments));
  fraga.text('beskattningsbilagor', 'false');
}

/** The question to LEFI, for Försäkringskassan and Pensionsmyndigheten (facts §3.2). */
function lefiQuestion({ personnummer, period }: IncomeQuestion, { about }: Need): object {
  return {
    personnummer,
    period: { from: period.from, tom: period.to },
    ...(about === 'payments'
      ? { preliminaraUtbetalningar: PAYMENT_GROUPS, utbetalningar: PAYMENT_GROUPS }
      : { formansinformation: FK_GROUPS, ansprak: PM_GROUPS, beslut: PM_GROUPS }),
    ovrigInformation: [PERSON_INFORMATION, ...(about === 'background' ? [PROGRAMME_INFORMATION] : [])],
  };
}

function writePeriod(parent: Writer, period: Period): void {
  const element = parent.element('tidsperiod');
  element.text('fromDatum', period.from);
  element.text('tomDatum', period.to);
}

/** Writes elements of SSBTEK's namespace. */
class Writer {
  readonly #node: XmlNode;

  constructor(node: XmlNode) {
    this.#node = node;
  }

  element(name: string, attributes?: Readonly<Record<string, string>>): Writer {
    return new Writer(this.#node.add(new XmlNode(`ssbt:${name}`, attributes)));
  }

  text(name: string, value: string): void {
    this.#node.add(new XmlNode(`ssbt:${name}`)).text(value);
  }

  include(agency: string, included: boolean): Writer {
    return this.element(agency, { inkludera: String(included) });
  }
}
