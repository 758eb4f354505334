/** Child process of the codec bench: counts typed, validated audio events of each stream; see codec-stream.ts. */
import process from 'node:process';
import { serve } from 'wyoming-ts';
import type { CodecResult } from './stream.ts';

const stop = new AbortController();
process.on('disconnect', () => stop.abort());

await using server = await serve('tcp://127.0.0.1:0', async (connection) => {
  let events = 0;
  let bytes = 0;
  let before = process.cpuUsage();
  for await (const event of connection)
    if (event.type === 'audio-chunk') {
      events += 1;
      bytes += event.payload.length;
    } else if (event.type === 'audio-stop') {
      const { user, system } = process.cpuUsage(before);
      const result: CodecResult = { events, bytes, cpuMs: (user + system) / 1_000 };
      await connection.send({ type: 'transcript', data: { text: JSON.stringify(result) } });
      events = 0;
      bytes = 0;
      before = process.cpuUsage();
    }
});
process.send?.(server.uri);
await new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve(), { once: true }));
