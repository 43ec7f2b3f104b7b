import type { CorrectionReason, OwnIncomeType } from '@medborgarnavet/model';

// In the same words as on the page where it was written.

export const REASONS: Readonly<Record<CorrectionReason, string>> = {
  'wrong-amount': 'Beloppet är fel',
  'not-received': 'Jag har inte fått pengarna',
  'other-period': 'Det gäller en annan månad',
  'paid-to-other': 'Någon annan fick pengarna',
  other: 'Annat',
};

export const OWN_INCOMES: Readonly<Record<OwnIncomeType, string>> = {
  lon: 'Lön efter skatt',
  swish: 'Swish, insättning eller gåva',
  tjanstepension: 'Tjänstepension eller försäkring',
  underhallsbidrag: 'Underhållsbidrag',
  inneboende: 'Hyra från inneboende eller barn',
  'annan-kommun': 'Bistånd från en annan kommun',
  annat: 'Annat',
};
