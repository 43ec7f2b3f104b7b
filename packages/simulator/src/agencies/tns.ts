import { el } from '../tree.ts';
import type { Agency } from './agency.ts';

/** Transportstyrelsen: vehicles, or an answer that tells of a failure of its own. */
export const answerTns: Agency = ({ persona }) => {
  if (persona.TNS?.result === 'FEL') {
    const felresultat = [el('tns:felkod', '1'), el('tns:feltext', 'Uppgifterna kan inte lämnas')];
    return { data: [el('tns:resultat', 'FEL'), el('tns:felresultat', felresultat)] };
  }
  const vehicles = (persona.TNS?.vehicles ?? []).map(({ number, make, year, kind, model }) =>
    el('frdn:fordon', [
      el('frdn:regnr', number),
      el('frdn:fabrikat', make),
      el('frdn:fordonsar', year),
      el('frdn:fordonsslag', kind),
      el('frdn:handelsbeteckning', model),
    ]),
  );
  return { data: [el('tns:resultat', 'OK'), el('tns:fordonsinnehav', vehicles)] };
};
