import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readWavMono } from '../../src/audio/wav.ts';
import { transcribe } from '../../src/client/voice-client.ts';
import { startHearken } from '../support/hearken-server.ts';
import { childrenOf } from '../support/processes.ts';
import { describeReal, evalDir } from '../support/real-models.ts';

const recording = 'commands/ha-en-tts/turn-on-the-lights.wav';

/** Files the process has open. */
function openFiles(pid: number): string[] {
  const dir = `/proc/${pid}/fd`;
  return readdirSync(dir).flatMap((fd) => {
    try {
      return [readlinkSync(join(dir, fd))];
    } catch {
      return [];
    }
  });
}

describeReal('the program', ['models', `eval/${recording}`], () => {
  it('keeps its libraries from collecting what they would report', async () => {
    await using server = await startHearken();
    const samples = readWavMono(readFileSync(join(evalDir, recording)));
    const heard = await transcribe(server.uri, samples, {
      realTime: false,
      signal: AbortSignal.timeout(30_000),
    });
    expect(heard.text).not.toBe('');
    const pids = [server.pid, ...(await childrenOf(server.pid))];
    expect(pids.length).toBeGreaterThan(1);
    const mapped = pids.map((pid) => readFileSync(`/proc/${pid}/maps`, 'utf8'));
    // The voice activity detector runs on that library, which keeps its reports in a database of its name.
    expect(mapped.some((maps) => maps.includes('onnxruntime_binding.node'))).toBe(true);
    expect(mapped.filter((maps) => maps.includes('onnxruntime.db'))).toEqual([]);
    expect(pids.flatMap(openFiles).filter((file) => /onnxruntime\.db|Microsoft/.test(file))).toEqual([]);
  });
});
