/** Teardown that always runs to its end. */

/** One thing to do at shutdown; the name appears in the error when it fails. */
export type TeardownStep = { readonly name: string; readonly run: () => PromiseLike<void> | void };

/** Runs every step in order, also after a failed one, then throws one AggregateError naming all failures. */
export async function settleSeries(steps: Iterable<TeardownStep>): Promise<void> {
  const failures: Error[] = [];
  for (const step of steps) {
    try {
      await step.run();
    } catch (cause) {
      failures.push(new AggregateError([cause], `teardown step failed: ${step.name}`));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map((e) => e.message).join('; '));
}

/** What was started and has to be ended, the last first. */
export class Teardown implements AsyncDisposable {
  readonly #steps: TeardownStep[] = [];
  #ended: Promise<void> | undefined;

  /** Is run before all that was added earlier. */
  add(name: string, run: TeardownStep['run']): void {
    this.#steps.unshift({ name, run });
  }

  /** The same part, which is disposed at the end. */
  keep<Part extends AsyncDisposable>(name: string, part: Part): Part {
    this.add(name, () => part[Symbol.asyncDispose]());
    return part;
  }

  /** Runs every step, once. @throws AggregateError naming all failures. */
  async [Symbol.asyncDispose](): Promise<void> {
    await (this.#ended ??= settleSeries(this.#steps));
  }
}

/** Starts something of several parts; when it fails, those that were started are ended first. */
export async function startTogether<T>(start: (teardown: Teardown) => Promise<T>): Promise<T> {
  const teardown = new Teardown();
  try {
    return await start(teardown);
  } catch (error) {
    await teardown[Symbol.asyncDispose]();
    throw error;
  }
}
