import { el, toXml } from '../tree.ts';
import type { Agency } from './agency.ts';

/** Skatteverket: an XML document written as text, here always with no one in it. */
export const answerSkv: Agency = () => ({
  data: [
    el('svar', toXml(el('skv:SvarBeskattningsuppgifterEnligtSFS2008-975', [el('skv:PersonuppgiftLista')]))),
  ],
});
