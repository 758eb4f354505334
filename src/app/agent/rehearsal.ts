/** Sentences that are read for no one: a first sentence takes ten times as long as a later one, and a person waits. */
import { setImmediate as afterOthers } from 'node:timers/promises';
import type { Background } from '../../core/background.ts';
import { ChangeFlag } from '../../core/change-flag.ts';
import type { Home } from '../../home/home.ts';
import type { HomeModel } from '../../home/model/home-model.ts';

export type RehearsalParts = {
  /** Understands a sentence and does nothing about it. */
  readonly read: (sentence: string, model: HomeModel) => unknown;
  readonly background: Pick<Background, 'run'>;
};

/** By then this runtime's compiler has done the most; each takes milliseconds, and gives way to everything else. */
const firstCount = 120;
/** A home with other names has to be looked through once. */
const laterCount = 1;

/** Has sentences with the names of the home read when it was first read, and whenever its devices are others. */
export function rehearse(home: Pick<Home, 'model' | 'ready' | 'watch'>, parts: RehearsalParts): void {
  parts.background.run('rehearsal', async (signal) => {
    const changed = new ChangeFlag();
    let known: HomeModel['entities'] | undefined;
    const unwatch = home.watch(({ entities }) => {
      if (entities !== known) changed.raise();
    });
    try {
      await home.ready({ signal });
      for (let count = firstCount; ; count = laterCount) {
        changed.lower();
        const model = home.model();
        known = model.entities;
        await readSome(model, count, { ...parts, signal });
        await changed.wait(signal);
      }
    } finally {
      unwatch();
    }
  });
}

const sentences: readonly ((name: string) => string)[] = [
  (name) => `turn on the ${name}`,
  (name) => `is the ${name} on`,
  (name) => `turn off the ${name}`,
  (name) => `set the ${name} to 40 percent`,
  () => 'turn off all the lights',
  () => 'set a timer for five minutes',
];

async function readSome(
  model: HomeModel,
  count: number,
  { read, signal }: Pick<RehearsalParts, 'read'> & { readonly signal: AbortSignal },
): Promise<void> {
  const names = [...model.entities.values()].map(({ name }) => name);
  for (let index = 0; index < count; index += 1) {
    await afterOthers(undefined, { signal });
    const name = names[index % Math.max(1, names.length)] ?? 'lamp';
    const sentence = sentences[index % sentences.length];
    if (sentence) read(sentence(name), model);
  }
}
