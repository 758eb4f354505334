/** Reads what a device was before: its states over the last hours or days. */
import { z } from 'zod';
import type { HomeQueries } from '../../home/query.ts';
import { startDeadline } from '../../core/abort.ts';
import type { Clock } from '../../core/clock.ts';
import { described, findDevices } from './find-devices.ts';
import { localTime } from '../../core/home-time.ts';
import { failed } from './run-tool.ts';
import type { Tool } from './tool.ts';
import { hourMs } from '../../core/time-units.ts';

/** A recorder on a slow disk takes a second or two; longer than this nobody waits. */
const readDeadlineMs = 5_000;
/** A recorder keeps ten days unless told otherwise. */
const mostHours = 240;

const input = z.strictObject({
  device: z.string().min(1).max(200).describe('Exact name, alias or entity id.'),
  area: z.string().max(200).optional(),
  hours: z.number().positive().max(mostHours).default(24).describe('How far back.'),
});

export function homeHistory(queries: HomeQueries, clock: Clock): Tool {
  return {
    name: 'home_history',
    description:
      'Reads the states that one device or sensor had, with the times of the changes, oldest first.',
    input,
    deedOf: () => null,
    run: async (given, { turn }, { signal }) => {
      const { device, area, hours } = input.parse(given);
      const { model } = turn;
      const found = findDevices({ devices: [device], area }, model, () => true);
      if (found.kind === 'unclear') return failed(found.message);
      const [entity] = found.entities;
      if (entity === undefined) return failed('Name one device.');
      using deadline = startDeadline(readDeadlineMs, signal);
      const toMs = clock.now();
      const { changes, isCut } = await queries.history(
        entity.entityId,
        { fromMs: toMs - hours * hourMs, toMs },
        deadline,
      );
      const lines = changes.map(({ state, atMs }) => `${localTime(atMs, model.timeZone)} ${state}`);
      const head = `${described(entity, model)}, the last ${hours} hours${isCut ? ', only the newest changes' : ''}:`;
      return { content: [head, ...(lines.length === 0 ? ['nothing is recorded'] : lines)].join('\n') };
    },
  };
}
