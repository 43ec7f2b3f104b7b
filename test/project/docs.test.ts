import { openApiDocument } from '@medborgarnavet/model/openapi.ts';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the documents', () => {
  test('have the description of the endpoint that the schemas give; `npm run openapi` writes it', () => {
    assert.deepEqual(
      JSON.parse(read('docs/inkomst-api-v1.openapi.json')),
      JSON.parse(JSON.stringify(openApiDocument())),
    );
  });

  test('name only commands that are run by a test', () => {
    const commands = [...read('README.md').matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) =>
      block.trim().split('\n'),
    );
    const runBy = {
      'npm start': 'test/e2e/start.test.ts',
      'npm test': '.ci/run',
      'npm run storybook': 'test/stories/stories.test.ts',
      'npm run build': 'test/project/build.test.ts',
    };
    assert.deepEqual(commands, Object.keys(runBy));
    for (const file of Object.values(runBy)) assert.ok(existsSync(join(root, file)), file);
  });

  test('link only to files that are there', () => {
    const files = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
      .trim()
      .split('\n');
    for (const file of files) {
      for (const [, link = ''] of read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        assert.ok(existsSync(join(root, file, '..', link)), `${file} -> ${link}`);
      }
    }
  });
});
