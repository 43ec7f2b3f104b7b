import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { all, ask, block, csn, lefi, namesIn, one, persona, text, texts } from './asking.ts';

const askAbout = (id: string) =>
  ask({ personnummer: persona(id).personnummer }, undefined, { deviations: true });

describe('answers as the real ones deviate', () => {
  test('AF has no Fraga and no report, and dates have a zone', () => {
    const answer = block(askAbout('P4'), 'AF');
    assert.deepEqual(namesIn(one(answer, 'data')), ['Svar']);
    assert.deepEqual(all(answer, 'AktivetetsRapportDatum'), []);
    assert.equal(text(answer, 'ArbetssokandeRegistrerad'), '2025-10-03+01:00');
    assert.equal(text(answer, 'BeslutTom'), '2026-12-31+01:00');
    assert.equal(text(answer, 'Referensnummer'), 'arende-1');
  });

  test('the a-kassor have no Syfte and no Paragraf, and dates have a zone', () => {
    const answer = block(askAbout('P7'), 'SO');
    assert.deepEqual([...all(answer, 'Syfte'), ...all(answer, 'Paragraf')], []);
    assert.deepEqual(texts(answer, 'Utbetalningsdatum'), ['2026-09-23+01:00']);
    assert.deepEqual(texts(answer, 'AvserFrom'), ['2026-08-01+01:00']);
    assert.deepEqual(texts(answer, 'NettoEfterSkatt'), ['11870.00']);
    assert.deepEqual(texts(answer, 'BeslutOmRattTillErsattning'), ['2026-05-20+01:00', '']);
  });

  test('Migrationsverket has dates with a zone', () => {
    assert.deepEqual(texts(block(askAbout('P3'), 'MIV'), 'tomDatum'), ['2026-08-01+01:00']);
  });

  test('CSN is in the version before', () => {
    const answer = csn(askAbout('P5'));
    assert.equal(answer.getAttribute('schemaVersion'), '3.0');
    assert.equal(answer.namespaceURI, 'http://schema.csn.se/v3.0/kommunfraga');
    assert.equal(one(answer, 'stodform').namespaceURI, 'http://schema.csn.se/v3.0/studiemedel');
    assert.deepEqual(texts(answer, 'utbetdatum'), ['20260925', '20261125', '0']);
  });

  test('LEFI has amounts as text with a decimal comma, and a list of no avvikelser', () => {
    const { avvikelser, formansinformation, utbetalningar } = lefi(askAbout('P8'));
    assert.deepEqual(avvikelser, []);
    const [payment] = formansinformation?.utbetalningsuppgift ?? [];
    assert.deepEqual(payment?.nettobelopp, { summa: '12609,00', valuta: 'SEK' });
    assert.equal(payment.typ.id, 1);
    const [pension] = utbetalningar ?? [];
    assert.deepEqual([pension?.nettobelopp, pension?.avdrag[0]?.belopp], ['12609,00', '-2252,00']);
  });

  test('not unless that is asked for', () => {
    const answer = ask({ personnummer: persona('P8').personnummer });
    assert.deepEqual(lefi(answer).avvikelser, {});
    assert.equal(csn(answer).getAttribute('schemaVersion'), '4.0');
  });
});
