import { z } from 'zod';

/** Of the Swedish OpenID Connect profile: asks for the claim with the personnummer. */
export const PERSONNUMMER_SCOPE = 'https://id.oidc.se/scope/naturalPersonNumber';

export const SCOPES = `openid ${PERSONNUMMER_SCOPE}`;

/** Twelve digits. Only in the ID token, which goes from server to server. */
export const PERSONNUMMER_CLAIM = 'https://id.oidc.se/claim/personalIdentityNumber';

/** The level of assurance (`acr`) of a Swedish e-legitimation with the quality mark at level 3. */
export const LEVEL = 'http://id.elegnamnden.se/loa/1.0/loa3';

/** Who has signed in, as the provider vouches for it. */
export interface Identity {
  /** The provider's own name for the person, the same each time. It says nothing of who it is. */
  readonly subject: string;
  readonly personnummer: string;
  readonly level: string;
  /** When the person showed who they are. Whole seconds. */
  readonly signedInAt: Date;
}

const CLAIMS = z.object({
  sub: z.string().min(1),
  acr: z.literal(LEVEL),
  auth_time: z.int().positive(),
  [PERSONNUMMER_CLAIM]: z.string().regex(/^\d{12}$/),
});

/** The identity in an ID token; undefined if it does not say all that is needed, or the level is another. */
export function readIdentity(claims: unknown): Identity | undefined {
  const { data } = CLAIMS.safeParse(claims);
  return (
    data && {
      subject: data.sub,
      personnummer: data[PERSONNUMMER_CLAIM],
      level: data.acr,
      signedInAt: new Date(data.auth_time * 1000),
    }
  );
}
