import {
  dateInSweden,
  LookupFailed,
  overlap,
  sourceThatFailed,
  type IncomeAnswer,
  type IncomeQuestion,
  type LookUpIncome,
  type Period,
} from '@medborgarnavet/model';
import { decodeCsn } from './agencies/csn.ts';
import { decodeLefi } from './agencies/lefi.ts';
import { decodeSo } from './agencies/so.ts';
import { checkConfig, type SsbtekConfigInput } from './config.ts';
import { csnWindow } from './dates.ts';
import { readAnswer, type AgencyBlocks } from './envelope.ts';
import { flag } from './flags.ts';
import { isPersonnummer } from './personnummer.ts';
import { LONGEST_ARENDE, questionEnvelope } from './question.ts';
import { httpTransport, type Transport } from './transport.ts';

export interface SsbtekOptions {
  readonly config: SsbtekConfigInput;
  readonly clock: () => Date;
  /** How envelopes are sent; over HTTP to the configured address unless something else is given. */
  readonly transport?: Transport;
}

/**
 * Asks SSBTEK about one person: one compound call to all who pay money.
 * @throws Error at once when the configuration is wrong; the returned function throws {@link LookupFailed}.
 */
export function createSsbtek(options: SsbtekOptions): LookUpIncome {
  const config = checkConfig(options.config);
  const send = options.transport ?? httpTransport(config.url);
  return async (question) => {
    refuseInvalid(question);
    const now = options.clock();
    const csnPeriod = overlap(question.period, csnWindow(dateInSweden(now)));
    const envelope = questionEnvelope(config, question, csnPeriod, now);
    const answer = await send(envelope, AbortSignal.timeout(config.deadline));
    return decode(readAnswer(answer, config.version), question, csnPeriod);
  };
}

/** Nothing is sent that the agencies cannot answer. */
function refuseInvalid({ personnummer, arende }: IncomeQuestion): void {
  if (!isPersonnummer(personnummer) || arende === '' || arende.length > LONGEST_ARENDE) {
    throw new LookupFailed('invalid-question');
  }
}

function decode(blocks: AgencyBlocks, question: IncomeQuestion, csnPeriod: Period | undefined): IncomeAnswer {
  const lefi = decodeLefi(blocks('FK'));
  const clamped = csnPeriod?.from !== question.period.from || csnPeriod.to !== question.period.to;
  const csn = csnPeriod
    ? decodeCsn(blocks('CSN'), question.personnummer, clamped ? csnPeriod : undefined)
    : { csn: sourceThatFailed('CSN', 'outside-window'), protectedIdentity: false };
  return {
    sources: flag([lefi.fk, lefi.pm, csn.csn, decodeSo(blocks('SO'))]),
    protectedIdentity: lefi.protectedIdentity || csn.protectedIdentity,
  };
}
