/** Whether an assistant of Home Assistant uses this program, and as it should. */
import type { Finding } from './finding.ts';

export type Assistant = {
  readonly name: string;
  /** Entity of the agent. */
  readonly agent: string | null;
  readonly hasEars: boolean;
  readonly hasVoice: boolean;
  /** Home Assistant answers what it knows before the agent is asked. */
  readonly prefersLocal: boolean;
  readonly isPreferred: boolean;
};

const topic = 'assistants';
const isOurs = ({ agent }: Assistant): boolean => agent?.startsWith('conversation.hearken') ?? false;

/** @param assistants undefined when Home Assistant does not tell. */
export function judgeAssistants(assistants: readonly Assistant[] | undefined): readonly Finding[] {
  if (assistants === undefined) return [];
  const ours = assistants.filter(isOurs);
  if (ours.length === 0) {
    return [
      {
        topic,
        verdict: 'warning',
        message: 'no assistant of Home Assistant uses Hearken',
        fix: 'add the Hearken integration, whose last step makes one (Settings → Devices & services)',
      },
    ];
  }
  return [
    ...ours.flatMap(judge),
    ...(ours.some(({ isPreferred }) => isPreferred)
      ? []
      : [
          {
            topic,
            verdict: 'warning',
            message: 'another assistant is the preferred one, which satellites use unless told otherwise',
            fix: 'prefer the one with Hearken: Settings → Voice assistants, the star',
          } as const,
        ]),
  ];
}

function judge({ name, hasEars, hasVoice, prefersLocal }: Assistant): readonly Finding[] {
  const missing = [hasEars ? '' : 'ears', hasVoice ? '' : 'voice'].filter((part) => part !== '');
  const place = 'Settings → Voice assistants';
  if (prefersLocal) {
    return [
      {
        topic,
        verdict: 'warning',
        message: `${name} prefers handling commands locally: without confirmation and proof`,
        fix: `turn that off in the assistant: ${place}`,
      },
    ];
  }
  if (missing.length === 0)
    return [{ topic, verdict: 'ok', message: `${name} hears, understands and speaks` }];
  return [
    {
      topic,
      verdict: 'warning',
      message: `${name} has no ${missing.join(' and no ')}`,
      fix: `choose speech-to-text and text-to-speech in the assistant: ${place}`,
    },
  ];
}
