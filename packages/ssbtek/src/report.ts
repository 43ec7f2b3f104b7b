import {
  formatAmount,
  SOURCE_NAMES,
  type BackgroundAnswer,
  type BackgroundBlock,
  type BackgroundFact,
  type IncomeAnswer,
  type Payment,
  type ProtectedIdentity,
  type Section,
  type Source,
} from '@medborgarnavet/model';
import type { PingResult } from './ping.ts';

/** What a technician sees of a ping: a line per agency. */
export function reportPing(results: readonly PingResult[]): string[] {
  return results.map(
    ({ agency, state, failure }) =>
      `${agency.padEnd(4)} ${state}${failure === undefined ? '' : ` (${failure})`}`,
  );
}

/** What a technician sees of a lookup: verdicts and counts. Amounts, payers and dates only when asked for. */
export function reportAnswer({ sources, protectedIdentity }: IncomeAnswer, showAmounts: boolean): string[] {
  return [
    ...sources.flatMap((source) => [
      heading(source, `${source.payments.length} payments`),
      ...sectionLines(source, showAmounts),
      ...(showAmounts ? source.payments.map(paymentLine) : []),
    ]),
    ...protectionLine(protectedIdentity, showAmounts),
  ];
}

/** The same of what lies behind the payments: which kinds of things were told, and what they say only when asked for. */
export function reportBackground(
  { blocks, protectedIdentity }: BackgroundAnswer,
  showAmounts: boolean,
): string[] {
  return [
    ...blocks.flatMap((block) => [
      heading(block, countKinds(block.facts)),
      ...sectionLines(block, showAmounts),
      ...(showAmounts ? block.facts.map((fact) => indent(JSON.stringify(fact))) : []),
    ]),
    ...protectionLine(protectedIdentity, showAmounts),
  ];
}

function heading(told: Source | BackgroundBlock, amount: string): string {
  const name = `${told.source.padEnd(4)} ${SOURCE_NAMES[told.source]}`;
  return `${name}: ${told.verdict}${reasonIn(told)}, ${amount}`;
}

function countKinds(facts: readonly BackgroundFact[]): string {
  const kinds = [...new Set(facts.map(({ kind }) => kind))];
  if (kinds.length === 0) return '0 facts';
  return kinds.map((kind) => `${facts.filter((fact) => fact.kind === kind).length} ${kind}`).join(', ');
}

function sectionLines({ sections }: Source | BackgroundBlock, all: boolean): string[] {
  return sections
    .filter(({ verdict }) => all || verdict === 'unchecked')
    .map((section) => indent(`${section.name}: ${section.verdict}${reasonIn(section)}`));
}

function paymentLine({ date = 'undated', status, benefit, payer, net }: Payment): string {
  return indent(`${date} ${status} ${benefit.code} ${benefit.name}, ${payer}: ${formatAmount(net)}`);
}

function protectionLine(protectedIdentity: ProtectedIdentity, show: boolean): string[] {
  if (protectedIdentity === 'not-told')
    return ['Whether the identity is protected is not told: a host tells nothing of this.'];
  return protectedIdentity && show ? ['Protected identity: a host tells nothing of this.'] : [];
}

function reasonIn(told: Source | BackgroundBlock | Section): string {
  return told.verdict === 'unchecked' ? ` (${told.reason})` : '';
}

function indent(text: string): string {
  return `       ${text}`;
}
