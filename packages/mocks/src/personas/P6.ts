// Written by `npm run personas`.
import type { WrittenFixture } from '../personas.ts';

export const P6: WrittenFixture = {
  persona: 'P6',
  title: 'Gymnasieelev på 19 år',
  statement: {
    id: 'persona-P6',
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
            id: 'CSN-Sl8XoQf7V63VthFh-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'SB',
              name: 'Studiebidrag',
            },
            status: 'paid',
            date: '2026-08-31',
            period: {
              from: '2026-07-27',
              to: '2026-09-06',
            },
            deductions: [],
            net: 125000,
            parts: [
              {
                benefit: {
                  code: 'STUDB',
                  name: 'Studiebidrag',
                },
                amount: 125000,
              },
            ],
            flags: [],
          },
          {
            id: 'CSN-lOcKVPH0CDaksIco-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'SB',
              name: 'Studiebidrag',
            },
            status: 'paid',
            date: '2026-09-30',
            period: {
              from: '2026-08-31',
              to: '2026-10-04',
            },
            deductions: [],
            net: 125000,
            parts: [
              {
                benefit: {
                  code: 'STUDB',
                  name: 'Studiebidrag',
                },
                amount: 125000,
              },
            ],
            flags: [],
          },
          {
            id: 'CSN-vob1TKXusWvBK9Sa-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'SB',
              name: 'Studiebidrag',
            },
            status: 'planned',
            date: '2026-10-31',
            period: {
              from: '2026-09-28',
              to: '2026-11-01',
            },
            deductions: [],
            net: 125000,
            parts: [
              {
                benefit: {
                  code: 'STUDB',
                  name: 'Studiebidrag',
                },
                amount: 125000,
              },
            ],
            flags: [],
          },
          {
            id: 'CSN-M10eHPBLocFBOWoP-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'EXTRA',
              name: 'Extra tillägg',
            },
            status: 'paid',
            date: '2026-08-31',
            period: {
              from: '2026-07-27',
              to: '2026-09-06',
            },
            deductions: [],
            net: 85500,
            parts: [
              {
                benefit: {
                  code: 'EXTRA',
                  name: 'Extra tillägg',
                },
                amount: 85500,
              },
            ],
            flags: [],
          },
          {
            id: 'CSN-GpmD0bHcdTlfwf0q-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'EXTRA',
              name: 'Extra tillägg',
            },
            status: 'paid',
            date: '2026-09-30',
            period: {
              from: '2026-08-31',
              to: '2026-10-04',
            },
            deductions: [],
            net: 85500,
            parts: [
              {
                benefit: {
                  code: 'EXTRA',
                  name: 'Extra tillägg',
                },
                amount: 85500,
              },
            ],
            flags: [],
          },
          {
            id: 'CSN-dEAWlb85G_n_yfGe-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'EXTRA',
              name: 'Extra tillägg',
            },
            status: 'planned',
            date: '2026-10-31',
            period: {
              from: '2026-09-28',
              to: '2026-11-01',
            },
            deductions: [],
            net: 85500,
            parts: [
              {
                benefit: {
                  code: 'EXTRA',
                  name: 'Extra tillägg',
                },
                amount: 85500,
              },
            ],
            flags: [],
          },
          {
            id: 'CSN-nZ2byWfd-v1r4K0q-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'INACK',
              name: 'Inackorderingstillägg',
            },
            status: 'paid',
            date: '2026-08-31',
            period: {
              from: '2026-07-27',
              to: '2026-09-06',
            },
            deductions: [],
            net: 193000,
            parts: [
              {
                benefit: {
                  code: 'INACK',
                  name: 'Inackorderingstillägg',
                },
                amount: 193000,
              },
            ],
            flags: [],
          },
          {
            id: 'CSN-jpQYB91nDuo6xavO-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'INACK',
              name: 'Inackorderingstillägg',
            },
            status: 'paid',
            date: '2026-09-30',
            period: {
              from: '2026-08-31',
              to: '2026-10-04',
            },
            deductions: [],
            net: 193000,
            parts: [
              {
                benefit: {
                  code: 'INACK',
                  name: 'Inackorderingstillägg',
                },
                amount: 193000,
              },
            ],
            flags: [],
          },
          {
            id: 'CSN-hXLvn6qbOVyhqFhD-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'INACK',
              name: 'Inackorderingstillägg',
            },
            status: 'planned',
            date: '2026-10-31',
            period: {
              from: '2026-09-28',
              to: '2026-11-01',
            },
            deductions: [],
            net: 193000,
            parts: [
              {
                benefit: {
                  code: 'INACK',
                  name: 'Inackorderingstillägg',
                },
                amount: 193000,
              },
            ],
            flags: [],
          },
          {
            id: 'CSN-tu3Dif5SIOflfDRF-1',
            source: 'CSN',
            payer: 'CSN',
            benefit: {
              code: 'INACK',
              name: 'Inackorderingstillägg',
            },
            status: 'paid',
            date: '2026-09-30',
            period: {
              from: '2026-07-27',
              to: '2026-09-06',
            },
            deductions: [],
            net: -58000,
            parts: [
              {
                benefit: {
                  code: 'INACK',
                  name: 'Inackorderingstillägg',
                },
                amount: -58000,
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
              code: 'SB',
              name: 'Studiebidrag',
            },
            status: 'BESLUTAD',
            applied: [
              {
                period: {
                  from: '2026-07-01',
                  to: '2027-01-31',
                },
                extent: 100,
              },
            ],
            granted: [
              {
                period: {
                  from: '2026-06-29',
                  to: '2027-01-31',
                },
                extent: 100,
                amount: 125000,
                parts: [
                  {
                    benefit: {
                      code: 'STUDB',
                      name: 'Studiebidrag',
                    },
                    amount: 125000,
                  },
                ],
              },
            ],
            plan: [
              {
                date: '2026-08-31',
                status: 'paid',
                amount: 125000,
              },
              {
                date: '2026-09-30',
                status: 'paid',
                amount: 125000,
              },
              {
                date: '2026-10-31',
                status: 'planned',
                amount: 125000,
              },
            ],
          },
          {
            kind: 'study-support',
            form: {
              code: 'EXTRA',
              name: 'Extra tillägg',
            },
            status: 'BESLUTAD',
            applied: [
              {
                period: {
                  from: '2026-07-01',
                  to: '2027-01-31',
                },
                extent: 100,
              },
            ],
            granted: [
              {
                period: {
                  from: '2026-06-29',
                  to: '2027-01-31',
                },
                extent: 100,
                amount: 85500,
                parts: [
                  {
                    benefit: {
                      code: 'EXTRA',
                      name: 'Extra tillägg',
                    },
                    amount: 85500,
                  },
                ],
              },
            ],
            plan: [
              {
                date: '2026-08-31',
                status: 'paid',
                amount: 85500,
              },
              {
                date: '2026-09-30',
                status: 'paid',
                amount: 85500,
              },
              {
                date: '2026-10-31',
                status: 'planned',
                amount: 85500,
              },
            ],
          },
          {
            kind: 'study-support',
            form: {
              code: 'INACK',
              name: 'Inackorderingstillägg',
            },
            status: 'BESLUTAD',
            applied: [
              {
                period: {
                  from: '2026-07-01',
                  to: '2027-01-31',
                },
                extent: 100,
              },
            ],
            granted: [
              {
                period: {
                  from: '2026-06-29',
                  to: '2027-01-31',
                },
                extent: 100,
                amount: 193000,
                parts: [
                  {
                    benefit: {
                      code: 'INACK',
                      name: 'Inackorderingstillägg',
                    },
                    amount: 193000,
                  },
                ],
              },
            ],
            plan: [
              {
                date: '2026-08-31',
                status: 'paid',
                amount: 193000,
              },
              {
                date: '2026-09-30',
                status: 'paid',
                amount: 193000,
              },
              {
                date: '2026-10-31',
                status: 'planned',
                amount: 193000,
              },
              {
                date: '2026-09-30',
                status: 'paid',
                amount: -58000,
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
