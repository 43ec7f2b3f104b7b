import type { Adapter, AdapterPayload } from './oidc-provider.js';

interface Kept {
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const MOST = 1000;

/** What the provider has to remember between the steps of a sign-in: in memory, and never more than 1 000 things. */
export function memoryAdapter(): (kind: string) => Adapter {
  const all = new Map<string, Kept>();
  const find = (key: string): AdapterPayload | undefined => {
    const kept = all.get(key);
    return kept && kept.until > Date.now() ? kept.payload : undefined;
  };
  const keep = (key: string, kept: Kept): void => {
    const now = Date.now();
    for (const [other, { until }] of all) if (until <= now) all.delete(other);
    all.delete(key);
    all.set(key, kept);
    const [oldest] = all.keys();
    if (all.size > MOST && oldest !== undefined) all.delete(oldest);
  };
  const removeWhere = (matches: (payload: AdapterPayload) => boolean): void => {
    for (const [key, { payload }] of all) if (matches(payload)) all.delete(key);
  };

  return (kind) => {
    const keyOf = (id: string): string => `${kind}:${id}`;
    return {
      async upsert(id, payload, expiresIn = 0) {
        await Promise.resolve();
        keep(keyOf(id), { payload, until: Date.now() + expiresIn * 1000 });
      },
      find: (id) => Promise.resolve(find(keyOf(id))),
      // Only for what is not in use: sessions of its own, and codes for devices.
      findByUid: () => Promise.resolve(undefined),
      findByUserCode: () => Promise.resolve(undefined),
      async consume(id) {
        await Promise.resolve();
        const payload = find(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        await Promise.resolve();
        all.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        await Promise.resolve();
        removeWhere((payload) => payload.grantId === grantId);
      },
    };
  };
}
