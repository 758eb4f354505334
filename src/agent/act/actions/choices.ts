/** Modes, presets and sources: words of which the device lists those it takes. */
import { listedAs, listedWords } from '../../../home/model/listed-words.ts';
import { plan, type Planned, type Target, textOf, unable } from './plan-action.ts';

export type Choice = {
  readonly service: string;
  /** Attribute with the words the device takes. */
  readonly list: string;
  /** Attribute with the one in force, which is also the service's field. */
  readonly attribute: string;
};

/** One of the words a device lists. */
export function choose(said: string, { service, list, attribute }: Choice, target: Target): Planned {
  const choices = listedWords(target.state, list);
  const choice = listedAs(said, choices);
  if (choice === undefined) return unable({ why: 'unknown-choice', choices });
  return plan(target, {
    service,
    data: { [attribute]: choice },
    proves: (state) => textOf(state, attribute) === choice,
  });
}
