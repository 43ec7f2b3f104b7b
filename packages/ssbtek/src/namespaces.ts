/** SOAP 1.1. */
export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';

/** SSBTEK's namespace holds its version, and Försäkringskassan routes on it (facts §2.2). */
export function namespaceOf(version: number): string {
  return `http://schema.forsakringskassan.se/integration/ssbt/${version}`;
}
