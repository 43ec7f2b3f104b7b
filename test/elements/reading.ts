const LINES = 'p, li, dt, button, tr, [role=heading], div';

/**
 * What a person who sees it reads in an element, line by line: headings with `#` for their level, what can be pressed in
 * brackets, a term and its value on one line, and what is in one item of a list further in.
 */
export function reading(element: Element): string[] {
  if (!isSeen(element)) return [];
  if (element.matches('[role=heading]'))
    return ['', `${'#'.repeat(Number(element.ariaLevel))} ${textOf(element)}`];
  if (element.matches('button')) return [`[${partsOf(element).join(' · ')}]`];
  if (element.matches('tr')) return [partsOf(element).join(' | ')];
  if (element.matches('dl > div')) return [partsOf(element).join(': ')];
  const lines =
    element.querySelector(LINES) === null
      ? [textOf(element)].filter((text) => text !== '')
      : [...element.children].flatMap(reading);
  const isItem = element.matches('li') && !lines.some((line) => line.startsWith('#'));
  return isItem ? lines.map((line, at) => `${at === 0 ? '- ' : '  '}${line}`) : lines;
}

/** Of each part that says something. */
function partsOf(element: Element): string[] {
  return [...element.children].map(textOf).filter((text) => text !== '');
}

function textOf(element: Element): string {
  return rawTextOf(element).replace(/\s+/g, ' ').trim();
}

function rawTextOf(element: Element): string {
  if (!isSeen(element)) return '';
  const texts = [...element.childNodes].map((node) =>
    node instanceof Element ? rawTextOf(node) : node instanceof Text ? node.data : '',
  );
  return texts.join('');
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  // What is there for a screen reader alone is one pixel large.
  return element.checkVisibility({ visibilityProperty: true }) && !(width <= 1 && height <= 1);
}
