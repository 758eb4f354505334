/** Reads the weather: as it is, and as it will be. */
import { z } from 'zod';
import type { ForecastStep, HomeQueries } from '../../home/query.ts';
import { type Entity, type HomeModel, stateOf } from '../../home/model/home-model.ts';
import { startDeadline } from '../../core/abort.ts';
import { findDevices } from './find-devices.ts';
import { localDate, localTime } from '../../core/home-time.ts';
import { failed } from './run-tool.ts';
import type { Tool } from './tool.ts';

/** Weather services of other servers take a moment; longer than this nobody waits for an answer. */
const readDeadlineMs = 4_000;

const input = z.strictObject({
  detail: z.enum(['daily', 'hourly']).default('daily').describe('Days ahead, or the next hours.'),
  source: z
    .string()
    .max(200)
    .optional()
    .describe('Exact name of a weather service, where there are several.'),
});

export function weather(queries: HomeQueries): Tool {
  return {
    name: 'weather',
    description: 'Reads the present weather and the forecast, in the units of the home.',
    input,
    deedOf: () => null,
    run: async (given, { turn }, { signal }) => {
      const { detail, source } = input.parse(given);
      const { model } = turn;
      const entity = sourceOf(source, model);
      if (typeof entity === 'string') return failed(entity);
      using deadline = startDeadline(readDeadlineMs, signal);
      const steps = await queries.forecast(entity.entityId, detail, deadline);
      const lines = steps.map((step) => line(step, detail, model.timeZone));
      return { content: [`Now: ${nowText(entity, model)}`, ...lines].join('\n') };
    },
  };
}

function sourceOf(source: string | undefined, model: HomeModel): Entity | string {
  const all = [...model.entities.values()].filter(({ domain }) => domain === 'weather');
  if (source === undefined) return all[0] ?? 'No weather service is exposed.';
  const found = findDevices({ devices: [source] }, model, ({ domain }) => domain === 'weather');
  if (found.kind === 'unclear') return found.message;
  return found.entities.find(({ domain }) => domain === 'weather') ?? 'That is no weather service.';
}

function nowText({ entityId }: Entity, model: HomeModel): string {
  const state = stateOf(model, entityId);
  if (state === undefined) return 'unknown';
  const { temperature, humidity, wind_speed: wind, wind_speed_unit: unit } = state.attributes;
  const parts = [
    state.state,
    typeof temperature === 'number' && `${temperature} °${model.temperatureUnit}`,
    typeof humidity === 'number' && `humidity ${humidity} %`,
    typeof wind === 'number' && `wind ${wind} ${typeof unit === 'string' ? unit : ''}`.trim(),
  ];
  return parts.filter((part) => typeof part === 'string').join(', ');
}

function line(step: ForecastStep, detail: 'daily' | 'hourly', timeZone: string | null): string {
  const { startMs, condition, temperature, lowest, rainPercent } = step;
  const when = detail === 'daily' ? localDate(startMs, timeZone) : localTime(startMs, timeZone);
  const degrees = lowest === null ? `${temperature ?? '?'}°` : `${lowest}° to ${temperature ?? '?'}°`;
  return `${when}: ${condition ?? 'unknown'}, ${degrees}${rainPercent === null ? '' : `, rain ${rainPercent} %`}`;
}
