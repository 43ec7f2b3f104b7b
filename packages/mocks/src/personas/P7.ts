// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P7: WrittenFixture = {
  persona: 'P7',
  title: 'Medlem i a-kassa',
  statement: {
    id: 'persona-P7',
    version: 1,
    fetchedAt: '2026-10-01T08:00:00.000Z',
    period: {
      from: '2026-08-01',
      to: '2026-10-31',
    },
    sources: [
      {
        source: 'FK',
        sections: [],
        verdict: 'nothing',
        payments: [],
      },
      {
        source: 'PM',
        sections: [],
        verdict: 'nothing',
        payments: [],
      },
      {
        source: 'CSN',
        sections: [],
        verdict: 'nothing',
        payments: [],
      },
      {
        source: 'SO',
        sections: [
          {
            name: 'Akademikernas a-kassa',
            verdict: 'answered',
          },
          {
            name: 'Unionens a-kassa',
            verdict: 'unchecked',
            reason: 'unknown-status',
          },
        ],
        verdict: 'answered',
        payments: [
          {
            id: 'SO-rqvSRmB48WXwCXBn-1',
            source: 'SO',
            payer: 'Akademikernas a-kassa',
            benefit: {
              code: 'arbetsloshetsersattning',
              name: 'Arbetslöshetsersättning',
            },
            status: 'paid',
            date: '2026-08-23',
            period: {
              from: '2026-07-01',
              to: '2026-07-31',
            },
            deductions: [
              {
                code: 'avdrag',
                name: 'Avdrag efter skatt',
                amount: 75000,
              },
            ],
            net: 1112000,
            parts: [
              {
                benefit: {
                  code: 'arbetsloshetsersattning',
                  name: 'Arbetslöshetsersättning',
                },
                days: 22,
              },
            ],
            flags: [],
          },
          {
            id: 'SO-2K1PVx65-yAgA-NC-1',
            source: 'SO',
            payer: 'Akademikernas a-kassa',
            benefit: {
              code: 'arbetsloshetsersattning',
              name: 'Arbetslöshetsersättning',
            },
            status: 'paid',
            date: '2026-09-23',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            deductions: [
              {
                code: 'avdrag',
                name: 'Avdrag efter skatt',
                amount: 75000,
              },
            ],
            net: 1112000,
            parts: [
              {
                benefit: {
                  code: 'arbetsloshetsersattning',
                  name: 'Arbetslöshetsersättning',
                },
                days: 22,
              },
            ],
            flags: [],
          },
        ],
      },
      {
        source: 'SKV',
        sections: [],
        verdict: 'nothing',
        payments: [],
      },
    ],
    seal: 'header..signature',
  },
  background: {
    version: 1,
    fetchedAt: '2026-10-01T08:00:00.000Z',
    period: {
      from: '2026-08-01',
      to: '2026-10-31',
    },
    blocks: [
      {
        source: 'FK',
        sections: [],
        verdict: 'nothing',
        facts: [],
      },
      {
        source: 'PM',
        sections: [],
        verdict: 'nothing',
        facts: [],
      },
      {
        source: 'CSN',
        sections: [],
        verdict: 'nothing',
        facts: [],
      },
      {
        source: 'SO',
        sections: [
          {
            name: 'Akademikernas a-kassa',
            verdict: 'answered',
          },
          {
            name: 'Unionens a-kassa',
            verdict: 'answered',
          },
        ],
        verdict: 'answered',
        facts: [
          {
            kind: 'unemployment-fund',
            name: 'Akademikernas a-kassa',
            suspensions: [
              {
                from: '2026-09-01',
                to: '2026-09-07',
              },
            ],
            decided: '2026-05-20',
            paymentRequested: true,
            days: 44,
          },
          {
            kind: 'unemployment-fund',
            name: 'Unionens a-kassa',
            suspensions: [],
            paymentRequested: false,
          },
        ],
      },
      {
        source: 'SKV',
        sections: [],
        verdict: 'nothing',
        facts: [],
      },
      {
        source: 'AF',
        sections: [],
        verdict: 'nothing',
        facts: [],
      },
      {
        source: 'TNS',
        sections: [],
        verdict: 'nothing',
        facts: [],
      },
      {
        source: 'MIV',
        sections: [],
        verdict: 'nothing',
        facts: [],
      },
    ],
  },
};
