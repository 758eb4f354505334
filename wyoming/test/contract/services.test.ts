import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { connect } from '../../src/client.ts';
import { Connection } from '../../src/connection.ts';
import { serve, type Server } from '../../src/server.ts';
import { describeReference, runPython, startPython } from '../support/python.ts';
import { scriptedHandler } from '../support/scripted-server.ts';
import { offeredInfo, type Session, sessions } from '../support/sessions.ts';
import { type PlainEvent, plainEvent } from '../support/vectors.ts';

const wanted = ({ steps }: Session): PlainEvent[] =>
  steps.flatMap((step) => ('receive' in step ? step.receive.map(plainEvent) : []));

/** What our client receives in a session. */
async function play(connection: Connection, { steps }: Session): Promise<PlainEvent[]> {
  const received: PlainEvent[] = [];
  for (const step of steps)
    if ('send' in step) for (const event of step.send) await connection.send(event);
    else
      for (let count = 0; count < step.receive.length; count += 1) {
        const event = await connection.read({ signal: AbortSignal.timeout(10_000) });
        if (event) received.push(plainEvent(event));
      }
  return received;
}

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wyoming-contract-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

describe('our client and our server', () => {
  it.each(sessions.map((session) => [session.name, session] as const))('%s', async (_, session) => {
    await using server = await serve('tcp://127.0.0.1:0', scriptedHandler);
    await using connection = await connect(server.uri);
    expect(await play(connection, session)).toEqual(wanted(session));
  });
});

const received = z.record(
  z.string(),
  z.array(
    z.object({ type: z.string(), data: z.record(z.string(), z.unknown()), payload: z.string().optional() }),
  ),
);

for (const transport of ['tcp', 'unix'])
  describeReference(`a client of the reference at our server over ${transport}`, () => {
    let server: Server;
    let results: z.output<typeof received>;
    beforeAll(async () => {
      server = await serve(
        transport === 'tcp' ? 'tcp://127.0.0.1:0' : `unix://${directory}/ours.sock`,
        scriptedHandler,
      );
      const plain = sessions.map(({ name, steps }) => [
        name,
        steps.map((step) =>
          'send' in step ? { send: step.send.map(plainEvent) } : { receive: step.receive.length },
        ),
      ]);
      results = received.parse(await runPython('client.py', [server.uri], Object.fromEntries(plain)));
    });
    afterAll(() => server.close());

    it.each(sessions.map((session) => [session.name, session] as const))('%s', (name, session) => {
      expect(results[name]).toEqual(wanted(session));
    });
  });

for (const transport of ['tcp', 'unix', 'stdio'])
  describeReference(`our client at a server of the reference over ${transport}`, () => {
    let child: ReturnType<typeof startPython>;
    let uri = '';
    const started = async (address: string) => {
      child = startPython('server.py', [address, JSON.stringify(offeredInfo[0]?.data)]);
      if (transport === 'stdio') return;
      const [line]: unknown[] = await once(child.stdout, 'data');
      const { port } = z.object({ port: z.int().nullable() }).parse(JSON.parse(String(line)));
      uri = port === null ? address : `tcp://127.0.0.1:${port}`;
    };
    const end = async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    };
    beforeAll(() =>
      transport === 'stdio'
        ? undefined
        : started(transport === 'tcp' ? 'tcp://127.0.0.1:0' : `unix://${directory}/theirs.sock`),
    );
    afterAll(end);

    it.each(sessions.map((session) => [session.name, session] as const))('%s', async (_, session) => {
      if (transport === 'stdio') await started('stdio://');
      await using connection =
        transport === 'stdio'
          ? new Connection({ readable: child.stdout, writable: child.stdin })
          : await connect(uri);
      expect(await play(connection, session)).toEqual(wanted(session));
      if (transport === 'stdio') await end();
    });
  });
