import type { IncomeQuestion, Period } from '@medborgarnavet/model';
import type { AskedPeriods } from './asked-periods.ts';
import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { PAYMENT_GROUPS, PERSON_INFORMATION } from './codes.ts';
import type { SsbtekConfig } from './config.ts';
import { namespaceOf, SOAP } from './namespaces.ts';

/** The longest `arendeidentitet` that CSN accepts (facts §7.1). */
export const LONGEST_ARENDE = 31;

/**
 * The question: all seven agencies are named, in the contract's order, and those are included that pay money; in v11
 * that is Skatteverket too. The personnummer is in it twice, from the one verified identity (facts §3.1).
 * @throws Error when a value holds a character that XML forbids.
 */
export function questionEnvelope(
  config: SsbtekConfig,
  question: IncomeQuestion,
  periods: AskedPeriods,
  now: Date,
): string {
  const { envelope, root } = begin(config.version, 'hamtaBastjanstInformation');
  writeGeneral(root.element('generellaFrageparametrar'), config, question, now);
  writeSpecific(root.element('specifikaFrageparametrar'), config, question, periods);
  return envelope.end({ wellFormed: true });
}

/** The question whether the agencies are there. It holds nothing. */
export function pingEnvelope(version: number): string {
  return begin(version, 'testaBastjanstInformation').envelope.end({ wellFormed: true });
}

function begin(version: number, operation: string): { readonly envelope: XMLBuilder; readonly root: Writer } {
  const namespace = namespaceOf(version);
  const envelope = create({ version: '1.0', encoding: 'UTF-8' })
    .ele(SOAP, 'soapenv:Envelope')
    .att('http://www.w3.org/2000/xmlns/', 'xmlns:ssbt', namespace);
  const body = new Writer(envelope.ele(SOAP, 'soapenv:Body'), namespace);
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
): void {
  specific.include('AF', false);
  const csn = specific.include('CSN', periods.csn !== undefined);
  if (periods.csn) writePeriod(csn, periods.csn);
  const fraga = specific.include('FK', true).element('fraga');
  fraga.text('version', 'v9');
  fraga.text('aktorsid', config.aktorsid);
  fraga.text('lefiJsonFraga', Buffer.from(JSON.stringify(lefiQuestion(question))).toString('base64'));
  const skv = specific.include('SKV', config.version === 11);
  if (config.version === 11) writeSkv(skv.element('fraga'), periods.skvYears);
  specific.include('SO', true);
  specific.include('TNS', false);
  specific.include('MIV', false);
}

/** Wages and repaid tax, and nothing else of what Skatteverket has. Without this block v11 refuses it all (facts §3.1). */
function writeSkv(fraga: Writer, years: readonly number[]): void {
  for (const year of years) fraga.text('ar', String(year));
  fraga.text('foretagsinformation', 'false');
  fraga.text('individuppgifter', 'true');
  fraga.text('skattekonto', 'true');
  fraga.text('skatteuppgifter', 'false');
  fraga.text('beskattningsbilagor', 'false');
}

/** The question to LEFI, for Försäkringskassan and Pensionsmyndigheten: payments only (uppgiftsminimering, facts §3.2). */
function lefiQuestion({ personnummer, period }: Pick<IncomeQuestion, 'personnummer' | 'period'>): object {
  return {
    personnummer,
    period: { from: period.from, tom: period.to },
    preliminaraUtbetalningar: PAYMENT_GROUPS,
    utbetalningar: PAYMENT_GROUPS,
    ovrigInformation: [PERSON_INFORMATION],
  };
}

function writePeriod(parent: Writer, period: Period): void {
  const element = parent.element('tidsperiod');
  element.text('fromDatum', period.from);
  element.text('tomDatum', period.to);
}

/** Writes elements of one namespace. */
class Writer {
  readonly #node: XMLBuilder;
  readonly #namespace: string;

  constructor(node: XMLBuilder, namespace: string) {
    this.#node = node;
    this.#namespace = namespace;
  }

  element(name: string): Writer {
    return new Writer(this.#node.ele(this.#namespace, `ssbt:${name}`), this.#namespace);
  }

  text(name: string, value: string): void {
    this.#node.ele(this.#namespace, `ssbt:${name}`).txt(value);
  }

  include(agency: string, included: boolean): Writer {
    const element = this.#node.ele(this.#namespace, `ssbt:${agency}`).att('inkludera', String(included));
    return new Writer(element, this.#namespace);
  }
}
