// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P3: WrittenFixture = {
  persona: 'P3',
  title: 'Nyanländ i etableringsprogram',
  statement: {
    id: 'persona-P3',
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
            id: 'FK-HqAtPpRk9lLzrHzS-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'DAG',
              name: 'Dagersättning',
            },
            status: 'paid',
            date: '2026-08-15',
            period: {
              from: '2026-07-01',
              to: '2026-07-31',
            },
            gross: 492800,
            tax: 0,
            deductions: [],
            net: 492800,
            parts: [
              {
                benefit: {
                  code: 'AMP',
                  name: 'Etableringsersättning',
                },
                amount: 308000,
                days: 10,
                extent: 100,
                period: {
                  from: '2026-07-01',
                  to: '2026-07-31',
                },
              },
              {
                benefit: {
                  code: 'AMP',
                  name: 'Etableringsersättning',
                },
                amount: 184800,
                days: 12,
                extent: 50,
                period: {
                  from: '2026-07-01',
                  to: '2026-07-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-6JcL-Z7va1kS9R0G-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'DAG',
              name: 'Dagersättning',
            },
            status: 'paid',
            date: '2026-09-15',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 492800,
            tax: 0,
            deductions: [],
            net: 492800,
            parts: [
              {
                benefit: {
                  code: 'AMP',
                  name: 'Etableringsersättning',
                },
                amount: 308000,
                days: 10,
                extent: 100,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
              {
                benefit: {
                  code: 'AMP',
                  name: 'Etableringsersättning',
                },
                amount: 184800,
                days: 12,
                extent: 50,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-vTl9zzhH6K8IPhRl-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'ET',
              name: 'Etableringstillägg',
            },
            status: 'paid',
            date: '2026-08-15',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 230000,
            tax: 0,
            deductions: [],
            net: 230000,
            parts: [
              {
                benefit: {
                  code: 'ET',
                  name: 'Etableringstillägg barn under 11 år',
                },
                amount: 80000,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
              {
                benefit: {
                  code: 'ET',
                  name: 'Etableringstillägg barn från 11 år',
                },
                amount: 150000,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-OFMPOSI5GlR8GbQD-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'ET',
              name: 'Etableringstillägg',
            },
            status: 'paid',
            date: '2026-09-15',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 230000,
            tax: 0,
            deductions: [],
            net: 230000,
            parts: [
              {
                benefit: {
                  code: 'ET',
                  name: 'Etableringstillägg barn under 11 år',
                },
                amount: 80000,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
              {
                benefit: {
                  code: 'ET',
                  name: 'Etableringstillägg barn från 11 år',
                },
                amount: 150000,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-Q6NWi3iGDXUaZ9QH-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'DAG',
              name: 'Dagersättning',
            },
            status: 'planned',
            date: '2026-10-15',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 492800,
            tax: 0,
            deductions: [],
            net: 492800,
            parts: [
              {
                benefit: {
                  code: 'AMP',
                  name: 'Etableringsersättning',
                },
                amount: 308000,
                days: 10,
                extent: 100,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
              {
                benefit: {
                  code: 'AMP',
                  name: 'Etableringsersättning',
                },
                amount: 184800,
                days: 12,
                extent: 50,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-nSM2kSlzSAhQBjMK-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'ET',
              name: 'Etableringstillägg',
            },
            status: 'planned',
            date: '2026-10-15',
            period: {
              from: '2026-10-01',
              to: '2026-10-31',
            },
            gross: 230000,
            tax: 0,
            deductions: [],
            net: 230000,
            parts: [
              {
                benefit: {
                  code: 'ET',
                  name: 'Etableringstillägg barn under 11 år',
                },
                amount: 80000,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
              {
                benefit: {
                  code: 'ET',
                  name: 'Etableringstillägg barn från 11 år',
                },
                amount: 150000,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-En7rWuu0JQm8WWMr-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'DAG',
              name: 'Dagersättning',
            },
            status: 'planned',
            date: '2026-10-11',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 154000,
            tax: 0,
            deductions: [],
            net: 154000,
            parts: [
              {
                benefit: {
                  code: 'AMP',
                  name: 'Etableringsersättning',
                },
                amount: 154000,
                days: 5,
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
            kind: 'programme-placement',
            programme: 'Etableringsinsatser',
            period: {
              from: '2026-05-01',
              to: '2027-04-30',
            },
            extent: 100,
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
            registered: true,
            category: '11 Arbetslös',
            from: '2026-04-14',
            extent: 100,
            report: 'submitted',
            reported: '2026-09-10',
          },
          {
            kind: 'decision',
            benefit: {
              code: '',
              name: 'Etableringsersättning',
            },
            period: {
              from: '2026-05-01',
              to: '2027-04-30',
            },
            extent: 100,
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
        verdict: 'answered',
        facts: [
          {
            kind: 'arrival',
            country: 'Exempelland',
            date: '2025-02-08',
          },
          {
            kind: 'permit',
            type: 'Uppehålls- och arbetstillstånd',
            decision: 'Tidsbegränsat uppehållstillstånd',
            outcome: 'Beviljat',
            reason: 'Skydd',
            applied: '2025-02-09',
            decided: '2025-08-02',
            period: {
              from: '2025-08-02',
              to: '2026-08-01',
            },
            permanent: false,
          },
          {
            kind: 'permit',
            type: 'Uppehålls- och arbetstillstånd',
            decision: 'Permanent uppehållstillstånd',
            outcome: 'Beviljat',
            reason: 'Skydd',
            applied: '2026-05-20',
            decided: '2026-08-01',
            period: {
              from: '2026-08-01',
            },
            permanent: true,
          },
        ],
      },
    ],
  },
};
