/** The Python library's asyncio server, doing what codec-server.ts does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { abortable } from '../../core/abort.ts';
import { ConfigError } from '../../core/errors.ts';

const program = `
import asyncio, json, time
from wyoming.asr import Transcript
from wyoming.audio import AudioChunk, AudioStop
from wyoming.server import AsyncEventHandler, AsyncServer

class Handler(AsyncEventHandler):
    def __init__(self, *args):
        super().__init__(*args)
        self.reset()

    def reset(self):
        self.events, self.bytes, self.before = 0, 0, time.process_time()

    async def handle_event(self, event):
        if AudioChunk.is_type(event.type):
            chunk = AudioChunk.from_event(event)
            self.events += 1
            self.bytes += len(chunk.audio)
        elif AudioStop.is_type(event.type):
            cpu = (time.process_time() - self.before) * 1000
            result = {"events": self.events, "bytes": self.bytes, "cpuMs": cpu}
            await self.write_event(Transcript(json.dumps(result)).event())
            self.reset()
        return True

async def main():
    server = AsyncServer.from_uri("tcp://127.0.0.1:0")
    await server.start(Handler)
    print(server._server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
`;

export type CodecPeer = { readonly child: ChildProcess; readonly uri: string };

/** Returns when the peer serves. @throws ConfigError `CONFIG_INVALID` without its environment */
export async function startCodecPeer(peersDir: string | undefined, signal: AbortSignal): Promise<CodecPeer> {
  if (peersDir === undefined)
    throw new ConfigError('CONFIG_INVALID', 'this bench needs the peer wyoming: scripts/peer.sh wyoming');
  const child = spawn(join(peersDir, 'wyoming/bin/python'), ['-c', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line]: unknown[] = await abortable(once(child.stdout, 'data'), signal);
  return { child, uri: `tcp://127.0.0.1:${z.coerce.number().int().parse(String(line).trim())}` };
}
