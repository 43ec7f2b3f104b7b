import type { Reporter, TestSuiteResult } from '@web/test-runner';

/** Ends a run of browser tests with `N passed, N failed`, the line that scripts/test.ts reads. */
export function countReporter(): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const { testResults, errors } of sessions) {
        failed += errors.length;
        for (const test of testResults ? testsIn(testResults) : []) {
          if (test.skipped) continue;
          if (test.passed) passed += 1;
          else failed += 1;
        }
      }
      console.log(`${passed} passed, ${failed} failed`);
    },
  };
}

function testsIn(suite: TestSuiteResult): TestSuiteResult['tests'] {
  return [...suite.tests, ...suite.suites.flatMap(testsIn)];
}
