// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P4: WrittenFixture = {
  persona: 'P4',
  title: 'Deltagare med aktivitetsstöd',
  statement: {
    id: 'persona-P4',
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
            id: 'FK-ZPcJamY7LMWAQ_mV-1',
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
            gross: 803000,
            tax: 183000,
            deductions: [
              {
                code: 'INF',
                name: 'Utmätning',
                amount: 120000,
              },
              {
                code: 'SOC',
                name: 'Socialavdrag',
                amount: 100000,
              },
            ],
            net: 400000,
            parts: [
              {
                benefit: {
                  code: 'AMP',
                  name: 'Aktivitetsstöd',
                },
                amount: 803000,
                days: 22,
                extent: 100,
                period: {
                  from: '2026-07-01',
                  to: '2026-07-31',
                },
              },
            ],
            flags: ['paid-to-other'],
          },
          {
            id: 'FK-JU6j0jvyGzLtYq1C-1',
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
            gross: 803000,
            tax: 183000,
            deductions: [
              {
                code: 'INF',
                name: 'Utmätning',
                amount: 120000,
              },
              {
                code: 'SOC',
                name: 'Socialavdrag',
                amount: 100000,
              },
            ],
            net: 400000,
            parts: [
              {
                benefit: {
                  code: 'AMP',
                  name: 'Aktivitetsstöd',
                },
                amount: 803000,
                days: 22,
                extent: 100,
                period: {
                  from: '2026-08-01',
                  to: '2026-08-31',
                },
              },
            ],
            flags: ['paid-to-other'],
          },
          {
            id: 'FK-Et9W-iQTP5_hpO3b-1',
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
            gross: 803000,
            tax: 183000,
            deductions: [
              {
                code: 'INF',
                name: 'Utmätning',
                amount: 120000,
              },
              {
                code: 'SOC',
                name: 'Socialavdrag',
                amount: 100000,
              },
            ],
            net: 400000,
            parts: [
              {
                benefit: {
                  code: 'AMP',
                  name: 'Aktivitetsstöd',
                },
                amount: 803000,
                days: 22,
                extent: 100,
                period: {
                  from: '2026-09-01',
                  to: '2026-09-30',
                },
              },
            ],
            flags: ['paid-to-other'],
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
            programme: 'Jobb- och utvecklingsgaranti',
            period: {
              from: '2026-07-01',
              to: '2026-12-31',
            },
            extent: 100,
          },
          {
            kind: 'maintenance-debt',
            amount: 1425050,
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
            category: '70 Arbetsmarknadspolitiskt program',
            from: '2025-10-03',
            extent: 100,
            report: 'submitted',
            reported: '2026-09-12',
            fund: 'Unionens a-kassa',
          },
          {
            kind: 'decision',
            benefit: {
              code: '',
              name: 'Aktivitetsstöd',
            },
            period: {
              from: '2026-07-01',
              to: '2026-12-31',
            },
            extent: 100,
          },
        ],
      },
      {
        source: 'TNS',
        sections: [],
        verdict: 'answered',
        facts: [
          {
            kind: 'vehicle',
            registration: 'QVI 001',
            make: 'Exempelbil',
            model: 'Kombi',
            type: 'PB',
            year: '2009',
          },
        ],
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
