// In the page: what `npm run bench` measures of `<ssbtek-income-view>`.
import '@medborgarnavet/elements/income-view/define.ts';
import type { SsbtekIncomeView } from '@medborgarnavet/elements';
import type { IncomeStatement } from '@medborgarnavet/model';
import { twoYears } from '../../stories/income-view.data.ts';

const WARM_UP = 5;
const ROUNDS = 15;

interface Times {
  readonly element: number[];
  readonly byHand: number[];
  nodes: number;
}
type Measured = Readonly<Record<'opening' | 'searching' | 'showing all again', Times>>;

/** In milliseconds, each round after the other. */
export async function measure(): Promise<Measured> {
  const times = (): Times => ({ element: [], byHand: [], nodes: 0 });
  const measured: Measured = { opening: times(), searching: times(), 'showing all again': times() };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const note = async (
      name: keyof Measured,
      element: SsbtekIncomeView,
      act: () => unknown,
    ): Promise<void> => {
      const whole = await timed(async () => {
        await act();
        await settled(element);
      }, element);
      const copy = byHand(element);
      const plain = await timed(() => copy.build(), copy.host);
      copy.host.remove();
      if (round < 0) return;
      measured[name].element.push(whole);
      measured[name].byHand.push(plain);
      measured[name].nodes = copy.nodes;
    };
    const element = document.createElement('ssbtek-income-view');
    element.period = '2026-10';
    element.depth = 'payments';
    element.source = source(twoYears);
    await note('opening', element, () => document.body.append(element));
    await note('searching', element, () => type(element, 'studiebidrag'));
    await note('showing all again', element, () => type(element, ''));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return measured;
}

const source = (statement: IncomeStatement): NonNullable<SsbtekIncomeView['source']> => ({
  latestIncome: () => Promise.resolve(statement),
  fetchIncome: () => Promise.resolve(statement),
});

/** Up to where the browser has laid it out. */
async function timed(work: () => unknown, host: HTMLElement): Promise<number> {
  const started = performance.now();
  await work();
  host.getBoundingClientRect();
  return performance.now() - started;
}

async function settled(element: SsbtekIncomeView): Promise<void> {
  while (!(await element.updateComplete) || element.matches(':state(looking)'));
  await element.updateComplete;
}

function type(element: SsbtekIncomeView, text: string): void {
  const field = element.shadowRoot?.querySelector<HTMLInputElement>('input[type=search]');
  if (!field) throw new Error('There is no field to search in.');
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

interface ByHand {
  readonly host: HTMLElement;
  readonly nodes: number;
  readonly build: () => void;
}

/** The same nodes, attributes, texts and styles, made with nothing but the DOM. */
function byHand({ shadowRoot }: SsbtekIncomeView): ByHand {
  if (!shadowRoot) throw new Error('The element shows nothing.');
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = shadowRoot.adoptedStyleSheets;
  document.body.append(host);
  let nodes = 0;
  const recipe = (node: Node): (() => Node) => {
    nodes += 1;
    if (!(node instanceof Element)) {
      const text = node.textContent ?? '';
      return node.nodeType === Node.TEXT_NODE
        ? () => document.createTextNode(text)
        : () => document.createComment(text);
    }
    const { namespaceURI, localName } = node;
    const attributes = [...node.attributes].map(({ name, value }) => [name, value] as const);
    const children = [...node.childNodes].map(recipe);
    return () => {
      const made = document.createElementNS(namespaceURI, localName);
      for (const [name, value] of attributes) made.setAttribute(name, value);
      for (const child of children) made.append(child());
      return made;
    };
  };
  const recipes = [...shadowRoot.childNodes].map(recipe);
  return { host, nodes, build: () => root.replaceChildren(...recipes.map((make) => make())) };
}
