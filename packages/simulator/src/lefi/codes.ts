/** The groups of benefits that LEFI v9 can be asked about. */
export const FK_GROUPS = [
  'FK:ABB', 'FK:AP', 'FK:AS', 'FK:BOB', 'FK:BST', 'FK:BTI', 'FK:DPE', 'FK:EJO', 'FK:ET',
  'FK:FP', 'FK:FSJP', 'FK:GP', 'FK:HE', 'FK:MABB', 'FK:MEK', 'FK:NP', 'FK:OMV', 'FK:PJOB',
  'FK:PROG', 'FK:RBE', 'FK:SA', 'FK:SBP', 'FK:SJP', 'FK:TFP', 'FK:US', 'FK:VB', 'FK:YL',
] as const; // prettier-ignore

/** The groups whose decisions are told of here. */
export const FK_CASE_GROUPS = ['FK:ABB', 'FK:BOB', 'FK:FP', 'FK:MEK', 'FK:OMV', 'FK:SA', 'FK:SJP'] as const;

export const PM_GROUPS = ['PM:AP', 'PM:BTI', 'PM:EF'] as const;

/** The other information that LEFI v9 can be asked about. `FK:GEPI` is about the person, `FK:PANV` placements. */
export const INFORMATION_TYPES = [
  'FK:GEPI', 'FK:PANV', 'FK:SGI', 'FK:SKUP', 'FK:STAV', 'PM:LINT', 'PM:PBH', 'PM:PU',
] as const; // prettier-ignore

/** The only version of LEFI there is; it is also meant when none is given. */
export const LEFI_VERSION = 'v9';
