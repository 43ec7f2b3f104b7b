// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P11: WrittenFixture = {
  persona: 'P11',
  title: 'Några myndigheter svarar inte',
  statement: {
    id: 'persona-P11',
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
        verdict: 'answered',
        payments: [
          {
            id: 'FK-pWnELm3PDEcQJr_t-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'ABB',
              name: 'Barnbidrag',
            },
            status: 'paid',
            date: '2026-08-20',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 125000,
            tax: 0,
            deductions: [],
            net: 125000,
            parts: [
              {
                benefit: {
                  code: 'ABB',
                  name: 'Barnbidrag',
                },
                amount: 125000,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-hgCqOuHAFXOVmzAf-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'ABB',
              name: 'Barnbidrag',
            },
            status: 'paid',
            date: '2026-09-20',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 125000,
            tax: 0,
            deductions: [],
            net: 125000,
            parts: [
              {
                benefit: {
                  code: 'ABB',
                  name: 'Barnbidrag',
                },
                amount: 125000,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-3qNtRS17wCrjogfz-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'ABB',
              name: 'Barnbidrag',
            },
            status: 'planned',
            date: '2026-10-20',
            period: {
              from: '2026-10-01',
              to: '2026-10-31',
            },
            gross: 125000,
            tax: 0,
            deductions: [],
            net: 125000,
            parts: [
              {
                benefit: {
                  code: 'ABB',
                  name: 'Barnbidrag',
                },
                amount: 125000,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
            ],
            flags: [],
          },
        ],
      },
      {
        source: 'PM',
        sections: [],
        verdict: 'unchecked',
        reason: 'unavailable',
        payments: [],
      },
      {
        source: 'CSN',
        sections: [],
        verdict: 'unchecked',
        reason: 'timeout',
        payments: [],
      },
      {
        source: 'SO',
        sections: [],
        verdict: 'nothing',
        payments: [],
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
        verdict: 'unchecked',
        reason: 'unavailable',
        facts: [],
      },
      {
        source: 'CSN',
        sections: [],
        verdict: 'unchecked',
        reason: 'timeout',
        facts: [],
      },
      {
        source: 'SO',
        sections: [],
        verdict: 'nothing',
        facts: [],
      },
      {
        source: 'SKV',
        sections: [],
        verdict: 'answered',
        facts: [
          {
            kind: 'tax-account',
            balance: 0,
            interest: 0,
            updated: '2026-10-01',
          },
        ],
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
