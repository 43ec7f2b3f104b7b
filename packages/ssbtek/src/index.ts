export { checkConfig, SsbtekConfig, type SsbtekConfigInput } from './config.ts';
export { isPersonnummer } from './personnummer.ts';
export { runCommand } from './command.ts';
export type { SsbtekOptions } from './connection.ts';
export { configFromEnvironment } from './environment.ts';
export type { Ping, PingResult } from './ping.ts';
export { createSsbtek, type Ssbtek } from './ssbtek.ts';
export type { CertificateWarning } from './tls.ts';
export type { SoapAnswer, Transport } from './transport.ts';
