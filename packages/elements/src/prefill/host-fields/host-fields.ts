import type { FilledRow, IncomeStatement, Row } from '@medborgarnavet/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Drawing } from '../prefill.actions.ts';
import { fieldsIn, isBound } from './bindings.ts';
import { SsbtekPrefillFillEvent } from '../prefill.events.ts';
import { FieldListener, type Deeds, type Place } from './field-listener.ts';
import { filledRows, fillingsOf, withTyped } from './filling.ts';
import { HostField, WRITTEN_PARTS } from './host-field.ts';
import { PageWatcher } from './page-watcher.ts';
import type { PrefillView } from '../prefill.view-model.ts';
import { entryOf, type Entry, type Written } from '../prefill.written.ts';

type Host = ReactiveControllerHost & HTMLElement;

export interface HostFieldParts extends Deeds {
  readonly written: () => Written;
  /** The page has something in a field by itself: nobody has done anything. */
  readonly takeIn: (key: string, change: Partial<Omit<Entry, 'base'>>) => void;
}

export interface HostFieldsInput extends Pick<Drawing, 'texts' | 'disabled' | 'judged'> {
  readonly view: PrefillView;
  readonly statement: IncomeStatement | undefined;
  readonly rows: readonly Row[];
  readonly demandsReason: boolean;
}

let elements = 0;

/** The host's own fields inside the element, bound with `data-ssbtek`, `data-ssbtek-correction` or `data-ssbtek-comment`. */
export class HostFields implements ReactiveController {
  readonly #host: Host;
  readonly #parts: HostFieldParts;
  readonly #id = `ssbtek-${(elements += 1)}`;
  readonly #fields = new Map<string, HostField>();
  readonly #unknown = new Set<string>();
  #statement: IncomeStatement | undefined;
  #isByHand = false;

  constructor(host: Host, parts: HostFieldParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
    new PageWatcher(host);
    new FieldListener(host, (field) => this.#placeOf(field), parts);
  }

  hostDisconnected(): void {
    // Moved within the page it is connected again before this runs.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      for (const field of this.#fields.values()) field.release();
      this.#fields.clear();
      this.#statement = undefined;
    });
  }

  /** Finds the fields as they are now, and takes in what the page has in them. */
  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    this.#bind();
    for (const field of this.#fields.values()) {
      for (const part of WRITTEN_PARTS) {
        const text = field.news(part, entryOf(this.#parts.written(), field.key)[part]);
        if (text === undefined) continue;
        this.#parts.takeIn(field.key, { [part]: text });
        field.accept(part);
      }
    }
  }

  /** Whether the page has any. */
  get isUsed(): boolean {
    return this.#fields.size > 0;
  }

  /** The rows that the page has fields for. */
  get keys(): ReadonlySet<string> {
    return new Set(this.#fields.keys());
  }

  owns(field: Element): boolean {
    return isBound(field);
  }

  /** @param id as the drawn fields have it: `correction-<row key>`, `comment-<row key>`. */
  find(id: string): HTMLElement | null {
    const [, part, key = ''] = /^(correction|comment)-(.+)$/.exec(id) ?? [];
    const field = this.#fields.get(key);
    return (part === 'comment' ? field?.field('comment') : field?.amountToMend) ?? null;
  }

  /** The key of the row that the person is in, if any. */
  get activeKey(): string | undefined {
    return this.#placeOf(document.activeElement)?.field.key;
  }

  /** What the person has written, also in the fields for retrieved amounts. */
  withTyped(written: Written, statement: IncomeStatement | undefined, rows: readonly Row[]): Written {
    const fields = [...this.#fields.values()].filter(({ amount }) => amount.typed !== '');
    const typed = new Map(fields.map(({ key, amount }) => [key, amount.typed] as const));
    return typed.size === 0 ? written : withTyped(written, typed, filledRows(statement, rows));
  }

  /** Forgets what the person has written in them. */
  forget(): void {
    for (const field of this.#fields.values()) field.forget();
  }

  show({ view, statement, rows, judged, ...input }: HostFieldsInput): void {
    if (!this.#host.isConnected || this.#fields.size === 0) return;
    const filled = filledRows(statement, rows);
    const isNew = statement !== this.#statement;
    this.#statement = statement;
    if (isNew) this.#announce(filled);
    const rowViews = new Map(
      view.groups.flatMap((group) => group.rows.map((row) => [row.key, row] as const)),
    );
    const errorOf = (id: string): string =>
      judged.has(id) ? (view.faults.find(({ field }) => field === id)?.text ?? '') : '';
    let hasNews = false;
    for (const field of this.#fields.values()) {
      const { key } = field;
      const row = filled.find((each) => each.row.key === key);
      if (!row) {
        field.release();
        this.#tellOfUnknown(key);
        continue;
      }
      const errors = { correction: errorOf(`correction-${key}`), comment: errorOf(`comment-${key}`) };
      const entry = entryOf(this.#parts.written(), key);
      const shown = { ...input, filled: row, row: rowViews.get(key), entry, errors };
      hasNews = field.show({ ...shown, isNew, isByHand: this.#isByHand }) || hasNews;
    }
    if (hasNews) this.#host.requestUpdate();
  }

  /** Lets the host fill its fields itself: once for each statement. */
  #announce(filled: readonly FilledRow[]): void {
    const fillings = fillingsOf(filled, (key) => this.#fields.get(key)?.amount);
    const event = new SsbtekPrefillFillEvent(fillings);
    this.#isByHand = fillings.length > 0 && !this.#host.dispatchEvent(event);
    if (this.#isByHand) for (const { key } of fillings) this.#fields.get(key)?.amount.handOver();
  }

  #bind(): void {
    const found = fieldsIn(this.#host);
    for (const [key, field] of this.#fields) {
      if (found.has(key)) continue;
      field.release();
      this.#fields.delete(key);
    }
    for (const [key, own] of found) {
      const field = this.#fields.get(key) ?? new HostField(key, this.#host, this.#id);
      this.#fields.set(key, field);
      field.bind(own);
    }
  }

  #placeOf(target: unknown): Place | undefined {
    for (const field of this.#fields.values()) {
      const part = field.partOf(target);
      if (part) return { field, part };
    }
    return undefined;
  }

  /** A slip of the pen, for the page's developer. */
  #tellOfUnknown(key: string): void {
    if (this.#unknown.has(key)) return;
    this.#unknown.add(key);
    // eslint-disable-next-line no-console -- nobody else tells it
    console.warn(`ssbtek-prefill: there is no row "${key}" to fill a field for.`);
  }
}
