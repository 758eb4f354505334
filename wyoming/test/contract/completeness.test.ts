import { expect, it } from 'vitest';
import * as z from 'zod';
import { EventDecoder } from '../../src/decoder.ts';
import { encodeEvent } from '../../src/encoder.ts';
import { eventDefinitions, type WyomingEvent } from '../../src/event.ts';
import { bareExamples, fullExamples } from '../support/examples.ts';
import { describeReference, runPython } from '../support/python.ts';
import { plainEvent } from '../support/vectors.ts';

const report = z.object({
  types: z.record(z.string(), z.array(z.string())),
  frames: z.array(z.object({ set: z.array(z.string()), all: z.array(z.string()), bytes: z.base64() })),
});

function decode(bytes: Buffer): WyomingEvent | undefined {
  const decoder = new EventDecoder();
  decoder.push(bytes);
  return decoder.next();
}

describeReference('completeness against the Python reference', async () => {
  const examples = [...fullExamples, ...bareExamples];
  const { types, frames } = report.parse(
    await runPython(
      'round_trip.py',
      [],
      examples.map((event) => encodeEvent(event).toString('base64')),
    ),
  );

  it('knows the event types of the reference, no more and no less', () => {
    expect(eventDefinitions.map(({ type }) => type).sort()).toEqual(Object.keys(types).sort());
  });

  it('has an example of each type', () => {
    expect([...new Set(fullExamples.map(({ type }) => type))].sort()).toEqual(Object.keys(types).sort());
  });

  it('sets every field of every class of the reference to a value that is not its default', () => {
    const wanted = new Set([...Object.values(types).flat(), ...frames.flatMap(({ all }) => all)]);
    const set = new Set(frames.slice(0, fullExamples.length).flatMap((frame) => frame.set));
    expect(wanted.size).toBeGreaterThan(100);
    expect([...wanted].filter((field) => !set.has(field))).toEqual([]);
  });

  it.each(examples.map((event, index) => [event.type, index] as const))(
    'gets back from the reference what it sent: %s (%#)',
    (_, index) => {
      const sent = examples[index];
      const returned = decode(Buffer.from(frames[index]?.bytes ?? '', 'base64'));
      expect(returned && plainEvent(returned)).toEqual(sent && plainEvent(sent));
    },
  );

  it.each(examples.map((event) => [event.type, event] as const))(
    'gets back from itself what it sent: %s (%#)',
    (_, sent) => {
      const returned = decode(encodeEvent(sent));
      expect(returned && plainEvent(returned)).toEqual(plainEvent(sent));
    },
  );
});
