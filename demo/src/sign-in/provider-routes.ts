import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { deleteCookie } from 'hono/cookie';
import { CANCEL, identifyExpiredPage, identifyPage, PERSON } from '../pages/e-legitimation.ts';
import { onlyFromOwnPages, readForm, setSecurityHeaders } from '../security.ts';
import type { TestPerson } from '../session.ts';
import type { Interaction, InteractionResult, Provider } from './oidc-provider.js';
import { approvalOf, createProvider, IDENTIFY, IDENTIFY_COOKIE } from './provider.ts';
import { onePerOrigin, PROVIDER_PATH, type Registrations } from './registration.ts';

export interface ProviderParts {
  readonly registrations: Registrations;
  readonly persons: readonly TestPerson[];
  readonly clock: () => Date;
}

interface Env {
  Bindings: HttpBindings;
}

/** A request for a sign-in that the browser has come with. */
interface Asked {
  readonly provider: Provider;
  readonly interaction: Interaction;
}

/** All addresses under `/e-legitimation`. The call for the token comes from a server, which proves itself by its secret. */
export function providerRoutes({ registrations, persons, clock }: ProviderParts): Hono<Env> {
  const providerFor = onePerOrigin(registrations, (registration) => createProvider(registration, persons));
  const app = new Hono<Env>();

  const protocol = async (c: Context<Env>): Promise<Response> => {
    const provider = await providerFor(c.req.url);
    return provider ? passOn(provider, c) : c.notFound();
  };
  app.get('/.well-known/openid-configuration', protocol);
  app.get('/jwks', protocol);
  app.get('/auth', protocol);
  app.get('/auth/:uid', protocol);
  app.post('/token', protocol);

  const find = (wanted: unknown): TestPerson | undefined => persons.find(({ id }) => id === wanted);
  const show = ({ interaction }: Asked, c: Context<Env>) =>
    c.html(identifyPage(persons, `${PROVIDER_PATH}${IDENTIFY}/${interaction.uid}`));
  app.use(`${IDENTIFY}/:uid`, onlyFromOwnPages);
  app.get(`${IDENTIFY}/:uid`, async (c) => {
    const asked = await askedOf(await providerFor(c.req.url), c);
    if (!asked) return c.html(identifyExpiredPage(), 400);
    // A stand-in needs nothing more than a name. A real e-legitimation always asks the person.
    const person = find(asked.interaction.params['login_hint']);
    return person ? goOn(asked, c, await approvalOf(person, asked.provider, clock())) : show(asked, c);
  });
  app.post(`${IDENTIFY}/:uid`, async (c) => {
    const posted = await readForm(c.req.raw);
    const asked = await askedOf(await providerFor(c.req.url), c);
    if (!asked) return c.html(identifyExpiredPage(), 400);
    if (posted.has(CANCEL)) return goOn(asked, c, { error: 'access_denied' });
    const person = find(posted.get(PERSON));
    return person ? goOn(asked, c, await approvalOf(person, asked.provider, clock())) : show(asked, c);
  });
  return app;
}

/** Undefined when it is too old, or was made in another browser. */
async function askedOf(provider: Provider | undefined, c: Context<Env>): Promise<Asked | undefined> {
  if (!provider) return undefined;
  const { incoming, outgoing } = c.env;
  try {
    const interaction = await provider.interactionDetails(incoming, outgoing);
    return { provider, interaction };
  } catch {
    return undefined;
  }
}

async function goOn({ provider }: Asked, c: Context<Env>, result: InteractionResult): Promise<Response> {
  const { incoming, outgoing } = c.env;
  deleteCookie(c, IDENTIFY_COOKIE, { path: c.req.path });
  return c.redirect(await provider.interactionResult(incoming, outgoing, result), 303);
}

/** Lets the library answer, which knows only Node's own requests, below the path where it is mounted. */
async function passOn(provider: Provider, c: Context<Env>): Promise<Response> {
  const { incoming, outgoing } = c.env;
  const { url = '' } = incoming;
  setSecurityHeaders({
    has: (name) => outgoing.hasHeader(name),
    set: (name, value) => outgoing.setHeader(name, value),
  });
  const mounted = Object.assign(incoming, { originalUrl: url, url: url.slice(PROVIDER_PATH.length) });
  await provider.callback()(mounted, outgoing);
  incoming.url = url;
  return new Response(null, { status: outgoing.statusCode, headers: { 'x-hono-already-sent': 'true' } });
}
