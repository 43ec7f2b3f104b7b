/** What is to be in a certificate. */
export interface Profile {
  readonly name: string;
  /** Lines of an extension section of openssl. */
  readonly extensions: readonly string[];
}

export interface Validity {
  readonly from: Date;
  readonly until: Date;
}

const leaf = (usage: string, host: string): readonly string[] => [
  'basicConstraints = critical, CA:FALSE',
  'keyUsage = critical, digitalSignature',
  `extendedKeyUsage = ${usage}`,
  `subjectAltName = ${host}`,
];
const HERE = 'DNS:localhost, IP:127.0.0.1';
const BOTH = 'serverAuth, clientAuth';

export const PROFILES = {
  ca: {
    name: 'SSBTEK simulator test CA',
    extensions: [
      'basicConstraints = critical, CA:TRUE',
      'keyUsage = critical, keyCertSign, cRLSign',
      'subjectKeyIdentifier = hash',
    ],
  },
  server: { name: 'localhost', extensions: leaf('serverAuth', HERE) },
  client: { name: 'Exempelkommun', extensions: leaf('clientAuth', 'DNS:exempelkommun.example') },
  either: { name: 'localhost', extensions: leaf(BOTH, HERE) },
  elsewhere: { name: 'elsewhere.example', extensions: leaf(BOTH, 'DNS:elsewhere.example') },
} as const satisfies Readonly<Record<string, Profile>>;

/** From so many years from now until so many years from now, a day earlier so that no clock is behind it. */
export function yearsFrom(now: Date, from: number, until: number): Validity {
  const day = (years: number): Date => {
    const date = new Date(now);
    date.setUTCFullYear(date.getUTCFullYear() + years);
    date.setUTCDate(date.getUTCDate() - 1);
    return date;
  };
  return { from: day(from), until: day(until) };
}
