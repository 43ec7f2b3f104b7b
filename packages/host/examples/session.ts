import type { WhoIsAsking } from '@medborgarnavet/host';

/**
 * YOUR OWN SESSION GOES HERE: look it up by its cookie, and tell who it is and which application is open. These examples believe
 * headers instead, which nobody may set but a proxy that signs people in and takes such headers away from what browsers send.
 */
export const whoIsAsking: WhoIsAsking = ({ headers }) => {
  const personnummer = headers.get('x-example-person');
  const reference = headers.get('x-example-application');
  const at = new Date(headers.get('x-example-signed-in-at') ?? '');
  if (personnummer === null || reference === null) return Promise.resolve(undefined);
  return Promise.resolve({
    personnummer,
    signIn: { level: 'http://id.elegnamnden.se/loa/1.0/loa3', at },
    application: { reference, openedAt: at, intent: 'apply' },
  });
};
