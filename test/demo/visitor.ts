import assert from 'node:assert/strict';
import { EXEMPELKOPING, startDemo, type Demo, type DemoOptions } from '@medborgarnavet/demo';
import { PERSONAS, startSimulator } from '@medborgarnavet/simulator';
import type { LogEntry } from '@medborgarnavet/host';
import { temporaryPlace } from './place.ts';

export const NOVEMBER = new Date('2026-11-21T08:14:00Z');

export interface Setting extends AsyncDisposable {
  readonly demo: Demo;
  readonly log: readonly LogEntry[];
  /** Whoever comes to the pages with a browser of their own, at `localhost` unless told. */
  visitor(host?: string): Visitor;
}

/** The demo with a simulated SSBTEK behind it. */
export async function setUp(options: Partial<DemoOptions> = {}): Promise<Setting> {
  const clock = options.clock ?? (() => NOVEMBER);
  const simulator = await startSimulator({ clock });
  const place = temporaryPlace();
  const log: LogEntry[] = [];
  const demo = await startDemo({
    port: 0,
    ssbtek: { ...EXEMPELKOPING, url: simulator.url },
    persons: PERSONAS,
    place,
    script: new TextEncoder().encode('// the elements'),
    log: (entry) => log.push(entry),
    ...options,
    clock,
  }).catch(async (error: unknown) => {
    await simulator.close();
    place.remove();
    throw error;
  });
  return {
    demo,
    log,
    visitor: (host = 'localhost') => new Visitor(demo.url.replace('localhost', host)),
    async [Symbol.asyncDispose]() {
      await Promise.all([demo.close(), simulator.close()]);
      place.remove();
    },
  };
}

export type Fields = Readonly<Record<string, string>>;

interface Sent {
  readonly method?: string;
  readonly body?: string | URLSearchParams;
  readonly headers?: Fields;
}

/** A browser as far as the server can tell: it keeps cookies, and says where its posts come from. */
export class Visitor {
  readonly #url: string;
  /** By name and path. */
  readonly #cookies = new Map<
    string,
    { readonly name: string; readonly value: string; readonly path: string }
  >();
  /** Every address that a redirect has led to. */
  readonly ledTo: URL[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  /** The cookies that a page of the application is sent. */
  get cookie(): string {
    return this.cookiesFor('/ansokan/hushall');
  }

  set cookie(cookie: string) {
    this.#keep(`${cookie}; Path=/`);
  }

  cookiesFor(path: string): string {
    return [...this.#cookies.values()]
      .filter((one) => one.path === '/' || path === one.path || path.startsWith(`${one.path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
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

  /** Presses the button of a person on the first page, and is led through the e-legitimation and back. */
  async signIn(person = 'P1', fields: Fields = {}): Promise<Response> {
    return this.follow(await this.post('/logga-in', { person, ...fields }));
  }

  /** Is led on by redirects, as far as they go or until the next one is to a path that begins so. */
  async follow(response: Response, until?: string): Promise<Response> {
    let latest = response;
    for (let hops = 0; latest.status === 303; hops += 1) {
      assert.ok(hops < 10, 'it leads nowhere');
      const address = new URL(latest.headers.get('location') ?? '', this.#url);
      assert.equal(address.origin, this.#url);
      this.ledTo.push(address);
      if (until !== undefined && address.pathname.startsWith(until)) return latest;
      latest = await this.get(address.pathname + address.search);
    }
    return latest;
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

  /** What an element sends without a body. */
  async send(method: string, path: string): Promise<Response> {
    return this.#ask(path, { method, headers: { 'sec-fetch-site': 'same-origin' } });
  }

  /** What the element does while the person writes, in place of what it has kept before. */
  async keep(fields: readonly (readonly [string, string])[], at?: string): Promise<Response> {
    const path = `/api/inkomst/${await this.reference()}/draft`;
    const sameOrigin = { 'sec-fetch-site': 'same-origin' };
    const etag = (await this.get(path, sameOrigin)).headers.get('etag');
    return this.#ask(path, {
      method: 'PUT',
      body: JSON.stringify({ version: 1, fields, ...(at !== undefined && { at }) }),
      headers: {
        ...sameOrigin,
        'content-type': 'application/json',
        ...(etag === null ? { 'if-none-match': '*' } : { 'if-match': etag }),
      },
    });
  }

  /** Presses the button of the page Granska och godkänn, as it stands. */
  async handIn(fields: Fields = { intygar: 'ja' }): Promise<Response> {
    const page = await this.text('/ansokan/granska');
    const valueOf = (name: string): string =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
    const hidden = { statement: valueOf('statement'), nyckel: valueOf('nyckel') };
    return this.save('/ansokan/granska', { ...hidden, ...fields });
  }

  async #ask(path: string, init: Sent): Promise<Response> {
    const cookie = this.cookiesFor(path.split('?')[0] ?? '');
    const headers = { ...init.headers, ...(cookie !== '' && { cookie }) };
    const response = await fetch(this.#url + path, { ...init, headers, redirect: 'manual' });
    for (const told of response.headers.getSetCookie()) this.#keep(told);
    return response;
  }

  #keep(told: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(told) ?? [];
    const path = /;\s*path=([^;]*)/i.exec(told)?.[1] ?? '/';
    if (value === '') this.#cookies.delete(`${name} ${path}`);
    else this.#cookies.set(`${name} ${path}`, { name, value, path });
  }
}
