/** The versions of SSBTEK that are spoken here, side by side. The namespace of a message tells which it is in. */
export const VERSIONS = [10, 11] as const;
export type Version = (typeof VERSIONS)[number];

const ssbt = (version: Version): string => `http://schema.forsakringskassan.se/integration/ssbt/${version}`;

/** The version that a namespace is of; undefined when it is none of SSBTEK's. */
export function versionOf(namespace: string | null | undefined): Version | undefined {
  return VERSIONS.find((version) => ssbt(version) === namespace);
}

const OTHERS = {
  soapenv: 'http://schemas.xmlsoap.org/soap/envelope/',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  af: 'http://api.arbetsformedlingen.se/arbetssokande/ersattningsstod/v2',
  so: 'http://INT014.UBPService.Schemas',
  tns: 'http://schema.transportstyrelsen.se/ssbtek/hamtauppgifterresponder/1',
  frdn: 'http://schema.transportstyrelsen.se/ssbtek/fordon/1',
  skv: 'http://xmls.skatteverket.se/se/skatteverket/zg/instans/standardiseradInformation/1.0',
  csn: 'http://schema.csn.se/v4.0/kommunfraga',
  csngem: 'http://schema.csn.se/v4.0/csntyper',
  csnpers: 'http://schema.csn.se/v4.0/person',
  csnsm: 'http://schema.csn.se/v4.0/studiemedel',
  csnsh: 'http://schema.csn.se/v4.0/studiehjalp',
  csnhut: 'http://schema.csn.se/v4.0/hemutrustningslan',
  csnsss: 'http://schema.csn.se/v4.0/studiestartsstod',
  csnoss: 'http://schema.csn.se/v4.0/omstallningsstudiestod',
} as const;

export type Prefix = keyof typeof OTHERS | 'ssbt';
export type Namespaces = Readonly<Record<Prefix, string>>;

/** The namespaces of all that is read and written, each under the prefix that it is written with. */
export function namespacesOf(version: Version): Namespaces {
  return { ...OTHERS, ssbt: ssbt(version) };
}

/** The agencies, in the order that both the question and the answer have them. */
export const AGENCIES = ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'] as const;
export type AgencyCode = (typeof AGENCIES)[number];

/** The operations: fetch about a person, and ask whether the agencies are there. */
export const HAMTA = 'hamtaBastjanstInformation';
export const TESTA = 'testaBastjanstInformation';
export type Operation = typeof HAMTA | typeof TESTA;

/** What Skatteverket can be asked for in v11, in the order of the contract. */
export const SKV_PARTS = [
  'foretagsinformation',
  'individuppgifter',
  'skattekonto',
  'skatteuppgifter',
  'beskattningsbilagor',
] as const;
export type SkvPart = (typeof SKV_PARTS)[number];

/** The municipalities (or social welfare boards) that FK knows. Any other is refused in the FK block. */
export const KNOWN_AKTORSID: readonly string[] = ['EXEMPEL-01', 'EXEMPEL-02'];

/** A failure as an agency's block tells of it. `SSBT`: the service gave up; `BT`: the agency failed or refused. */
export interface AgencyError {
  readonly kalla: 'SSBT' | 'BT';
  readonly felkod: string;
  readonly felmeddelande: string;
}
