import * as z from 'zod';
import { AGENCIES } from './envelope.ts';

const NonEmpty = z.string().trim().min(1);
const Organisationsnummer = z
  .string()
  .regex(/^\d{4}[2-9]\d{7}$/, 'must be 12 digits: 16 and the organisationsnummer, e.g. 162120000000');

const Path = NonEmpty;

/** Where the certificate is that the municipality shows: PEM files, or one PKCS#12 file. `ca`: whom to trust. */
export const TlsFiles = z.union([
  z.strictObject({ key: Path, cert: Path, ca: Path.optional() }),
  z.strictObject({ pfx: Path, passphrase: z.string().optional(), ca: Path.optional() }),
]);
export type TlsFiles = z.infer<typeof TlsFiles>;

/** How a municipality asks SSBTEK. The values are given by Försäkringskassan at connection (facts §2, §3). */
export const SsbtekConfig = z.strictObject({
  /** The address of the service. */
  url: z.url({ protocol: /^https?$/ }),
  /** The version of SSBTEK's contract, which is part of its namespace. Version 11 also tells of wages and repaid tax. */
  version: z.union([z.literal(10), z.literal(11)]).default(10),
  /**
   * One compound call to all agencies, or one call to each of them at the same time, so that a page can show each answer
   * as it comes. The latter makes three or four calls of one, which `outward` must have room for.
   */
  calls: z.enum(['together', 'each']).default('together'),
  /** Whom to ask for what lies behind the payments, when a person wants to see it. */
  background: z
    .array(z.enum(AGENCIES))
    .refine(
      (agencies) => agencies.includes('FK'),
      'must hold FK, which tells whether the identity is protected',
    )
    .default([...AGENCIES]),
  /**
   * What becomes of the other sources' answers when Försäkringskassan has not said whether the identity is protected.
   * `withhold`: nothing is told to anybody until it has. `tell`: they are told unless another source marks the person, so
   * that somebody with protected identity may be shown what those sources know (decision 0009).
   */
  protectionNotTold: z.enum(['withhold', 'tell']).default('withhold'),
  /** Mutual TLS, which the real service demands. */
  tls: TlsFiles.optional(),
  /** The municipality that asks. `handlaggare`: at most 31 characters, since CSN has that limit (facts §3.1). */
  ingivare: z.strictObject({
    organisationsnummer: Organisationsnummer,
    namn: NonEmpty,
    handlaggare: NonEmpty.max(31),
  }),
  /** One id per municipality or socialnämnd. */
  aktorsid: NonEmpty,
  /** What the question is for. */
  syfte: NonEmpty,
  /** The rule that breaks secrecy: 15 kap. 10–12 §§ socialtjänstlagen (2025:400) and förordning (2008:975) (facts §8). */
  lagtext: NonEmpty,
  personuppgiftsbitraden: z
    .array(
      z.strictObject({
        ordningsnummer: z.int().min(0).max(32767).optional(),
        organisationsnummer: Organisationsnummer,
        namn: NonEmpty,
      }),
    )
    .default([]),
  /** How long one lookup may take in all, in milliseconds. */
  deadline: z.int().min(100).max(120_000).default(20_000),
  /** How often SSBTEK may be called: so many at once, then so many per second. */
  outward: z
    .strictObject({ perSecond: z.number().positive().max(1000), burst: z.int().min(1).max(1000) })
    .default({ perSecond: 1, burst: 5 }),
});
export type SsbtekConfig = z.infer<typeof SsbtekConfig>;
export type SsbtekConfigInput = z.input<typeof SsbtekConfig>;

/**
 * Checks a configuration at start.
 * @throws Error that names every field that is wrong and what it must be.
 */
export function checkConfig(input: SsbtekConfigInput): SsbtekConfig {
  const parsed = SsbtekConfig.safeParse(input);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || '(all)'}: ${issue.message}`);
  throw new Error(`The configuration of SSBTEK is wrong:\n${lines.join('\n')}`);
}
