import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyDeducted } from '../../packages/elements/src/income-view/income-view.benefit.ts';
import { FK_DEDUCTION_ROWS } from '../../packages/ssbtek/src/codes.ts';

/** Without those that are tax (facts §4.2). */
const PM_DEDUCTIONS = [
  ...['PM:AVDRAGKANTRA', 'PM:AVDRAGOVRIGT', 'PM:INSTITUTION', 'PM:KVIKAN', 'PM:KVIOVR'],
  ...['PM:SOCAVDRAG', 'PM:UTLFORDRAN', 'PM:UTMATNING', 'PM:UTMHELA', 'PM:UTMTV'],
];

test('every deduction that a contract lists is explained to the person', () => {
  const unexplained = [...FK_DEDUCTION_ROWS, ...PM_DEDUCTIONS].filter((code) => !whyDeducted(code));
  assert.deepEqual(unexplained, []);
});
