import { formatAmount, SOURCE_NAMES, type IncomeAnswer } from '@medborgarnavet/model';
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
      `${source.source.padEnd(4)} ${SOURCE_NAMES[source.source]}: ${source.verdict}` +
        (source.verdict === 'unchecked' ? ` (${source.reason})` : '') +
        `, ${source.payments.length} payments`,
      ...(showAmounts
        ? source.sections
        : source.sections.filter(({ verdict }) => verdict === 'unchecked')
      ).map(
        (section) =>
          `       ${section.name}: ${section.verdict}${section.verdict === 'unchecked' ? ` (${section.reason})` : ''}`,
      ),
      ...(showAmounts
        ? source.payments.map(
            ({ date = 'undated', status, benefit, payer, net }) =>
              `       ${date} ${status} ${benefit.code} ${benefit.name}, ${payer}: ${formatAmount(net)}`,
          )
        : []),
    ]),
    ...(protectedIdentity && showAmounts ? ['Protected identity: a host tells nothing of this.'] : []),
  ];
}
