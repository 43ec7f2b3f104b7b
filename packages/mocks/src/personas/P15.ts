// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P15: WrittenFixture = {
  persona: 'P15',
  title: 'Okända koder',
  statement: {
    id: 'persona-P15',
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
            id: 'FK-rc7NHxlnz1LSFfuV-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'XQZ',
              name: 'Nytt stöd för hushåll',
            },
            status: 'paid',
            date: '2026-08-12',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 150000,
            tax: 0,
            deductions: [
              {
                code: 'XQD',
                name: 'Nytt avdrag',
                amount: 10000,
              },
            ],
            net: 140000,
            parts: [
              {
                benefit: {
                  code: 'XQZ',
                  name: 'Nytt belopp',
                },
                amount: 150000,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: ['unknown-benefit'],
          },
          {
            id: 'FK-ub_5uwcUAjgdlh78-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'XQZ',
              name: 'Nytt stöd för hushåll',
            },
            status: 'paid',
            date: '2026-09-12',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 150000,
            tax: 0,
            deductions: [
              {
                code: 'XQD',
                name: 'Nytt avdrag',
                amount: 10000,
              },
            ],
            net: 140000,
            parts: [
              {
                benefit: {
                  code: 'XQZ',
                  name: 'Nytt belopp',
                },
                amount: 150000,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: ['unknown-benefit'],
          },
          {
            id: 'FK-uoGDYo0KP9oMP-Xa-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'XQH',
              name: '<img src=x onerror=alert(1)>',
            },
            status: 'paid',
            date: '2026-08-14',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 70000,
            tax: 0,
            deductions: [],
            net: 70000,
            parts: [
              {
                benefit: {
                  code: 'XQH',
                  name: '<b>Fet</b> & "citerad"',
                },
                amount: 70000,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: ['unknown-benefit'],
          },
          {
            id: 'FK-Oj7cvWJFssvRjRPk-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'XQH',
              name: '<img src=x onerror=alert(1)>',
            },
            status: 'paid',
            date: '2026-09-14',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 70000,
            tax: 0,
            deductions: [],
            net: 70000,
            parts: [
              {
                benefit: {
                  code: 'XQH',
                  name: '<b>Fet</b> & "citerad"',
                },
                amount: 70000,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: ['unknown-benefit'],
          },
          {
            id: 'FK-9_gWW3BJdVolTYqp-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'XQZ',
              name: 'Nytt stöd för hushåll',
            },
            status: 'planned',
            date: '2026-10-12',
            period: {
              from: '2026-10-01',
              to: '2026-10-31',
            },
            gross: 150000,
            tax: 0,
            deductions: [
              {
                code: 'XQD',
                name: 'Nytt avdrag',
                amount: 10000,
              },
            ],
            net: 140000,
            parts: [
              {
                benefit: {
                  code: 'XQZ',
                  name: 'Nytt belopp',
                },
                amount: 150000,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
            ],
            flags: ['unknown-benefit'],
          },
          {
            id: 'FK-49aTPzvqLIbX6FGH-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'XQH',
              name: '<img src=x onerror=alert(1)>',
            },
            status: 'planned',
            date: '2026-10-14',
            period: {
              from: '2026-10-01',
              to: '2026-10-31',
            },
            gross: 70000,
            tax: 0,
            deductions: [],
            net: 70000,
            parts: [
              {
                benefit: {
                  code: 'XQH',
                  name: '<b>Fet</b> & "citerad"',
                },
                amount: 70000,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
            ],
            flags: ['unknown-benefit'],
          },
        ],
      },
      {
        source: 'PM',
        sections: [],
        verdict: 'answered',
        payments: [
          {
            id: 'PM-JQ8iOkkEFA2TUd7d-1',
            source: 'PM',
            payer: 'Pensionsmyndigheten',
            benefit: {
              code: 'PM:AP',
              name: 'Allmän pension',
            },
            status: 'paid',
            date: '2026-08-18',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 900000,
            tax: 180000,
            deductions: [
              {
                code: 'PM:UH',
                name: 'Underhåll',
                amount: 40000,
              },
            ],
            net: 680000,
            parts: [
              {
                benefit: {
                  code: 'PM:IP',
                  name: 'Inkomstpension',
                },
                amount: 900000,
              },
            ],
            flags: [],
          },
          {
            id: 'PM-SO6DOvJ6dMMUJTTr-1',
            source: 'PM',
            payer: 'Pensionsmyndigheten',
            benefit: {
              code: 'PM:AP',
              name: 'Allmän pension',
            },
            status: 'paid',
            date: '2026-09-18',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 900000,
            tax: 180000,
            deductions: [
              {
                code: 'PM:UH',
                name: 'Underhåll',
                amount: 40000,
              },
            ],
            net: 680000,
            parts: [
              {
                benefit: {
                  code: 'PM:IP',
                  name: 'Inkomstpension',
                },
                amount: 900000,
              },
            ],
            flags: [],
          },
          {
            id: 'PM-kOzPlHMiNPT7uWl8-1',
            source: 'PM',
            payer: 'Pensionsmyndigheten',
            benefit: {
              code: 'PM:AP',
              name: 'Allmän pension',
            },
            status: 'planned',
            date: '2026-10-18',
            period: {
              from: '2026-10-01',
              to: '2026-10-31',
            },
            gross: 900000,
            tax: 180000,
            deductions: [
              {
                code: 'PM:UH',
                name: 'Underhåll',
                amount: 40000,
              },
            ],
            net: 680000,
            parts: [
              {
                benefit: {
                  code: 'PM:IP',
                  name: 'Inkomstpension',
                },
                amount: 900000,
              },
            ],
            flags: [],
          },
        ],
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
