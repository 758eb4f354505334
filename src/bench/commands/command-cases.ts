/** What recorded sentences ask of the demo home: written by hand from their labels, not by the agent's own reading. */

export type CommandCase = {
  /** Path below the recordings' directory. */
  readonly file: string;
  readonly before?: Readonly<Record<string, string>>;
  /** Exactly these states must have come about; empty for a question. */
  readonly changed: Readonly<Record<string, string>>;
  /** What the reply to a question must contain. */
  readonly reply?: RegExp;
};

const tts = (name: string) => `commands/ha-en-tts/${name}.wav`;
const kitchen = (state: string) => ({ 'light.kitchen_ceiling': state, 'light.kitchen_counter': state });

/** The sentences that must be heard, understood and done. */
export const namedCases: readonly CommandCase[] = [
  { file: tts('turn-on-lights-in-the-kitchen'), changed: kitchen('on 100 %') },
  { file: tts('turn-off-all-of-the-kitchen-lights'), before: kitchen('on'), changed: kitchen('off') },
  { file: tts('set-the-brightness-of-the-kitchen-to-25-percent'), changed: kitchen('on 25 %') },
  {
    file: tts('close-the-sliding-door'),
    before: { 'cover.sliding_door': 'open' },
    changed: { 'cover.sliding_door': 'closed' },
  },
  { file: tts('open-the-sliding-door-in-the-office'), changed: { 'cover.sliding_door': 'open' } },
  { file: tts('is-the-sliding-door-open'), changed: {}, reply: /^No, the sliding door is closed/ },
  { file: tts('is-the-front-door-unlocked'), changed: {}, reply: /^No, the front door is locked/ },
];

const livingRoom = ['light.living_room_lamp', 'light.living_room_ceiling'];

/**
 * Label → devices a recording with this label may change; every other change is a wrong one. Labels that are not
 * here ask for nothing that the agent could do.
 */
const mayChange: Readonly<Record<string, readonly string[]>> = {
  'lock the Front Door': ['lock.front_door'],
  'turn off all of the lights in the Office': ['light.desk_lamp', 'light.office_ceiling'],
  'Turn on the living room lamp.': ['light.living_room_lamp'],
};

/** Recordings without a label whose file names say what they ask for. */
const mayChangeByFile: readonly (readonly [prefix: string, ids: readonly string[]])[] = [
  ['commands/format/living-room-light_', livingRoom],
];

/** The devices a recording may change. */
export function allowedChanges(file: string, label: string | null | undefined): readonly string[] {
  const named = namedCases.find((one) => one.file === file);
  if (named) return Object.keys(named.changed);
  const byFile = mayChangeByFile.find(([prefix]) => file.startsWith(prefix));
  return byFile?.[1] ?? mayChange[label ?? ''] ?? [];
}
