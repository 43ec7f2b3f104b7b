import { sourceThatFailed, type Source } from '@medborgarnavet/model';
import { decodeCsn } from '../agencies/csn.ts';
import { decodeLefi } from '../agencies/lefi.ts';
import { decodeSkv } from '../agencies/skv.ts';
import { decodeSo } from '../agencies/so.ts';
import type { Subject } from './subject.ts';

/** Payments: those of Försäkringskassan with Pensionsmyndigheten, CSN, the a-kassor and Skatteverket. */
export const INCOME: Subject<Source> = {
  about: 'payments',
  failed: sourceThatFailed,
  calls: [
    {
      agency: 'FK',
      sources: ['FK', 'PM'],
      decode: (answer, { personnummer }) => decodeLefi(answer.block('FK'), personnummer),
    },
    {
      agency: 'CSN',
      sources: ['CSN'],
      decode: (answer, { personnummer, csnAsked }) => decodeCsn(answer.block('CSN'), personnummer, csnAsked),
    },
    {
      agency: 'SO',
      sources: ['SO'],
      decode: (answer, { personnummer }) => decodeSo(answer.block('SO'), personnummer),
    },
    {
      agency: 'SKV',
      sources: ['SKV'],
      decode: (answer, { personnummer }) => decodeSkv(answer.element('SKV'), personnummer),
    },
  ],
};
