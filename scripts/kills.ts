// `node scripts/kills.ts 1000`: kills so many processes while they write drafts, hand in and deliver, on each database,
// and looks whether anything is lost.
import { killWriters } from '../test/host/kommunikationsyta/killing.ts';
import { NAMES, startKind } from '../test/host/kommunikationsyta/stores.ts';

const [kills = '1000'] = process.argv.slice(2);
for (const name of NAMES) {
  const kind = await startKind(name);
  try {
    const { saves, handedIn } = await killWriters(await kind.place(), Number(kills));
    console.log(
      `${name}: ${kills} kills, ${saves} saves and ${handedIn} handed in that were told of, none lost`,
    );
  } finally {
    await kind.end();
  }
}
