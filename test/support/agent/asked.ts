/** What the gate says to one wish for a device of the demo home. */
import { isGrounded } from '../../../src/agent/act/grounding.ts';
import type { Wish } from '../../../src/agent/understand/wish.ts';
import { demoModel } from '../home/demo-model.ts';
import { testOrigin } from './origin.ts';

const model = demoModel();

type More = {
  readonly before?: readonly string[];
  readonly heard?: string;
  readonly areaId?: string;
  readonly language?: string;
};

export function asked(
  wish: Wish['do'] | Wish,
  id: string,
  said: string,
  { before = [], ...more }: More = {},
  home = model,
): boolean {
  const entity = home.entities.get(id)!;
  const spoken = { ...testOrigin, ...more, words: [...before, said] };
  return isGrounded(typeof wish === 'string' ? ({ do: wish } as Wish) : wish, entity, spoken, home);
}
