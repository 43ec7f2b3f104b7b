import assert from 'node:assert/strict';
import { temporaryPlace } from '../demo/place.ts';
import { BROWSER_ARGS, findBrowser } from '../../scripts/browser.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Milliseconds until something that never comes is told: long, since the machine may be many times too busy. */
export const PATIENCE = 300_000;

const root = join(import.meta.dirname, '../..');

export interface RunningDemo {
  readonly url: string;
  readonly port: number;
  /** Sends the signal; gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** All that it has written. */
  output(): string;
}

/** `npm start`, as a newcomer types it, on a free port; waits until it says that it is ready. */
export async function startDemo(env: Readonly<Record<string, string>> = {}): Promise<RunningDemo> {
  const port = await freePort();
  const place = temporaryPlace();
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: place.dataDirectory, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const lines = createInterface({ input: child.stdout });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  void exit.then(() => place.remove());
  const ready = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      output += `${line}\n`;
      const [, url] = /^ready (http:\/\/localhost:\d+)$/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([
    ready,
    exit.then(() => Promise.reject(new Error(`It did not start:\n${output}`))),
  ]);
  return {
    url,
    port,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const [code] = await exit;
      return code;
    },
    output: () => output,
  };
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS], timeout: PATIENCE });
}

/** A page that collects what must not happen: errors, refusals by the page's policy, and requests to elsewhere. */
export async function openPage(
  browser: Browser,
  url: string,
  width = 1280,
): Promise<Page & { readonly mishaps: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'sv-SE' });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const mishaps: string[] = [];
  page.on('pageerror', (error) => mishaps.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') mishaps.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) mishaps.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return Object.assign(page, { mishaps });
}

/** Runs with a browser of its own, as far as the demo can tell, and fails for anything that the browser complained of. */
export async function inPage(
  browser: Browser,
  url: string,
  run: (page: Page) => Promise<void>,
  width?: number,
): Promise<void> {
  const page = await openPage(browser, url, width);
  try {
    await run(page);
    assert.deepEqual(page.mishaps, []);
  } finally {
    await page.context().close();
  }
}

export async function signIn(page: Page, person: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${person} `) }).click();
  await page.waitForURL(/\/ansokan\//);
}

/** What the page before handing in says, once its element has read what was fetched. */
export async function reviewed(page: Page): Promise<string> {
  await goTo(page, 'Granska och godkänn');
  await page.getByRole('heading', { name: 'Lämna in', exact: true }).waitFor();
  const inElement = await page
    .locator('ssbtek-review')
    .evaluate(({ shadowRoot }) =>
      [...(shadowRoot?.children ?? [])].map((child) => (child as HTMLElement).innerText).join(' '),
    );
  return `${await page.getByRole('main').innerText()} ${inElement}`.replace(/\s+/g, ' ');
}

/** Vouches for it and hands it in. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /intygar/ }).check();
  await page.getByRole('button', { name: 'Lämna in ansökan' }).click();
  await page.getByRole('heading', { name: 'Ansökan är inlämnad' }).waitFor();
}

export async function goTo(page: Page, part: string): Promise<void> {
  await page.getByRole('link', { name: part, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: part }).waitFor();
}

/** Signs in as a person who may have an application since before, and begins a new one. */
export async function signInAnew(page: Page, person: string): Promise<void> {
  await signIn(page, person);
  const next = page.getByRole('button', { name: 'Börja en ny ansökan' });
  if (await next.isVisible()) await next.click();
  const startOver = page.getByRole('button', { name: 'Ta bort och börja om', exact: true });
  if (!(await startOver.isVisible())) return;
  await startOver.click();
  await page.getByRole('button', { name: 'Ja, ta bort och börja om' }).click();
  await page.getByRole('navigation').first().waitFor();
}

/** Signs in, begins anew, opens Inkomster, presses Hämta, and waits for the outcome. */
export async function fetchIncomes(page: Page, person: string): Promise<void> {
  await signInAnew(page, person);
  await goTo(page, 'Inkomster');
  await page.getByRole('button', { name: 'Hämta dina inkomstuppgifter' }).click();
  await page.getByText(/Alla har svarat|En del kunde inte kontrolleras/).waitFor();
}
