/**
 * Home Assistant's own agent behind ours, for the household's own sentences and for languages we do not parse:
 * it reads, we act. What only it can do (sentence triggers, intent scripts, languages we have no words for) is
 * handed over, and what it says about that is reported as its word.
 */
import type { SentenceReading } from '../../home/model/sentence-reading.ts';
import { isVoiceError } from '../../core/errors.ts';
import { servesLanguage } from '../../core/language-tag.ts';
import type { HandOver } from '../act/hand-over.ts';
import { askedUs } from '../dialogue/questions.ts';
import type { Path, Reading, Said } from '../path.ts';
import type { Turn } from '../turn.ts';
import type { HomeAssistantAgent } from '../ports/home-assistant-agent.ts';
import type { HomeView } from '../ports/home-view.ts';
import { packFor } from '../reply/packs.ts';
import type { Step } from '../understand/plan.ts';
import { answerByName } from './answer-by-name.ts';
import { handedOver, type Meant } from './handed-over.ts';
import { whyNotAsked } from './request-words.ts';
import { stepsOfIntent } from './steps-of-intent.ts';
import { unknownStep } from './unknown-step.ts';

export type HomeAssistantPathParts = {
  readonly agent: HomeAssistantAgent;
  readonly home: Pick<HomeView, 'status'>;
  readonly handOver: HandOver;
};

export function createHomeAssistantPath({ agent, home, handOver }: HomeAssistantPathParts): Path {
  const run = (turn: Turn, meant: Meant): Reading => ({
    kind: 'run',
    run: async ({ hands }, options) => await handedOver(turn, meant, handOver, hands, options),
  });
  return {
    name: 'ha',
    read: async (turn, options) => {
      const { text, language } = turn.request;
      if (!servesLanguage(agent.languages(), language)) {
        const isAway = home.status() !== 'connected' && packFor(language) !== undefined;
        if (isAway && turn.pack.language !== 'en') return said(turn.pack.homeAway, turn);
        return { kind: 'passed', speech: null, language: turn.pack.language };
      }
      const asked = askedUs(turn.pending?.open ?? []);
      const answer = asked && answerByName(text, asked, turn);
      if (answer) return { kind: 'plan', plan: { kind: 'reply', answer } };
      const sentence = { text, language, deviceId: deviceOf(turn) };
      const read = await agent.read(sentence, options).catch((error: unknown) => {
        if (options.signal.aborted || !isVoiceError(error)) throw error;
        return undefined;
      });
      if (read === undefined)
        return turn.pack.language === 'en' ? passed(turn) : said(turn.pack.homeAway, turn);
      if (isOwn(read)) return ownSentence(read, turn, run);
      const steps = stepsOf(read, turn);
      if (packFor(language) === undefined) return elsewhere(read, steps, turn, run);
      return planOf(read, steps, turn);
    },
  };
}

/** A sentence of the household that only Home Assistant knows the meaning of. */
function isOwn(read: SentenceReading): read is Extract<SentenceReading, { readonly template: string }> {
  if (read.kind === 'trigger') return true;
  return read.kind === 'intent' && read.source === 'custom' && !read.intent.startsWith('Hass');
}

/** Their wildcards take any words: a "don't" that the household did not write itself keeps them from running. */
function ownSentence(
  read: Extract<SentenceReading, { readonly template: string }>,
  turn: Turn,
  run: (turn: Turn, meant: Meant) => Reading,
): Reading {
  const { text, language } = turn.request;
  const written = read.template.split(/[^\p{L}']+/u).filter((word) => word !== '');
  const why = whyNotAsked(text, language, written);
  return why === null ? run(turn, { wishes: null }) : said(turn.pack[reasons[why]], turn);
}

function stepsOf(read: SentenceReading, turn: Turn): readonly Step[] | undefined {
  if (read.kind !== 'intent' && read.kind !== 'partly') return undefined;
  const { model, areaId } = turn;
  const unlinked = unknownStep(read, model);
  if (unlinked) return [unlinked];
  return stepsOfIntent(read, { model, areaId, lastEntityIds: [] });
}

/** A language we have words for: the plan goes through our own door. */
function planOf(read: SentenceReading, steps: readonly Step[] | undefined, turn: Turn): Reading {
  const { request, pack } = turn;
  const named = read.kind === 'intent' || read.kind === 'partly' ? [...read.slots.values()] : [];
  const why = whyNotAsked(
    request.text,
    request.language,
    named.map(({ text }) => text),
  );
  const changesNothing = steps?.every(({ kind }) => kind === 'answer' || kind === 'tell') === true;
  if (why !== null && !changesNothing) return said(pack[reasons[why]], turn);
  if (read.kind === 'none') return passed(turn);
  if (steps === undefined) return said(pack.unsupported, turn, true);
  const [only] = steps;
  if (only === undefined) return passed(turn);
  // What it half knows is known better by our own grammar in English, and maybe by a later path elsewhere.
  if (read.kind === 'partly' && (pack.language === 'en' || only.kind === 'not-understood'))
    return passed(turn);
  return { kind: 'plan', plan: steps.length > 1 ? { kind: 'several', steps } : only };
}

const reasons = { negated: 'negated', 'not-a-request': 'notARequest', 'for-later': 'forLater' } as const;

/** Intents that can make the home less safe: what they would touch has to be known. */
const riskyIntents: ReadonlySet<string> = new Set([
  'HassTurnOn',
  'HassTurnOff',
  'HassToggle',
  'HassSetPosition',
  'HassStopMoving',
]);

/** A language we have no words for: Home Assistant acts and speaks, unless what it would do has to be confirmed. */
function elsewhere(
  read: SentenceReading,
  steps: readonly Step[] | undefined,
  turn: Turn,
  run: (turn: Turn, meant: Meant) => Reading,
): Reading {
  const acts = (steps ?? []).flatMap((step) => (step.kind === 'act' ? [step] : []));
  const known = new Set(acts.flatMap(({ entities }) => entities.map(({ entityId }) => entityId)));
  const targets = read.kind === 'intent' ? read.targets.map(({ entityId }) => entityId) : [];
  const others = targets.filter((entityId) => !known.has(entityId));
  const isRisky = read.kind === 'intent' && (steps === undefined || riskyIntents.has(read.intent));
  if (isRisky && others.length > 0) return said(turn.pack.unsupported, turn, true);
  return run(turn, { wishes: acts, others });
}

/** Where it was said: the device that listened, else any device of that room, because only devices have rooms there. */
function deviceOf({ request, model, areaId }: Turn): string | null {
  if (request.deviceId !== undefined) return request.deviceId;
  // In other languages Home Assistant acts: then it gets nothing but what is so.
  if (areaId === null || packFor(request.language) === undefined) return null;
  return [...model.devices.values()].find((device) => device.areaId === areaId)?.deviceId ?? null;
}

function passed({ pack }: Turn): Reading {
  return { kind: 'passed', speech: pack.notUnderstood, language: pack.language };
}

function said(speech: string, { pack }: Turn, understood = false): Said {
  return { kind: 'said', speech, language: pack.language, understood };
}
