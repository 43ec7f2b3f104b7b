import { readFileSync } from 'node:fs';
import { checkConfig, type SsbtekConfig, type SsbtekConfigInput } from './config.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration from `SSBTEK_URL`, `SSBTEK_VERSION` (`10` | `11`), `SSBTEK_CERT`, `SSBTEK_KEY` and `SSBTEK_CA`, with the
 * rest from the JSON file that `SSBTEK_CONFIG` names, and from the defaults. The environment goes before the file.
 * @throws Error that names the file or every wrong field.
 */
export function configFromEnvironment(
  env: Environment,
  defaults: Partial<SsbtekConfigInput> = {},
): SsbtekConfig {
  const { SSBTEK_URL: url, SSBTEK_VERSION: version, SSBTEK_CERT: cert, SSBTEK_KEY: key, SSBTEK_CA: ca } = env;
  const tls =
    cert === undefined && key === undefined ? undefined : { cert, key, ...(ca !== undefined && { ca }) };
  return checkConfig({
    ...defaults,
    ...readConfigFile(env['SSBTEK_CONFIG']),
    ...(url !== undefined && { url }),
    ...(version !== undefined && { version: Number(version) }),
    ...(tls && { tls }),
  } as SsbtekConfigInput);
}

function readConfigFile(path: string | undefined): object {
  if (path === undefined) return {};
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error('SSBTEK_CONFIG: there is no readable JSON file at that path.');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Error('SSBTEK_CONFIG: the file must hold one JSON object.');
  }
  return json;
}
