import { backgroundThatFailed, type BackgroundBlock } from '@medborgarnavet/model';
import { clip } from '../agencies/decoded.ts';
import type { AgencyBlock } from '../envelope.ts';
import type { XmlElement } from '../xml/parse.ts';
import { child, children, text } from '../xml/read.ts';
import { readFields, type Fields } from './fields.ts';
import { blockOf, found, foundInEach, gap, NOTHING, together, type Found } from './found.ts';

const NAME = 'Fordon';

const VEHICLE = {
  registration: ['regnr', clip],
  make: ['fabrikat', clip],
  model: ['handelsbeteckning', clip],
  type: ['fordonsslag', clip],
  year: ['fordonsar', clip],
} as const satisfies Fields;

/** Transportstyrelsen's answer: the vehicles, or that it failed, told inside the data (facts §4.8). */
export function decodeTns(block: AgencyBlock): BackgroundBlock {
  if (block.kind === 'failed') return backgroundThatFailed('TNS', block.reason);
  const result = text(block.data, 'resultat');
  if (result !== 'OK') return backgroundThatFailed('TNS', result === 'FEL' ? 'fault' : 'unreadable');
  const vehicles = children(child(block.data, 'fordonsinnehav'), 'fordon');
  return blockOf('TNS', together(foundInEach(vehicles, decodeVehicle), mistakesIn(block.data)));
}

function decodeVehicle(fordon: XmlElement): Found {
  const { registration, ...others } = readFields((name) => text(fordon, name), VEHICLE).values;
  if (registration === undefined) return gap(NAME);
  return found({ kind: 'vehicle', registration, ...others }, true, NAME);
}

/** The schema lets an answer that is OK tell of mistakes too. Their texts may quote the person: never read. */
function mistakesIn(data: XmlElement): Found {
  return child(data, 'felresultat') ? gap(NAME, 'fault') : NOTHING;
}
