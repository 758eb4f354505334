/** A limit on how long nothing happens inside a request. */
import { RequestError } from '../core/errors.ts';

export type Patience = Disposable & {
  /** Aborts with a RequestError when nothing happened for the time; also, in the end, when it is disposed of. */
  readonly signal: AbortSignal;
  /** Something happened. */
  renew(): void;
};

/** @param what completes the sentence "… for 30 seconds". */
export function startPatience(limitMs: number, what: string): Patience {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new RequestError('REQUEST_INVALID', `${what} for ${limitMs / 1_000} seconds`));
  }, limitMs);
  return {
    signal: controller.signal,
    renew: () => void timer.refresh(),
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      controller.abort();
    },
  };
}
