import * as z from 'zod/mini';
import type { Case } from '../asking.ts';
import type { Audit } from '../audit/audit.ts';
import type { Deliver, HandedInMessage } from './message.ts';

/** Writes each delivery in the audit, also one that failed and comes again. */
export function auditedDelivery(deliver: Deliver, audit: Audit): Deliver {
  return async (message, options) => {
    const of = caseOf(message);
    try {
      await deliver(message, options);
    } catch (error) {
      await audit.write(of, { action: 'delivery', outcome: 'failed' });
      throw error;
    }
    await audit.write(of, { action: 'delivery', outcome: 'done' });
  };
}

/** What the audit has to know of the document. */
const Document = z.object({ referens: z.string(), sokande: z.object({ personnummer: z.string() }) });

function caseOf({ json }: HandedInMessage): Case {
  const { referens, sokande } = Document.parse(JSON.parse(json));
  return { personnummer: sokande.personnummer, reference: referens };
}
