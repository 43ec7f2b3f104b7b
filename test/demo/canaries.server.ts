// The demo in a process of its own, which writes all that is logged: `node test/demo/canaries.server.ts <url of SSBTEK>`.
import { EXEMPELKOPING, startDemo } from '@medborgarnavet/demo';
import { PERSONAS } from '@medborgarnavet/simulator';
import { NOVEMBER } from './visitor.ts';

const [url = ''] = process.argv.slice(2);
const databaseUrl = process.env['DATABASE_URL'] ?? '';
const write = (line: string): boolean => process.stdout.write(`${line}\n`);
const { url: ready } = await startDemo({
  port: 0,
  ssbtek: { ...EXEMPELKOPING, url, deadline: 3000, outward: { perSecond: 1000, burst: 1000 } },
  persons: PERSONAS,
  place: { dataDirectory: process.env['DATA_DIR'] ?? '', ...(databaseUrl !== '' && { databaseUrl }) },
  script: new TextEncoder().encode('// the elements'),
  clock: () => NOVEMBER,
  isSimulated: true,
  log: (entry) => write(JSON.stringify(entry)),
});
write(`ready ${ready}`);
