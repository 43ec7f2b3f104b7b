import type { MiddlewareHandler } from 'hono';
import { tryGetContext } from 'hono/context-storage';

/** What the frame around every page depends on, and no page has a part in. */
export interface Frame {
  /** Whether there are pages for those who test with people. */
  readonly forTestLeaders: boolean;
}

interface Env {
  Variables: { frame: Frame };
}

/** Tells the frame of every page that answers the request. */
export function tellingFrame(told: Frame): MiddlewareHandler<Env> {
  return async (c, next) => {
    c.set('frame', told);
    await next();
  };
}

/** The frame of the page that is being made. */
export function frame(): Frame {
  return tryGetContext<Env>()?.var.frame ?? { forTestLeaders: false };
}
