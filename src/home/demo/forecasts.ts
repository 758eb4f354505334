/** The weather over the demo home, as it will be: the same every day. */
import * as z from 'zod';
import { hourMs } from '../../core/time-units.ts';

export const forecastFields = z.strictObject({ type: z.enum(['daily', 'hourly', 'twice_daily']) });

const conditions = ['partlycloudy', 'rainy', 'sunny', 'cloudy', 'sunny', 'rainy', 'cloudy'] as const;
const stepsHours = { daily: 24, hourly: 1, twice_daily: 12 } as const;
const counts = { daily: 7, hourly: 24, twice_daily: 10 } as const;

export function forecast(
  _world: unknown,
  _entity: unknown,
  data: Readonly<Record<string, unknown>>,
): { readonly forecast: readonly unknown[] } {
  const { type } = forecastFields.parse(data);
  const stepMs = stepsHours[type] * hourMs;
  const startMs = Math.floor(Date.now() / stepMs) * stepMs;
  return {
    forecast: Array.from({ length: counts[type] }, (_, index) => {
      const condition = conditions[index % conditions.length] ?? 'sunny';
      const isWet = condition === 'rainy';
      return {
        datetime: new Date(startMs + index * stepMs).toISOString(),
        condition,
        temperature: 11 + (index % 4),
        ...(type === 'daily' && { templow: 5 + (index % 3) }),
        ...(type === 'twice_daily' && { is_daytime: index % 2 === 0 }),
        precipitation: isWet ? 4.2 : 0,
        precipitation_probability: isWet ? 80 : 10,
        humidity: 60,
        wind_speed: 12.5,
      };
    }),
  };
}
