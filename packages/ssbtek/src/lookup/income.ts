import { sourceThatFailed, type Source } from '@medborgarnavet/model';
import { decodeCsn } from '../agencies/csn.ts';
import { decodeLefi } from '../agencies/lefi.ts';
import { decodeSkv } from '../agencies/skv.ts';
import { decodeSo } from '../agencies/so.ts';
import { open, type Subject } from './subject.ts';

/** Payments: those of Försäkringskassan with Pensionsmyndigheten, CSN, the a-kassor and Skatteverket. */
export const INCOME: Subject<Source> = {
  about: 'payments',
  failed: sourceThatFailed,
  calls: [
    {
      agency: 'FK',
      sources: ['FK', 'PM'],
      decode: (answer) => {
        const { fk, pm, protectedIdentity } = decodeLefi(answer.block('FK'));
        return { told: [fk, pm], protectedIdentity };
      },
    },
    {
      agency: 'CSN',
      sources: ['CSN'],
      decode: (answer, { personnummer, csnAsked }) => {
        const { csn, protectedIdentity } = decodeCsn(answer.block('CSN'), personnummer, csnAsked);
        return { told: [csn], protectedIdentity };
      },
    },
    { agency: 'SO', sources: ['SO'], decode: (answer) => open(decodeSo(answer.block('SO'))) },
    { agency: 'SKV', sources: ['SKV'], decode: (answer) => open(decodeSkv(answer.element('SKV'))) },
  ],
};
