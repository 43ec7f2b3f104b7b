// What the four examples have in common: the endpoint and what it needs, all of it from the environment (docs/drift.md).
import { randomUUID } from 'node:crypto';
import {
  createIncomeHost,
  createLimits,
  createSeal,
  createSubmissionSigner,
  fileHeads,
  startKommunikationsyta,
} from '@medborgarnavet/host';
import { openStores, readConfig } from '@medborgarnavet/host/server.ts';
import { configFromEnvironment, createSsbtek } from '@medborgarnavet/ssbtek';
import { deliver } from './case-system.ts';
import { form } from './form.ts';
import { whoIsAsking } from './session.ts';

const clock = (): Date => new Date();
const { config, lookUpIncome, lookUpBackground } = read();
const { port, host, origins, keys, lostKeys, lifetimeDays, seal, signingKey, auditHeads, allowedOrigins } =
  config;
const stores = await openStores(config.database).catch(exit);
const newId = (): string => randomUUID();
const sealing = createSeal(seal.key, seal.id, seal.earlier);
const kommunikationsyta = await startKommunikationsyta({
  ...{ stores, keys, lostKeys, lifetimeDays, deliver, form, clock, newId },
  seal: sealing,
  signer: createSubmissionSigner(signingKey),
  heads: fileHeads(auditHeads),
  municipality: 'Exempelköpings kommun',
}).catch(exit);
const { drafts, statements, submissions, audit } = kommunikationsyta;
const incomeHost = createIncomeHost({
  ...{ whoIsAsking, lookUpIncome, lookUpBackground, drafts, statements, submissions, audit, clock, newId },
  basePath: '/api/inkomst',
  seal: sealing,
  limits: createLimits(),
  allowedOrigins,
});

export { port, host, origins };
export const fetch = (request: Request): Promise<Response> => incomeHost.fetch(request);
export const checks = { database: stores.check };
export const { close, watched } = kommunikationsyta;

function read() {
  try {
    const config = readConfig(process.env);
    return { config, ...createSsbtek({ config: configFromEnvironment(process.env), clock }) };
  } catch (error) {
    return exit(error);
  }
}

function exit(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : 'It cannot be started.'}\n`);
  process.exit(2);
}
