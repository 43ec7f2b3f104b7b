import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { merge } from '../../packages/elements/src/draft/draft.merge.ts';
import {
  inUnit,
  namesIn,
  overlay,
  sameEntries,
  sameUnits,
  toUnits,
  type Units,
} from '../../packages/elements/src/draft/draft.units.ts';
import { DraftHost, field, page, settled, stands, TestClock, write, type Page } from './draft.ts';
import { press } from './page.ts';

const anyUnits: fc.Arbitrary<Units> = fc
  .array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'i.lon.corrected', 'i.lon.comment', 'i.egna.1.typ'),
      fc.constantFrom('', 'x', 'y'),
    ),
    { maxLength: 6 },
  )
  .map(toUnits);

describe('merging three versions', () => {
  it('leaves out no change, takes nobody’s place without a question, and makes up nothing', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, anyUnits, (base, ours, theirs) => {
        const { taken, asked } = merge({ base, ours, theirs });
        const result = overlay(ours, taken);
        for (const unit of namesIn(base, ours, theirs)) {
          const [was, here, there, now] = [base, ours, theirs, result].map((each) => inUnit(each, unit));
          const [isOurs, isTheirs] = [!sameEntries(was!, here!), !sameEntries(was!, there!)];
          const isAsked = isOurs && isTheirs && !sameEntries(here!, there!);
          expect(asked.has(unit)).to.equal(isAsked);
          expect(sameEntries(now!, isAsked || !isTheirs ? here! : there!)).to.equal(true);
        }
      }),
    );
  });

  it('with oneself changes nothing, and with what is not changed takes all', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (one, other) => {
        const same = merge({ base: other, ours: one, theirs: one });
        expect([same.taken.size, same.asked.size]).to.deep.equal([0, 0]);
        const { taken, asked } = merge({ base: one, ours: one, theirs: other });
        expect([sameUnits(overlay(one, taken), other), asked.size]).to.deep.equal([true, 0]);
      }),
    );
  });

  it('asks the other the same', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, anyUnits, (base, ours, theirs) => {
        const [one, other] = [merge({ base, ours, theirs }), merge({ base, ours: theirs, theirs: ours })];
        expect([...one.asked.keys()].sort()).to.deep.equal([...other.asked.keys()].sort());
      }),
    );
  });
});

const NAMES = ['namn', 'telefon', 'meddelande'] as const;
type Name = (typeof NAMES)[number];

type Step =
  | { readonly do: 'write' | 'elsewhere'; readonly name: Name }
  | { readonly do: 'pass'; readonly time: number }
  | { readonly do: 'fault' | 'lose'; readonly isOn: boolean }
  | { readonly do: 'delete' | 'deleteElsewhere' | 'reload' | 'leave' | 'answer' | 'take' };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), name: fc.constantFrom(...NAMES) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('elsewhere' as const), name: fc.constantFrom(...NAMES) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('pass' as const), time: fc.constantFrom(100, 1_000, 5_000) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('fault' as const, 'lose' as const), isOn: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(...(['delete', 'deleteElsewhere', 'reload', 'leave', 'answer', 'take'] as const)),
    }),
  },
);

/** A person, the page, the host and somebody else, with what each field may hold in the end. */
class World {
  readonly host = new DraftHost(
    new TestClock(),
    NAMES.map((name) => [name, ''] as const),
  );
  readonly #allowed = new Map<Name, Set<string>>(NAMES.map((name) => [name, new Set([''])]));
  #page!: Page;
  #count = 0;

