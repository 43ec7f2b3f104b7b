// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P13: WrittenFixture = {
  persona: 'P13',
  title: 'Person med samordningsnummer',
  statement: {
    id: 'persona-P13',
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
            id: 'FK-8SSK1IWcW3-87rZS-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'DAG',
              name: 'Dagersättning',
            },
            status: 'paid',
            date: '2026-08-24',
            period: {
              from: '2026-07-01',
              to: '2026-07-31',
            },
            gross: 864000,
            tax: 259200,
            deductions: [],
            net: 604800,
            parts: [
              {
                benefit: {
                  code: 'SJP',
                  name: 'Sjukpenning',
                },
                amount: 864000,
                days: 16,
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
            id: 'FK-ZvSKmoRKh7Jg2uC0-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'DAG',
              name: 'Dagersättning',
            },
            status: 'paid',
            date: '2026-09-24',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 864000,
            tax: 259200,
            deductions: [],
            net: 604800,
            parts: [
              {
                benefit: {
                  code: 'SJP',
                  name: 'Sjukpenning',
                },
                amount: 864000,
                days: 16,
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
            id: 'FK-kgGGcT-C30573QEa-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'DAG',
              name: 'Dagersättning',
            },
            status: 'planned',
            date: '2026-10-24',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 864000,
            tax: 259200,
            deductions: [],
            net: 604800,
            parts: [
              {
                benefit: {
                  code: 'SJP',
                  name: 'Sjukpenning',
                },
                amount: 864000,
                days: 16,
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
        verdict: 'unchecked',
        reason: 'rejected',
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
              code: 'SJP',
              name: 'Sjukpenning',
            },
            decided: '2026-09-20',
            final: true,
            outcome: 'BEVILJAN',
            period: {
              from: '2026-09-01',
              to: '2026-09-16',
            },
            amount: 54000,
            every: 'Per dag',
            extent: 100,
            days: 16,
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
        verdict: 'unchecked',
        reason: 'rejected',
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
