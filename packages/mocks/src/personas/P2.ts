// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P2: WrittenFixture = {
  persona: 'P2',
  title: 'Förälder med delad vårdnad',
  statement: {
    id: 'persona-P2',
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
            id: 'FK-qA2wDqTiGjA4yu5y-1',
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
            gross: 132500,
            tax: 0,
            deductions: [],
            net: 132500,
            parts: [
              {
                benefit: {
                  code: 'ABB',
                  name: 'Barnbidrag',
                },
                amount: 62500,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
              {
                benefit: {
                  code: 'ABB',
                  name: 'Barnbidrag',
                },
                amount: 62500,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
              {
                benefit: {
                  code: 'ABB',
                  name: 'Flerbarnstillägg',
                },
                amount: 7500,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-OZDjJb5CW3G3iJOa-1',
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
            gross: 132500,
            tax: 0,
            deductions: [],
            net: 132500,
            parts: [
              {
                benefit: {
                  code: 'ABB',
                  name: 'Barnbidrag',
                },
                amount: 62500,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
              {
                benefit: {
                  code: 'ABB',
                  name: 'Barnbidrag',
                },
                amount: 62500,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
              {
                benefit: {
                  code: 'ABB',
                  name: 'Flerbarnstillägg',
                },
                amount: 7500,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-cOd12KplB-dhs01W-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'DAG',
              name: 'Dagersättning',
            },
            status: 'paid',
            date: '2026-08-25',
            period: {
              from: '2026-07-01',
              to: '2026-07-31',
            },
            gross: 1035000,
            tax: 310500,
            deductions: [],
            net: 724500,
            parts: [
              {
                benefit: {
                  code: 'FP',
                  name: 'Sjukpenningnivå',
                },
                amount: 960000,
                days: 15,
                extent: 100,
                period: {
                  from: '2026-07-01',
                  to: '2026-07-31',
                },
              },
              {
                benefit: {
                  code: 'FP',
                  name: 'Grundnivå',
                },
                amount: 75000,
                days: 3,
                extent: 100,
                period: {
                  from: '2026-07-01',
                  to: '2026-07-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-ooJlxNG1egyXD1Hh-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'DAG',
              name: 'Dagersättning',
            },
            status: 'paid',
            date: '2026-09-25',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 1035000,
            tax: 310500,
            deductions: [],
            net: 724500,
            parts: [
              {
                benefit: {
                  code: 'FP',
                  name: 'Sjukpenningnivå',
                },
                amount: 960000,
                days: 15,
                extent: 100,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
              {
                benefit: {
                  code: 'FP',
                  name: 'Grundnivå',
                },
                amount: 75000,
                days: 3,
                extent: 100,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-NJVvQN9IoAj1n2_O-1',
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
            gross: 132500,
            tax: 0,
            deductions: [],
            net: 132500,
            parts: [
              {
                benefit: {
                  code: 'ABB',
                  name: 'Barnbidrag',
                },
                amount: 62500,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
              {
                benefit: {
                  code: 'ABB',
                  name: 'Barnbidrag',
                },
                amount: 62500,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
              {
                benefit: {
                  code: 'ABB',
                  name: 'Flerbarnstillägg',
                },
                amount: 7500,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-Hfjf10yiyukHg4gv-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'DAG',
              name: 'Dagersättning',
            },
            status: 'planned',
            date: '2026-10-25',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 1035000,
            tax: 310500,
            deductions: [],
            net: 724500,
            parts: [
              {
                benefit: {
                  code: 'FP',
                  name: 'Sjukpenningnivå',
                },
                amount: 960000,
                days: 15,
                extent: 100,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
              {
                benefit: {
                  code: 'FP',
                  name: 'Grundnivå',
                },
                amount: 75000,
                days: 3,
                extent: 100,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
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
        verdict: 'answered',
        facts: [
          {
            kind: 'decision',
            benefit: {
              code: 'FP',
              name: 'Föräldrapenning',
            },
            decided: '2026-09-20',
            final: true,
            period: {
              from: '2026-09-01',
              to: '2026-09-15',
            },
            amount: 64000,
            every: 'Per dag',
            extent: 100,
            days: 15,
          },
          {
            kind: 'application',
            benefit: {
              code: '',
              name: 'Föräldrapenning',
            },
            received: '2026-09-20',
            period: {
              from: '2026-10-02',
              to: '2026-10-31',
            },
            state: 'open',
          },
        ],
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
        sections: [],
        verdict: 'nothing',
        facts: [],
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
