import '@medborgarnavet/elements/define.ts';
import type {
  IncomeSource,
  SsbtekPrefill,
  SsbtekPrefillFillEvent,
  SsbtekPrefillSessionEndingEvent,
} from '@medborgarnavet/elements';
import { nothingAnywhere, partlyChecked, payment, singleParent, statement } from '@medborgarnavet/mocks';
import {
  EKBIST_ROWS,
  IncomeProblem,
  ore,
  PROBLEM_TYPES,
  sourceThatAnswered,
  type IncomeProblemKind,
  type IncomeStatement,
} from '@medborgarnavet/model';
import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import fc from 'fast-check';
import { anyStatement } from '../arbitraries.ts';
import { textOf } from './page.ts';
import { FETCH, posted, source } from './prefill.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** As a municipality wrote it long ago: only some rows, and a column for corrections in only one of them. */
const TABLE = html`<table>
  <thead>
    <tr>
      <th scope="col">Typ</th>
      <th scope="col">Inkomst</th>
      <th scope="col">Kommentar</th>
    </tr>
  </thead>
  <tbody>
    <tr>
      <td><label for="barnbidrag">Barnbidrag</label></td>
      <td><input id="barnbidrag" name="barnbidrag" data-ssbtek="fk.barnbidrag" /></td>
      <td><input name="k1" aria-label="Om barnbidrag" data-ssbtek-comment="fk.barnbidrag" /></td>
    </tr>
    <tr>
      <td><label for="bostadsbidrag">Bostadsbidrag</label></td>
      <td>
        <input
          id="bostadsbidrag"
          name="bostadsbidrag"
          aria-describedby="hjalp"
          data-ssbtek="fk.bostadsbidrag"
        />
        <span id="hjalp">Före avdrag</span>
        <input name="rattat" aria-label="Rättat bostadsbidrag" data-ssbtek-correction="fk.bostadsbidrag" />
      </td>
      <td><textarea aria-label="Om bostadsbidrag" data-ssbtek-comment="fk.bostadsbidrag"></textarea></td>
    </tr>
    <tr>
      <td colspan="3">
        <label>Studiemedel <input name="studiemedel" data-ssbtek="csn.studiemedel" /></label>
      </td>
    </tr>
    <tr>
      <td><label for="lon">Lön</label></td>
      <td><input id="lon" name="lon" data-ssbtek="andra.lon" /></td>
      <td></td>
    </tr>
  </tbody>
</table>`;

async function filling(
  from: IncomeSource = source(singleParent),
  page: unknown = TABLE,
): Promise<SsbtekPrefill> {
  const form = await fixture<HTMLFormElement>(html`
    <form>
      <ssbtek-prefill name="inkomster" period="2026-10" .source=${from}>${page}</ssbtek-prefill>
      <button>Nästa</button>
    </form>
  `);
  return form.querySelector('ssbtek-prefill')!;
}

async function filled(
  from: IncomeSource = source(singleParent),
  page: unknown = TABLE,
): Promise<SsbtekPrefill> {
  const element = await filling(from, page);
  await fetchAgain(element);
  return element;
}

async function fetchAgain(element: SsbtekPrefill): Promise<void> {
  await element.fetchIncome();
  await element.updateComplete;
}

/** Until all that follows from a change of the page has followed. */
async function settle(element: SsbtekPrefill): Promise<void> {
  await aTimeout(0);
  await element.updateComplete;
}

function findField(element: Element, name: string): Field | undefined {
  const nameOf = (field: Field): string =>
    field.ariaLabel ?? [...(field.labels ?? [])].map(({ textContent }) => textContent.trim()).join(' ');
  return [...element.querySelectorAll<Field>('input, textarea')].find((field) => nameOf(field) === name);
}

/** The field in the page of exactly that accessible name. */
function inPage(element: Element, name: string): Field {
  const field = findField(element, name);
  if (!field) throw new Error(`The page has no field called ${name}`);
  return field;
}

