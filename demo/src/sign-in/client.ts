import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import { LEVEL, readIdentity, SCOPES, type Identity } from './claims.ts';
import { CLIENT_ID, type Registration } from './registration.ts';

/** Random, and new for each sign-in. The answer must fit them. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface SignInClient {
  /**
   * Where to send the browser.
   * @param hint who the person says that they are, so that nobody has to choose again.
   */
  begin(checks: Checks, hint?: string): Promise<URL>;
  /**
   * Who has signed in.
   * @param answer the whole address that the provider sent the browser to.
   * @param begunAt the person must have shown who they are after that, and not only earlier.
   * @throws SignInCancelled, SignInFailed
   */
  end(answer: URL, checks: Checks, begunAt: Date): Promise<Identity>;
}

/** The person did not want to. */
export class SignInCancelled extends Error {
  override readonly name = 'SignInCancelled';
}

/** The provider said no, could not be reached, or said what does not hold. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
}

/** How much two servers' clocks may differ, in milliseconds. */
const CLOCKS_DIFFER = 30_000;

export function newChecks(): Checks {
  return { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
}

/** Asks the provider of a registration to say who somebody is. What the provider has to offer is read once. */
export function createSignInClient(registration: Registration): SignInClient {
  let known: Promise<Configuration> | undefined;
  const configuration = async (): Promise<Configuration> => {
    known ??= discover(registration);
    try {
      return await known;
    } catch (cause) {
      known = undefined;
      throw new SignInFailed('The provider cannot be reached.', { cause });
    }
  };
  return {
    async begin({ state, nonce, verifier }, hint) {
      return buildAuthorizationUrl(await configuration(), {
        redirect_uri: registration.redirectUri,
        scope: SCOPES,
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        acr_values: LEVEL,
        prompt: 'login',
        ...(hint !== undefined && { login_hint: hint }),
      });
    },
    async end(answer, { state, nonce, verifier }, begunAt) {
      const config = await configuration();
      const tokens = await authorizationCodeGrant(config, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      }).catch((cause: unknown) => {
        throw isCancelled(cause)
          ? new SignInCancelled()
          : new SignInFailed('The answer is wrong.', { cause });
      });
      const identity = readIdentity(tokens.claims());
      if (!identity) throw new SignInFailed('The answer does not say who it is, or how surely.');
      if (identity.signedInAt.getTime() < begunAt.getTime() - CLOCKS_DIFFER) {
        throw new SignInFailed('The person showed who they are before they were asked to.');
      }
      return identity;
    },
  };
}

/** Plain http, since it never leaves this machine; the ID token's signature is checked for that reason too. */
function discover({ issuer, clientSecret }: Registration): Promise<Configuration> {
  return discovery(
    new URL(issuer),
    CLIENT_ID,
    { id_token_signed_response_alg: 'ES256' },
    ClientSecretBasic(clientSecret),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to stand out
    { execute: [allowInsecureRequests, enableNonRepudiationChecks], timeout: 10 },
  );
}

function isCancelled(error: unknown): boolean {
  return error instanceof AuthorizationResponseError && error.error === 'access_denied';
}
