/** Modes, presets and sources: words of which the device lists those it takes. */
import { plan, type Planned, type Target, textOf, textsOf, unable } from './plan-action.ts';

export type Choice = {
  readonly service: string;
  /** Attribute with the words the device takes. */
  readonly list: string;
  /** Attribute with the one in force, which is also the service's field. */
  readonly attribute: string;
};

/** One of the words a device lists. */
export function choose(said: string, { service, list, attribute }: Choice, target: Target): Planned {
  const choices = textsOf(target.state, list);
  const choice = choiceOf(said, choices);
  if (choice === undefined) return unable({ why: 'unknown-choice', choices });
  return plan(target, {
    service,
    data: { [attribute]: choice },
    proves: (state) => textOf(state, attribute) === choice,
  });
}

/** The device's own word for what was said, whatever the case and the space between: "fan only" → `fan_only`. */
function choiceOf(said: string, choices: readonly string[]): string | undefined {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ')
      .trim();
  const wanted = plain(said);
  const exact = choices.find((choice) => plain(choice) === wanted);
  if (exact !== undefined) return exact;
  // "games" where the only one with that word is "Games Console".
  const [only, ...others] = choices.filter((choice) => ` ${plain(choice)} `.includes(` ${wanted} `));
  return others.length === 0 ? only : undefined;
}
