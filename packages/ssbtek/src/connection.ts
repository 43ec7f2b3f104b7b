import type { LookupOptions } from '@medborgarnavet/model';
import type { AgencyBlocks } from './envelope.ts';
import { checkConfig, type SsbtekConfig, type SsbtekConfigInput } from './config.ts';
import { readAnswer } from './envelope.ts';
import { protection } from './protection.ts';
import { mutualTls } from './tls.ts';
import { httpTransport, type Transport } from './transport.ts';
import type { SsbtekWarning } from './warning.ts';

export interface SsbtekOptions {
  readonly config: SsbtekConfigInput;
  readonly clock: () => Date;
  /** How envelopes are sent; over HTTP to the configured address unless something else is given. */
  readonly transport?: Transport;
  /** Told when the certificate is to expire within 30 days or cannot be loaded anew, and when somebody else is answered about. */
  readonly warn?: (warning: SsbtekWarning) => void;
}

/** One municipality's way to SSBTEK: its configuration, its certificates, and the protection of both sides. */
export interface Connection {
  readonly config: SsbtekConfig;
  /**
   * Sends an envelope and opens the answer, of which this is the expected element.
   * Throws LookupFailed, or what `permit` rejects with.
   */
  call(envelope: string, expected: string, options?: CallOptions): Promise<AgencyBlocks>;
}

/** `signal`: nobody waits any longer, which is as if the time had run out. `permit`: asked when it is the call's turn, before each attempt. */
export type CallOptions = Pick<LookupOptions, 'signal' | 'permit'>;

/** @throws Error at once when the configuration or the certificates are wrong. */
export function connect({
  config: input,
  clock,
  transport,
  warn = () => undefined,
}: SsbtekOptions): Connection {
  const config = checkConfig(input);
  const agentFor = config.tls && mutualTls({ files: config.tls, clock, warn });
  const send = transport ?? httpTransport(config.url, agentFor);
  const protect = protection(config);
  return {
    config,
    call: (envelope, expected, { signal: stopped, permit } = {}) => {
      const deadline = AbortSignal.timeout(config.deadline);
      return protect(
        async (signal) => {
          await permit?.();
          return readAnswer(await send(envelope, signal), config.version, expected);
        },
        stopped ? AbortSignal.any([deadline, stopped]) : deadline,
      );
    },
  };
}
