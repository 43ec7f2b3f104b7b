import { ContextConsumer } from '@lit/context';
import { IncomeProblem, MONEY_SOURCES, parseMonths, SourceCode, type Period } from '@medborgarnavet/model';
import type { LitElement, ReactiveController } from 'lit';
import { connectIncomeSource, sourceOf, type IncomeSource } from './income-source.ts';
import { shared, type Member, type Shared, type SharedSettings } from './provider/shared.ts';

/** What the page writes in the tag of an element that asks. */
export type Asking = Pick<
  SharedSettings,
  'source' | 'endpoint' | 'period' | 'sources' | 'signIn' | 'credentials'
>;

/** Where an element asks, and about what: as its own attributes say, else as the provider around it does. */
export class SourceController implements ReactiveController {
  readonly #host: LitElement & Asking;
  readonly #member: Member;
  readonly #found: () => void;
  readonly #connect: ContextConsumer<typeof connectIncomeSource, LitElement>;
  readonly #around: ContextConsumer<typeof shared, LitElement>;
  #joined: Shared | undefined;
  #place: unknown;

  /**
   * @param member what the element is to the others of its provider.
   * @param found there is somewhere to ask, or somewhere else than before.
   */
  constructor(host: LitElement & Asking, member: Member, found: () => void) {
    this.#host = host;
    this.#member = member;
    this.#found = found;
    this.#connect = new ContextConsumer(host, { context: connectIncomeSource, subscribe: true });
    this.#around = new ContextConsumer(host, { context: shared, subscribe: true });
    host.addController(this);
  }

  hostConnected(): void {
    // Perhaps in another place of the page than before.
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    this.#join(this.#host.isConnected ? this.shared : undefined);
    const place = this.#placeToAsk();
    if (place === this.#place) return;
    this.#place = place;
    if (place !== undefined) this.#found();
  }

  hostDisconnected(): void {
    // It may be put somewhere else in the page, outside of the provider.
    delete this.#around.value;
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#join(undefined);
    });
  }

  /** What it shares with the others of its provider; undefined for one that looks after itself. */
  get shared(): Shared | undefined {
    const { source, endpoint } = this.#host;
    return source === undefined && endpoint.trim() === '' ? this.#around.value : undefined;
  }

  /** Tells the others of the provider that something here is otherwise than it was. */
  tell(): void {
    this.#joined?.tell({ kind: 'redraw' }, this.#member);
  }

  get canAsk(): boolean {
    return this.#placeToAsk() !== undefined;
  }

  /** @throws IncomeProblem `no-endpoint` when the page has not said where. */
  get source(): IncomeSource {
    const { source, endpoint } = this.#host;
    return source ?? this.shared?.source ?? sourceOf(endpoint, this.#connect.value, this.#host.credentials);
  }

  /** As the page has written it. */
  get months(): string {
    return this.#host.period || (this.#around.value?.settings.period ?? '');
  }

  /** @throws IncomeProblem `invalid-input` when the page has not said which. */
  get period(): Period {
    const period = parseMonths(this.months);
    if (!period) throw new IncomeProblem('invalid-input');
    return period;
  }

  /** Whom the host asks. Unknown codes are left out. */
  get asked(): SourceCode[] {
    const codes = this.#host.sources || (this.#around.value?.settings.sources ?? '');
    if (codes.trim() === '') return [...MONEY_SOURCES];
    return codes.split(/\s+/).flatMap((word) => SourceCode.safeParse(word).data ?? []);
  }

  get signIn(): string {
    return this.#host.signIn || (this.#around.value?.settings.signIn ?? '');
  }

  /** What tells one place to ask from another. */
  #placeToAsk(): unknown {
    const { source, endpoint } = this.shared?.settings ?? this.#host;
    if (source) return source;
    return this.#connect.value && endpoint.trim() !== '' ? endpoint : undefined;
  }

  #join(wanted: Shared | undefined): void {
    if (wanted === this.#joined) return;
    this.#joined?.remove(this.#member);
    this.#joined = wanted;
    wanted?.add(this.#member);
  }
}
