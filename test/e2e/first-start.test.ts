/** The app's first start: nothing filled in, no model on the machine, and a download server that misbehaves. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readDiskUse } from '../../src/app/data/disk-use.ts';
import { loadConfig } from '../../src/config/load.ts';
import { startSupervisor, supervisorToken } from '../../src/bench/ha/stand-in-supervisor.ts';
import { converse } from '../../src/client/voice-client.ts';
import { loadCatalog } from '../../src/model-store/catalog.ts';
import { startDemoServer } from '../support/home/demo-server.ts';
import { openFileServer } from '../support/file-server.ts';
import { emptyDirectory } from '../support/hearken-cli.ts';
import { type HearkenServer, startHearken } from '../support/hearken-server.ts';
import { describeReal, modelsDir } from '../support/real-models.ts';
import { apiUrlOf } from '../support/served-turn.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const signal = AbortSignal.timeout(110_000);

/** The program where no models lie beside it. */
function programAlone(): string {
  const dir = mkdtempSync(join(tmpdir(), 'hearken-alone-'));
  cpSync(join(root, 'dist'), join(dir, 'dist'), { recursive: true });
  cpSync(join(root, 'models/catalog.json'), join(dir, 'models/catalog.json'));
  for (const part of ['node_modules', 'src', 'package.json']) symlinkSync(join(root, part), join(dir, part));
  return dir;
}

/** Where the mirror has what the catalogue fetches for this model. */
async function placeOf(id: string): Promise<string> {
  const entry = (await loadCatalog()).models.find((model) => model.id === id);
  const { host, pathname } = new URL(entry?.downloads[0]?.url ?? '');
  return `/${host}${pathname}`;
}

describeReal('the first start of the app', ['models/vad/silero_vad.onnx'], () => {
  it('fetches what suits the home, goes on where it was cut, takes no wrong bytes, and serves meanwhile', async () => {
    await using demo = await startDemoServer();
    const core = { socketUrl: `${demo.url.replace('http', 'ws')}/api/websocket`, token: demo.demo.token };
    await using supervisor = await startSupervisor({ core, coreConfig: { language: 'de' } });
    await using mirror = await openFileServer();
    const { defaults } = await loadCatalog();
    const ids = [defaults.stt['de'] ?? '', defaults.tts['de'] ?? '', ...defaults.every];
    const places = await Promise.all(ids.map(placeOf));
    const vad = readFileSync(join(modelsDir, 'vad/silero_vad.onnx'));
    const vadPlace = await placeOf('silero-vad');
    mirror.serve(vadPlace, { body: vad, stall: { afterBytes: 1_000_000, times: 1 } });
    mirror.serve(await placeOf(ids[1] ?? ''), { body: new Uint8Array(2_000) });

    const data = mkdtempSync(join(tmpdir(), 'hearken-first-'));
    writeFileSync(join(data, 'options.json'), JSON.stringify({ models: { mirror: mirror.origin } }));
    const packageDir = programAlone();
    const start = async (): Promise<HearkenServer> =>
      await startHearken({
        args: ['--data', data, '--models', emptyDirectory()],
        env: { SUPERVISOR_TOKEN: supervisorToken, HEARKEN_SUPERVISOR: supervisor.url, HEARKEN_DATA: data },
        packageDir,
      });
    const requested = (place: string) => mirror.requests.filter(({ path }) => path === place);

    await using first = await start();
    const page = async () => (await supervisor.ingress(await pageUrl(first), '/')).body;
    const progress = expect.poll(page, { timeout: 30_000, interval: 200 });
    await progress.toMatch(/silero-vad[^]*\d of 2 MB/);
    expect(new Set(mirror.requests.map(({ path }) => path))).toEqual(new Set(places));
    expect(await page()).toContain('brought other bytes than the catalogue knows');
    expect(first.log.filter((line) => line.includes('other bytes'))).toHaveLength(1);
    const here = first.uri.replace('0.0.0.0', '127.0.0.1');
    expect((await converse(here, 'turn on the kitchen light', { language: 'en', signal })).isHandled).toBe(
      true,
    );
    const config = loadConfig({ env: { HEARKEN_DATA: data } });
    await expect.poll(async () => (await readDiskUse(config)).modelBytes).toBeGreaterThanOrEqual(1_000_000);
    first.kill('SIGKILL');
    await first.exited;

    await using second = await start();
    const file = join(data, 'cache/models/silero-vad/silero_vad.onnx');
    await expect.poll(() => existsSync(file), { timeout: 60_000, interval: 100 }).toBe(true);
    expect(requested(vadPlace).map(({ range }) => range)).toEqual([undefined, 'bytes=1000000-']);
    expect(hashOf(readFileSync(file))).toBe(hashOf(vad));
    expect(second.log.some((line) => line.includes('silero-vad') && line.includes('installed'))).toBe(true);
    expect(existsSync(join(data, 'cache/models', ids[1] ?? ''))).toBe(false);
    // An entry that Home Assistant added now would never get speech.
    expect(supervisor.messages.size).toBe(0);
    supervisor.verify();
  }, 110_000);

  it('calls what is on its way loading, and what can not come broken', async () => {
    await using mirror = await openFileServer();
    const { defaults } = await loadCatalog();
    const voice = await placeOf(defaults.tts['en'] ?? '');
    mirror.serve(voice, { body: new Uint8Array(9_000), stall: { afterBytes: 1_000, times: 1 } });
    const args = ['--models', emptyDirectory(), '--model-mirror', mirror.origin];
    await using server = await startHearken({ args, packageDir: programAlone() });
    const states = async () => {
      const response = await fetch(`${await pageUrl(server)}/health`);
      const { services } = (await response.json()) as { services: Record<string, { state: string }> };
      return [services['stt']?.state, services['tts']?.state, services['wake']?.state];
    };
    // Nothing there, half there, not asked for yet.
    await expect.poll(states, { timeout: 30_000 }).toEqual(['failed', 'loading', 'loading']);
  });
});

const pageUrl = async (server: HearkenServer): Promise<string> =>
  (await apiUrlOf(server)).replace('0.0.0.0', '127.0.0.1');

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
