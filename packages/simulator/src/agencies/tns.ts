import { el } from '../tree.ts';
import type { Agency } from './agency.ts';

/** Transportstyrelsen: no vehicles. */
export const answerTns: Agency = () => ({ data: [el('tns:resultat', 'OK'), el('tns:fordonsinnehav')] });
