/** Helpers around AbortSignal: the only way work is cancelled in this program. */
import { toError } from './errors.ts';

const flags = new WeakMap<AbortSignal, () => boolean>();

/**
 * Lets a signal be polled from code that keeps the event loop busy (a native call's progress callback): the
 * abort event can not be delivered there, a flag in shared memory can be read.
 */
export function bindFlag(signal: AbortSignal, isSet: () => boolean): void {
  flags.set(signal, isSet);
}

/** True once the signal is aborted, or the flag bound to it is set. */
export function isAborted(signal: AbortSignal): boolean {
  return signal.aborted || flags.get(signal)?.() === true;
}

/** Settles like the promise, or rejects with the signal's reason, whichever comes first. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(toError(signal.reason));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    // Raced also when already aborted: the promise's own failure then still has a reader.
    return await Promise.race([aborted, promise]);
  } finally {
    // By hand: a listener with a signal of its own costs twenty times as much, and this runs for every audio chunk.
    signal.removeEventListener('abort', onAbort);
  }
}

/** Resolves after the time, or rejects with the signal's reason. */
export async function sleep(durationMs: number, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  try {
    await abortable(new Promise<void>((resolve) => (timer = setTimeout(resolve, durationMs))), signal);
  } finally {
    clearTimeout(timer);
  }
}

/** A signal with a time limit; disposing it stops the clock. */
export type Deadline = Disposable & {
  /** Aborts with the given signal, or when the time is over. */
  readonly signal: AbortSignal;
  /** True when it was the time. */
  readonly isOver: boolean;
};

/**
 * Use it instead of `AbortSignal.any([signal, AbortSignal.timeout(…)])`: on Node 20 the timeout inside may be
 * garbage-collected before it fires, and the wait never ends.
 */
export function startDeadline(durationMs: number, signal: AbortSignal): Deadline {
  const time = new AbortController();
  const timer = setTimeout(
    () => time.abort(new DOMException('the time is over', 'TimeoutError')),
    durationMs,
  );
  return {
    signal: AbortSignal.any([signal, time.signal]),
    get isOver() {
      return time.signal.aborted;
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}

/** So fine the time is cut: a late slice counts as one. */
const listeningSlices = 12;

/**
 * The same for what others do: time in which this process was too busy to hear them hardly counts, so that its own
 * load is not taken for their silence.
 */
export function startListening(durationMs: number, signal: AbortSignal): Deadline {
  const time = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const wait = (slices: number): void => {
    timer = setTimeout(() => {
      if (slices > 1) wait(slices - 1);
      else time.abort(new DOMException('the time is over', 'TimeoutError'));
    }, durationMs / listeningSlices);
  };
  wait(listeningSlices);
  return {
    signal: AbortSignal.any([signal, time.signal]),
    get isOver() {
      return time.signal.aborted;
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
