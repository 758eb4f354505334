/** Whether a sentence that is being spoken is whole, as far as the agent's grammar and this home can tell. */
import { askedUs } from '../agent/dialogue/questions.ts';
import type { HomeView } from '../agent/ports/home-view.ts';
import type { Capture } from '../agent/understand/grammar/matcher.ts';
import { loadGrammar } from '../agent/understand/load-grammar.ts';
import { hasFreeWords } from '../agent/understand/memory-steps.ts';
import type { Plan, Step } from '../agent/understand/plan.ts';
import { type Situation, type Understanding, understand } from '../agent/understand/understand.ts';
import { primarySubtag } from '../core/language-tag.ts';
import type { Entity, HomeModel } from '../home/model/home-model.ts';
import type { Completeness, JudgeSentence } from '../services/endpoint.ts';
import type { RecentDialogue } from './recent-dialogue.ts';

export type JudgeParts = {
  readonly home: HomeView;
  /** What is spoken of now: "it", and questions of ours that wait. */
  readonly recent: RecentDialogue;
};

/** The language whose sentences the agent parses itself. */
const language = 'en';

/** Sentences of other languages are never known to be whole: they end after the longest silence. */
export function createJudge({ home, recent }: JudgeParts): JudgeSentence {
  const grammar = loadGrammar(language);
  return (heard) => {
    if (primarySubtag(heard.language) !== language) return 'incomplete';
    const model = home.model();
    const dialogue = recent.value;
    const situation: Situation = {
      model,
      // Nowhere: in a room its name would be left out, and could still follow.
      areaId: null,
      lastEntityIds: dialogue?.lastEntityIds ?? [],
      lastWish: dialogue?.lastWish ?? null,
      asked: askedUs(dialogue?.pending?.open ?? []),
    };
    return judge(understand(heard.text, situation, grammar), model);
  };
}

export function judge({ words, chosen, plan }: Understanding, model: HomeModel): Completeness {
  const step = lastStep(plan);
  if (!step) return 'incomplete';
  const captures = (chosen?.clauses.at(-1)?.captures ?? []).flatMap(withInside);
  const kind = completenessOf(step, captures);
  if (kind !== 'final') return kind;
  // "time", "pause": most sentences begin with a word that could stand alone.
  if (words.length === 1) return 'open';
  const last = captures.filter(({ end }) => end === words.length);
  const around = { model, rivals: rivalsOf(step, model) };
  return last.some((capture) => couldGrow(capture, words, around)) ? 'open' : 'final';
}

function lastStep(plan: Plan): Step | undefined {
  return plan.kind === 'several' ? plan.steps.at(-1) : plan;
}

function withInside(capture: Capture): readonly Capture[] {
  return [capture, ...capture.inside.flatMap(withInside)];
}

function completenessOf(step: Step, captures: readonly Capture[]): Completeness {
  const saysWhere = captures.some(({ slot }) => slot === 'everywhere' || slot === 'here');
  switch (step.kind) {
    case 'not-understood':
      return 'incomplete';
    // Any words may follow.
    case 'broadcast':
      return 'incomplete';
    case 'memory':
      return hasFreeWords(step.request) ? 'incomplete' : 'final';
    case 'unlinked':
      if (step.why.kind === 'unknown-name' || step.why.kind === 'unknown-place') return 'incomplete';
      return saysWhere ? 'final' : 'open';
    // "… for the pizza"
    case 'timer':
      return step.request.do === 'start' && step.request.name === null ? 'open' : 'final';
    // "the lights … in the kitchen"
    case 'act':
    case 'answer': {
      const { by, place } = step.about;
      return by === 'class' && place === null && !saysWhere ? 'open' : 'final';
    }
    default:
      return 'final';
  }
}

/** Devices like those that are meant, and not among them. */
function rivalsOf(step: Step, { entities }: HomeModel): readonly Entity[] {
  const meant = 'entities' in step ? step.entities.map(({ entityId }) => entityId) : [];
  const domains = new Set(meant.map((id) => entities.get(id)?.domain));
  return [...entities.values()].filter(
    ({ domain, entityId }) => domains.has(domain) && !meant.includes(entityId),
  );
}

type Around = { readonly model: HomeModel; readonly rivals: readonly Entity[] };

/** What ends the sentence may be the beginning of something longer: "kitchen light … strip", "twenty … five". */
function couldGrow(
  { slot, value, start, end }: Capture,
  words: readonly string[],
  { model, rivals }: Around,
): boolean {
  const said = words.slice(start, end).join(' ');
  if (slot === 'name') return isBeginning(said, rivals);
  if (slot === 'place') return isBeginning(said, [...model.areas.values(), ...model.floors.values()]);
  const isNumber = value !== '' && !Number.isNaN(Number(value));
  // Free words.
  return isNumber || (value === said && end - start > 1);
}

function isBeginning(said: string, named: readonly { readonly names: readonly string[] }[]): boolean {
  return named.some(({ names }) => names.some((name) => name.toLowerCase().startsWith(`${said} `)));
}
