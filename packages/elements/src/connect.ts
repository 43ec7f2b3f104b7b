import { ContextProvider, type Context } from '@lit/context';
import { IncomeProblem } from '@medborgarnavet/model';

/** Makes a source of an element's `endpoint`. Throws `IncomeProblem` `no-endpoint` when it is no web address. */
export type Connect<Source> = (endpoint: string, options: ConnectOptions) => Source;

export interface ConnectOptions {
  /** `include` where the page has said that cookies go to an endpoint at another origin. */
  readonly credentials: 'same-origin' | 'include';
}

/** Gives every element of the page what it asks for by this context. Called once, by whoever joins elements and client. */
export function provideOnRoot<Value>(
  context: Context<unknown, Value>,
  value: Value,
  root: HTMLElement = document.documentElement,
): void {
  new ContextProvider(root, { context, initialValue: value }).hostConnected();
}

/** The source of an endpoint. Throws `IncomeProblem` `no-endpoint` when the page has not said where, or nobody makes sources. */
export function sourceOf<Source>(
  endpoint: string,
  connect: Connect<Source> | undefined,
  credentials: string | undefined,
): Source {
  if (endpoint.trim() === '' || !connect) throw new IncomeProblem('no-endpoint');
  return connect(endpoint, { credentials: credentials === 'include' ? 'include' : 'same-origin' });
}
