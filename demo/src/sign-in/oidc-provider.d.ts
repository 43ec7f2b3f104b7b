import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonWebKey } from 'node:crypto';

/** What oidc-provider 9 has, as far as it is used here. All times are whole seconds. */
export declare class Provider {
  constructor(issuer: string, configuration: Configuration);
  /** Koa's: with true, nothing is written to the console. */
  silent: boolean;
  readonly Grant: new (of: { readonly clientId: string; readonly accountId: string }) => Grant;
  callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  on(event: 'interaction.ended', listener: (ctx: ProviderContext) => void): this;
  /** The request for a sign-in that the browser's cookie belongs to. Throws when there is none. */
  interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
  /** Keeps the outcome; gives the address where the browser goes on. */
  interactionResult(
    request: IncomingMessage,
    response: ServerResponse,
    result: InteractionResult,
  ): Promise<string>;
}

export interface Grant {
  /** @param scope several are separated by spaces. */
  addOIDCScope(scope: string): void;
  /** Gives its id. */
  save(): Promise<string>;
}

export interface Interaction {
  readonly uid: string;
  /** What the client asked for, as it was written in the address. */
  readonly params: Readonly<Record<string, unknown>>;
}

export type InteractionResult =
  | {
      readonly login: {
        readonly accountId: string;
        readonly acr: string;
        readonly ts: number;
        readonly remember: boolean;
      };
      readonly consent: { readonly grantId: string };
    }
  | { readonly error: 'access_denied' };

export interface ProviderContext {
  type: string;
  body: unknown;
  readonly oidc: { readonly session: { destroyed: boolean } };
}

export interface Account {
  readonly accountId: string;
  claims(): Readonly<Record<string, unknown>>;
}

/** Where the provider keeps what belongs to one kind of thing, such as the codes. */
export interface Adapter {
  upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void>;
  find(id: string): Promise<AdapterPayload | undefined>;
  findByUid(uid: string): Promise<AdapterPayload | undefined>;
  findByUserCode(userCode: string): Promise<AdapterPayload | undefined>;
  consume(id: string): Promise<void>;
  destroy(id: string): Promise<void>;
  revokeByGrantId(grantId: string): Promise<void>;
}

export interface AdapterPayload {
  uid?: string;
  grantId?: string;
  consumed?: number;
}

interface Feature {
  readonly enabled: boolean;
}

interface CookieOptions {
  readonly httpOnly: boolean;
  readonly sameSite: 'lax';
  readonly path?: string;
}

export interface Configuration {
  readonly adapter: (kind: string) => Adapter;
  readonly jwks: { readonly keys: readonly JsonWebKey[] };
  readonly clients: readonly Readonly<Record<string, unknown>>[];
  readonly clientAuthMethods: readonly string[];
  readonly clientBasedCORS: () => boolean;
  readonly acrValues: readonly string[];
  /** The claims that each scope gives. */
  readonly claims: Readonly<Record<string, readonly string[]>>;
  readonly scopes: readonly string[];
  readonly responseTypes: readonly string[];
  readonly pkce: { readonly required: () => boolean };
  readonly findAccount: (ctx: ProviderContext, accountId: string) => Account | undefined;
  readonly interactions: { readonly url: (ctx: ProviderContext, interaction: Interaction) => string };
  readonly renderError: (ctx: ProviderContext) => Promise<void>;
  readonly expiresWithSession: () => boolean;
  readonly cookies: {
    readonly names: Readonly<Record<'session' | 'interaction' | 'resume', string>>;
    readonly long: CookieOptions;
    readonly short: CookieOptions;
  };
  readonly features: Readonly<Record<string, Feature>>;
  readonly ttl: Readonly<Record<string, number>>;
}
