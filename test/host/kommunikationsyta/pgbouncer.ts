import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort, isReady, unprivileged, type Postgres } from './postgres.ts';

const UNTIL_LET_GO = '"$@" < /dev/null & read _; kill -INT $!; wait';

/** A PgBouncer of the test's own in front of a PostgreSQL, set up as most are: transactions are pooled. */
export interface PgBouncer {
  /** The same database, by way of it. */
  to(url: string): string;
  stop(): Promise<void>;
}

/**
 * The program, which is installed where that can be done: by root, from Debian's package. Undefined where it cannot be had, which is
 * told on a line of its own.
 */
export function pgBouncer(): string | undefined {
  const found = onThisMachine() ?? fromDebian();
  if (found === undefined)
    process.stdout.write(
      'NOT TESTED: PgBouncer is not on this machine. Install the package pgbouncer to test behind it.\n',
    );
  return found;
}

function onThisMachine(): string | undefined {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  return [...path, '/usr/sbin'].map((folder) => join(folder, 'pgbouncer')).find((file) => existsSync(file));
}

function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', ['-q', '-y', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = (): boolean => apt('install', '--no-install-recommends', 'pgbouncer');
  return install() || (apt('update') && install()) ? onThisMachine() : undefined;
}

export async function startPgBouncer(program: string, postgres: Pick<Postgres, 'port'>): Promise<PgBouncer> {
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    // Whoever asks, as in the test's own PostgreSQL.
    auth_type: 'any',
    pool_mode: 'transaction',
    // So few that servers share them.
    default_pool_size: 3,
    max_client_conn: 200,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const databases = `* = host=127.0.0.1 port=${postgres.port} user=test`;
  writeFileSync(file, ['[databases]', databases, '[pgbouncer]', ...lines, ''].join('\n'));
  if (user) for (const each of [folder, file]) chownSync(each, user.uid, user.gid);
  const server = spawn('sh', ['-c', UNTIL_LET_GO, 'sh', program, file], {
    ...user,
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (written += text));
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('close', resolve));
    server.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  if (!(await isReady(port))) {
    await stop();
    throw new Error(`PgBouncer did not start: ${written}`);
  }
  return {
    to(url) {
      const by = new URL(url);
      by.port = String(port);
      return by.href;
    },
    stop,
  };
}
