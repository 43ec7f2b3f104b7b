import { backgroundThatFailed, type BackgroundBlock } from '@medborgarnavet/model';
import { decodeAf } from '../background/af.ts';
import { decodeCsnBackground } from '../background/csn.ts';
import { decodeLefiBackground } from '../background/lefi.ts';
import { decodeMiv } from '../background/miv.ts';
import { decodeSkvBackground } from '../background/skv.ts';
import { decodeSoBackground } from '../background/so.ts';
import { decodeTns } from '../background/tns.ts';
import { open } from '../part.ts';
import type { Subject } from './subject.ts';

/** What lies behind the payments. */
export const BACKGROUND: Subject<BackgroundBlock> = {
  about: 'background',
  failed: backgroundThatFailed,
  calls: [
    {
      agency: 'FK',
      sources: ['FK', 'PM'],
      decode: (answer, { personnummer }) => decodeLefiBackground(answer.block('FK'), personnummer),
    },
    {
      agency: 'CSN',
      sources: ['CSN'],
      decode: (answer, { personnummer, csnAsked }) =>
        decodeCsnBackground(answer.block('CSN'), personnummer, csnAsked),
    },
    {
      agency: 'SO',
      sources: ['SO'],
      decode: (answer, { personnummer }) => decodeSoBackground(answer.block('SO'), personnummer),
    },
    {
      agency: 'AF',
      sources: ['AF'],
      decode: (answer, { personnummer }) => decodeAf(answer.block('AF'), personnummer),
    },
    {
      agency: 'SKV',
      sources: ['SKV'],
      decode: (answer, { version, personnummer }) =>
        decodeSkvBackground(answer.element('SKV'), version, personnummer),
    },
    { agency: 'TNS', sources: ['TNS'], decode: (answer) => open(decodeTns(answer.block('TNS'))) },
    {
      agency: 'MIV',
      sources: ['MIV'],
      decode: (answer, { personnummer }) => decodeMiv(answer.block('MIV'), personnummer),
    },
  ],
};
