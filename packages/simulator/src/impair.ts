import { cutOff } from './agencies/payload.ts';
import type { AnswerFault } from './faults.ts';

/** What to send back over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** How to send it, when that is not at once and whole. */
  readonly delivery?: Delivery;
}

export type Delivery = Pick<
  AnswerFault,
  'delay' | 'drip' | 'reset' | 'blackhole' | 'coding' | 'encoding' | 'declared' | 'multipart'
>;

const MIB = 1024 * 1024;
const HTML = '<!doctype html>\n<html lang="sv"><title>Fel</title><h1>Tjänsten svarar inte</h1></html>\n';
const DOCTYPE = '<!DOCTYPE soapenv:Envelope [<!ENTITY simulator "simulator">]>';

/** The answer with these faults in it. `fault` makes the SOAP fault that may stand instead of it. */
export function impair(answer: HttpAnswer, faults: AnswerFault, fault: () => HttpAnswer): HttpAnswer {
  const { delay, drip, reset, blackhole, coding, encoding, declared, multipart } = faults;
  const delivery: Delivery = {
    ...(delay !== undefined && { delay }),
    ...(drip !== undefined && { drip }),
    ...(reset && { reset }),
    ...(blackhole && { blackhole }),
    ...(coding !== undefined && { coding }),
    ...(encoding !== undefined && { encoding }),
    ...(declared !== undefined && { declared }),
    ...(multipart && { multipart }),
  };
  const sent = substitute(answer, faults, fault);
  return Object.keys(delivery).length > 0 ? { ...sent, delivery } : sent;
}

function substitute(
  answer: HttpAnswer,
  { http, fault: isFault, doctype, oversize, malformed }: AnswerFault,
  fault: () => HttpAnswer,
): HttpAnswer {
  if (http !== undefined) return { status: http, contentType: 'text/html; charset=utf-8', body: HTML };
  const whole = isFault ? fault() : answer;
  let { body } = whole;
  if (doctype) body = body.replace('?>', `?>\n${DOCTYPE}`);
  if (oversize !== undefined) body = body.replace(/(?=<[^<]*$)/, () => ' '.repeat(oversize * MIB));
  if (malformed) body = cutOff(body);
  return { ...whole, body };
}
