import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells when the page is printed and when that is over, in time for the print to show what has changed. */
export class PrintController implements ReactiveController {
  readonly #printing: (isPrinting: boolean) => void;

  constructor(host: ReactiveControllerHost, printing: (isPrinting: boolean) => void) {
    this.#printing = printing;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#before);
    window.addEventListener('afterprint', this.#after);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#before);
    window.removeEventListener('afterprint', this.#after);
  }

  readonly #before = (): void => this.#printing(true);

  readonly #after = (): void => this.#printing(false);
}
