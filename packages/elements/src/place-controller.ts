import { ContextConsumer, type Context } from '@lit/context';
import type { IncomeProblem, IncomeStatement } from '@medborgarnavet/model';
import type { LitElement, ReactiveController } from 'lit';
import { sourceOf, type Connect } from './connect.ts';
import { shared, type Member, type News, type Shared } from './provider/shared.ts';

/** What the page writes in the tag of an element with a source of its own kind. */
export interface PlaceSettings<Source> {
  readonly source: Source | undefined;
  readonly endpoint: string;
  readonly credentials: string;
  readonly signIn: string;
}

export interface PlaceCallbacks {
  readonly hear: (news: News) => void;
  /** There is a place, or another one than before; or there no longer is. */
  readonly moved?: (hasPlace: boolean) => void;
}

/** Where an element asks: as its own attributes say, else where the provider around it asks. */
export class PlaceController<Source> implements ReactiveController {
  readonly #host: LitElement & PlaceSettings<Source>;
  readonly #member: Member;
  readonly #moved: PlaceCallbacks['moved'];
  readonly #connect: ContextConsumer<Context<unknown, Connect<Source>>, LitElement>;
  readonly #around: ContextConsumer<typeof shared, LitElement>;
  #joined: Shared | undefined;
  #name: unknown;

  /** @param connect who makes sources of this kind out of endpoints. */
  constructor(
    host: LitElement & PlaceSettings<Source>,
    connect: Context<unknown, Connect<Source>>,
    { hear, moved }: PlaceCallbacks,
  ) {
    this.#host = host;
    this.#member = { hear };
    this.#moved = moved;
    this.#connect = new ContextConsumer(host, { context: connect, subscribe: true });
    this.#around = new ContextConsumer(host, { context: shared, subscribe: true });
    host.addController(this);
  }

  hostConnected(): void {
    // Perhaps in another place of the page than before.
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    this.#join(this.#around.value);
    const { name } = this;
    if (name === this.#name) return;
    this.#name = name;
    this.#moved?.(name !== undefined);
  }

  hostDisconnected(): void {
    // It may be put somewhere else in the page, outside of the provider.
    delete this.#around.value;
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#join(undefined);
      this.#name = undefined;
    });
  }

  /** What tells one place from another; undefined for nowhere. */
  get name(): unknown {
    const { source } = this.#host;
    return source ?? (this.#connect.value && this.endpoint !== '' ? this.endpoint : undefined);
  }

  /** As the page has written it; empty where it has not. */
  get endpoint(): string {
    return (this.#host.endpoint.trim() || this.#around.value?.settings.endpoint.trim()) ?? '';
  }

  /** @throws IncomeProblem `no-endpoint` when the page has not said where. */
  get source(): Source {
    return this.#host.source ?? sourceOf(this.endpoint, this.#connect.value, this.#credentials);
  }

  get #credentials(): string {
    return this.#host.credentials || (this.#around.value?.settings.credentials ?? '');
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

  #join(wanted: Shared | undefined): void {
    if (wanted === this.#joined) return;
    this.#joined?.remove(this.#member);
    this.#joined = wanted;
    wanted?.add(this.#member);
  }
}
