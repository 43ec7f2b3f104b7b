export {
  ConfigFaults,
  readConfig,
  VARIABLES,
  type Environment,
  type SealKeys,
  type ServerConfig,
} from './config.ts';
export { createHealth, type Check, type Health, type HealthOptions, type Watch } from './health.ts';
export { lookAfter, type LookAfterOptions, type LookedAfter, type StopOptions } from './look-after.ts';
export { nodeListener, type Fetch, type NodeListener } from './node-listener.ts';
export { onlyAt } from './only-at.ts';
export { openStores, type Database } from './open-stores.ts';
export type { ServerLimits } from './server-limits.ts';
export { stopOnSignals } from './signals.ts';
export { PortTaken, startServer, urlOf, type RunningServer, type ServerOptions } from './start-server.ts';
