import { arrange, type FilledRow, type IncomeStatement, type Row } from '@medborgarnavet/model';
import type { ReactiveControllerHost } from 'lit';
import type { Texts } from '../localize/texts.ts';
import { PointerController } from '../pointer-controller.ts';
import type { Actions } from './prefill.actions.ts';
import {
  changeOwnIncome,
  NOTHING_WRITTEN,
  retrievedFor,
  takeBack,
  undoTakeBack,
  withDispute,
  withEntry,
  withOwnIncome,
  withoutOwnIncome,
  type Written,
} from './prefill.written.ts';

/** How far a person has come with their part of the form. */
export interface Desk {
  readonly written: Written;
  /** The fields whose errors are told: not before the person has left one, or tried to send the form. */
  readonly judged: ReadonlySet<string>;
  /** The form was stopped here. */
  readonly isRefused: boolean;
  /** The rows whose payments are shown. */
  readonly open: ReadonlySet<string>;
  /** Rows that were folded away have been asked for. */
  readonly showsAll: boolean;
  /** What was just done, for a person who does not see it. */
  readonly announcement: string;
}

const CLEAR: Desk = {
  written: NOTHING_WRITTEN,
  judged: new Set(),
  isRefused: false,
  open: new Set(),
  showsAll: false,
  announcement: '',
};

export interface WritingParts {
  readonly statement: () => IncomeStatement | undefined;
  readonly rows: () => readonly Row[];
  readonly texts: () => Texts;
  /** Something is written otherwise: in a row, in `egna`, or in `har-inkomster`. */
  readonly changed: (key: string) => void;
  /** Moves focus to a field of that id, when it is there. */
  readonly focus: (field: string) => void;
}

/** What the person does with the form. No fetch ever changes anything here (DESIGN rule 2). */
export class WritingController {
  readonly #host: ReactiveControllerHost;
  readonly #parts: WritingParts;
  readonly #pointer: PointerController;
  #desk: Desk = CLEAR;

  constructor(host: ReactiveControllerHost, parts: WritingParts) {
    this.#host = host;
    this.#parts = parts;
    this.#pointer = new PointerController(host);
  }

  get desk(): Desk {
    return this.#desk;
  }

  /** Whether the payment is one of those that an amount in the form is made of. */
  isShown(payment: string): boolean {
    return this.#rowWith(payment) !== undefined;
  }

  /** Forgets all that is written. What was asked to be shown stays shown. */
  clear(): void {
    const { open, showsAll } = this.#desk;
    this.change({ ...CLEAR, open, showsAll });
  }

  change(change: Partial<Desk>): void {
    this.#desk = { ...this.#desk, ...change };
    this.#host.requestUpdate();
  }

  /** A row with a change, remembering what it is written beside. */
  withEntry(key: string, change: Parameters<Actions['write']>[1]): Written {
    const retrieved = retrievedFor(key, this.#parts.statement(), this.#parts.rows());
    return withEntry(this.#desk.written, key, change, retrieved);
  }

  readonly actions: Omit<Actions, 'fetch' | 'stop' | 'withdraw'> = {
    answer: (hasIncome) => this.#write({ ...this.#written, hasIncome }, 'har-inkomster'),
    write: (key, change) => this.#write(this.withEntry(key, change), key),
    leave: (field) => {
      this.#pointer.whenReleased(() => this.change({ judged: new Set(this.#desk.judged).add(field) }));
    },
    takeBack: (key) => {
      this.#write(takeBack(this.#written, key), key, this.#parts.texts().row.takenBack);
    },
    undo: (key) => this.#write(undoTakeBack(this.#written, key), key, this.#parts.texts().row.undone),
    toggle: (key) => {
      const open = new Set(this.#desk.open);
      if (!open.delete(key)) open.add(key);
      this.change({ open });
    },
    dispute: (payment, reason) => {
      const { agreed, disputed } = this.#parts.texts().payment;
      const row = this.#rowOf(payment);
      const written = withDispute(this.#written, payment, reason === undefined ? undefined : { row, reason });
      this.#write(written, row, reason === undefined ? agreed : disputed);
    },
    addOwn: () => {
      this.#write(withOwnIncome(this.#written), 'egna');
      this.#focusAfterUpdate(`own-type-${this.#written.own.at(-1)?.id ?? ''}`);
    },
    changeOwn: (id, change) => this.#write(changeOwnIncome(this.#written, id, change), 'egna'),
    removeOwn: (id) => {
      this.#write(withoutOwnIncome(this.#written, id), 'egna');
      this.#focusAfterUpdate('own-add');
    },
    showMore: () => this.change({ showsAll: true }),
    goTo: (field) => this.#parts.focus(field),
  };

  get #written(): Written {
    return this.#desk.written;
  }

  /** @param done what was just done; told with the row's name, so that the same done elsewhere is told too. */
  #write(written: Written, key: string, done?: string): void {
    const label = this.#parts.rows().find((row) => row.key === key)?.label ?? '';
    this.change({ written, announcement: done === undefined ? '' : `${label}: ${done}` });
    this.#parts.changed(key);
  }

  #focusAfterUpdate(field: string): void {
    void this.#host.updateComplete.then(() => this.#parts.focus(field));
  }

  #rowOf(payment: string): string {
    return this.#rowWith(payment)?.row.key ?? '';
  }

  #rowWith(payment: string): FilledRow | undefined {
    const statement = this.#parts.statement();
    const rows = statement ? arrange(statement, this.#parts.rows()).rows : [];
    return rows.find(({ payments }) => payments.some(({ id }) => id === payment));
  }
}
