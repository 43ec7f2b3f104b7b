/**
 * Incomes that no source can tell of, and that a person adds by hand. Source: facts §10.1 (the citizen's form of
 * Sundsvall). Keys are fixed: hosts' posts depend on them.
 */
export const OWN_INCOME_TYPES = [
  'lon',
  'swish',
  'tjanstepension',
  'underhallsbidrag',
  'inneboende',
  'annan-kommun',
  'annat',
] as const;
export type OwnIncomeType = (typeof OWN_INCOME_TYPES)[number];
