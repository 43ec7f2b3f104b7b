import type { Asking } from './asking.ts';
import type { Answer } from './ndjson.ts';

/** Who asks the authorities for something, and what that call may do. */
export interface Caller {
  /** As judged when everything had come. */
  readonly asking: Asking;
  /**
   * Judges anew, just before an authority is asked, whether this person may still ask for this application. What the wait before it was
   * for does not matter: they may have signed out, handed in or begun anew meanwhile (DESIGN rule 7).
   * @throws Problem that says why not.
   */
  readonly permit: () => Promise<void>;
  /** The call is one of those that a person has: an authority has answered. Another is given back when it has ended. */
  readonly counts: () => void;
}

/** Reads and checks what a request brings, all of it. It does not know who asks. @throws Problem `invalid-input` */
export type Read<Input> = (request: Request) => Input | Promise<Input>;

/** A request that has come whole. All that is left to know is whose it is. */
export type Received = (caller: Caller) => Promise<Response | Answer>;

/**
 * What one call does. A body may take its time to arrive, so it is read before anybody is asked who it is of: handlers get what has been
 * read and never the request, and so cannot wait for more of it.
 */
export interface Route {
  readonly receive: (request: Request) => Promise<Received>;
  readonly asksAuthorities: boolean;
}

/** A route that asks no authority. */
export function route<Input>(
  read: Read<Input>,
  handle: (asking: Asking, input: Input) => Promise<Response | Answer>,
): Route {
  return {
    asksAuthorities: false,
    async receive(request) {
      const input = await read(request);
      return ({ asking }) => handle(asking, input);
    },
  };
}

/** A route that asks the authorities. */
export function askingRoute<Input>(
  read: Read<Input>,
  handle: (caller: Caller, input: Input) => Promise<Response | Answer>,
): Route {
  return {
    asksAuthorities: true,
    async receive(request) {
      const input = await read(request);
      return (caller) => handle(caller, input);
    },
  };
}

/** Of a call that brings nothing. */
export const nothing: Read<undefined> = () => undefined;
