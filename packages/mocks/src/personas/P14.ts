// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P14: WrittenFixture = {
  persona: 'P14',
  title: 'Löntagare med två arbetsgivare',
  statement: {
    id: 'persona-P14',
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
        verdict: 'answered',
        payments: [
          {
            id: 'SKV-Md7nOlcdUSBAjTj--1',
            source: 'SKV',
            payer: 'Exempelkafé AB',
            benefit: {
              code: 'individuppgifter',
              name: 'Lön',
            },
            status: 'paid',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 2450000,
            tax: 588000,
            deductions: [],
            net: 1862000,
            parts: [],
            flags: [],
          },
          {
            id: 'SKV-Uz2LwT9dFnG1h4Dx-1',
            source: 'SKV',
            payer: 'Exempelkafé AB',
            benefit: {
              code: 'individuppgifter',
              name: 'Lön',
            },
            status: 'paid',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 2450000,
            tax: 588000,
            deductions: [],
            net: 1862000,
            parts: [],
            flags: [],
          },
          {
            id: 'SKV-qVO6Pm3jTHcKVYVv-1',
            source: 'SKV',
            payer: 'Exempelbutiken AB',
            benefit: {
              code: 'individuppgifter',
              name: 'Lön',
            },
            status: 'paid',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 620000,
            tax: 186000,
            deductions: [],
            net: 434000,
            parts: [],
            flags: [],
          },
          {
            id: 'SKV-bzhsirSItWRD7Jre-1',
            source: 'SKV',
            payer: 'Exempelbutiken AB',
            benefit: {
              code: 'individuppgifter',
              name: 'Lön',
            },
            status: 'paid',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 620000,
            tax: 186000,
            deductions: [],
            net: 434000,
            parts: [],
            flags: [],
          },
          {
            id: 'SKV-x3BXaTmVZFqWZpT4-1',
            source: 'SKV',
            payer: 'Skatteverket',
            benefit: {
              code: 'skattekonto',
              name: 'Återbetald skatt',
            },
            status: 'paid',
            date: '2026-09-12',
            deductions: [],
            net: 183450,
            parts: [],
            flags: [],
          },
        ],
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
            kind: 'tax-decision',
            year: 2024,
            decided: '2025-12-12',
            employment: 35200000,
            capital: -420000,
            income: 35200000,
            tax: 8812000,
          },
          {
            kind: 'tax-account',
            balance: 0,
            interest: 0,
            updated: '2026-09-12',
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
