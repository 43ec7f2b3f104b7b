import {
  dateInSweden,
  LookupFailed,
  parseMonths,
  type IncomeQuestion,
  type Period,
} from '@medborgarnavet/model';
import { parseArgs } from 'node:util';
import { configFromEnvironment, type Environment } from './environment.ts';
import { reportAnswer, reportBackground, reportPing } from './report.ts';
import { createSsbtek, type Ssbtek } from './ssbtek.ts';
import type { SsbtekWarning } from './warning.ts';

const HELP = `ssbtek ping                          are the agencies there? No personal data is sent.
ssbtek ask <personnummer> [options]  ask about a test person, and tell per agency what came back

  --period 2026-10     the month, or months 2026-08/2026-10; this month unless given
  --background         ask for what lies behind the payments instead
  --show-amounts       tell what was told too: use it with test persons only
  --config <file>      JSON: url, version, ingivare, aktorsid, syfte, lagtext, tls …

Environment: SSBTEK_URL, SSBTEK_VERSION (10 or 11), SSBTEK_CERT, SSBTEK_KEY, SSBTEK_CA, SSBTEK_CONFIG.`;

export interface CommandParts {
  readonly args: readonly string[];
  readonly env: Environment;
  readonly clock: () => Date;
  readonly print: (line: string) => void;
}

/** The command of a municipality's technician. Gives the exit code: 0 went well, 1 failed, 2 was asked wrongly. */
export async function runCommand({ args, env, clock, print }: CommandParts): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        period: { type: 'string' },
        background: { type: 'boolean', default: false },
        'show-amounts': { type: 'boolean', default: false },
        config: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const [task, personnummer] = positionals;
    if (values.help || task === undefined || !['ping', 'ask'].includes(task)) {
      print(HELP);
      return values.help ? 0 : 2;
    }
    const period = readPeriod(values.period, clock());
    const config = configFromEnvironment(
      values.config === undefined ? env : { ...env, SSBTEK_CONFIG: values.config },
    );
    const parts = { config, clock, warn: (warning: SsbtekWarning) => print(warningText(warning)) };
    const lines =
      task === 'ping'
        ? reportPing(await createSsbtek(parts).ping())
        : await ask(createSsbtek(parts), {
            question: { personnummer: personnummer ?? '', arende: 'TEKNISKT-PROV', period },
            background: values.background,
            showAmounts: values['show-amounts'],
          });
    for (const line of lines) print(line);
    return 0;
  } catch (error) {
    print(error instanceof Error ? error.message : 'It failed.');
    return error instanceof LookupFailed ? 1 : 2;
  }
}

interface Wish {
  readonly question: IncomeQuestion;
  readonly background: boolean;
  readonly showAmounts: boolean;
}

async function ask(ssbtek: Ssbtek, { question, background, showAmounts }: Wish): Promise<string[]> {
  if (background) return reportBackground(await ssbtek.lookUpBackground(question), showAmounts);
  return reportAnswer(await ssbtek.lookUpIncome(question), showAmounts);
}

function readPeriod(months: string | undefined, now: Date): Period {
  const period = parseMonths(months ?? dateInSweden(now).slice(0, 7));
  if (!period) throw new Error('--period: write a month, 2026-10, or months, 2026-08/2026-10.');
  return period;
}

function warningText(warning: SsbtekWarning): string {
  if (warning.kind === 'names-other') return `Alarm: ${warning.agency} has answered about somebody else.`;
  if (warning.kind === 'reload-failed') return 'Warning: the changed certificate cannot be used.';
  return `Warning: the certificate expires in ${warning.days} days.`;
}
