/** The files of dialogues, and Home Assistant's own agent as far as a dialogue lets it read. Pure. */
import type { HomeAssistantAgent } from '../../agent/ports/home-assistant-agent.ts';
import type { SentenceReading } from '../../home/model/sentence-reading.ts';

export type Script = {
  /** All that is said. */
  readonly title: string;
  readonly areaId: string | undefined;
  readonly turns: readonly DialogueTurn[];
};

type DialogueTurn = {
  readonly say: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** What must be so afterwards. */
  readonly expect: readonly string[];
  /** What Home Assistant's agent makes of it; absent: it does not know the sentence. */
  readonly reading: SentenceReading | undefined;
};

export function readScripts(text: string): readonly Script[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 0)
    .map(readScript);
}

/** Reads what the dialogue gives it to read. */
export function scriptedAgent(turns: readonly DialogueTurn[]): HomeAssistantAgent {
  return {
    languages: () => ['en', 'de', 'fr', 'es', 'nl'],
    read: async ({ text }) => turns.find(({ say }) => say === text)?.reading ?? { kind: 'none' },
  };
}

function readScript(lines: readonly string[]): Script {
  const place = lines.find((line) => line.startsWith('in ') && !line.includes('>'));
  const turns = lines.filter((line) => line !== place).map(readTurn);
  return { title: turns.map(({ say }) => say).join(' / '), areaId: place?.slice(3).trim(), turns };
}

/** `de: Schalte die Lampe aus {HassTurnOff name=Desk Lamp; light.desk_lamp} > light.desk_lamp=off` */
const turnLine =
  /^(?:(?<language>[a-z]{2}): )?(?<say>.*?)(?: \{(?<intent>\w+)(?<slots>[^;}]*)(?:; (?<targets>[^}]*))?\})?$/;

function readTurn(line: string): DialogueTurn {
  const [left = '', expect = ''] = line.split(' > ');
  const { language = 'en', say = left, intent, slots = '', targets = '' } = turnLine.exec(left)?.groups ?? {};
  const named = slots.split(',').flatMap((slot) => {
    const [name = '', value] = slot.trim().split('=');
    return value === undefined ? [] : [[name, { value, text: value }] as const];
  });
  const reading: SentenceReading | undefined =
    intent === undefined
      ? undefined
      : {
          kind: 'intent',
          intent,
          source: 'builtin',
          template: '',
          slots: new Map(named),
          targets: targets
            .split(' ')
            .filter((entityId) => entityId !== '')
            .map((entityId) => ({ entityId, matched: true })),
        };
  return { say, language, expect: expect.match(/\/[^/]+\/|[^ ]+/g) ?? [], reading };
}
