/** Changes devices: a wish and the devices it is for, through the one door. */
import { z } from 'zod';
import { wishDomains } from '../act/actions/wish-domains.ts';
import type { Place } from '../understand/mention.ts';
import { everywhere, findDevices, kindNames } from './find-devices.ts';
import { failed } from './run-tool.ts';
import { tellOutcomes } from './tell-outcomes.ts';
import type { Tool } from './tool.ts';
import { controlActions, wishOf } from './wish-of.ts';

/** A sentence names a few; more is a kind and a place. */
const mostDevices = 40;

const input = z.strictObject({
  action: z.enum(controlActions).describe('What to do with each of the devices.'),
  devices: z
    .array(z.string().min(1).max(200))
    .max(mostDevices)
    .optional()
    .describe('Exact names, aliases or entity ids.'),
  kind: z.enum(kindNames).optional().describe('Instead of names: all devices of this kind in the area.'),
  area: z.string().max(200).optional().describe(`Room or floor that the devices are in, or "${everywhere}".`),
  value: z
    .number()
    .optional()
    .describe(
      'Percent (brightness, position, fan speed, volume, humidity), degrees of the home (temperature) or kelvin. For change_… actions signed: -10 is ten less.',
    ),
  text: z
    .string()
    .max(200)
    .optional()
    .describe(
      'set_color: CSS colour name. set_hvac_mode, set_fan_mode, set_preset, select_source: the word as the device lists it. arm: home, away, night or vacation. set_oscillation: on or off. clean_area: the room, or several with commas between.',
    ),
});

export const controlHome: Tool = {
  name: 'control_home',
  description:
    'Changes devices of the home now. Use exact names from the list of devices; names are never guessed. Returns what was proven for each device. The person is told the outcome by the house itself.',
  input,
  deedOf: () => null,
  run: async (given, hands, options) => {
    const { action, value, text, ...wanted } = input.parse(given);
    const { model } = hands.turn;
    const wish = wishOf(action, { value, text }, model);
    if ('problem' in wish) return failed(wish.problem);
    const domains = wishDomains[wish.do];
    const found = findDevices(wanted, model, ({ domain }) => domains?.includes(domain) ?? true);
    if (found.kind === 'unclear') return failed(found.message);
    const { entities, place } = found;
    const about = aboutOf(wanted, place);
    const answer = await hands.carryOut({ kind: 'act', wish, entities, about }, options);
    return tellOutcomes(answer);
  },
};

function aboutOf(
  { devices, kind, area }: Pick<z.output<typeof input>, 'devices' | 'kind' | 'area'>,
  place: Place | null,
) {
  const isKind = kind !== undefined && (devices ?? []).length === 0;
  return {
    by: isKind ? 'class' : 'name',
    className: isKind ? kind : null,
    place: isKind ? place : null,
    everywhere: isKind && area === everywhere,
  } as const;
}
