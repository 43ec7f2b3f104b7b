// A window of its own, with a host that keeps one field.
import '../../packages/elements/src/draft/define.ts';
import { DraftHost, TestClock } from './draft.ts';

const draft = document.querySelector('ssbtek-draft');
const host = new DraftHost(new TestClock(), [['namn', 'Anna']]);
if (draft) Object.assign(draft, { source: host, clock: host.clock });
