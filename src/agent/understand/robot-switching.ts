/** What on and off come to for what is no switch: a robot is sent out, and goes home. */
import type { LinkContext, Linked } from './mention.ts';
import type { Target } from './target.ts';

type Robots = Readonly<Record<string, string>>;

const sentOut: Robots = { vacuum: 'start_cleaning', lawn_mower: 'start_mowing' };
const sentHome: Robots = { vacuum: 'return_to_base', lawn_mower: 'dock' };
const meanings: Readonly<Record<string, Robots>> = {
  turn_on: sentOut,
  turn_off: sentHome,
  open_switched: sentOut,
  close_switched: sentHome,
};
/** By the word for the kind of device. */
const domainOfClass: Robots = { vacuum: 'vacuum', mower: 'lawn_mower' };

/** The command that is meant of robots; undefined where none are spoken of, or another command. */
export function robotCommand(
  intent: string,
  targets: readonly Target[],
  linked: Linked,
  { index, model }: LinkContext,
): string | undefined {
  const robots = meanings[intent];
  if (robots === undefined || linked.kind === 'entities') return undefined;
  if (linked.kind === 'unfit') return robots[linked.entity.domain];
  const [kind, ...otherKinds] = new Set(targets.map(({ className }) => className));
  if (otherKinds.length === 0 && kind) return robots[domainOfClass[kind] ?? ''];
  // By a part of its name.
  const [name, ...otherNames] = targets.flatMap((target) => target.name ?? []);
  const ids = name === undefined || otherNames.length > 0 ? [] : index.entityNames.holding(name);
  const domains = new Set(ids.map((id) => model.entities.get(id)?.domain));
  const [domain] = domains;
  return domains.size === 1 && domain ? robots[domain] : undefined;
}
