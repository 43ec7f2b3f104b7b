/** The version of SSBTEK that is spoken here. It is a part of the namespace of its messages. */
export const VERSION = 10;

/** The namespaces of all that is read and written, each under the prefix that it is written with. */
export const NAMESPACES = {
  soapenv: 'http://schemas.xmlsoap.org/soap/envelope/',
  ssbt: `http://schema.forsakringskassan.se/integration/ssbt/${VERSION}`,
  af: 'http://api.arbetsformedlingen.se/arbetssokande/ersattningsstod/v2',
  so: 'http://INT014.UBPService.Schemas',
  tns: 'http://schema.transportstyrelsen.se/ssbtek/hamtauppgifterresponder/1',
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

export type Prefix = keyof typeof NAMESPACES;

/** The agencies, in the order that both the question and the answer have them. */
export const AGENCIES = ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'] as const;
export type AgencyCode = (typeof AGENCIES)[number];

/** The operations: fetch about a person, and ask whether the agencies are there. */
export const HAMTA = 'hamtaBastjanstInformation';
export const TESTA = 'testaBastjanstInformation';

/** The municipalities (or social welfare boards) that FK knows. Any other is refused in the FK block. */
export const KNOWN_AKTORSID: readonly string[] = ['EXEMPEL-01', 'EXEMPEL-02'];

/** A failure as an agency's block tells of it. `SSBT`: the service gave up; `BT`: the agency failed or refused. */
export interface AgencyError {
  readonly kalla: 'SSBT' | 'BT';
  readonly felkod: string;
  readonly felmeddelande: string;
}
