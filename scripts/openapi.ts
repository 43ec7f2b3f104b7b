// `npm run openapi`: writes the description of the endpoint that hosts on other platforms implement, and the JSON Schema of what
// the municipality's case system gets.
import { HANDED_IN_DATE, handedInJsonSchema } from '@medborgarnavet/host';
import { openApiDocument } from '@medborgarnavet/model/openapi.ts';
import { writeFileSync } from 'node:fs';

const documents = {
  'docs/inkomst-api-v1.openapi.json': openApiDocument(),
  [`docs/inlamning-${HANDED_IN_DATE}.schema.json`]: handedInJsonSchema(),
};
for (const [file, document] of Object.entries(documents))
  writeFileSync(file, `${JSON.stringify(document, null, 2)}\n`);
