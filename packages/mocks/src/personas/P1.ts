// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P1: WrittenFixture = {
  persona: 'P1',
  title: 'Ensamstående med två barn',
  statement: {
    id: 'persona-P1',
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
            id: 'FK-cxEYxn1VkWcRCeUe-1',
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
            gross: 265000,
            tax: 0,
            deductions: [],
            net: 265000,
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
              {
                benefit: {
                  code: 'ABB',
                  name: 'Flerbarnstillägg',
                },
                amount: 15000,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-I53FnbGs-CB9vSgz-1',
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
            gross: 265000,
            tax: 0,
            deductions: [],
            net: 265000,
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
              {
                benefit: {
                  code: 'ABB',
                  name: 'Flerbarnstillägg',
                },
                amount: 15000,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-fAIKOnAWDWWQrzKR-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'US',
              name: 'Underhållsstöd',
            },
            status: 'paid',
            date: '2026-08-25',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 349600,
            tax: 0,
            deductions: [],
            net: 349600,
            parts: [
              {
                benefit: {
                  code: 'US',
                  name: 'Underhållsstöd',
                },
                amount: 167300,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
              {
                benefit: {
                  code: 'US',
                  name: 'Underhållsstöd',
                },
                amount: 182300,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-odNtuRa6mCRRbJdv-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'US',
              name: 'Underhållsstöd',
            },
            status: 'paid',
            date: '2026-09-25',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 349600,
            tax: 0,
            deductions: [],
            net: 349600,
            parts: [
              {
                benefit: {
                  code: 'US',
                  name: 'Underhållsstöd',
                },
                amount: 167300,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
              {
                benefit: {
                  code: 'US',
                  name: 'Underhållsstöd',
                },
                amount: 182300,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-cSJWDoBRET2oGQZu-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'BOB',
              name: 'Bostadsbidrag',
            },
            status: 'paid',
            date: '2026-08-27',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 450000,
            tax: 0,
            deductions: [
              {
                code: 'KVI',
                name: 'Kvittning',
                amount: 30000,
              },
            ],
            net: 420000,
            parts: [
              {
                benefit: {
                  code: 'BOB',
                  name: 'Bostadsbidrag',
                },
                amount: 450000,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-X1CvDPSak0sEQ22T-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'BOB',
              name: 'Bostadsbidrag',
            },
            status: 'paid',
            date: '2026-09-27',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 450000,
            tax: 0,
            deductions: [
              {
                code: 'KVI',
                name: 'Kvittning',
                amount: 30000,
              },
            ],
            net: 420000,
            parts: [
              {
                benefit: {
                  code: 'BOB',
                  name: 'Bostadsbidrag',
                },
                amount: 450000,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-7wcTZ756_X5nYpKl-1',
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
            gross: 265000,
            tax: 0,
            deductions: [],
            net: 265000,
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
              {
                benefit: {
                  code: 'ABB',
                  name: 'Flerbarnstillägg',
                },
                amount: 15000,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-awC6btD8lMOTX20T-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'US',
              name: 'Underhållsstöd',
            },
            status: 'planned',
            date: '2026-10-25',
            period: {
              from: '2026-10-01',
              to: '2026-10-31',
            },
            gross: 349600,
            tax: 0,
            deductions: [],
            net: 349600,
            parts: [
              {
                benefit: {
                  code: 'US',
                  name: 'Underhållsstöd',
                },
                amount: 167300,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
              {
                benefit: {
                  code: 'US',
                  name: 'Underhållsstöd',
                },
                amount: 182300,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-umSeWOkMMCQhV80B-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'BOB',
              name: 'Bostadsbidrag',
            },
            status: 'planned',
            date: '2026-10-27',
            period: {
              from: '2026-10-01',
              to: '2026-10-31',
            },
            gross: 450000,
            tax: 0,
            deductions: [
              {
                code: 'KVI',
                name: 'Kvittning',
                amount: 30000,
              },
            ],
            net: 420000,
            parts: [
              {
                benefit: {
                  code: 'BOB',
                  name: 'Bostadsbidrag',
                },
                amount: 450000,
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
              code: 'ABB',
              name: 'Barnbidrag',
            },
            decided: '2025-02-03',
            final: true,
            period: {
              from: '2025-02-01',
            },
            amount: 125000,
            every: 'Månadsvis',
          },
          {
            kind: 'decision',
            benefit: {
              code: 'BOB',
              name: 'Bostadsbidrag',
            },
            decided: '2026-06-12',
            final: false,
            period: {
              from: '2026-06-01',
              to: '2027-05-31',
            },
            amount: 450000,
            every: 'Månadsvis',
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
        verdict: 'answered',
        facts: [
          {
            kind: 'job-seeker',
            registered: false,
            report: 'not-known',
          },
        ],
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
