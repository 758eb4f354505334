import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { silentLogger } from '../../src/core/log.ts';
import { startEngineHost } from '../../src/engine-host/engine-host.ts';
import { ttsOptions } from '../../src/engines/tts/options.ts';
import { emptyDirectory, runCli } from '../support/hearken-cli.ts';
import { installedVoice, realVoiceFiles } from '../support/engines/installed-voice.ts';
import { describeReal, modelsDir } from '../support/real-models.ts';
import { collect } from '../support/streams.ts';
import { builtHostUrl } from '../support/engines/test-engine-specs.ts';

/** Below a file nothing can be made, not even by root. */
const nowhere = '/dev/null/nowhere';
const never = new AbortController().signal;

describeReal('a voice where short-lived files can not be written', realVoiceFiles, () => {
  it('speaks from the data directory, and leaves nothing there', async () => {
    const data = emptyDirectory();
    const out = join(data, 'reply.wav');
    const { code, stderr } = await runCli(
      ['say', 'The light is on.', '--out', out, '--data', data, '--models', modelsDir],
      { env: { TMPDIR: nowhere } },
    );
    expect(stderr).not.toContain('TEMPORARY');
    expect({ code, isThere: existsSync(out) }).toEqual({ code: 0, isThere: true });
    expect(readdirSync(join(data, 'cache/tmp'))).toEqual([]);
  });

  it('says which variable helps when there is no place at all', async () => {
    await using host = startEngineHost({
      engines: [{ kind: 'tts', spec: { models: [installedVoice('amy')], options: ttsOptions.parse({}) } }],
      log: silentLogger,
      signal: never,
      tempDir: nowhere,
      hostUrl: builtHostUrl,
      creatorUrl: new URL('create-engine.js', builtHostUrl),
    });
    await expect(collect(host.tts.speak('Hello.', { signal: never }))).rejects.toMatchObject({
      code: 'TEMPORARY_FILES_REFUSED',
      message: expect.stringContaining('TMPDIR') as string,
    });
  });
});
