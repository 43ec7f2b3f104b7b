export { checkConfig, SsbtekConfig, type SsbtekConfigInput } from './config.ts';
export { isPersonnummer } from './personnummer.ts';
export { questionEnvelope } from './question.ts';
export { createSsbtek, type SsbtekOptions } from './ssbtek.ts';
export type { SoapAnswer, Transport } from './transport.ts';
