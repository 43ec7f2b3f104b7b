import { createContext } from '@lit/context';
import type { AccessLog } from '@medborgarnavet/model';
import { provideOnRoot, type Connect } from '../connect.ts';
import type { LookOptions } from '../income-source.ts';

/**
 * Where it is kept what has been done with a person's data: a port. The embed gives one that asks the host's endpoint; a
 * page may set its own. Throws `IncomeProblem`, or the signal's reason when aborted.
 */
export interface AccessLogSource {
  /** What has been done with the data of this application. Asks no authority. */
  accessLog(options?: LookOptions): Promise<AccessLog>;
}

/** Makes a source of an element's `endpoint`. Throws `IncomeProblem` `no-endpoint` when it is no web address. */
export type ConnectAccessLogSource = Connect<AccessLogSource>;

/** Who makes access log sources out of endpoints on this page. The embed provides it on the document's root. */
export const connectAccessLogSource = createContext<ConnectAccessLogSource>(
  Symbol('medborgarnavet.connect-access-log-source'),
);

/** Lets every `<ssbtek-access-log>` of the page find its source. Called once, by whoever joins elements and client. */
export function provideAccessLogSources(connect: ConnectAccessLogSource, root?: HTMLElement): void {
  provideOnRoot(connectAccessLogSource, connect, root);
}
