import { expect, it } from 'vitest';
import * as z from 'zod';
import { describeReference, runPython } from '../support/python.ts';
import { type PlainEvent, vectorBytes, vectors } from '../support/vectors.ts';

const results = z.record(
  z.string(),
  z.object({
    events: z.array(z.object({ type: z.unknown(), data: z.unknown(), payload: z.string().optional() })),
    end: z.string(),
  }),
);

/** What we fill in or leave out where the reference keeps the event as it came: nulls, lists, empty payloads. */
function normal({ type, data, payload }: PlainEvent): PlainEvent {
  const given =
    typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : undefined;
  const kept = given?.filter(
    ([, value]) => value !== null && !(type === 'info' && Array.isArray(value) && value.length === 0),
  );
  return { type, data: kept ? Object.fromEntries(kept) : data, ...(payload ? { payload } : {}) };
}

describeReference('byte vectors read by the Python reference', async () => {
  const read = results.parse(
    await runPython(
      'read_vectors.py',
      [],
      Object.fromEntries(vectors.map((vector) => [vector.id, vectorBytes(vector).toString('base64')])),
    ),
  );

  it.each(
    vectors.filter(({ reference }) => reference === 'same').map((vector) => [vector.id, vector] as const),
  )('agrees on %s', (id, { expect: ours }) => {
    expect(read[id]?.events.map(normal)).toEqual(ours.events.map(normal));
    expect(read[id]?.end).toBe(ours.end);
  });

  it.each(
    vectors.filter(({ reference }) => reference === 'differs').map((vector) => [vector.id, vector] as const),
  )('differs on %s as written down', (id, { expect: ours, referenceEnd, referenceEvents }) => {
    expect(read[id]?.end).toBe(referenceEnd);
    expect(read[id]?.events.map(normal)).toEqual((referenceEvents ?? ours.events).map(normal));
  });

  it('uses each id once', () => {
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
  });
});
