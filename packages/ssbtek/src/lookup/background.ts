import { backgroundThatFailed, type BackgroundBlock } from '@medborgarnavet/model';
import { decodeAf } from '../background/af.ts';
import { decodeCsnBackground } from '../background/csn.ts';
import { decodeLefiBackground } from '../background/lefi.ts';
import { decodeMiv } from '../background/miv.ts';
import { decodeSkvBackground } from '../background/skv.ts';
import { decodeSoBackground } from '../background/so.ts';
import { decodeTns } from '../background/tns.ts';
import { open, type Subject } from './subject.ts';

/** What lies behind the payments. */
export const BACKGROUND: Subject<BackgroundBlock> = {
  about: 'background',
  failed: backgroundThatFailed,
  calls: [
    {
      agency: 'FK',
      sources: ['FK', 'PM'],
      decode: (answer) => {
        const { fk, pm, protectedIdentity } = decodeLefiBackground(answer.block('FK'));
        return { told: [fk, pm], protectedIdentity };
      },
    },
    {
      agency: 'CSN',
      sources: ['CSN'],
      decode: (answer, { personnummer, csnAsked }) => {
        const { csn, protectedIdentity } = decodeCsnBackground(answer.block('CSN'), personnummer, csnAsked);
        return { told: [csn], protectedIdentity };
      },
    },
    { agency: 'SO', sources: ['SO'], decode: (answer) => open(decodeSoBackground(answer.block('SO'))) },
    {
      agency: 'AF',
      sources: ['AF'],
      decode: (answer) => {
        const { af, protectedIdentity } = decodeAf(answer.block('AF'));
        return { told: [af], protectedIdentity };
      },
    },
    {
      agency: 'SKV',
      sources: ['SKV'],
      decode: (answer, { version, personnummer }) =>
        open(decodeSkvBackground(answer.element('SKV'), version, personnummer)),
    },
    { agency: 'TNS', sources: ['TNS'], decode: (answer) => open(decodeTns(answer.block('TNS'))) },
    { agency: 'MIV', sources: ['MIV'], decode: (answer) => open(decodeMiv(answer.block('MIV'))) },
  ],
};
