import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { sourceOf } from '../connect.ts';
import type { IncomeProblem, IncomeStatement } from '@medborgarnavet/model';
import { shared, type Member, type News, type Shared } from '../provider/shared.ts';
import { connectDraftSource, type DraftSource } from './draft-source.ts';

/** What the page writes in the tag. */
export interface DraftSettings {
  readonly source: DraftSource | undefined;
  readonly endpoint: string;
  readonly signIn: string;
}

/** Where a form is kept: as the element's own attributes say, else where the provider around it asks. */
export class DraftPlace implements ReactiveController {
  readonly #host: LitElement & DraftSettings;
  readonly #member: Member;
  readonly #connect: ContextConsumer<typeof connectDraftSource, LitElement>;
  readonly #around: ContextConsumer<typeof shared, LitElement>;
  #joined: Shared | undefined;

  constructor(host: LitElement & DraftSettings, hear: (news: News) => void) {
    this.#host = host;
    this.#member = { hear };
    this.#connect = new ContextConsumer(host, { context: connectDraftSource, subscribe: true });
    this.#around = new ContextConsumer(host, { context: shared, subscribe: true });
    host.addController(this);
  }

  hostUpdated(): void {
    this.#join(this.#host.isConnected ? this.#around.value : undefined);
  }

  hostDisconnected(): void {
    delete this.#around.value;
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#join(undefined);
    });
  }

  /** What tells one place from another; undefined for nowhere. */
  get name(): unknown {
    const { source } = this.#host;
    return source ?? (this.#connect.value && this.#endpoint !== '' ? this.#endpoint : undefined);
  }

  /** @throws IncomeProblem `no-endpoint` when the page has not said where. */
  get source(): DraftSource {
    return this.#host.source ?? sourceOf(this.#endpoint, this.#connect.value);
  }

  get signIn(): string {
    return this.#host.signIn || (this.#around.value?.settings.signIn ?? '');
  }

  /** What the elements of the provider show; undefined for nothing. */
  get statement(): IncomeStatement | undefined {
    return this.#around.value?.source.known;
  }

  /** Nobody is signed in any more: what the others show has to go, too. */
  tellEnded(problem: IncomeProblem): void {
    this.#joined?.tell({ kind: 'ended', problem }, this.#member);
  }

  get #endpoint(): string {
    return (this.#host.endpoint.trim() || this.#around.value?.settings.endpoint.trim()) ?? '';
  }

  #join(wanted: Shared | undefined): void {
    if (wanted === this.#joined) return;
    this.#joined?.remove(this.#member);
    this.#joined = wanted;
    wanted?.add(this.#member);
  }
}
