import '../../packages/elements/src/draft/define.ts';
import {
  DraftConflict,
  IncomeProblem,
  type Draft,
  type IncomeProblemKind,
  type SavedDraft,
} from '@medborgarnavet/model';
import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Clock } from '../../packages/elements/src/draft/draft.clock.ts';
import type { DraftSource, SaveOptions } from '../../packages/elements/src/draft/draft-source.ts';
import type { SsbtekDraft } from '../../packages/elements/src/draft/draft.ts';
import { until } from './until.ts';

export type Fields = Draft['fields'];

/** A clock that the test moves. Chance always says the least. */
export class TestClock implements Clock {
  #now: number;
  #timers: { readonly at: number; readonly run: () => void }[] = [];

  constructor(start = '2026-11-21T13:32:00Z') {
    this.#now = Date.parse(start);
  }

  readonly now = (): number => this.#now;
  readonly random = (): number => 0;
  readonly after = (wait: number, run: () => void): (() => void) => {
    const timer = { at: this.#now + wait, run };
    this.#timers.push(timer);
    return () => (this.#timers = this.#timers.filter((each) => each !== timer));
  };

  get waiting(): number {
    return this.#timers.length;
  }

  /** Lets so many milliseconds pass, and what is due be done. */
  async pass(time: number): Promise<void> {
    const end = this.#now + time;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      if (!next) break;
      this.#timers = this.#timers.filter((each) => each !== next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await turn();
    }
    this.#now = end;
    await turn();
  }
}

/** When all that can happen without time passing has happened. */
export async function turn(): Promise<void> {
  for (let count = 0; count < 3; count += 1) await new Promise((resolve) => setTimeout(resolve));
}

const DAY = 24 * 60 * 60 * 1_000;

/** The host's part: one draft, as the contract says. */
export class DraftHost implements DraftSource {
  readonly clock: TestClock;
  readonly calls: string[] = [];
  readonly keepalives: boolean[] = [];
  kept: SavedDraft | undefined;
  /** Says no to everything with this. */
  fault: IncomeProblemKind | undefined;
  /** Keeps what comes, and the answer never arrives. */
  losesAnswers = false;
  /** Answers nobody before it is told to. */
  #held: (() => void)[] | undefined;
  #saves = 0;
  #begun = Date.parse('2026-11-21T13:32:00Z');

  constructor(clock: TestClock, kept?: Fields, savedAt?: string) {
    this.clock = clock;
    if (kept) this.keep(kept, savedAt);
  }

  /** Saved by somebody, somewhere. */
  keep(fields: Fields, savedAt = new Date(this.clock.now()).toISOString(), at?: string): SavedDraft {
    this.#saves += 1;
    const etag = `"save-${String(this.#saves).padStart(20, '0')}"`;
    const expiresAt = new Date(this.#limit()).toISOString();
    return (this.kept = { version: 1, fields, savedAt, expiresAt, etag, ...(at !== undefined && { at }) });
  }

  hold(): void {
    this.#held = [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const answer of held) answer();
  }

  readonly loadDraft = async (): Promise<SavedDraft | undefined> => {
    await this.#asked('GET');
    this.#forget();
    return this.kept;
  };

  readonly saveDraft: DraftSource['saveDraft'] = async (draft, before, options: SaveOptions = {}) => {
    this.keepalives.push(options.keepalive ?? false);
    await this.#asked('PUT', options.signal);
    this.#forget();
    if ((this.kept?.etag ?? 'none') !== before) throw new DraftConflict(this.kept);
    const { savedAt, expiresAt, etag } = this.keep(draft.fields, undefined, draft.at);
    if (this.losesAnswers) throw new IncomeProblem('offline');
    return { savedAt, expiresAt, etag };
  };

  readonly deleteDraft = async (): Promise<void> => {
    await this.#asked('DELETE');
    this.kept = undefined;
  };

  get saved(): Record<string, string> {
    return Object.fromEntries(this.kept?.fields ?? []);
  }

  saves(): number {
    return this.calls.filter((call) => call === 'PUT').length;
  }

  /** Nothing is kept longer than seven days after the first of it. */
  #limit(): number {
    return this.#begun + 7 * DAY;
  }

  #forget(): void {
    if (this.clock.now() < this.#limit()) return;
    this.kept = undefined;
    this.#begun = this.clock.now();
  }

  async #asked(call: string, signal?: AbortSignal): Promise<void> {
    this.calls.push(call);
    const held = this.#held;
    if (held)
      await new Promise<void>((answer, refuse) => {
        held.push(answer);
        signal?.addEventListener('abort', () => refuse(signal.reason as Error));
      });
    if (this.fault) throw new IncomeProblem(this.fault);
  }
}

export interface Page {
  readonly host: DraftHost;
  readonly clock: TestClock;
  readonly form: HTMLFormElement;
  readonly draft: SsbtekDraft;
}

export const FIELDS = html`
  <label>Namn <input name="namn" /></label>
  <label>Telefon <input name="telefon" type="tel" /></label>
  <label>Meddelande <textarea name="meddelande"></textarea></label>
  <label><input type="checkbox" name="barn" value="ja" /> Jag har barn</label>
  <fieldset>
    <legend>Hur bor du?</legend>
    <label><input type="radio" name="bor" value="hyr" /> Jag hyr</label>
    <label><input type="radio" name="bor" value="ager" /> Jag äger</label>
  </fieldset>
  <label>
    Språk
    <select name="sprak" multiple>
      <option value="sv">Svenska</option>
      <option value="so">Somaliska</option>
      <option value="ar">Arabiska</option>
    </select>
  </label>
`;

/** A form with the element in it, once the host has said what it keeps. */
export async function page(
  options: {
    readonly host?: DraftHost;
    readonly fields?: TemplateResult;
    readonly attributes?: Readonly<Record<string, string>>;
  } = {},
): Promise<Page> {
  const host = options.host ?? new DraftHost(new TestClock());
  const form = await fixture<HTMLFormElement>(html`
    <form @submit=${(event: Event) => event.preventDefault()}>${options.fields ?? FIELDS}</form>
  `);
  const draft = document.createElement('ssbtek-draft');
  Object.assign(draft, { source: host, clock: host.clock, signIn: '/logga-in' });
  for (const [name, value] of Object.entries(options.attributes ?? {})) draft.setAttribute(name, value);
  form.append(draft);
  await until(() => host.calls.length > 0);
  await settled(draft);
  return { host, clock: host.clock, form, draft };
}

export async function settled(draft: SsbtekDraft): Promise<void> {
  await turn();
  await draft.updateComplete;
}

type Named = HTMLInputElement | HTMLTextAreaElement;

export const field = (form: HTMLFormElement, name: string): Named =>
  form.querySelector<Named>(`[name="${name}"]`)!;

/** Types in a field of the page as a person does. */
export async function write(form: HTMLFormElement, name: string, text: string): Promise<void> {
  const found = field(form, name);
  found.value = text;
  found.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await turn();
}

export const stands = (draft: SsbtekDraft, state: string): boolean => draft.matches(`:state(${state})`);
