// `npm run openapi`: writes the description of the endpoint that hosts on other platforms implement.
import { openApiDocument } from '@medborgarnavet/model/openapi.ts';
import { writeFileSync } from 'node:fs';

writeFileSync('docs/inkomst-api-v1.openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`);
