import { expect, it } from 'vitest';
import { memoryMb } from '../../../../src/bench/process/process-usage.ts';
import { ttsOptions } from '../../../../src/engines/tts/options.ts';
import { hosted, startRealHost } from '../../../support/engines/hosted-engine.ts';
import { installedVoice, realVoiceFiles } from '../../../support/engines/installed-voice.ts';
import { describeReal } from '../../../support/real-models.ts';
import { collect, noAbort } from '../../../support/streams.ts';

/** Seven seconds in one piece: a voice that made it at once took 160 MB more than for a short one, and kept them. */
const long =
  'The heron by the pond waits for a frog that will not come out of the reeds and the deep mud today or ever';

describeReal('the memory of a voice', realVoiceFiles, () => {
  it('does not grow with the length of a sentence', async () => {
    const spec = { models: [installedVoice('amy')], options: ttsOptions.parse({}) };
    const host = await hosted(startRealHost([{ kind: 'tts', spec }]), 'tts');
    const memoryAfter = async (text: string): Promise<number> => {
      for (let i = 0; i < 5; i += 1) await collect(host.tts.speak(text, { signal: noAbort }));
      return memoryMb(host.pid ?? 0);
    };
    const short = await memoryAfter('The lamp beside the sofa is on.');
    const grown = (await memoryAfter(long)) - short;
    await host.close();
    expect(grown).toBeLessThan(40);
  });
});
