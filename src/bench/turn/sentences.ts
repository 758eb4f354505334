/** Sentences with exact names, for the devices that this home has. */
import type { HomeModel } from '../../home/model/home-model.ts';
import type { Undo } from './commands.ts';

export type Sentence = { readonly text: string; readonly undo: readonly Undo[] };

/** More devices than this would only lengthen the run. */
const maxDevices = 8;

const commands = [
  { verb: 'turn on', opposite: 'homeassistant.turn_off' },
  { verb: 'turn off', opposite: 'homeassistant.turn_on' },
] as const;

/** Lights and switches, on and off, by their names. */
export function sentencesFor({ entities }: HomeModel): readonly Sentence[] {
  const devices = [...entities.values()]
    .filter(({ domain, names }) => (domain === 'light' || domain === 'switch') && names.length > 0)
    .slice(0, maxDevices);
  return devices.flatMap(({ entityId, names }) =>
    commands.map(({ verb, opposite }) => ({
      text: `${verb} the ${names[0] ?? ''}`,
      undo: [{ service: opposite, entityIds: [entityId] }],
    })),
  );
}
