import type { FilledRow } from '@medborgarnavet/model';
import type { Texts } from '../../localize/texts.ts';
import { AmountField } from './amount-field.ts';
import { AddedField, endOf, Note, place } from './beside.ts';
import type { FieldPart, PageFields } from './bindings.ts';
import { markOf, needsComment, needsCorrection, type RowSituation } from './filling.ts';
import type { RowView } from '../prefill.row-view.ts';
import { SyncedField, type PageField } from './writing.ts';
import type { Entry } from '../prefill.written.ts';

type WrittenPart = 'correction' | 'comment';
export const WRITTEN_PARTS: readonly WrittenPart[] = ['correction', 'comment'];

export interface HostFieldInput {
  readonly filled: FilledRow;
  readonly row: RowView | undefined;
  readonly entry: Entry;
  /** A fetch has answered since the last time. */
  readonly isNew: boolean;
  /** The host fills its fields itself. */
  readonly isByHand: boolean;
  readonly errors: Readonly<Record<WrittenPart, string>>;
  readonly disabled: boolean;
  readonly demandsReason: boolean;
  readonly texts: Texts;
}

/** One row of the form in the page: the host's fields for it, and what we add beside them. */
export class HostField {
  readonly key: string;
  readonly amount = new AmountField();
  readonly #host: Element;
  readonly #added: Readonly<Record<WrittenPart, AddedField>>;
  readonly #mark: Note;
  readonly #errors: Readonly<Record<WrittenPart, Note>>;
  #own: PageFields = {};
  readonly #synced = new Map<WrittenPart, SyncedField>();

  /** @param id what the ids of all that is added begin with, unlike that of any other element. */
  constructor(key: string, host: Element, id: string) {
    this.key = key;
    this.#host = host;
    const idOf = (what: string): string => `${id}-${what}-${key}`;
    this.#mark = new Note(idOf('mark'), 'mark');
    this.#added = {
      correction: new AddedField(idOf('correction'), 'correction'),
      comment: new AddedField(idOf('comment'), 'comment'),
    };
    this.#errors = {
      correction: new Note(idOf('correction-error'), 'error'),
      comment: new Note(idOf('comment-error'), 'error'),
    };
  }

  /** The page's fields as they are now: a framework may have put others in their place. */
  bind(own: PageFields): void {
    this.#own = own;
    this.amount.bind(own.amount);
    for (const part of WRITTEN_PARTS) {
      const { element, field } = this.#added[part];
      this.#sync(part, own[part] ?? (element.parentNode ? field : undefined));
    }
  }

  /** Which of the row's fields it is. */
  partOf(field: unknown): FieldPart | undefined {
    return (['amount', ...WRITTEN_PARTS] as const).find((part) => this.field(part) === field);
  }

  field(part: FieldPart): PageField | undefined {
    return part === 'amount' ? this.amount.field : this.#synced.get(part)?.field;
  }

  /** Where an amount that cannot be read stands, or the right one is to be written. */
  get amountToMend(): PageField | undefined {
    const correction = this.field('correction');
    if (correction && correction.value.trim() !== '') return correction;
    return this.amount.typed === '' ? (correction ?? this.amount.field) : this.amount.field;
  }

  /** What the page has changed in a field without a word. */
  news(part: WrittenPart, state: string): string | undefined {
    return this.#synced.get(part)?.news(state);
  }

  /** Whether something else stands there than when it was last accepted or written. */
  hasChanged(part: FieldPart): boolean {
    return part === 'amount' ? this.amount.hasChanged : this.#synced.get(part)?.hasChanged === true;
  }

  accept(part: FieldPart): void {
    if (part === 'amount') this.amount.accept();
    else this.#synced.get(part)?.accept();
  }

  /** Forgets what the person has written in any of the fields. */
  forget(): void {
    this.amount.forget();
    for (const synced of this.#synced.values()) synced.clear();
  }

  /** @returns whether the page made something else of what was written in its fields. */
  show(input: HostFieldInput): boolean {
    const { filled, entry, isNew, isByHand, errors, texts, disabled } = input;
    const { amount } = this;
    amount.show(filled.retrieved, isNew, isByHand);
    const { holding, isClosed } = amount;
    const situation: RowSituation = { ...input, holding, isClosed, text: amount.field?.value ?? '' };
    this.#add('correction', needsCorrection(situation));
    this.#add('comment', needsComment(situation));
    amount.lock(holding === 'retrieved' && this.field('correction') !== undefined);
    for (const part of WRITTEN_PARTS) {
      const label = texts.prefill[part];
      this.#added[part].name(label, `${label}: ${filled.row.label}`, disabled);
    }
    this.#added.correction.allowMinus(input.row?.mayBeNegative === true);
    this.#speak(texts.lang);
    const changed = WRITTEN_PARTS.map((part) => this.#synced.get(part)?.write(entry[part]));
    this.#tell(markOf(situation), errors);
    return changed.includes(true);
  }

  /** Leaves the page as it was, but for what the person has written. */
  release(): void {
    this.amount.release();
    this.#mark.say('', undefined);
    this.#own = {};
    for (const part of WRITTEN_PARTS) {
      this.#errors[part].say('', undefined);
      this.#added[part].element.remove();
      this.#sync(part, undefined);
    }
  }

  /** The page may be in another language. */
  #speak(lang: string): void {
    const all = [this.#mark, ...Object.values(this.#errors), ...Object.values(this.#added)];
    for (const { element } of all) if (element.lang !== lang) element.lang = lang;
  }

  /** The page's own field goes before ours. What the person is in stays. */
  #add(part: WrittenPart, isNeeded: boolean): void {
    const { element, field, isActive } = this.#added[part];
    const isAdded = !this.#own[part] && (isNeeded || isActive);
    if (!isAdded) element.remove();
    this.#sync(part, this.#own[part] ?? (isAdded ? field : undefined));
  }

  #sync(part: WrittenPart, field: PageField | undefined): void {
    if (this.#synced.get(part)?.field === field) return;
    if (field) this.#synced.set(part, new SyncedField(field));
    else this.#synced.delete(part);
  }

  /** Each error after its field, the mark after the row's first field, and after that what the page lacks. */
  #tell(mark: string, errors: HostFieldInput['errors']): void {
    const { amount, correction, comment } = this.#own;
    const anchor = amount ?? correction ?? comment;
    this.#mark.say(mark, anchor);
    this.#errors.correction.say(errors.correction, this.amountToMend);
    this.#errors.comment.say(errors.comment, this.field('comment'));
    const errorsOf = (field: PageField): Element[] =>
      Object.values(this.#errors).flatMap((note) => (note.isAbout(field) ? [note.element] : []));
    const added = WRITTEN_PARTS.filter((part) => !this.#own[part] && this.#synced.has(part));
    for (const field of Object.values(this.#own)) {
      const beside = field === anchor ? added.map((part) => this.#added[part].element) : [];
      const marks = field === anchor && mark !== '' ? [this.#mark.element] : [];
      place(endOf(field, this.#host), [...errorsOf(field), ...marks, ...beside]);
    }
    for (const part of added) place(this.#added[part].field, errorsOf(this.#added[part].field));
  }
}
