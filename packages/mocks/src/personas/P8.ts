// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P8: WrittenFixture = {
  persona: 'P8',
  title: 'Pensionär i ett par',
  statement: {
    id: 'persona-P8',
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
            id: 'FK-B9MOoRF5euBQDEe8-1',
            source: 'FK',
            payer: 'Pensionsmyndigheten',
            benefit: {
              code: 'AP',
              name: 'Allmän pension',
            },
            status: 'paid',
            date: '2026-08-18',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 1636100,
            tax: 225200,
            deductions: [
              {
                code: 'INF',
                name: 'Utmätning',
                amount: 150000,
              },
            ],
            net: 1260900,
            parts: [
              {
                benefit: {
                  code: 'AP',
                  name: 'Inkomstpension',
                },
                amount: 620000,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
              {
                benefit: {
                  code: 'AP',
                  name: 'Garantipension',
                },
                amount: 410000,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
              {
                benefit: {
                  code: 'AP',
                  name: 'Bostadstillägg',
                },
                amount: 550000,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
              {
                benefit: {
                  code: 'AP',
                  name: 'Äldreförsörjningsstöd',
                },
                amount: 56100,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: ['possible-duplicate'],
          },
          {
            id: 'FK-KdfC2a8qPS2oWNBO-1',
            source: 'FK',
            payer: 'Pensionsmyndigheten',
            benefit: {
              code: 'AP',
              name: 'Allmän pension',
            },
            status: 'paid',
            date: '2026-09-18',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 1636100,
            tax: 225200,
            deductions: [
              {
                code: 'INF',
                name: 'Utmätning',
                amount: 150000,
              },
            ],
            net: 1260900,
            parts: [
              {
                benefit: {
                  code: 'AP',
                  name: 'Inkomstpension',
                },
                amount: 620000,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
              {
                benefit: {
                  code: 'AP',
                  name: 'Garantipension',
                },
                amount: 410000,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
              {
                benefit: {
                  code: 'AP',
                  name: 'Bostadstillägg',
                },
                amount: 550000,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
              {
                benefit: {
                  code: 'AP',
                  name: 'Äldreförsörjningsstöd',
                },
                amount: 56100,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: ['possible-duplicate'],
          },
          {
            id: 'FK-7yxlioL2AX5mMdoM-1',
            source: 'FK',
            payer: 'Pensionsmyndigheten',
            benefit: {
              code: 'AP',
              name: 'Allmän pension',
            },
            status: 'planned',
            date: '2026-10-18',
            period: {
              from: '2026-10-01',
              to: '2026-10-31',
            },
            gross: 1636100,
            tax: 225200,
            deductions: [
              {
                code: 'INF',
                name: 'Utmätning',
                amount: 150000,
              },
            ],
            net: 1260900,
            parts: [
              {
                benefit: {
                  code: 'AP',
                  name: 'Inkomstpension',
                },
                amount: 620000,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
              {
                benefit: {
                  code: 'AP',
                  name: 'Garantipension',
                },
                amount: 410000,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
              {
                benefit: {
                  code: 'AP',
                  name: 'Bostadstillägg',
                },
                amount: 550000,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
              {
                benefit: {
                  code: 'AP',
                  name: 'Äldreförsörjningsstöd',
                },
                amount: 56100,
                period: {
                  from: '2026-10-01',
                  to: '2026-10-31',
                },
              },
            ],
            flags: ['possible-duplicate'],
          },
        ],
      },
      {
        source: 'PM',
        sections: [],
        verdict: 'answered',
        payments: [
          {
            id: 'PM-igLCJ_r9JxE-dOyV-1',
            source: 'PM',
            payer: 'Pensionsmyndigheten',
            benefit: {
              code: 'PM:AP',
              name: 'Allmän pension, Bostads- och inkomststöd',
            },
            status: 'paid',
            date: '2026-08-18',
            period: {
              from: '2026-08-01',
              to: '2026-08-31',
            },
            gross: 1636100,
            tax: 225200,
            deductions: [
              {
                code: 'PM:UTMATNING',
                name: 'Utmätning',
                amount: 150000,
              },
            ],
            net: 1260900,
            parts: [
              {
                benefit: {
                  code: 'PM:IP',
                  name: 'Inkomstpension',
                },
                amount: 620000,
              },
              {
                benefit: {
                  code: 'PM:GARP',
                  name: 'Garantipension',
                },
                amount: 410000,
              },
              {
                benefit: {
                  code: 'PM:BTP',
                  name: 'Bostadstillägg',
                },
                amount: 550000,
              },
              {
                benefit: {
                  code: 'PM:AFS',
                  name: 'Äldreförsörjningsstöd',
                },
                amount: 56100,
              },
            ],
            flags: [],
          },
          {
            id: 'PM-QudC39qWXFxqAMra-1',
            source: 'PM',
            payer: 'Pensionsmyndigheten',
            benefit: {
              code: 'PM:AP',
              name: 'Allmän pension, Bostads- och inkomststöd',
            },
            status: 'paid',
            date: '2026-09-18',
            period: {
              from: '2026-09-01',
              to: '2026-09-30',
            },
            gross: 1636100,
            tax: 225200,
            deductions: [
              {
                code: 'PM:UTMATNING',
                name: 'Utmätning',
                amount: 150000,
              },
            ],
            net: 1260900,
            parts: [
              {
                benefit: {
                  code: 'PM:IP',
                  name: 'Inkomstpension',
                },
                amount: 620000,
              },
              {
                benefit: {
                  code: 'PM:GARP',
                  name: 'Garantipension',
                },
                amount: 410000,
              },
              {
                benefit: {
                  code: 'PM:BTP',
                  name: 'Bostadstillägg',
                },
                amount: 550000,
              },
              {
                benefit: {
                  code: 'PM:AFS',
                  name: 'Äldreförsörjningsstöd',
                },
                amount: 56100,
              },
            ],
            flags: [],
          },
          {
            id: 'PM-dAmBa51N1WJsVW-y-1',
            source: 'PM',
            payer: 'Pensionsmyndigheten',
            benefit: {
              code: 'PM:AP',
              name: 'Allmän pension, Bostads- och inkomststöd',
            },
            status: 'planned',
            date: '2026-10-18',
            period: {
              from: '2026-10-01',
              to: '2026-10-31',
            },
            gross: 1636100,
            tax: 225200,
            deductions: [
              {
                code: 'PM:UTMATNING',
                name: 'Utmätning',
                amount: 150000,
              },
            ],
            net: 1260900,
            parts: [
              {
                benefit: {
                  code: 'PM:IP',
                  name: 'Inkomstpension',
                },
                amount: 620000,
              },
              {
                benefit: {
                  code: 'PM:GARP',
                  name: 'Garantipension',
                },
                amount: 410000,
              },
              {
                benefit: {
                  code: 'PM:BTP',
                  name: 'Bostadstillägg',
                },
                amount: 550000,
              },
              {
                benefit: {
                  code: 'PM:AFS',
                  name: 'Äldreförsörjningsstöd',
                },
                amount: 56100,
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
        verdict: 'answered',
        facts: [
          {
            kind: 'decision',
            benefit: {
              code: 'PM:IP',
              name: 'Inkomstpension',
            },
            decided: '2025-12-04',
            final: true,
            outcome: 'Bifall',
            period: {
              from: '2025-12-01',
            },
            amount: 620000,
            every: 'Per månad',
          },
          {
            kind: 'decision',
            benefit: {
              code: 'PM:GARP',
              name: 'Garantipension',
            },
            decided: '2025-12-04',
            final: true,
            outcome: 'Bifall',
            period: {
              from: '2025-12-01',
            },
            amount: 410000,
            every: 'Per månad',
          },
        ],
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
            employment: 19630000,
            capital: 145000,
            income: 19630000,
            tax: 2702400,
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
