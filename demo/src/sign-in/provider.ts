import { createHash, generateKeyPairSync } from 'node:crypto';
import { identifyExpiredPage } from '../pages/e-legitimation.ts';
import type { TestPerson } from '../session.ts';
import { memoryAdapter } from './adapter.ts';
import { LEVEL, PERSONNUMMER_CLAIM, PERSONNUMMER_SCOPE, SCOPES } from './claims.ts';
import type { Account, InteractionResult, Provider } from './oidc-provider.js';
import { CLIENT_ID, PROVIDER_PATH, type Registration } from './registration.ts';

/** Where a person shows who they are, below {@link PROVIDER_PATH}. */
export const IDENTIFY = '/legitimera';

/** The cookie that a person brings there. It is for one request and its own address. */
export const IDENTIFY_COOKIE = 'e-leg';

const MINUTE = 60;
/** How long a person has to choose who to be, in seconds. */
const LONGEST_INTERACTION = 10 * MINUTE;

/**
 * A provider of sign-ins that stands in for e-legitimation. It believes whoever says that they are a test person, and
 * remembers nobody: it has no session of its own, so that each sign-in is a new one.
 */
export async function createProvider(
  { issuer, clientSecret, redirectUri }: Registration,
  persons: readonly TestPerson[],
): Promise<Provider> {
  // A third of a second to load, and not needed before somebody signs in.
  const { Provider } = await import('./oidc-provider.js');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const off = { enabled: false };
  const provider = new Provider(issuer, {
    adapter: memoryAdapter(),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    clientAuthMethods: ['client_secret_basic'],
    clientBasedCORS: () => false,
    acrValues: [LEVEL],
    claims: { openid: ['sub'], [PERSONNUMMER_SCOPE]: [PERSONNUMMER_CLAIM] },
    scopes: SCOPES.split(' '),
    responseTypes: ['code'],
    pkce: { required: () => true },
    findAccount: (_ctx, accountId) => accountOf(persons.find((person) => pseudonymOf(person) === accountId)),
    interactions: { url: (_ctx, { uid }) => `${PROVIDER_PATH}${IDENTIFY}/${uid}` },
    renderError: async (ctx) => {
      ctx.type = 'html';
      ctx.body = String(await identifyExpiredPage());
    },
    expiresWithSession: () => false,
    cookies: {
      names: { session: 'e-leg-session', interaction: IDENTIFY_COOKIE, resume: 'e-leg-resume' },
      long: { httpOnly: true, sameSite: 'lax', path: PROVIDER_PATH },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    // Without userinfo the claims are in the ID token, and one call between the servers is enough.
    features: {
      devInteractions: off,
      dPoP: off,
      pushedAuthorizationRequests: off,
      resourceIndicators: off,
      rpInitiatedLogout: off,
      userinfo: off,
    },
    // For each kind that is in use, or the library writes to the console that one is missing.
    ttl: {
      AccessToken: MINUTE,
      AuthorizationCode: MINUTE,
      Grant: LONGEST_INTERACTION,
      IdToken: MINUTE,
      Interaction: LONGEST_INTERACTION,
      Session: MINUTE,
    },
  });
  // What goes wrong is in the demo's own log, by its status.
  provider.silent = true;
  provider.on('interaction.ended', ({ oidc }) => {
    oidc.session.destroyed = true;
  });
  return provider;
}

/** What the provider is told of a person who has shown who they are. */
export async function approvalOf(
  person: TestPerson,
  provider: Provider,
  now: Date,
): Promise<InteractionResult> {
  const accountId = pseudonymOf(person);
  const grant = new provider.Grant({ clientId: CLIENT_ID, accountId });
  grant.addOIDCScope(SCOPES);
  const ts = Math.floor(now.getTime() / 1000);
  return {
    login: { accountId, acr: LEVEL, ts, remember: false },
    consent: { grantId: await grant.save() },
  };
}

function accountOf(person: TestPerson | undefined): Account | undefined {
  if (!person) return undefined;
  const accountId = pseudonymOf(person);
  return { accountId, claims: () => ({ sub: accountId, [PERSONNUMMER_CLAIM]: person.personnummer }) };
}

/** 256 bits that look like chance, for a person the same each time. */
function pseudonymOf({ id }: TestPerson): string {
  return createHash('sha256').update(`e-legitimation ${id}`).digest('base64url');
}
