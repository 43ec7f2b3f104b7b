import {
  dateInSweden,
  LookupFailed,
  SourceCode,
  type IncomeQuestion,
  type LookUpBackground,
  type LookUpIncome,
} from '@medborgarnavet/model';
import { periodsFor } from './asked-periods.ts';
import type { SsbtekConfig } from './config.ts';
import { connect, type CallOptions, type SsbtekOptions } from './connection.ts';
import type { SsbtekWarning } from './warning.ts';
import { AGENCIES, ANSWER, type Agency } from './envelope.ts';
import { flag } from './flags.ts';
import { askEach, askTogether, type Report, type SendTo, type Whole } from './lookup/ask.ts';
import { BACKGROUND } from './lookup/background.ts';
import { INCOME } from './lookup/income.ts';
import type { AgencyCall, Subject } from './lookup/subject.ts';
import { refusalOf, whose } from './identity.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { isPersonnummer } from './personnummer.ts';
import { ping, type Ping } from './ping.ts';
import { LONGEST_ARENDE, questionEnvelope } from './question.ts';

/** A municipality's SSBTEK. All that is asked of it shares one connection, one limit, and one place in line per person. */
export interface Ssbtek {
  readonly lookUpIncome: LookUpIncome;
  readonly lookUpBackground: LookUpBackground;
  readonly ping: Ping;
}

/** @throws Error at once when the configuration is wrong; its functions throw {@link LookupFailed}. */
export function createSsbtek(options: SsbtekOptions): Ssbtek {
  const connection = connect(options);
  const { warn = () => undefined } = options;
  const { config } = connection;
  const inTurn = oneAtATime();

  async function ask<Told extends { readonly source: SourceCode }>(
    subject: Subject<Told>,
    question: IncomeQuestion,
    asking: (calls: readonly AgencyCall<Told>[]) => void,
    report: Report<Told>,
    call?: CallOptions,
  ): Promise<Whole<Told>> {
    const now = options.clock();
    const { period, personnummer } = question;
    const periods = periodsFor(period, dateInSweden(now));
    const wanted = subject.calls.filter(({ agency }) => agenciesFor(subject.about, config).includes(agency));
    const calls = wanted.filter(({ agency }) => agency !== 'CSN' || periods.csn);
    const send: SendTo = async (agencies) => {
      const need = { about: subject.about, agencies };
      const envelope = questionEnvelope(config, question, periods, now, need);
      const answer = await connection.call(envelope, ANSWER, call);
      const refusal = refusalOf([whose(answer.about, personnummer)]);
      if (!refusal) return answer;
      if (refusal.namesOther) for (const agency of agencies) warn({ kind: 'names-other', agency });
      throw new LookupFailed('unreadable');
    };
    const clamped = periods.csn?.from !== period.from || periods.csn.to !== period.to;
    const context = { personnummer, version: config.version, csnAsked: clamped ? periods.csn : undefined };
    asking(calls);
    const alarmed = calls.map((call) => withAlarm(call, warn));
    const { told, protectedIdentity } =
      config.calls === 'together'
        ? await askTogether(alarmed, send, context, config.protectionNotTold)
        : await askEach(subject, alarmed, send, context, config.protectionNotTold, report);
    const distant = calls.length < wanted.length ? [subject.failed('CSN', 'outside-window')] : [];
    return { told: inOrder([...told, ...distant]), protectedIdentity };
  }

  return {
    async lookUpIncome(question, { report, ...call } = {}) {
      refuseInvalid(question);
      return inTurn(INCOME.about, question, async () => {
        const { told, protectedIdentity } = await ask(
          INCOME,
          question,
          (calls) => report?.({ kind: 'asked', sources: calls.flatMap(({ sources }) => sources) }),
          (sources, identity) =>
            report?.({ kind: 'answered', sources: flag(sources), protectedIdentity: identity }),
          call,
        );
        return { sources: flag(told), protectedIdentity };
      });
    },
    async lookUpBackground(question, call) {
      refuseInvalid(question);
      return inTurn(BACKGROUND.about, question, async () => {
        const nobody = (): void => undefined;
        const { told, protectedIdentity } = await ask(BACKGROUND, question, nobody, nobody, call);
        return { blocks: told, protectedIdentity };
      });
    },
    ping: () => ping(connection),
  };
}

/** Warns when an agency's part of an answer names somebody else. */
function withAlarm<Told>(call: AgencyCall<Told>, warn: (warning: SsbtekWarning) => void): AgencyCall<Told> {
  return {
    ...call,
    decode: (answer, context) => {
      const part = call.decode(answer, context);
      if (part.namesOther) warn({ kind: 'names-other', agency: call.agency });
      return part;
    },
  };
}

/** Nothing is sent that the agencies cannot answer. */
function refuseInvalid({ personnummer, arende }: IncomeQuestion): void {
  if (!isPersonnummer(personnummer) || arende === '' || arende.length > LONGEST_ARENDE) {
    throw new LookupFailed('invalid-question');
  }
}

/** In v10 Skatteverket tells neither of wages nor of repaid tax (facts §4.7). */
function agenciesFor(
  about: Subject<unknown>['about'],
  { version, background }: SsbtekConfig,
): readonly Agency[] {
  if (about === 'background') return background;
  return version === 11 ? AGENCIES : AGENCIES.filter((agency) => agency !== 'SKV');
}

function inOrder<Told extends { readonly source: SourceCode }>(told: readonly Told[]): Told[] {
  const place = ({ source }: Told): number => SourceCode.options.indexOf(source);
  return told.toSorted((one, other) => place(one) - place(other));
}
