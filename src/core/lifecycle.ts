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
