import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Knows whether a mouse button or a finger is down. What moves the page meanwhile takes the thing that is being pressed
 * away from under it, and the click is lost.
 */
export class PointerController implements ReactiveController {
  #isDown = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('pointerdown', this.#down, true);
    document.addEventListener('pointerup', this.#up, true);
    document.addEventListener('pointercancel', this.#up, true);
  }

  hostDisconnected(): void {
    document.removeEventListener('pointerdown', this.#down, true);
    document.removeEventListener('pointerup', this.#up, true);
    document.removeEventListener('pointercancel', this.#up, true);
  }

  /** Does it now, or after the click that is under way. */
  whenReleased(action: () => void): void {
    if (!this.#isDown) {
      action();
      return;
    }
    // The click comes after the release, in the same task.
    document.addEventListener('pointerup', () => setTimeout(action), { once: true });
  }

  readonly #down = (): void => {
    this.#isDown = true;
  };

  readonly #up = (): void => {
    this.#isDown = false;
  };
}
