import { formatDate, type Section, type Source, type SourceCode } from '@medborgarnavet/model';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Texts } from './localize/texts.ts';

export interface SourceLine {
  readonly source: SourceCode;
  readonly name: string;
  readonly verdict: Source['verdict'] | 'waiting';
  readonly text: string;
  /** Why, what to do, and what the parts of the source said. */
  readonly details: readonly string[];
}

export function toSourceLine(source: Source, texts: Pick<Texts, 'source'>): SourceLine {
  const reason = source.verdict === 'unchecked' ? texts.source.reasons[source.reason] : undefined;
  const asked =
    source.asked && texts.source.asked(formatDate(source.asked.from), formatDate(source.asked.to));
  return {
    source: source.source,
    name: texts.source.names[source.source],
    verdict: source.verdict,
    text: verdictText(source.verdict, texts),
    details: [
      ...(reason ? [`${reason.why} ${reason.advice}`] : []),
      ...(asked ? [asked] : []),
      ...source.sections.map((section) => toSectionText(section, source.verdict === 'answered', texts)),
    ],
  };
}

/** While answers come one by one: those that have come, and for the others that they are waited for. */
export function arrivingLines(
  { asked, arrived }: { readonly asked: readonly SourceCode[]; readonly arrived: readonly Source[] },
  texts: Pick<Texts, 'source'>,
  waiting: string,
): SourceLine[] {
  return asked.map((code) => {
    const told = arrived.find(({ source }) => source === code);
    if (told) return toSourceLine(told, texts);
    return {
      source: code,
      name: texts.source.names[code],
      verdict: 'waiting',
      text: waiting,
      details: [],
    };
  });
}

/** @param isPart the source has told of payments: what is missing adds to an amount that is there. */
function toSectionText(section: Section, isPart: boolean, texts: Pick<Texts, 'source'>): string {
  const verdict = verdictText(section.verdict, texts).toLowerCase();
  const text = texts.source.section(section.name, verdict);
  if (section.verdict !== 'unchecked') return `${text}.`;
  const { why, advice } = texts.source.reasons[section.reason];
  return `${text}. ${why} ${isPart ? texts.source.partAdvice : advice}`;
}

function verdictText(verdict: Source['verdict'], { source }: Pick<Texts, 'source'>): string {
  return {
    answered: source.answered,
    nothing: source.nothing,
    unchecked: source.unchecked,
    'not-asked': source.notAsked,
  }[verdict];
}

/** @param name the accessible name of the list. */
export function renderSourceLines(sources: readonly SourceLine[], name: string): TemplateResult {
  return html`<ul class="sources" aria-label=${name}>
    ${repeat(
      sources,
      ({ source }) => source,
      (line) =>
        html`<li class=${line.verdict}>
          <p class="strong" .textContent=${line.name}></p>
          <div>
            <p .textContent=${line.text}></p>
            ${line.details.map((detail) => html`<p class="quiet" .textContent=${detail}></p>`)}
          </div>
        </li>`,
    )}
  </ul>`;
}
