// `npm run personas`: writes anew what a page gets about each test person, as the simulator tells it now.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { personaFixtures } from './persona-fixtures.ts';

for (const fixture of await personaFixtures()) {
  const file = `packages/mocks/src/personas/${fixture.persona}.ts`;
  const text = `// Written by \`npm run personas\`.
    import type { WrittenFixture } from '../personas.ts';

    export const ${fixture.persona}: WrittenFixture = ${JSON.stringify(fixture, null, 2)};`;
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
