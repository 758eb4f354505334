/** A question about the weather to come, answered from what the home foretells. */
import type { Turn } from '../turn.ts';
import type { DayForecast } from '../reply/forecast-words.ts';
import { dateAfter, dateOf, daysAhead } from '../understand/forecast-day.ts';
import type { Question } from '../understand/plan.ts';
import type { Entity } from '../../home/model/home-model.ts';
import { type Answer, answered } from './answer.ts';
import type { Means } from './hands.ts';

export async function answerForecast(
  question: Extract<Question, { readonly ask: 'forecast' }>,
  weather: readonly Entity[],
  { model, pack }: Turn,
  { reads, clock }: Pick<Means, 'reads' | 'clock'>,
  options: { readonly signal: AbortSignal },
): Promise<Answer> {
  const { about, day } = question;
  const [first] = weather;
  if (!first) return { ...answered, speech: pack.unsupported };
  const steps = (await reads.readForecast(first.entityId, options)) ?? [];
  const today = dateOf(clock.now(), model.timeZone);
  const days = daysAhead(day, today).flatMap((ahead): readonly DayForecast[] => {
    const date = dateAfter(today, ahead);
    const step = steps.find(({ startMs }) => dateOf(startMs, model.timeZone) === date);
    if (step === undefined) return [];
    const { condition, temperature: highest, lowest, rainPercent } = step;
    return [{ daysAhead: ahead, date, condition, highest, lowest, rainPercent }];
  });
  const speech = pack.tells.forecast(about, days);
  return { ...answered, speech, question, entityIds: [first.entityId] };
}
