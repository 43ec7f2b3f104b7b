import assert from 'node:assert/strict';
import { EXEMPELKOPING, startDemo, type Demo, type DemoOptions } from '@medborgarnavet/demo';
import { PERSONAS, startSimulator } from '@medborgarnavet/simulator';
import type { LogEntry } from '@medborgarnavet/host';

export const NOVEMBER = new Date('2026-11-21T08:14:00Z');

export interface Setting extends AsyncDisposable {
  readonly demo: Demo;
  readonly log: readonly LogEntry[];
  /** Whoever comes to the pages with a browser of their own. */
  visitor(): Visitor;
}

/** The demo with a simulated SSBTEK behind it. */
export async function setUp(options: Partial<DemoOptions> = {}): Promise<Setting> {
  const clock = options.clock ?? (() => NOVEMBER);
  const simulator = await startSimulator({ clock });
  const log: LogEntry[] = [];
  const demo = await startDemo({
    port: 0,
    ssbtek: { ...EXEMPELKOPING, url: simulator.url },
    persons: PERSONAS,
    script: new TextEncoder().encode('// the elements'),
    log: (entry) => log.push(entry),
    ...options,
    clock,
  }).catch(async (error: unknown) => {
    await simulator.close();
    throw error;
  });
  return {
    demo,
    log,
    visitor: () => new Visitor(demo.url),
    async [Symbol.asyncDispose]() {
      await Promise.all([demo.close(), simulator.close()]);
    },
  };
}

export type Fields = Readonly<Record<string, string>>;

interface Sent {
  readonly method?: string;
  readonly body?: string | URLSearchParams;
  readonly headers?: Fields;
}

/** A browser as far as the server can tell: it keeps a cookie, and says where its posts come from. */
export class Visitor {
  readonly #url: string;
  cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  async get(path: string, headers: Fields = {}): Promise<Response> {
    return this.#ask(path, { headers });
  }

  async text(path: string): Promise<string> {
    return (await this.get(path)).text();
  }

  /** Posts as a form of the page that the visitor has just opened does: with the open application's reference. */
  async save(path: string, fields: Fields = {}): Promise<Response> {
    return this.post(path, { ansokan: await this.reference(), ...fields });
  }

  /** Saves what is refused, and gives the page that says so. */
  async refused(path: string, fields: Fields): Promise<string> {
    const response = await this.save(path, fields);
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), path);
    const page = await this.text(path);
    assert.match(page, /<title>Fel: /);
    return page;
  }

  /** The reference of the open application; empty when there is none. */
  async reference(): Promise<string> {
    return /EK-\d{4}-[0-9A-F]{12}/.exec(await this.text('/ansokan/handelser'))?.[0] ?? '';
  }

  async post(path: string, fields: Fields = {}, headers: Fields = {}): Promise<Response> {
    const site =
      'sec-fetch-site' in headers || 'origin' in headers ? {} : { 'sec-fetch-site': 'same-origin' };
    return this.#ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { ...site, ...headers },
    });
  }

  async signIn(person = 'P1'): Promise<void> {
    await this.post('/logga-in', { person });
  }

  /** What the element does when Hämta is pressed. */
  async fetchIncome(reference?: string): Promise<Response> {
    return this.fetchFrom(`/api/inkomst/${reference ?? (await this.reference())}/income`);
  }

  /** What the view does when Visa mer is pressed. */
  async fetchBackground(reference?: string): Promise<Response> {
    return this.fetchFrom(`/api/inkomst/${reference ?? (await this.reference())}/background`);
  }

  /** Asks an Inkomst API about October, as an element does. */
  async fetchFrom(path: string): Promise<Response> {
    return this.#ask(path, {
      method: 'POST',
      body: JSON.stringify({ period: { from: '2026-10-01', to: '2026-10-31' } }),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    });
  }

  /** Presses the button of the page Granska och godkänn, as it stands. */
  async handIn(fields: Fields = { intygar: 'ja' }): Promise<Response> {
    const page = await this.text('/ansokan/granska');
    const statement = /name="statement" value="([^"]*)"/.exec(page)?.[1] ?? '';
    return this.save('/ansokan/granska', { statement, ...fields });
  }

  async #ask(path: string, init: Sent): Promise<Response> {
    const headers = { ...init.headers, ...(this.cookie !== '' && { cookie: this.cookie }) };
    const response = await fetch(this.#url + path, { ...init, headers, redirect: 'manual' });
    const [cookie] = response.headers.getSetCookie();
    if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? '';
    return response;
  }
}
