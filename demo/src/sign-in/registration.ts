import { randomBytes } from 'node:crypto';

/** The path of the provider, and of all its cookies. */
export const PROVIDER_PATH = '/e-legitimation';

/** Where the provider sends the browser back. */
export const ANSWER_PATH = '/logga-in/svar';

export const CLIENT_ID = 'exempelkoping';

/** What the provider and the e-service have agreed on: each has a copy. */
export interface Registration {
  readonly issuer: string;
  /** 256 random bits, made when the demo starts. */
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** By origin, such as `http://localhost:4173`. */
export type Registrations = ReadonlyMap<string, Registration>;

export function register(origins: readonly string[]): Registrations {
  return new Map(
    origins.map((origin) => [
      origin,
      {
        issuer: `${origin}${PROVIDER_PATH}`,
        clientSecret: randomBytes(32).toString('base64url'),
        redirectUri: `${origin}${ANSWER_PATH}`,
      },
    ]),
  );
}

/** Gives what is made of a registration, made once and when it is first asked for. Nothing for an unknown origin. */
export function onePerOrigin<T>(
  registrations: Registrations,
  make: (registration: Registration) => T,
): (url: string) => T | undefined {
  const made = new Map<string, T>();
  return (url) => {
    const { origin } = new URL(url);
    const registration = registrations.get(origin);
    if (registration && !made.has(origin)) made.set(origin, make(registration));
    return made.get(origin);
  };
}
