import { ContextConsumer } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import { sourceOf } from '../connect.ts';
import { shared } from '../provider/shared.ts';
import { connectSubmissionSource, type SubmissionSource } from './submission-source.ts';

/** What the page writes in the tag. */
export interface ReviewSettings {
  readonly submissionSource: SubmissionSource | undefined;
  readonly endpoint: string;
  readonly credentials: string;
}

/** Where to hand in: as the element's own attributes say, else where the provider around it asks. */
export class ReviewPlace implements ReactiveController {
  readonly #host: LitElement & ReviewSettings;
  readonly #connect: ContextConsumer<typeof connectSubmissionSource, LitElement>;
  readonly #around: ContextConsumer<typeof shared, LitElement>;

  constructor(host: LitElement & ReviewSettings) {
    this.#host = host;
    this.#connect = new ContextConsumer(host, { context: connectSubmissionSource, subscribe: true });
    this.#around = new ContextConsumer(host, { context: shared, subscribe: true });
    host.addController(this);
  }

  hostDisconnected(): void {
    // It may be put somewhere else in the page, outside of the provider.
    delete this.#around.value;
  }

  /** What tells one place from another. */
  get name(): unknown {
    return this.#host.submissionSource ?? this.#endpoint;
  }

  /** @throws IncomeProblem `no-endpoint` when the page has not said where. */
  get source(): SubmissionSource {
    return this.#host.submissionSource ?? sourceOf(this.#endpoint, this.#connect.value, this.#credentials);
  }

  get #credentials(): string {
    return this.#host.credentials || (this.#around.value?.settings.credentials ?? '');
  }

  get #endpoint(): string {
    return (this.#host.endpoint.trim() || this.#around.value?.settings.endpoint.trim()) ?? '';
  }
}
