import '../../packages/elements/src/access-log/define.ts';
import { IncomeProblem, type AccessLog, type IncomeProblemKind } from '@medborgarnavet/model';
import { fixture, html } from '@open-wc/testing';
import type { AccessLogSource } from '../../packages/elements/src/access-log/access-log-source.ts';
import type { SsbtekAccessLog } from '../../packages/elements/src/access-log/access-log.ts';
import { TestClock, turn } from './draft.ts';
import { textOf } from './page.ts';

/** The host's part: says what the test has it say. */
export class LogHost implements AccessLogSource {
  /** How often it was asked, and how often nobody waited for the answer any longer. */
  asked = 0;
  stopped = 0;
  says: AccessLog | IncomeProblemKind;
  #held: (() => void)[] | undefined;

  constructor(says: AccessLog | IncomeProblemKind) {
    this.says = says;
  }

  /** Answers nobody before it is told to. */
  hold(): void {
    this.#held = [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const answer of held) answer();
  }

  readonly accessLog: AccessLogSource['accessLog'] = async ({ signal } = {}) => {
    this.asked += 1;
    const { says } = this;
    const held = this.#held;
    if (held)
      await new Promise<void>((answer, refuse) => {
        const stop = (): void => {
          this.stopped += 1;
          refuse(signal?.reason as Error);
        };
        signal?.addEventListener('abort', stop);
        held.push(() => {
          signal?.removeEventListener('abort', stop);
          answer();
        });
      });
    if (typeof says === 'string') throw new IncomeProblem(says);
    return says;
  };
}

export interface LogPage {
  readonly host: LogHost;
  readonly clock: TestClock;
  readonly log: SsbtekAccessLog;
}

export async function logPage(
  says: AccessLog | IncomeProblemKind | LogHost,
  clock = new TestClock('2026-11-22T09:30:00Z'),
): Promise<LogPage> {
  const host = says instanceof LogHost ? says : new LogHost(says);
  const log = await fixture<SsbtekAccessLog>(
    html`<ssbtek-access-log sign-in="/logga-in" .source=${host} .clock=${clock}></ssbtek-access-log>`,
  );
  await settled(log);
  return { host, clock, log };
}

/** When what was asked has come, and is shown. */
export async function settled(log: SsbtekAccessLog): Promise<void> {
  await turn();
  await log.updateComplete;
}

/** What can be read of each line, from the top. */
export function lines(log: SsbtekAccessLog): string[] {
  return textOf(log, '[part=day] li').split('\n');
}

export function stands(log: SsbtekAccessLog, name: string): boolean {
  return log.matches(`:state(${name})`);
}
