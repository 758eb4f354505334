/** How Home Assistant's voice satellites are set to hear the end of a sentence. Reads only. */
import * as z from 'zod';
import { startDeadline } from '../core/abort.ts';
import type { HomeLink } from './link/link.ts';
import { statesEvent } from './model/compressed-states.ts';
import type { SatelliteSetting } from './model/satellite-setting.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const entityRows = z.array(
  z.looseObject({
    entity_id: z.string(),
    unique_id: text,
    device_id: text,
    disabled_by: text,
    translation_key: text,
  }),
);

const deviceRows = z.array(z.looseObject({ id: z.string(), name: text, name_by_user: text }));

type EntityRow = z.output<typeof entityRows>[number];

/** The states of a subscription come with it; a core that has none to tell says nothing. */
const statesMs = 2_000;

export async function readSatelliteSettings(
  link: HomeLink,
  options: { readonly signal: AbortSignal },
): Promise<readonly SatelliteSetting[]> {
  const listed = await link.request({ type: 'config/entity_registry/list' }, entityRows, options);
  const selects = listed.filter(isSetting);
  if (selects.length === 0) return [];
  const [devices, states] = await Promise.all([
    link.request({ type: 'config/device_registry/list' }, deviceRows, options),
    readStates(
      link,
      selects.map((row) => row.entity_id),
      options,
    ),
  ]);
  const names = new Map(devices.map((device) => [device.id, device.name_by_user ?? device.name]));
  return selects.flatMap(({ entity_id: entityId, device_id: deviceId }) => {
    const detection = states.get(entityId);
    if (detection === undefined || detection === 'unavailable') return [];
    return [{ entityId, name: names.get(deviceId ?? '') ?? entityId, detection }];
  });
}

/** Every integration takes this select from `assist_pipeline`, which names it so. */
function isSetting({ entity_id: entityId, disabled_by: disabledBy, ...row }: EntityRow): boolean {
  if (!entityId.startsWith('select.') || disabledBy !== null) return false;
  return row.translation_key === 'vad_sensitivity' || row.unique_id?.endsWith('-vad_sensitivity') === true;
}

/** Whether exposed to voice or not: selects never are. */
async function readStates(
  link: HomeLink,
  entityIds: readonly string[],
  { signal }: { readonly signal: AbortSignal },
): Promise<ReadonlyMap<string, string>> {
  using deadline = startDeadline(statesMs, signal);
  const done = new AbortController();
  const states = new Promise<ReadonlyMap<string, string>>((resolve) => {
    deadline.signal.addEventListener('abort', () => resolve(new Map()), { once: true, signal: done.signal });
    link
      .subscribe(
        { type: 'subscribe_entities', entity_ids: entityIds },
        statesEvent,
        ({ a = {} }) => resolve(new Map(Object.entries(a).map(([id, { s }]) => [id, s]))),
        { signal: AbortSignal.any([deadline.signal, done.signal]) },
      )
      .catch(() => resolve(new Map()));
  });
  try {
    return await states;
  } finally {
    done.abort();
  }
}
