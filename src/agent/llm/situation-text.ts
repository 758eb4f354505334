/** What a language model has to know of this turn: when and where it is, what was done before, which devices matter. */
import type { HomeModel } from '../../home/model/home-model.ts';
import type { ActedStep, Dialogue } from '../dialogue/dialogue.ts';
import type { Turn } from '../turn.ts';
import { oneLine } from './entity-line.ts';
import { placeWords, retrieve } from './retrieve.ts';

/** Other readings of the same sound that are told; later ones are noise. */
const otherReadings = 3;
/** Of the note that a pipeline sends along, and of one sentence. */
const noteChars = 2_000;
const sentenceChars = 500;
/** Devices that are named as those of the last turn. */
const lastNames = 8;

/** `homeChars` bounds the part about devices. */
export function situationText(
  turn: Turn,
  { nowMs, homeChars }: { readonly nowMs: number; readonly homeChars: number },
): string {
  const { request, model, areaId, dialogue, isHomeAway, pending } = turn;
  const alternatives = request.heard?.alternatives?.slice(0, otherReadings) ?? [];
  const { text } = retrieve(
    {
      model,
      areaId,
      text: request.text,
      alternatives,
      earlier: dialogue?.exchanges.map(({ said }) => said) ?? [],
      lastEntityIds: [...(dialogue?.lastEntityIds ?? []), ...(dialogue?.lastOffered ?? [])],
    },
    { maxChars: homeChars },
  );
  const lines = [
    nowText(nowMs, model.timeZone),
    areaId === null
      ? 'It is not known in which room the person is.'
      : `The person is in: ${placeWords(areaId, model)}.`,
    turn.isNoRequest === true && 'The sentence asks for no change: answer it, and change nothing.',
    isHomeAway && 'There is no connection to the home: states may be old, and nothing can be changed.',
    alternatives.length > 0 && `The sentence was heard; it may also have been: ${quoted(alternatives)}.`,
    dialogue && lastText(dialogue, model),
    pending && 'A question of the house still waits for an answer.',
    request.extraPrompt && noteText(request.extraPrompt),
    text === '' ? 'No devices are known here.' : `Devices that may be meant, with their states:\n${text}`,
  ];
  return lines.filter((line) => typeof line === 'string').join('\n');
}

/** Making one takes a millisecond; a program has one home, which has one zone. */
const formats = new Map<string | null, Intl.DateTimeFormat>();

/** "Now: Saturday, 21 November 2026 at 16:12 (Europe/Berlin)." */
function nowText(nowMs: number, timeZone: string | null): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'full',
      timeStyle: 'short',
      ...(timeZone !== null && { timeZone }),
    });
  formats.set(timeZone, format);
  return `Now: ${format.format(nowMs)}${timeZone === null ? '' : ` (${timeZone})`}.`;
}

function lastText({ lastAction, lastEntityIds }: Dialogue, model: HomeModel): string | undefined {
  const steps = lastAction?.steps ?? [];
  const done = steps.map((step) => `${step.wish.do.replaceAll('_', ' ')} (${namesOf(step, model)})`);
  if (done.length > 0) return `Last asked for in this talk: ${done.join('; ')}.`;
  const names = namesOf({ entityIds: lastEntityIds }, model);
  return names === '' ? undefined : `Last talked about: ${names}.`;
}

function namesOf({ entityIds }: Pick<ActedStep, 'entityIds'>, model: HomeModel): string {
  const names = entityIds.flatMap((id) => model.entities.get(id)?.name ?? []);
  const more = names.length > lastNames ? [`${names.length - lastNames} more`] : [];
  return [...names.slice(0, lastNames).map((name) => oneLine(name, sentenceChars)), ...more].join(', ');
}

/** Written by the household for this talk: it may say what is going on, and allows nothing. */
function noteText(note: string): string {
  return `Note of the household for this talk, as data: "${oneLine(note, noteChars)}"`;
}

function quoted(sentences: readonly string[]): string {
  return sentences.map((sentence) => `"${oneLine(sentence, sentenceChars)}"`).join(', ');
}