  async open(): Promise<void> {
    this.#page = await page({ host: this.host });
    await settled(this.#page.draft);
  }

  async do(step: Step): Promise<void> {
    const { host } = this;
    const { clock, draft } = this.#page;
    switch (step.do) {
      case 'write': {
        const text = `här ${(this.#count += 1)}`;
        await write(this.#page.form, step.name, text);
        this.#allowed.set(step.name, new Set([text]));
        break;
      }
      case 'elsewhere': {
        const text = `där ${(this.#count += 1)}`;
        this.#elsewhere(step.name, text);
        host.keep(
          Object.entries({
            ...Object.fromEntries(NAMES.map((name) => [name, ''])),
            ...host.saved,
            [step.name]: text,
          }),
        );
        break;
      }
      case 'pass':
        await clock.pass(step.time);
        break;
      case 'fault':
        host.fault = step.isOn ? 'offline' : undefined;
        break;
      case 'lose':
        host.losesAnswers = step.isOn;
        break;
      case 'delete':
        host.fault = undefined;
        if (stands(draft, 'gone') || stands(draft, 'left')) return;
        await draft.deleteDraft();
        for (const name of NAMES) this.#allowed.set(name, new Set(['']));
        break;
      case 'deleteElsewhere':
        host.kept = undefined;
        // What begins anew there has nothing in it.
        for (const name of NAMES) this.#allowed.get(name)?.add('').add(field(this.#page.form, name).value);
        break;
      case 'reload':
        await this.calm();
        this.#page.form.remove();
        await this.open();
        break;
      case 'leave':
        window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        await settled(draft);
        for (const name of NAMES) expect(field(this.#page.form, name).value).to.equal('');
        host.fault = undefined;
        window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        break;
      case 'answer':
        await this.#answer('Behåll allt som står här');
        break;
      case 'take':
        for (const name of NAMES) this.#allowed.get(name)?.add(host.saved[name] ?? '');
        await this.#answer('Ta allt som är sparat');
    }
    await settled(this.#page.draft);
  }

  /** Everything works again, and the person has answered what they are asked. */
  async calm(): Promise<void> {
    this.host.fault = undefined;
    this.host.losesAnswers = false;
    for (let turn = 0; turn < 3; turn += 1) {
      await this.#page.clock.pass(120_000);
      await settled(this.#page.draft);
      await this.#answer('Behåll allt som står här');
    }
  }

  /** No text is lost, and page and host say the same. */
  async check(): Promise<void> {
    await this.calm();
    const { form, draft, host } = this.#page;
    const box = form.querySelector<HTMLInputElement>('[name=barn]')!;
    box.click();
    await settled(draft);
    await this.calm();
    for (const name of NAMES) {
      const { value } = field(form, name);
      expect([...(this.#allowed.get(name) ?? [])], name).to.include(value);
      expect(host.saved[name] ?? '', name).to.equal(value);
    }
    expect(stands(draft, 'saved')).to.equal(true);
    form.remove();
  }

  /** Another's text goes in the place of one that it follows upon, and never in that of one not known there. */
  #elsewhere(name: Name, text: string): void {
    const allowed = this.#allowed.get(name)!;
    const isKnownThere = allowed.has(this.host.saved[name] ?? '');
    const isKnownHere = field(this.#page.form, name).value === (this.host.saved[name] ?? '');
    if (isKnownThere && allowed.size === 1 && isKnownHere && !this.host.losesAnswers && !this.#hasUnsure)
      this.#allowed.set(name, new Set([text]));
    else allowed.add(text);
  }

  /** Whether an answer may have been lost. */
  get #hasUnsure(): boolean {
    return !stands(this.#page.draft, 'saved');
  }

  async #answer(choice: string): Promise<void> {
    const { draft } = this.#page;
    if (stands(draft, 'conflict')) await press(draft, choice);
    else if (stands(draft, 'gone')) await press(draft, 'Ja, spara det igen');
    await settled(draft);
  }
}

describe('ssbtek-draft, whatever happens', () => {
  it('loses no text, and what the person chose stands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 14 }), async (steps) => {
        const world = new World();
        await world.open();
        for (const step of steps) await world.do(step);
        await world.check();
        await new Promise((resolve) => setTimeout(resolve));
      }),
      { numRuns: 120 },
    );
  });
});
