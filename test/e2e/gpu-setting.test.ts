import { expect, it } from 'vitest';
import { speakText } from '../../src/client/speak-text.ts';
import { transcribe } from '../../src/client/voice-client.ts';
import { realVoiceFiles } from '../support/engines/installed-voice.ts';
import { startHearken } from '../support/hearken-server.ts';
import { describeReal } from '../support/real-models.ts';

const recogniser = 'models/stt-kws/zipformer-gigaspeech-3.3M-mobile/bpe.vocab';
const signal = AbortSignal.timeout(60_000);

describeReal('a GPU that the installed sherpa-onnx can not use', [recogniser, ...realVoiceFiles], () => {
  it.each(['stt', 'tts'])(
    'is asked for by %s.provider, told in the log of the library, and speech is served',
    async (kind) => {
      const logged = ['--log-level', 'debug', '--log-content'];
      await using server = await startHearken({
        args: [`--${kind}-provider`, 'cuda', '--only', 'stt,tts', ...logged],
      });
      const samples = await speakText(server.uri, 'Turn on the living room lamp.', { signal });
      expect((await transcribe(server.uri, samples, { signal, realTime: false })).text).toMatch(
        /living room/i,
      );
      expect(server.log.join('\n')).toMatch(/fallback to cpu/i);
    },
  );
});
