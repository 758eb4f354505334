/**
 * One audio stream of the typed phrases: gate → spotter. The spotter hears each stretch of sound on its own: its
 * search starts anew when the gate opens, so what a stream heard before does not change what it hears next.
 */
import { frameMs, frameSamples } from '../backend.ts';
import type { Heard } from '../backend.ts';
import type { Gate } from '../gate.ts';
import type { Spotting } from './spotter.ts';

/** Sound from before the gate opened that the spotter is given: the soft start of a word, and room to settle in. */
const leadFrames = 480 / frameMs;

/** Silence after the end, without which the spotter's last step (320 ms) and its pause (80 ms) are never reached. */
const tailFrames = 480 / frameMs;
const stillFrame = new Int16Array(frameSamples);

type PhraseStreamParts = {
  /** Names of the keywords in the order of the list. */
  readonly names: readonly string[];
  readonly spotting: Spotting;
  /** Absent: every frame is listened to. */
  readonly gate?: Gate;
};

/** A `WakeStream` that answers at once. */
type PhraseStream = {
  accept(frame: Int16Array): readonly Heard[];
  finish(): readonly Heard[];
  close(): void;
};

export function openPhraseStream({ names, spotting, gate }: PhraseStreamParts): PhraseStream {
  /** The newest frames behind the shut gate. */
  const lead: Int16Array[] = [];
  let isShut = false;

  function listen(frame: Int16Array): Heard[] {
    const places = spotting.push(Float32Array.from(frame, (sample) => sample / 32_768));
    return places.flatMap((place) => {
      const name = names[place];
      // The spotter tells that the threshold was passed, not by how much.
      return name === undefined ? [] : [{ kind: 'hit', name, score: 1 }];
    });
  }

  return {
    accept(frame) {
      if (gate && !gate.step(frame)) {
        isShut = true;
        lead.push(frame.slice());
        if (lead.length > leadFrames) lead.shift();
        return [];
      }
      if (isShut) spotting.restart();
      isShut = false;
      return [...lead.splice(0), frame].flatMap(listen);
    },
    finish: () => (isShut ? [] : Array.from({ length: tailFrames }, () => listen(stillFrame)).flat()),
    close() {
      spotting.close();
      lead.length = 0;
    },
  };
}
