/**
 * What the municipality's case system gets when an application is handed in. It is made once, so that it is the same to the byte
 * however often it has to be delivered.
 */
export interface HandedInMessage {
  /** Of this handing in. Whoever receives it twice keeps it once. */
  readonly id: string;
  /** The application's reference. */
  readonly reference: string;
  /** JSON of the dated schema, in UTF-8. */
  readonly json: string;
  /** The same for people: a page in Swedish that needs nothing else, and can be printed. */
  readonly html: string;
  /** JWS, compact: the JSON is its payload, and the page's SHA-256 stands in the JSON. */
  readonly signed: string;
}

/**
 * Supplied by the host: gives what was handed in to the municipality's case system, and resolves when it is safely there.
 * When it rejects, or the signal is aborted, the same message comes again later, and it may come again when the answer was lost:
 * what has an id that is there already is to be left as it is.
 */
export type Deliver = (message: HandedInMessage, options: { readonly signal: AbortSignal }) => Promise<void>;
