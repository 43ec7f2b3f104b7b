/** The lists of Försäkringskassan's cases, and the benefit that each is about (LEFI v9, facts §4.2). */
export const FK_CASES: ReadonlyMap<string, string> = new Map([
  ['aktivitetsstodsarende', 'Aktivitetsstöd'],
  ['allmanpensionsarende', 'Allmän pension'],
  ['arbetsskadeefterlevandearende', 'Arbetsskadelivränta till efterlevande'],
  ['arbetsskadeegenlivrantearende', 'Arbetsskadelivränta'],
  ['barnbidragsarende', 'Barnbidrag'],
  ['bostadsbidragsarende', 'Bostadsbidrag'],
  ['bostadstillaggsarende', 'Bostadstillägg'],
  ['efterlevandepensionsarende', 'Efterlevandepension'],
  ['mottagareavbarnbidrag', 'Eget barnbidrag'],
  ['foraldrapenningarende', 'Föräldrapenning'],
  ['forebyggandeSjukpenningsarende', 'Förebyggande sjukpenning'],
  ['handikappersattningsarende', 'Handikappersättning'],
  ['graviditetspenningsarende', 'Graviditetspenning'],
  ['merkostnadsersattningsarende', 'Merkostnadsersättning'],
  ['narstaendepenningarende', 'Närståendepenning'],
  ['omvardnadsbidragsarende', 'Omvårdnadsbidrag'],
  ['programersattningsarende', 'Programersättning'],
  ['rehabersattningsarende', 'Rehabiliteringsersättning'],
  ['sjukOchAktivitetsersattningsarende', 'Sjuk- och aktivitetsersättning'],
  ['sjukpenningarende', 'Sjukpenning'],
  ['smittbararersattningsarende', 'Smittbärarersättning'],
  ['tillfalligForaldrapenningarende', 'Tillfällig föräldrapenning'],
  ['totalforsvarspliktsarende', 'Dagpenning till totalförsvarspliktiga'],
  ['underhallsstodskrav', 'Krav om underhållsstöd'],
  ['underhallsstodsmottag', 'Underhållsstöd'],
  ['vardbidragsarende', 'Vårdbidrag'],
  ['yrkesskadeefterlevandearende', 'Yrkesskadelivränta till efterlevande'],
  ['yrkesskadeegenlivrantearende', 'Yrkesskadelivränta'],
]);

/**
 * Claims on the person: what they are decided for is to be paid, not received, under the same code of benefit. They go by
 * the name above.
 */
export const FK_CLAIMS: ReadonlySet<string> = new Set(['underhallsstodskrav']);
