import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Actions } from '../prefill.actions.ts';
import type { FieldPart } from './bindings.ts';
import type { HostField } from './host-field.ts';
import { isOurs } from './writing.ts';

/** Which field it is. */
export interface Place {
  readonly field: HostField;
  readonly part: FieldPart;
}

/** What a person can do in the fields of a page. */
export interface Deeds {
  readonly actions: () => Actions;
  /** The person has typed in a field for a retrieved amount. */
  readonly typed: (key: string) => void;
}

/** Hears what the person does in the fields of the page. Fields may come and go: it listens on the element. */
export class FieldListener implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #placeOf: (target: unknown) => Place | undefined;
  readonly #deeds: Deeds;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    placeOf: (target: unknown) => Place | undefined,
    deeds: Deeds,
  ) {
    this.#host = host;
    this.#placeOf = placeOf;
    this.#deeds = deeds;
    host.addController(this);
  }

  hostConnected(): void {
    // Before the page's own listeners, which may stop the event.
    this.#host.addEventListener('input', this.#onInput, true);
    this.#host.addEventListener('change', this.#onChange, true);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('input', this.#onInput, true);
    this.#host.removeEventListener('change', this.#onChange, true);
  }

  readonly #onInput = (event: Event): void => void this.#hear(event);

  readonly #onChange = (event: Event): void => {
    const place = this.#hear(event);
    if (!place) return;
    const { field, part } = place;
    this.#deeds.actions().leave(`${part === 'comment' ? 'comment' : 'correction'}-${field.key}`);
  };

  /** Most fields tell twice of what is done in them, and some only when they are left. It is passed on once. */
  #hear(event: Event): Place | undefined {
    const place = isOurs(event) ? undefined : this.#placeOf(event.target);
    if (!place?.field.hasChanged(place.part)) return place;
    const { field, part } = place;
    field.accept(part);
    if (part === 'amount') this.#deeds.typed(field.key);
    else this.#deeds.actions().write(field.key, { [part]: field.field(part)?.value ?? '' });
    return place;
  }
}
