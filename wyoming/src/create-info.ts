/** Builds the answer to `describe`. */
import { ProtocolError } from './errors.ts';
import { info } from './events/info.ts';
import type { SendableEvent, WyomingEventOf } from './event.ts';

/** What a server offers; lists and flags may be left out. */
export type InfoInput = NonNullable<Extract<SendableEvent, { type: 'info' }>['data']>;

type Artifact = { readonly name: string };

/**
 * The `info` event, with every list present and every default filled in. Home Assistant fails without a retry on
 * an artifact whose required field is missing, so nothing incomplete gets out of here.
 * @throws ProtocolError `EVENT_INVALID` naming each field that is missing or wrong, and each name that is empty
 *   or used twice in one list (Home Assistant makes ids of names)
 */
export function createInfo(input: InfoInput): WyomingEventOf<'info'> {
  const event = info.read(input);
  const { asr, tts, handle, intent, wake, mic, snd, satellite } = event.data;
  const issues = [
    ...[...asr, ...handle, ...intent, ...wake].flatMap(({ name, models }) =>
      nameIssues(`${name}.models`, models),
    ),
    ...tts.flatMap(({ name, voices }) => nameIssues(`${name}.voices`, voices)),
    ...tts
      .flatMap(({ voices }) => voices)
      .flatMap(({ name, speakers = [] }) => nameIssues(`${name}.speakers`, speakers)),
    ...Object.entries({ asr, tts, handle, intent, wake, mic, snd }).flatMap(([kind, list]) =>
      nameIssues(kind, list),
    ),
    ...(satellite ? nameIssues('satellite', [satellite]) : []),
  ];
  if (issues.length > 0)
    throw new ProtocolError('EVENT_INVALID', `info: ${issues.join('; ')}`, {
      details: { type: 'info', issues },
    });
  return event;
}

function nameIssues(where: string, artifacts: readonly Artifact[]): string[] {
  const seen = new Set<string>();
  return artifacts.flatMap(({ name }) => {
    if (name.trim() === '') return [`${where}: a name is empty`];
    if (seen.has(name)) return [`${where}: the name ${name} is used twice`];
    seen.add(name);
    return [];
  });
}
