/** The groups of benefits that Försäkringskassan can be asked about (LEFI v9, facts §4.3): the whole list. */
export const FK_GROUPS: readonly string[] = [
  ...['FK:ABB', 'FK:AP', 'FK:AS', 'FK:BOB', 'FK:BST', 'FK:BTI', 'FK:DPE', 'FK:EJO', 'FK:ET'],
  ...['FK:FP', 'FK:FSJP', 'FK:GP', 'FK:HE', 'FK:MABB', 'FK:MEK', 'FK:NP', 'FK:OMV', 'FK:PJOB'],
  ...['FK:PROG', 'FK:RBE', 'FK:SA', 'FK:SBP', 'FK:SJP', 'FK:TFP', 'FK:US', 'FK:VB', 'FK:YL'],
];

/** The groups of benefits that Pensionsmyndigheten can be asked about. */
export const PM_GROUPS: readonly string[] = ['PM:AP', 'PM:BTI', 'PM:EF'];

/** Every group. Asking for fewer silently loses income (facts §3.2). */
export const PAYMENT_GROUPS: readonly string[] = [...FK_GROUPS, ...PM_GROUPS];

/** General information about the person: asked for only to learn whether the identity is protected. */
export const PERSON_INFORMATION = 'FK:GEPI';

/** Placements in labour market programmes: they are no group of benefits, so they are asked for by themselves. */
export const PROGRAMME_INFORMATION = 'FK:PANV';

/** The rows of an FK payment that are tax (facts §4.2). */
export const FK_TAX_ROWS: ReadonlySet<string> = new Set(['PS', 'PST', 'SS', 'SST', 'PF']);

/** The rows of an FK payment that take something away, tax apart. Every other code is a kind of income (facts §4.2). */
export const FK_DEDUCTION_ROWS: ReadonlySet<string> = new Set([
  ...['AFR', 'ALA', 'ART', 'AVB', 'AVR', 'FMF', 'FUM', 'INC', 'INF', 'INM', 'INU', 'KOA', 'KVI'],
  ...['OAV', 'SAV', 'SKV', 'SOC', 'UMG', 'UTF', 'ÅFA', 'ÖVA'],
]);

/** The deductions of a PM payment that are tax. */
export const PM_TAX_CODES: ReadonlySet<string> = new Set(['PM:PS', 'PM:PST', 'PM:SS', 'PM:SST']);

/** Deductions that are paid to the social services instead of the person. */
export const PAID_TO_OTHER: ReadonlySet<string> = new Set(['SOC', 'PM:SOCAVDRAG']);

/**
 * What an a-kassa's status says when it has answered and has nothing to tell. No list exists anywhere; these occur in
 * municipal tests (facts §4.5, inferred). Any other status without payments means that nothing is known.
 */
export const AKASSA_ANSWERED: ReadonlySet<string> = new Set(['all clear', 'ok', '1']);
