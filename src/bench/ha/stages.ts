/** Where the time of a spoken turn went, by the events of its run. */
import type { PipelineRun } from './pipeline-run.ts';

/** From the one before to this one, in ms. */
export type Stage = { readonly name: string; readonly ms: number };

/** Moments in the order in which they come; a turn has some of them. */
const moments = {
  wakeVoiced: 'wake word ends',
  woken: 'wake word heard',
  lastVoiced: 'speech ends',
  lastFrame: 'last frame of audio',
  silence: 'Home Assistant hears the silence',
  text: 'text',
  answer: 'answer',
  sound: 'first byte of sound',
} as const;

export type Moment = keyof typeof moments;

/** When each moment was, on the monotonic clock. */
export function momentsOf({ events, times }: PipelineRun): ReadonlyMap<Moment, number> {
  const at = (type: string) => events.find((event) => event.type === type)?.atMs;
  const isEndedByCore = at('stt-vad-end') !== undefined;
  const all: readonly (readonly [Moment, number | undefined])[] = [
    ['wakeVoiced', times.wakeVoicedMs],
    ['woken', at('wake_word-end')],
    ['lastVoiced', times.lastVoicedMs],
    ['lastFrame', isEndedByCore ? undefined : times.lastFrameMs],
    ['silence', at('stt-vad-end')],
    ['text', at('stt-end')],
    ['answer', at('intent-end')],
    ['sound', times.firstByteMs],
  ];
  return new Map(all.filter((entry): entry is readonly [Moment, number] => entry[1] !== undefined));
}

/** From one moment to another; NaN when the turn lacks one. */
export function betweenMs(run: PipelineRun, from: Moment, to: Moment): number {
  const at = momentsOf(run);
  return (at.get(to) ?? Number.NaN) - (at.get(from) ?? Number.NaN);
}

/** Each moment the turn had, with the time since the one before; the time a person spoke is left out. */
export function stagesOf(run: PipelineRun): readonly Stage[] {
  const at = [...momentsOf(run)];
  return at.slice(1).flatMap(([moment, ms], i) => {
    const [before, beforeMs] = at[i] ?? [moment, ms];
    if (moment === 'lastVoiced') return [];
    return [{ name: `${moments[before]} → ${moments[moment]}`, ms: ms - beforeMs }];
  });
}
