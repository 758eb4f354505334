/** The agent's own grammar: no model, no network, English. */
import type { Clock } from '../core/clock.ts';
import { primarySubtag } from '../core/language-tag.ts';
import type { HomeModel } from '../home/model/home-model.ts';
import type { Path, Said } from './path.ts';
import { english } from './reply/en/pack.ts';
import { replyToUnclear } from './reply/no-answer-reply.ts';
import type { Grammar } from './understand/grammar/matcher.ts';
import { forbids } from './understand/no-request.ts';
import { normalise } from './understand/normalise.ts';
import type { Plan } from './understand/plan.ts';
import { askedUs } from './dialogue/questions.ts';
import { readHeard } from './understand/read-heard.ts';
import { lengthMeant, timersMeant } from './understand/timer-answer.ts';
import { readAnswer } from './understand/answer-words.ts';

const language = 'en';

export function createLocalPath(grammar: Grammar, clock: Clock): Path {
  return {
    name: 'local',
    read: async ({ request, model, isHomeAway, areaId, dialogue, pending, pack }) => {
      const asked = askedUs(pending?.open ?? []);
      const timerIds = asked?.kind === 'timer' ? timersMeant(request.text, asked.timers) : [];
      if (timerIds.length > 0)
        return { kind: 'plan', plan: { kind: 'reply', answer: { said: 'timers', timerIds } } };
      const lengthMs = asked?.kind === 'length' ? lengthMeant(request.text) : undefined;
      if (lengthMs !== undefined)
        return { kind: 'plan', plan: { kind: 'reply', answer: { said: 'length', lengthMs } } };
      if (primarySubtag(request.language) !== language) {
        const answer = asked && readAnswer(request.text, request.language);
        if (answer) return { kind: 'plan', plan: { kind: 'reply', answer: { said: answer } } };
        return { kind: 'passed', speech: null, language: pack.language };
      }
      const situation = {
        model,
        areaId,
        lastEntityIds: dialogue?.lastEntityIds ?? [],
        lastWish: dialogue?.lastWish ?? null,
        lastSaid: dialogue?.exchanges.at(-1)?.said ?? '',
        lastQuestion: dialogue?.lastQuestion ?? null,
        lastTimerId: dialogue?.lastTimerId ?? null,
        earlierEntityIds: dialogue?.earlierEntityIds ?? [],
        lastOffered: dialogue?.lastOffered ?? [],
        nowMs: clock.now(),
        asked,
      };
      const { plan, isGuess, isFirm } = readHeard(
        [request.text, ...(request.heard?.alternatives ?? [])],
        situation,
        grammar,
      );
      // "don't", where we asked whether to: that is an answer.
      if (asked && plan.kind === 'not-understood' && plan.why === 'negated')
        return { kind: 'plan', plan: { kind: 'reply', answer: { said: 'no' } } };
      if (plan.kind === 'unlinked' && isHomeAway) return said(english.homeAway);
      if (isGuess) return { kind: 'passed', speech: null, language, guess: plan, ...(isFirm && { isFirm }) };
      // "Make it cosy": what we would ask the room for may be a sentence of the household's own.
      if (plan.kind === 'unlinked' && plan.why.kind === 'no-place')
        return { kind: 'passed', speech: null, language, guess: plan, isFirm: true };
      if (plan.kind === 'not-understood' || plan.kind === 'unlinked') {
        const speech = replyTo(plan, request.text, model);
        if (mayBeKnownElsewhere(plan)) return { kind: 'passed', speech, language };
        if (plan.kind === 'not-understood') return { ...said(speech), ...modelMay(plan) };
      }
      return { kind: 'plan', plan };
    },
  };
}

/** Where a word like "not" forbids nothing, there is nothing to agree to. */
function replyTo(plan: Unclear, text: string, model: HomeModel): string {
  const isNoOrder = plan.kind === 'not-understood' && plan.why === 'negated' && !forbids(normalise(text));
  return isNoOrder ? english.notARequest : replyToUnclear(plan, model, english);
}

type Unclear = Extract<Plan, { readonly kind: 'not-understood' | 'unlinked' }>;

function said(speech: string): Said {
  return { kind: 'said', speech, language, understood: false };
}

/**
 * What a model may do with what is no request: a sentence about a time may ask for something else beside. Where all of
 * it is a command for another time, a model could only promise what nobody keeps.
 */
function modelMay({ why, later }: Extract<Plan, { kind: 'not-understood' }>): Pick<Said, 'modelMay'> {
  if (why === 'empty' || later !== undefined) return {};
  return { modelMay: why === 'for-later' ? 'act' : 'tell' };
}

/**
 * A sentence or a name that we do not know may be one that the household taught another path. What was
 * recognised as no request ("don't …", "she said …", "at nine …") goes nowhere else: others obey it.
 */
function mayBeKnownElsewhere(plan: Extract<Plan, { kind: 'not-understood' | 'unlinked' }>): boolean {
  if (plan.kind === 'not-understood') return plan.why === 'no-match' || plan.why === 'not-yet';
  return plan.why.kind === 'unknown-name' || plan.why.kind === 'unknown-place';
}
