import {
  dateInSweden,
  LookupFailed,
  sourceThatFailed,
  type IncomeAnswer,
  type IncomeQuestion,
  type LookUpIncome,
} from '@medborgarnavet/model';
import { decodeCsn } from './agencies/csn.ts';
import { decodeLefi } from './agencies/lefi.ts';
import { decodeSkv } from './agencies/skv.ts';
import { decodeSo } from './agencies/so.ts';
import { periodsFor, type AskedPeriods } from './asked-periods.ts';
import type { SsbtekConfig } from './config.ts';
import { connect, type SsbtekOptions } from './connection.ts';
import { ANSWER, type AgencyBlocks } from './envelope.ts';
import { flag } from './flags.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { isPersonnummer } from './personnummer.ts';
import { LONGEST_ARENDE, questionEnvelope } from './question.ts';

/**
 * Asks SSBTEK about one person: one compound call to all who pay money.
 * @throws Error at once when the configuration is wrong; the returned function throws {@link LookupFailed}.
 */
export function createSsbtek(options: SsbtekOptions): LookUpIncome {
  const connection = connect(options);
  const { config } = connection;
  return oneAtATime(async (question) => {
    refuseInvalid(question);
    const now = options.clock();
    const periods = periodsFor(question.period, dateInSweden(now));
    const envelope = questionEnvelope(config, question, periods, now);
    return decode(await connection.call(envelope, ANSWER), config, question, periods);
  });
}

/** Nothing is sent that the agencies cannot answer. */
function refuseInvalid({ personnummer, arende }: IncomeQuestion): void {
  if (!isPersonnummer(personnummer) || arende === '' || arende.length > LONGEST_ARENDE) {
    throw new LookupFailed('invalid-question');
  }
}

function decode(
  answer: AgencyBlocks,
  { version }: SsbtekConfig,
  { personnummer, period }: IncomeQuestion,
  { csn: asked }: AskedPeriods,
): IncomeAnswer {
  const lefi = decodeLefi(answer.block('FK'));
  const clamped = asked?.from !== period.from || asked.to !== period.to;
  const csn = asked
    ? decodeCsn(answer.block('CSN'), personnummer, clamped ? asked : undefined)
    : { csn: sourceThatFailed('CSN', 'outside-window'), protectedIdentity: false };
  const skv = version === 11 ? [decodeSkv(answer.element('SKV'))] : [];
  return {
    sources: flag([lefi.fk, lefi.pm, csn.csn, decodeSo(answer.block('SO')), ...skv]),
    protectedIdentity: lefi.protectedIdentity || csn.protectedIdentity,
  };
}
