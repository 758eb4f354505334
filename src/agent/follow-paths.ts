/** One sentence down the list of paths, until one of them knows what to do: to exactly one answer. */
import { originOf } from './act/origin.ts';
import { type Answer, noAnswer } from './dialogue/answer.ts';
import { carryOut } from './dialogue/carry-out.ts';
import type { Hands } from './dialogue/hands.ts';
import type { PathAnswer } from './dialogue/memory.ts';
import type { Path, Work } from './path.ts';
import type { Turn } from './turn.ts';
import type { Plan } from './understand/plan.ts';

/** What the paths of one turn work with; each acts in its own name. */
export type TurnWork = Omit<Work, 'hands'> & { readonly hands: Omit<Hands, 'origin'> };

type Options = { readonly signal: AbortSignal };

type Guess = { readonly plan: Plan; readonly path: Path; readonly isFirm: boolean };

export async function followPaths(
  paths: readonly Path[],
  turn: Turn,
  { hands, ...voice }: TurnWork,
  options: Options,
): Promise<PathAnswer> {
  const { keep: _, ...unkept } = hands;
  const follow = async (plan: Plan, path: Path, heard: Turn): Promise<PathAnswer> => {
    const own = { ...hands, origin: originOf(heard, path.name) };
    return ofPlan(plan, path, turn, await carryOut(plan, turn, own, options));
  };
  let heard = turn;
  let unclear: PathAnswer | undefined;
  let known: PathAnswer | undefined;
  let guess: Guess | undefined;
  for (const path of paths) {
    if (known && path.name !== 'llm') continue;
    if (guess?.isFirm && path.name === 'llm') break;
    const read = await path.read(heard, options);
    options.signal.throwIfAborted();
    const own = { ...unkept, origin: originOf(heard, path.name) };
    const reading = read.kind === 'run' ? await read.run({ hands: own, ...voice }, options) : read;
    if (reading.kind === 'plan') return await follow(reading.plan, path, heard);
    const { language } = reading;
    const from = { language, path: path.name };
    if (reading.kind === 'acted') return { answer: reading.answer, ...from, isUnclear: false };
    if (reading.kind === 'passed' && reading.guess)
      guess ??= { plan: reading.guess, path, isFirm: reading.isFirm === true };
    const { speech } = reading;
    if (speech === null) continue;
    const understood = reading.kind === 'said' && reading.understood;
    const answer: Answer = { ...noAnswer, speech, understood };
    if (reading.kind === 'said') {
      known = { answer, ...from, isUnclear: false };
      if (reading.modelMay === undefined) return known;
      if (reading.modelMay === 'tell') heard = { ...turn, isNoRequest: true };
      continue;
    }
    // Who tried knows better why it came to nothing.
    if (unclear === undefined || read.kind === 'run') unclear = { answer, ...from, isUnclear: true };
  }
  if (known) return known;
  if (guess) return await follow(guess.plan, guess.path, turn);
  if (unclear) return unclear;
  const { language, languageUnknown: speech } = turn.pack;
  return { answer: { ...noAnswer, speech }, language, path: 'local', isUnclear: true };
}

function ofPlan(plan: Plan, { name }: Path, { pack, pending }: Turn, answer: Answer | undefined): PathAnswer {
  const { language } = pack;
  // What an answer sets going was understood with the sentence that was asked about.
  const path = plan.kind === 'reply' && pending ? pending.path : name;
  if (answer) return { answer, language, path, isUnclear: false };
  return { answer: { ...noAnswer, speech: pack.nothingAsked }, language, path: name, isUnclear: true };
}
