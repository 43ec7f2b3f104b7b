// Saves, deletes and purges one person's draft, hands in now and then and delivers what has been handed in, until it is killed. It tells of
// each before and after: `node writer.ts <where> <who> <from> <folder of the receiver>`. It is started hundreds of times, so it loads
// nothing that it does not need.
import { writeSync } from 'node:fs';
import { parseKeys } from '../../../packages/host/src/kommunikationsyta/keys.ts';
import { createVault } from '../../../packages/host/src/kommunikationsyta/vault.ts';
import { startDelivery } from '../../../packages/host/src/submission/delivery.ts';
import { writeMessageContent } from '../../../packages/host/src/submission/message-content.ts';
import { receive } from './receiving.ts';
import {
  caseNumber,
  draftNumber,
  isHandingIn,
  isRemoval,
  messageNumber,
  ofWriter,
  receiptNumber,
  WRITER_KEYS,
} from './writing.ts';

const [where = '', who = '', from = '0', folder = ''] = process.argv.slice(2);
const tell = (line: string): number => writeSync(1, `${line}\n`);
const clock = (): Date => new Date();
const { records: store, outbox } = where.startsWith('postgresql:')
  ? await import('../../../packages/host/src/kommunikationsyta/postgres-store.ts').then(
      ({ openPostgresStore }) => openPostgresStore({ connection: { connectionString: where } }),
    )
  : await import('../../../packages/host/src/kommunikationsyta/sqlite-store.ts').then(({ openSqliteStore }) =>
      openSqliteStore({ file: where }),
    );
const keys = parseKeys(WRITER_KEYS);
const vault = createVault({ store, keys, clock });
const of = ofWriter(who);
const delivery = startDelivery({
  outbox,
  keys,
  clock,
  deliver: async (message) => receive(folder, await Promise.resolve(message)),
  // So short that what a killed writer had taken comes to another one while it lives.
  leaseMilliseconds: 200,
});

async function handIn(number: number): Promise<void> {
  const own = caseNumber(who, number);
  const standing = await vault.standing(own, 'draft');
  await vault.write(own, 'draft', draftNumber(number), standing);
  tell(`handing ${number}`);
  const message = messageNumber(who, number);
  const isDone = await vault.handIn(own, {
    receipt: receiptNumber(number),
    message: writeMessageContent(message),
    id: message.id,
    at: clock(),
    after: { draft: await vault.standing(own, 'draft') },
  });
  if (!isDone) throw new Error(`Handing in ${number} was refused.`);
  tell(`handed ${number}`);
  delivery.nudge();
}

for (let number = Number(from) + 1; ; number += 1) {
  tell(`try ${number}`);
  const standing = await vault.standing(of, 'draft');
  if (isRemoval(number)) await vault.remove(of, 'draft');
  else if (!(await vault.write(of, 'draft', draftNumber(number), standing)))
    throw new Error(`Save ${number} was a conflict.`);
  if (isHandingIn(number)) await handIn(number);
  if (number % 11 === 0) await vault.purge();
  tell(`done ${number}`);
}
