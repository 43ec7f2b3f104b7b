import { formatTypedAmount, type Ore } from '@medborgarnavet/model';
import { holdingOf, isPut, type Holding, type Put } from './filling.ts';
import { textFor, writeInto, type PageField } from './writing.ts';

/** The page's field for a row's retrieved amount. What the person has in it is never touched. */
export class AmountField {
  #field: PageField | undefined;
  #put: Put | undefined;
  /** The person has changed what we had put there (`ours`), or what stood there beside a retrieved amount (`own`). */
  #theirs: 'ours' | 'own' | undefined;
  #isLocked = false;
  #accepted: string | undefined;

  get field(): PageField | undefined {
    return this.#field;
  }

  get holding(): Holding {
    return this.#field ? holdingOf(this.#field.value, this.#put, this.#theirs !== undefined) : 'nothing';
  }

  /** What the person has typed. */
  get typed(): string {
    return this.holding === 'written' ? (this.#field?.value.trim() ?? '') : '';
  }

  /** Whether the page, and not we, lets nobody write in it; or there is none. */
  get isClosed(): boolean {
    return this.#field ? this.#field.readOnly && !this.#isLocked : true;
  }

  /** Whether something else stands there than when it was last accepted. */
  get hasChanged(): boolean {
    return this.#field?.value !== this.#accepted;
  }

  accept(): void {
    this.#accepted = this.#field?.value;
  }

  /** Another may have been put in its place, perhaps with what we had put in the one before it. */
  bind(field: PageField | undefined): void {
    if (field === this.#field) return;
    const put = this.#put;
    this.release();
    this.#field = field;
    if (field && put && isPut(field.value, put)) this.#put = put;
  }

  /** Takes away what we had put in a field that is ours no more. */
  release(): void {
    this.#fill(undefined);
    this.lock(false);
    this.#put = undefined;
    this.#theirs = undefined;
    this.#field = undefined;
  }

  /** The host has filled it, and goes on to. */
  handOver(): void {
    this.lock(false);
    this.#put = undefined;
  }

  /** Forgets what the person has typed. What we had put there may have been reset by the form. */
  forget(): void {
    this.#observe(undefined, false);
    if (this.#field && this.typed !== '') writeInto(this.#field, '');
  }

  /** @param isNew a fetch has answered since the last time. */
  show(retrieved: Ore | undefined, isNew: boolean, isByHand: boolean): void {
    this.#observe(retrieved, isNew);
    if (!isByHand || retrieved === undefined) this.#fill(retrieved);
    this.accept();
  }

  /** Only the page's own lock stays when ours is taken away. */
  lock(isLocked: boolean): void {
    if (!this.#field || isLocked === this.#isLocked || (isLocked && this.#field.readOnly)) return;
    this.#field.readOnly = isLocked;
    this.#isLocked = isLocked;
  }

  /** Sees what the person has done since the last time, and lets it be theirs. */
  #observe(retrieved: Ore | undefined, isNew: boolean): void {
    if (retrieved === undefined || (isNew && this.#theirs === 'own')) this.#theirs = undefined;
    if (this.holding !== 'written') return;
    if (retrieved !== undefined) this.#theirs = this.#put ? 'ours' : (this.#theirs ?? 'own');
    this.#put = undefined;
  }

  /** Puts the amount there, or takes away the one that we had put there. */
  #fill(amount: Ore | undefined): void {
    const { holding } = this;
    if (!this.#field || holding === 'written') return;
    if (amount === undefined) {
      this.lock(false);
      this.#put = undefined;
      if (holding === 'retrieved') writeInto(this.#field, '');
    } else if (holding === 'nothing' || this.#put?.amount !== amount) {
      writeInto(this.#field, textFor(this.#field, formatTypedAmount(amount)));
      this.#put = { amount, text: this.#field.value };
      // A page that does not want it has its way.
      if (this.#field.value.trim() === '') this.#refused();
    }
  }

  #refused(): void {
    this.#put = undefined;
    this.#theirs = 'ours';
  }
}
