// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P9: WrittenFixture = {
  persona: 'P9',
  title: 'Sjukersättning och omvårdnadsbidrag',
  statement: {
    id: 'persona-P9',
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
            id: 'FK-YgYuUz5v82-94Msg-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'SA',
              name: 'Sjukersättning',
            },
            status: 'paid',
            date: '2026-08-18',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 1180000,
            tax: 247800,
            deductions: [],
            net: 932200,
            parts: [
              {
                benefit: {
                  code: 'SA',
                  name: 'Sjukersättning',
                },
                amount: 1180000,
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
            id: 'FK--NgIqLT4_FZod1yn-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'SA',
              name: 'Sjukersättning',
            },
            status: 'paid',
            date: '2026-09-18',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 1180000,
            tax: 247800,
            deductions: [],
            net: 932200,
            parts: [
              {
                benefit: {
                  code: 'SA',
                  name: 'Sjukersättning',
                },
                amount: 1180000,
                extent: 100,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-jw5mnasRXyRVbJHE-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'OMV',
              name: 'Omvårdnadsbidrag',
            },
            status: 'paid',
            date: '2026-08-18',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 612500,
            tax: 183800,
            deductions: [],
            net: 428700,
            parts: [
              {
                benefit: {
                  code: 'OMV',
                  name: 'Omvårdnadsbidrag',
                },
                amount: 612500,
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
            id: 'FK-51m6BQ6xdZSusW92-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'OMV',
              name: 'Omvårdnadsbidrag',
            },
            status: 'paid',
            date: '2026-09-18',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 612500,
            tax: 183800,
            deductions: [],
            net: 428700,
            parts: [
              {
                benefit: {
                  code: 'OMV',
                  name: 'Omvårdnadsbidrag',
                },
                amount: 612500,
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
            id: 'FK-qMAOOBCp8VuJGeXw-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'OMV',
              name: 'Omvårdnadsbidrag',
            },
            status: 'paid',
            date: '2026-09-22',
            period: {
              from: '2026-06-01',
              to: '2026-08-31',
            },
            gross: 918900,
            tax: 275700,
            deductions: [],
            net: 643200,
            parts: [
              {
                benefit: {
                  code: 'OMV',
                  name: 'Omvårdnadsbidrag',
                },
                amount: 306300,
                period: {
                  from: '2026-06-01',
                  to: '2026-06-30',
                },
              },
              {
                benefit: {
                  code: 'OMV',
                  name: 'Omvårdnadsbidrag',
                },
                amount: 306300,
                period: {
                  from: '2026-07-01',
                  to: '2026-07-31',
                },
              },
              {
                benefit: {
                  code: 'OMV',
                  name: 'Omvårdnadsbidrag',
                },
                amount: 306300,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: ['retroactive'],
          },
          {
            id: 'FK-Omcg9vuEKxJmrVHn-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'SA',
              name: 'Sjukersättning',
            },
            status: 'planned',
            date: '2026-10-18',
            period: {
              from: '2026-10-01',
              to: '2026-10-31',
            },
            gross: 1180000,
            tax: 247800,
            deductions: [],
            net: 932200,
            parts: [
              {
                benefit: {
                  code: 'SA',
                  name: 'Sjukersättning',
                },
                amount: 1180000,
                extent: 100,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
            ],
            flags: [],
          },
          {
            id: 'FK-dfuQES5LuVUD4EVN-1',
            source: 'FK',
            payer: 'Försäkringskassan',
            benefit: {
              code: 'OMV',
              name: 'Omvårdnadsbidrag',
            },
            status: 'planned',
            date: '2026-10-18',
            period: {
              from: '2026-10-01',
              to: '2026-10-31',
            },
            gross: 612500,
            tax: 183800,
            deductions: [],
            net: 428700,
            parts: [
              {
                benefit: {
                  code: 'OMV',
                  name: 'Omvårdnadsbidrag',
                },
                amount: 612500,
                extent: 50,
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
              code: 'OMV',
              name: 'Omvårdnadsbidrag',
            },
            decided: '2026-09-15',
            final: true,
            outcome: 'BEVILJANDE',
            period: {
              from: '2026-06-01',
            },
            amount: 612500,
            every: 'Månadsvis',
            levels: [
              {
                period: {
                  from: '2026-06-01',
                  to: '2026-08-31',
                },
                level: 50,
                share: 100,
                type: 'Retroaktiv',
              },
              {
                period: {
                  from: '2026-09-01',
                },
                level: 50,
                share: 100,
                type: 'Löpande',
              },
            ],
          },
          {
            kind: 'decision',
            benefit: {
              code: 'SE',
              name: 'Sjukersättning',
            },
            decided: '2025-04-15',
            final: true,
            period: {
              from: '2025-04-01',
            },
            amount: 1180000,
            every: 'Månadsvis',
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