async function type(element: SsbtekPrefill, name: string, text: string): Promise<void> {
  const field = inPage(element, name);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

/** What the page says to those who cannot see what stands beside a field, with every kind of space as one. */
function described(element: Element, name: string): string {
  const ids = inPage(element, name).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids
    .map((id) => {
      const found = element.ownerDocument.getElementById(id);
      return (found?.shadowRoot ?? found)?.textContent ?? `(${id})`;
    })
    .join(' | ')
    .replace(/\s/g, ' ');
}

/** All that can be read in the page's part of the element, with what we have put beside its fields. */
function saidIn(element: HTMLElement): string {
  const marks = [...element.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot?.textContent ?? '');
  return [element.innerText, ...marks].join(' ');
}

const kronor = (amount: number, name = 'Barnbidrag', code = 'ABB'): IncomeStatement =>
  statement([sourceThatAnswered('FK', [payment('FK', code, name, amount)])], { id: `uttag-${amount}` });

describe('ssbtek-prefill in a page with fields of its own', () => {
  it('is accessible before and after fetching, when some did not answer, and when an amount cannot be read', async () => {
    const element = await filling(source(singleParent, partlyChecked, 'offline'));
    await expect(element).to.be.accessible();
    for (let press = 0; press < 3; press += 1) {
      await fetchAgain(element);
      await expect(element).to.be.accessible();
    }
    await type(element, 'Rätt belopp: Allmänt barnbidrag', 'abc');
    await expect(element).to.be.accessible();
  });

  it('leaves the form an ordinary one until something is fetched', async () => {
    const element = await filling();
    expect(textOf(element, '.ask')).to.include('under oktober 2026');
    for (const field of element.querySelectorAll('input')) {
      expect([field.value, field.readOnly, field.disabled]).to.deep.equal(['', false, false]);
    }
    expect(findField(element, 'Rätt belopp: Allmänt barnbidrag')).to.equal(undefined);
    expect(element.querySelector('table')!.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(element.closest('form')!.checkValidity()).to.equal(true);
    expect(posted(element)).to.deep.equal({
      barnbidrag: '',
      k1: '',
      bostadsbidrag: '',
      rattat: '',
      studiemedel: '',
      lon: '',
    });
  });

  it('fills the fields, says where each amount is from, and locks what it filled', async () => {
    const element = await filled();
    expect(inPage(element, 'Barnbidrag').value).to.equal('2650');
    expect(inPage(element, 'Barnbidrag').readOnly).to.equal(true);
    expect(described(element, 'Barnbidrag')).to.equal(
      'Från Försäkringskassan. Betalades ut 20 oktober 2026.',
    );
    expect(inPage(element, 'Bostadsbidrag').value).to.equal('4200');
    expect(described(element, 'Bostadsbidrag')).to.match(/^Före avdrag \| Från Försäkringskassan\./);
    expect(posted(element)).to.include({
      barnbidrag: '2650',
      'inkomster.fk.barnbidrag.retrieved': '2650.00',
    });
  });

  it('writes öre with a comma, and with a point in a field for numbers', async () => {
    const page = html`<input aria-label="Text" data-ssbtek="fk.barnbidrag" />
      <input aria-label="Tal" type="number" step="any" data-ssbtek="fk.bostadsbidrag" />
      <textarea aria-label="Yta" data-ssbtek="fk.underhallsstod"></textarea>`;
    const payments = [
      payment('FK', 'ABB', 'Barnbidrag', 4200.5),
      payment('FK', 'BOB', 'Bostadsbidrag', 4200.5),
      payment('FK', 'US', 'Underhållsstöd', -50),
    ];
    const element = await filled(source(statement([sourceThatAnswered('FK', payments)])), page);
    expect(inPage(element, 'Text').value).to.equal('4200,50');
    expect(inPage(element, 'Tal').value).to.equal('4200.50');
    expect(inPage(element, 'Yta').value).to.equal('-50');
  });

  it('is noticed by a listener on the table, as an old script has it', async () => {
    const element = await filling();
    const table = element.querySelector('table')!;
    const heard: string[] = [];
    for (const kind of ['input', 'change']) {
      table.addEventListener(kind, ({ target }) => heard.push(`${kind} ${(target as Field).value}`));
    }
    await fetchAgain(element);
    expect(heard).to.deep.equal(['input 2650', 'change 2650', 'input 4200', 'change 4200']);
    await fetchAgain(element);
    expect(heard.length).to.equal(4);
  });

  it('is noticed by a framework that watches the value of its own field', async () => {
    const element = await filling();
    const field = inPage(element, 'Barnbidrag') as HTMLInputElement;
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    // As React does it: what is written past the tracker is what the person has typed, or else nothing has happened.
    let tracked = field.value;
    let state = '';
    Object.defineProperty(field, 'value', {
      configurable: true,
      get: () => native.get!.call(field) as string,
      set: (text: string) => native.set!.call(field, (tracked = text)),
    });
    element.addEventListener('input', ({ target }) => {
      if (target !== field || tracked === field.value) return;
      state = tracked = field.value;
    });
    await fetchAgain(element);
    expect(state).to.equal('2650');
    await element.withdraw();
    await element.updateComplete;
    expect(state).to.equal('');
  });

  it('lets a framework refuse what it is given, and does not quarrel', async () => {
    const element = await filling();
    let written = 0;
    inPage(element, 'Barnbidrag').addEventListener('input', ({ target }) => {
      written += 1;
      (target as Field).value = '';
    });
    await fetchAgain(element);
    await settle(element);
    expect(written).to.equal(1);
    expect(inPage(element, 'Barnbidrag').readOnly).to.equal(false);
    expect(described(element, 'Barnbidrag')).to.match(/^Försäkringskassan: 2 650 kr\./);
  });

  it('knows its amount again in the page’s own way of writing it', async () => {
    const element = await filling(source(singleParent, kronor(1250)));
    element.addEventListener('change', ({ target }) => {
      const field = target as Field;
      if (field.value !== '') field.value = `${field.value.replace(/(\d)(\d{3})$/, '$1 $2')} kr`;
    });
    await fetchAgain(element);
    expect(inPage(element, 'Barnbidrag').value).to.equal('2 650 kr');
    expect(inPage(element, 'Barnbidrag').readOnly).to.equal(true);
    await fetchAgain(element);
    expect(inPage(element, 'Barnbidrag').value).to.equal('1 250 kr');
    await element.withdraw();
    await element.updateComplete;
    expect(inPage(element, 'Barnbidrag').value).to.equal('');
  });

  it('lets the host fill its fields itself', async () => {
    const element = await filling(source(singleParent, kronor(1250)));
    await type(element, 'Bostadsbidrag', '4000');
    let seen: SsbtekPrefillFillEvent | undefined;
    const byHand = (event: SsbtekPrefillFillEvent): void => {
      event.preventDefault();
      seen = event;
      inPage(element, 'Barnbidrag').value = 'tvåtusen';
    };
    element.addEventListener('ssbtek-prefill-fill', byHand, { once: true });
    await fetchAgain(element);
    expect(seen!.fillings.map(({ key, amount, sources }) => [key, amount, ...sources])).to.deep.equal([
      ['fk.barnbidrag', 265_000, 'FK'],
      ['fk.bostadsbidrag', 420_000, 'FK'],
      ['fk.underhallsstod', 349_600, 'FK'],
    ]);
    const [barnbidrag, bostadsbidrag, underhallsstod] = seen!.fillings;
    expect([barnbidrag?.field, barnbidrag?.isWritten]).to.deep.equal([inPage(element, 'Barnbidrag'), false]);
    expect([bostadsbidrag?.field, bostadsbidrag?.isWritten]).to.deep.equal([
      inPage(element, 'Bostadsbidrag'),
      true,
    ]);
    expect(underhallsstod?.field).to.equal(undefined);
    expect(inPage(element, 'Barnbidrag').value).to.equal('tvåtusen');
    expect(inPage(element, 'Barnbidrag').readOnly).to.equal(false);
    await fetchAgain(element);
    expect(inPage(element, 'Barnbidrag').value).to.equal('tvåtusen');
  });

  it('counts what the host filled in itself as retrieved, and asks once for each fetch', async () => {
    const element = await filling(source(singleParent, 'offline'));
    let asked = 0;
    element.addEventListener('ssbtek-prefill-fill', (event) => {
      asked += 1;
      event.preventDefault();
      inPage(element, 'Barnbidrag').value = '2 650 kr';
    });
    await fetchAgain(element);
    await fetchAgain(element);
    expect(asked).to.equal(1);
    expect(posted(element)['inkomster.fk.barnbidrag.corrected']).to.equal(undefined);
    expect(posted(element)['inkomster.fk.barnbidrag.effective']).to.equal('2650.00');
  });

  it('leaves what the person has written, and says beside it what the authority says', async () => {
    const element = await filling();
    await type(element, 'Barnbidrag', '1325');
    inPage(element, 'Bostadsbidrag').value = 'enligt beslut';
    await fetchAgain(element);
    expect(inPage(element, 'Barnbidrag').value).to.equal('1325');
    expect(inPage(element, 'Barnbidrag').readOnly).to.equal(false);
    expect(described(element, 'Barnbidrag')).to.match(/^Försäkringskassan: 2 650 kr\. Betalades ut/);
    expect(inPage(element, 'Bostadsbidrag').value).to.equal('enligt beslut');
    expect(posted(element)).to.include({
      barnbidrag: '1325',
      'inkomster.fk.barnbidrag.retrieved': '2650.00',
      'inkomster.fk.barnbidrag.corrected': '1325.00',
      'inkomster.fk.barnbidrag.effective': '1325.00',
    });
  });

  for (const text of ['1325', '']) {
    it(`takes a field that was filled and then changed to "${text}" for the person’s own`, async () => {
      const element = await filled(source(singleParent, kronor(1250)));
      inPage(element, 'Barnbidrag').readOnly = false;
      await type(element, 'Barnbidrag', text);
      expect(inPage(element, 'Barnbidrag').value).to.equal(text);
      await fetchAgain(element);
      expect(inPage(element, 'Barnbidrag').value).to.equal(text);
      expect(described(element, 'Barnbidrag')).to.match(/^Försäkringskassan: 1 250 kr\./);
      await element.withdraw();
      await element.updateComplete;
      expect(inPage(element, 'Barnbidrag').value).to.equal(text);
    });
  }

  it('does not fill a field while the person changes what stands there, but at the next fetch', async () => {
    const element = await filling();
    await type(element, 'Barnbidrag', '1325');
    await fetchAgain(element);
    await type(element, 'Barnbidrag', '');
    expect(inPage(element, 'Barnbidrag').value).to.equal('');
    await fetchAgain(element);
    expect(inPage(element, 'Barnbidrag').value).to.equal('');
    element.source = source(kronor(1250));
    await fetchAgain(element);
    expect(inPage(element, 'Barnbidrag').value).to.equal('1250');
  });

  it('shows no failure as zero: what could not be checked has its note and no amount', async () => {
    const element = await filled(source(partlyChecked));
    expect(described(element, 'Studiemedel')).to.equal('Kunde inte kontrolleras. Fyll i själv.');
    expect(described(element, 'Bostadsbidrag')).to.include('Kunde inte kontrolleras. Fyll i själv.');
    expect(described(element, 'Lön')).to.equal('Kan inte hämtas. Fyll i om du har fått pengar.');
    expect(described(element, 'Barnbidrag')).to.include('Det kan finnas mer, som inte kunde kontrolleras.');
    for (const name of ['Studiemedel', 'Bostadsbidrag', 'Lön']) {
      expect([inPage(element, name).value, inPage(element, name).readOnly]).to.deep.equal(['', false]);
    }
    element.source = source(nothingAnywhere);
    await fetchAgain(element);
    expect(described(element, 'Studiemedel')).to.equal('Inget hämtat.');
    expect(inPage(element, 'Barnbidrag').value).to.equal('');
    expect(saidIn(element)).not.to.match(/\d/);
  });

  it('updates what it has filled, keeps it when a fetch fails, and takes away what is told no more', async () => {
    const element = await filled(source(singleParent, kronor(1250), 'offline', nothingAnywhere));
    await fetchAgain(element);
    expect(inPage(element, 'Barnbidrag').value).to.equal('1250');
    expect([inPage(element, 'Bostadsbidrag').value, inPage(element, 'Bostadsbidrag').readOnly]).to.deep.equal(
      ['', false],
    );
    await fetchAgain(element);
    expect(inPage(element, 'Barnbidrag').value).to.equal('1250');
    await fetchAgain(element);
    expect([inPage(element, 'Barnbidrag').value, inPage(element, 'Barnbidrag').readOnly]).to.deep.equal([
      '',
      false,
    ]);
    expect(findField(element, 'Rätt belopp: Allmänt barnbidrag')).to.equal(undefined);
  });

  for (const how of ['withdrawn', 'signed out'] as const) {
    it(`takes its amounts away when they are ${how}, and leaves what the person wrote`, async () => {
      const element = await filled(source(singleParent, 'session-expired'));
      await type(element, 'Rätt belopp: Allmänt barnbidrag', '1325');
      await type(element, 'Lön', '9500');
      if (how === 'withdrawn') await element.withdraw();
      else await element.fetchIncome();
      await element.updateComplete;
      expect([inPage(element, 'Barnbidrag').value, inPage(element, 'Barnbidrag').readOnly]).to.deep.equal([
        '',
        false,
      ]);
      expect(inPage(element, 'Rätt belopp: Allmänt barnbidrag').value).to.equal('1325');
      expect(inPage(element, 'Lön').value).to.equal('9500');
      expect(saidIn(element)).not.to.match(/2\s650|4\s200/);
      expect(inPage(element, 'Bostadsbidrag').getAttribute('aria-describedby')).to.equal('hjalp');
    });
  }

  it('adds a field for a correction where the page has none, kept by no browser and sent by no Enter', async () => {
    const element = await filled();
    const field = inPage(element, 'Rätt belopp: Allmänt barnbidrag') as HTMLInputElement;
    expect(field.labels![0]!.textContent).to.equal('Rätt belopp');
    expect(field.closest('[lang]')!.getAttribute('lang')).to.equal('sv');
    expect(field.autocomplete).to.equal('off');
    expect(field.getAttribute('spellcheck')).to.equal('false');
    expect(field.getAttribute('inputmode')).to.equal('decimal');
    expect(field.form).to.equal(null);
    expect(field.closest('td')).to.equal(inPage(element, 'Barnbidrag').closest('td'));
    expect(findField(element, 'Rätt belopp: Bostadsbidrag')).to.equal(undefined);
    await type(element, 'Rätt belopp: Allmänt barnbidrag', '1 250,50 kr');
    expect(posted(element)).to.include({
      barnbidrag: '2650',
      'inkomster.fk.barnbidrag.retrieved': '2650.00',
      'inkomster.fk.barnbidrag.corrected': '1250.50',
      'inkomster.fk.barnbidrag.effective': '1250.50',
    });
    expect(textOf(element, '.total')).to.equal('Summa av det som räknas: 8 946,50 kr');
  });

  it('places what it adds after the label of a field that stands inside it', async () => {
    const page = html`<p>
      <label>Studiemedel <input data-ssbtek="csn.studiemedel" /></label>
    </p>`;
    const csn = sourceThatAnswered('CSN', [payment('CSN', 'GRUND', 'Studiemedel', 5000)]);
    const element = await filled(source(statement([csn])), page);
    expect([...element.querySelectorAll('p > *')].map(({ localName, className }) => localName + className))
      .to //
      .deep.equal(['label', 'divssbtek-mark', 'divssbtek-correction']);
    expect(element.querySelector('label')!.textContent.trim()).to.equal('Studiemedel');
    expect(described(element, 'Studiemedel')).to.include('Från CSN.');
  });

  it('has ids of its own for each element of a page, and takes away all that it added when it goes', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const elements = [await filled(), await filled()];
    page.append(...elements);
    for (const element of elements) element.source = source(singleParent);
    await Promise.all(elements.map(fetchAgain));
    const ids = [...page.querySelectorAll('[id^=ssbtek-]')].map(({ id }) => id);
    expect(ids.length).to.be.greaterThan(7);
    expect(new Set(ids).size).to.equal(ids.length);

    const [element] = elements;
    element!.remove();
    await Promise.resolve();
    expect(element!.querySelector('[data-ssbtek-added], [readonly], [aria-invalid]')).to.equal(null);
    // Out of the page labels name nothing.
    const field = element!.querySelector<HTMLInputElement>('#barnbidrag')!;
    expect(field.value).to.equal('');
    expect(element!.querySelector('#bostadsbidrag')!.getAttribute('aria-describedby')).to.equal('hjalp');
    page.append(element!);
    await fetchAgain(element!);
    expect(field.value).to.equal('2650');
  });

  it('keeps what it has filled when it is moved within the page', async () => {
    const element = await filled();
    element.closest('form')!.append(element);
    await settle(element);
    expect(inPage(element, 'Barnbidrag').value).to.equal('2650');
    expect(element.querySelectorAll('.ssbtek-correction').length).to.equal(1);
  });

  it('takes the page’s own fields for corrections and comments as the person’s words', async () => {
    const element = await filled();
    await type(element, 'Rättat bostadsbidrag', '4500');
    await type(element, 'Om bostadsbidrag', ' Höjt i oktober ');
    await type(element, 'Om barnbidrag', 'Vi delar');
    const rows = element.value.rows.filter(({ comment }) => comment !== undefined);
    expect(rows).to.deep.equal([
      {
        key: 'fk.barnbidrag',
        retrieved: 265_000,
        effective: 265_000,
        comment: 'Vi delar',
        disputed: [],
      },
      {
        key: 'fk.bostadsbidrag',
        retrieved: 420_000,
        corrected: 450_000,
        effective: 450_000,
        comment: 'Höjt i oktober',
        disputed: [],
      },
    ]);
    expect(posted(element)).to.include({
      rattat: '4500',
      'inkomster.fk.bostadsbidrag.corrected': '4500.00',
      'inkomster.fk.bostadsbidrag.comment': 'Höjt i oktober',
    });
    await fetchAgain(element);
    expect(inPage(element, 'Rättat bostadsbidrag').value).to.equal('4500');
  });

  it('takes in what the page has in them at first, and what a script puts there later without a word', async () => {
    const page = html`<input aria-label="Belopp" data-ssbtek="andra.lon" value="100" />
      <input aria-label="Rättat" data-ssbtek-correction="fk.barnbidrag" value="1325" />
      <input aria-label="Om" data-ssbtek-comment="fk.barnbidrag" value="Vi delar" />`;
    const element = await filling(source(singleParent), page);
    const changes: string[] = [];
    element.addEventListener('ssbtek-prefill-change', ({ key }) => changes.push(key));
    await element.updateComplete;
    expect(posted(element)).to.deep.equal({
      'inkomster.fk.barnbidrag.corrected': '1325.00',
      'inkomster.fk.barnbidrag.effective': '1325.00',
      'inkomster.fk.barnbidrag.comment': 'Vi delar',
      'inkomster.andra.lon.corrected': '100.00',
      'inkomster.andra.lon.effective': '100.00',
    });
    inPage(element, 'Rättat').value = '1300';
    await fetchAgain(element);
    expect(inPage(element, 'Rättat').value).to.equal('1300');
    expect(posted(element)['inkomster.fk.barnbidrag.corrected']).to.equal('1300.00');
    expect(changes).to.deep.equal([]);
    expect(described(element, 'Rättat')).to.match(/^Försäkringskassan: 2 650 kr\./);
  });

  it('writes a value that is set from outside, and a reset, into the fields', async () => {
    const element = await filled();
    const heard: string[] = [];
    element.addEventListener('change', ({ target }) => heard.push((target as Field).value));
    element.value = {
      rows: [
        { key: 'fk.barnbidrag', corrected: ore(132_500), comment: 'Vi delar', disputed: [] },
        { key: 'fk.bostadsbidrag', corrected: ore(450_050), disputed: [] },
        { key: 'csn.studiemedel', corrected: ore(100), comment: 'Extra', disputed: [] },
      ],
      own: [],
    };
    await element.updateComplete;
    expect(inPage(element, 'Rätt belopp: Allmänt barnbidrag').value).to.equal('1325');
    expect(inPage(element, 'Om barnbidrag').value).to.equal('Vi delar');
    expect(inPage(element, 'Rättat bostadsbidrag').value).to.equal('4500,50');
    expect(inPage(element, 'Rätt belopp: Studiemedel').value).to.equal('1');
    expect(inPage(element, 'Kommentar: Studiemedel').value).to.equal('Extra');
    expect(heard).to.include.members(['1325', 'Vi delar', '4500,50']);

    await type(element, 'Lön', '9500');
    element.closest('form')!.reset();
    await element.updateComplete;
    for (const name of ['Rätt belopp: Allmänt barnbidrag', 'Om barnbidrag', 'Rättat bostadsbidrag', 'Lön']) {
      expect(inPage(element, name).value, name).to.equal('');
    }
    expect(findField(element, 'Rätt belopp: Studiemedel')).to.equal(undefined);
    expect(inPage(element, 'Barnbidrag').value).to.equal('2650');
    expect(inPage(element, 'Barnbidrag').readOnly).to.equal(true);
    expect(Object.keys(posted(element)).filter((name) => name.endsWith('corrected'))).to.deep.equal([]);
  });

  it('keeps a field that it added while somebody is in it, and takes it away when nothing needs it', async () => {
    const element = await filling();
    element.value = { rows: [{ key: 'andra.lon', corrected: ore(950_000), disputed: [] }], own: [] };
    await element.updateComplete;
    await type(element, 'Rätt belopp: Lön', '');
    expect(inPage(element, 'Rätt belopp: Lön').isConnected).to.equal(true);
    inPage(element, 'Rätt belopp: Lön').blur();
    await fetchAgain(element);
    expect(findField(element, 'Rätt belopp: Lön')).to.equal(undefined);
  });

  it('tells once of each change', async () => {
    const element = await filled();
    const changes: string[] = [];
    element.addEventListener('ssbtek-prefill-change', ({ key }) => changes.push(key));
    await type(element, 'Lön', '9500');
    await type(element, 'Rättat bostadsbidrag', '4000');
    // As a date picker or an old browser does.
    inPage(element, 'Lön').value = '9600';
    inPage(element, 'Lön').dispatchEvent(new Event('change', { bubbles: true }));
    expect(changes).to.deep.equal(['andra.lon', 'fk.bostadsbidrag', 'andra.lon']);
    expect(posted(element)['inkomster.andra.lon.effective']).to.equal('9600.00');
  });

  it('takes amounts of a person who never fetches, in whatever field', async () => {
    const element = await filling();
    await type(element, 'Barnbidrag', '1 325 kr');
    await type(element, 'Rättat bostadsbidrag', '4000');
    expect(posted(element)).to.include({
      barnbidrag: '1 325 kr',
      'inkomster.fk.barnbidrag.effective': '1325.00',
      'inkomster.fk.bostadsbidrag.effective': '4000.00',
    });
    expect(textOf(element, '.total')).to.equal('Summa av det som räknas: 5 325 kr');
  });

  for (const name of ['Rätt belopp: Allmänt barnbidrag', 'Rättat bostadsbidrag', 'Lön']) {
    it(`stops the form at an amount in ${name} that cannot be read, and says what to write`, async () => {
      const element = await filled();
      const form = element.closest('form')!;
      const field = inPage(element, name);
      field.focus();
      field.value = '12,3,4';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
      expect(field.getAttribute('aria-invalid')).not.to.equal('true');
      expect(form.reportValidity()).to.equal(false);
      await element.updateComplete;
      expect(document.activeElement).to.equal(field);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      expect(described(element, name)).to.include('Skriv beloppet med siffror');
      await type(element, name, '1234');
      expect(field.hasAttribute('aria-invalid')).to.equal(false);
      expect(described(element, name)).not.to.include('Skriv');
      expect(form.checkValidity()).to.equal(true);
    });
  }

  it('leads to the fields by their rows', async () => {
    const element = await filled();
    expect(await element.focusField('fk.barnbidrag')).to.equal(true);
    expect(document.activeElement).to.equal(inPage(element, 'Rätt belopp: Allmänt barnbidrag'));
    await element.focusField('fk.bostadsbidrag');
    expect(document.activeElement).to.equal(inPage(element, 'Rättat bostadsbidrag'));
    await element.focusField('andra.lon');
    expect(document.activeElement).to.equal(inPage(element, 'Lön'));
    const ending = oneEvent<SsbtekPrefillSessionEndingEvent>(element, 'ssbtek-prefill-session-ending');
    element.source = source('session-expired');
    await element.fetchIncome();
    expect((await ending).field).to.equal('andra.lon');
  });

  it('asks for a comment where a reason is demanded, in a field that it adds if the page has none', async () => {
    const page = html`<input aria-label="Barnbidrag" data-ssbtek="fk.barnbidrag" />`;
    const element = await filled(source(singleParent), page);
    const form = element.closest('form')!;
    element.reasonRequired = true;
    await type(element, 'Rätt belopp: Allmänt barnbidrag', '1325');
    expect(form.reportValidity()).to.equal(false);
    await element.updateComplete;
    expect(described(element, 'Kommentar: Allmänt barnbidrag')).to.include('Skriv en kommentar');
    expect(document.activeElement).to.equal(inPage(element, 'Kommentar: Allmänt barnbidrag'));
    await type(element, 'Kommentar: Allmänt barnbidrag', 'Vi delar');
    expect(form.checkValidity()).to.equal(true);
    expect(posted(element)['inkomster.fk.barnbidrag.comment']).to.equal('Vi delar');
  });

  it('draws what was retrieved and has no field in the page: nothing is lost from sight', async () => {
    const element = await filled();
    expect(textOf(element, '[aria-labelledby=rest]')).to.match(
      /inte har något fält.*Underhållsstöd.*3 496 kr/s,
    );
    expect(textOf(element, '.row')).not.to.include('barnbidrag');
    await element.withdraw();
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.row')).to.equal(null);
  });

  it('takes its amounts off the page while it is not known who sits there', async () => {
    const from = source(singleParent);
    const element = await filled(from);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await element.updateComplete;
    expect(inPage(element, 'Barnbidrag').value).to.equal('');
    expect(element.textContent).not.to.match(/\d/);
    expect(element.querySelector('table')!.getBoundingClientRect().height).to.equal(0);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settle(element);
    await element.updateComplete;
    expect(inPage(element, 'Barnbidrag').value).to.equal('2650');
    expect(element.querySelector('table')!.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(from.asked).to.equal(1);
  });

  it('forgets what the person has written, in the page’s fields too, when somebody else may sit there', async () => {
    const from: IncomeSource = source(singleParent);
    const element = await filled(from);
    await type(element, 'Lön', '9500');
    await type(element, 'Om barnbidrag', 'Vi delar');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    from.latestIncome = () => Promise.reject(new IncomeProblem('not-signed-in'));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settle(element);
    await settle(element);
    expect(
      [...element.querySelectorAll<Field>('input, textarea')].map(({ value }) => value).join(''),
    ).to.equal('');
  });

  it('disables what it has added, and leaves the host’s own fields to the host', async () => {
    const element = await filled();
    element.setAttribute('disabled', '');
    await element.updateComplete;
    expect(inPage(element, 'Rätt belopp: Allmänt barnbidrag').disabled).to.equal(true);
    expect(inPage(element, 'Om barnbidrag').disabled).to.equal(false);
    element.removeAttribute('disabled');
    await element.updateComplete;
    expect(inPage(element, 'Rätt belopp: Allmänt barnbidrag').disabled).to.equal(false);
  });

  it('fills fields that come later, or in the place of others, and lets go of those that leave', async () => {
    const element = await filled(source(singleParent), html`<p>Vänta</p>`);
    expect(textOf(element, '.row')).to.include('2 650 kr');
    const paragraph = element.querySelector('p')!;
    const add = (key: string): HTMLInputElement => {
      const field = document.createElement('input');
      field.setAttribute('data-ssbtek', key);
      paragraph.append(field);
      return field;
    };
    const first = add('fk.barnbidrag');
    await settle(element);
    expect(first.value).to.equal('2650');
    expect(textOf(element, '.row')).not.to.include('barnbidrag');

    const correction = findField(element, 'Rätt belopp: Allmänt barnbidrag')!;
    await type(element, 'Rätt belopp: Allmänt barnbidrag', '1325');
    const second = first.cloneNode() as HTMLInputElement;
    second.removeAttribute('readonly');
    first.replaceWith(second);
    await settle(element);
    expect([second.value, second.readOnly, first.value, first.readOnly]).to.deep.equal([
      '2650',
      true,
      '',
      false,
    ]);
    expect(correction.value).to.equal('1325');
    expect(second.nextElementSibling?.className).to.equal('ssbtek-mark');

    second.setAttribute('data-ssbtek', 'fk.bostadsbidrag');
    await settle(element);
    expect(second.value).to.equal('4200');
    paragraph.after(second);
    element.closest('form')!.append(second);
    await settle(element);
    expect([second.value, second.readOnly]).to.deep.equal(['', false]);
  });

  it('gives up on a page that puts another field in place for every filling', async () => {
    const element = await filling();
    let swapped = 0;
    element.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.id !== 'barnbidrag') return;
      const other = target.cloneNode() as HTMLInputElement;
      other.value = '';
      target.replaceWith(other);
      swapped += 1;
    });
    await fetchAgain(element);
    await aTimeout(50);
    const before = swapped;
    expect(before).to.be.lessThan(50);
    await aTimeout(50);
    expect(swapped).to.equal(before);
  });

  it('tells the page’s developer of a row that is none, once, and leaves its field alone', async () => {
    const told: unknown[] = [];
    const developer = globalThis.console;
    const { warn } = developer;
    developer.warn = (text: unknown) => told.push(text);
    const page = html`<input aria-label="Bidrag" data-ssbtek="fk.bidrag" value="x" />
      <input type="checkbox" data-ssbtek="fk.barnbidrag" />`;
    const element = await filled(source(singleParent), page);
    await fetchAgain(element);
    developer.warn = warn;
    expect(told.length).to.equal(1);
    expect(told[0]).to.include('fk.bidrag');
    expect(inPage(element, 'Bidrag').value).to.equal('x');
    expect(element.closest('form')!.checkValidity()).to.equal(true);
    expect(textOf(element, '.row')).to.include('2 650 kr');
  });

  it('says what is so, and quarrels with nobody, when the page has been translated', async () => {
    const page = html`<input aria-label="Barnbidrag" data-ssbtek="fk.barnbidrag" />
      <input aria-label="Studiemedel" data-ssbtek="csn.studiemedel" />
      <input aria-label="Om" data-ssbtek-comment="fk.barnbidrag" />`;
    const element = await filled(source(singleParent), page);
    const texts: Text[] = [];
    const marks = [...element.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    for (const root of [element, ...marks]) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
    }
    for (const text of texts.filter(({ data }) => data.trim() !== '')) {
      const wrapper = document.createElement('span');
      text.replaceWith(wrapper);
      wrapper.append('translated');
    }
    await settle(element);
    await type(element, 'Om', 'x');
    expect(described(element, 'Barnbidrag')).to.equal('translated');
    element.source = source(partlyChecked);
    await fetchAgain(element);
    expect(described(element, 'Barnbidrag')).to.include('Det kan finnas mer');
    expect(described(element, 'Studiemedel')).to.equal('Kunde inte kontrolleras. Fyll i själv.');
  });

  it('shows the statement that the form stands on again, beside what the page gives back', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <ssbtek-prefill name="i" period="2026-10" statement="exempel-uttag-1" .source=${source(singleParent)}>
          <input aria-label="Barnbidrag" data-ssbtek="fk.barnbidrag" value="2650" />
          <input aria-label="Rättat" data-ssbtek-correction="fk.barnbidrag" value="1325" />
          <input aria-label="Bostadsbidrag" data-ssbtek="fk.bostadsbidrag" />
        </ssbtek-prefill>
      </form>
    `);
    const element = form.querySelector('ssbtek-prefill')!;
    await settle(element);
    expect(inPage(element, 'Bostadsbidrag').value).to.equal('4200');
    expect(described(element, 'Barnbidrag')).to.match(/^Försäkringskassan: 2 650 kr\./);
    expect(posted(element)).to.include({ 'i.fk.barnbidrag.effective': '1325.00' });
  });

  it('fetches by its button', async () => {
    const element = await filling();
    const shown = oneEvent(element, 'ssbtek-prefill-fetched');
    [...element.renderRoot.querySelectorAll('button')].find(({ innerText }) => innerText === FETCH)!.click();
    await shown;
    await element.updateComplete;
    expect(inPage(element, 'Barnbidrag').value).to.equal('2650');
  });
});

type Step =
  | { readonly do: 'fetch'; readonly answer: IncomeStatement | IncomeProblemKind }
  | { readonly do: 'write'; readonly field: string; readonly text: string };

const ROWS = ['Barnbidrag', 'Bostadsbidrag', 'Studiemedel', 'Lön'] as const;
const KEYS = ['fk.barnbidrag', 'fk.bostadsbidrag', 'csn.studiemedel', 'andra.lon'];
const correctionOf = (key: string): string =>
  key === 'fk.bostadsbidrag'
    ? 'Rättat bostadsbidrag'
    : `Rätt belopp: ${EKBIST_ROWS.find((row) => row.key === key)!.label}`;

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('fetch' as const),
    answer: fc.oneof(anyStatement, fc.constantFrom(...PROBLEM_TYPES)),
  }),
  fc.record({
    do: fc.constant('write' as const),
    field: fc.constantFrom(...ROWS, ...KEYS.map(correctionOf), 'Om barnbidrag', 'Om bostadsbidrag'),
    text: fc.oneof(
      fc.nat(100_000).map(String),
      fc.constantFrom('', 'abc', '12,3,4', '1.234', '−50', '1 234,50 kr'),
    ),
  }),
);

/** In öre, read in another way than the element does; undefined for what is no amount. */
function read(text: string): number | undefined {
  const plain = text.replace(/\s|kr/g, '').replace('−', '-').replace(',', '.');
  return /^-?\d+(?:\.\d\d?)?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined;
}

describe('ssbtek-prefill in a page with fields of its own, whatever happens', () => {
  it('loses nothing that was typed, and posts what is shown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 14 }), async (steps) => {
        const element = await filling();
        const typed = new Map<string, string>();
        for (const step of steps) {
          if (step.do === 'fetch') {
            element.source = source(step.answer);
            await fetchAgain(element);
          } else {
            const field = findField(element, step.field);
            // Nobody can type where there is nothing to type in.
            if (!field || field.readOnly) continue;
            await type(element, step.field, step.text);
            typed.set(step.field, step.text);
          }
          for (const [name, text] of typed) {
            if (text !== '') expect(inPage(element, name).value, name).to.equal(text);
          }
          const isValid = element.closest('form')!.checkValidity();
          const post = posted(element);
          for (const [index, key] of KEYS.entries()) {
            const field = inPage(element, ROWS[index]!);
            const correction = findField(element, correctionOf(key))?.value ?? '';
            const effective = post[`inkomster.${key}.effective`];
            const retrieved = post[`inkomster.${key}.retrieved`];
            const shown = correction === '' ? field.value : correction;
            if (!isValid) continue;
            if (shown === '') {
              // Emptied by the person beside an amount, which is then told.
              expect(effective).to.equal(retrieved);
              if (retrieved !== undefined) expect(described(element, ROWS[index]!)).to.match(/\d kr\./);
            } else {
              expect(read(effective as string), key).to.equal(read(shown));
            }
            if (field.readOnly) expect(read(field.value)).to.equal(read(retrieved as string));
          }
        }
        element.closest('form')!.remove();
      }),
      { numRuns: 60 },
    );
  });
});
