// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P5: WrittenFixture = {
  persona: 'P5',
  title: 'Högskolestudent',
  statement: {
    id: 'persona-P5',
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
        verdict: 'answered',
        payments: [
          {
            id: 'CSN-8Q-7ofX6fhER_AVm-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'GRUND',
              name: 'Studiemedel i Sverige',
            },
            status: 'paid',
            date: '2026-09-25',
            period: {
              from: '2026-08-31',
              to: '2026-10-04',
            },
            deductions: [],
            net: 1315600,
            parts: [
              {
                benefit: {
                  code: 'GRUNDB',
                  name: 'Bidrag',
                },
                amount: 398800,
              },
              {
                benefit: {
                  code: 'GRUNDL',
                  name: 'Lån',
                },
                amount: 916800,
              },
            ],
            flags: [],
          },
          {
            id: 'CSN-cJFwV6p0S57Lgf3S-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'GRUND',
              name: 'Studiemedel i Sverige',
            },
            status: 'planned',
            date: '2026-11-25',
            period: {
              from: '2026-10-26',
              to: '2026-12-06',
            },
            deductions: [],
            net: 1315600,
            parts: [
              {
                benefit: {
                  code: 'GRUNDB',
                  name: 'Bidrag',
                },
                amount: 398800,
              },
              {
                benefit: {
                  code: 'GRUNDL',
                  name: 'Lån',
                },
                amount: 916800,
              },
            ],
            flags: [],
          },
          {
            id: 'CSN-VO5nxBZ2hLB3SjHq-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'GRUND',
              name: 'Studiemedel i Sverige',
            },
            status: 'planned',
            period: {
              from: '2026-11-30',
              to: '2027-01-03',
            },
            deductions: [],
            net: 1315600,
            parts: [
              {
                benefit: {
                  code: 'GRUNDB',
                  name: 'Bidrag',
                },
                amount: 398800,
              },
              {
                benefit: {
                  code: 'GRUNDL',
                  name: 'Lån',
                },
                amount: 916800,
              },
            ],
            flags: [],
          },
        ],
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
        verdict: 'nothing',
        facts: [],
      },
      {
        source: 'CSN',
        sections: [],
        verdict: 'answered',
        facts: [
          {
            kind: 'study-support',
            form: {
              code: 'GRUND',
              name: 'Studiemedel i Sverige',
            },
            status: 'BESLUTAD',
            applied: [
              {
                period: {
                  from: '2026-07-01',
                  to: '2026-12-31',
                },
                extent: 100,
              },
            ],
            granted: [
              {
                period: {
                  from: '2026-06-29',
                  to: '2027-01-03',
                },
                extent: 100,
                amount: 1315600,
                parts: [
                  {
                    benefit: {
                      code: 'GRUNDB',
                      name: 'Bidrag',
                    },
                    amount: 398800,
                  },
                  {
                    benefit: {
                      code: 'GRUNDL',
                      name: 'Lån',
                    },
                    amount: 916800,
                  },
                ],
              },
            ],
            plan: [
              {
                date: '2026-09-25',
                status: 'paid',
                amount: 1315600,
              },
              {
                date: '2026-11-25',
                status: 'planned',
                amount: 1315600,
              },
              {
                status: 'planned',
                amount: 1315600,
              },
            ],
          },
        ],
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
