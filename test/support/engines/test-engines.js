/**
 * Small deterministic engines behind the real interfaces, for tests of what stands around engines. JavaScript,
 * because the engine host's worker threads load this file as it is. A model's `settings.onLoad` and words in texts
 * make them misbehave on purpose: see `misbehave`.
 */
import { isAborted } from '../../../dist/core/abort.js';
import { EngineError, RequestError } from '../../../dist/core/errors.js';
import { didYouMean } from '../../../dist/core/nearest.js';

/** @type {import('../../../src/engine-host/hosted-engine.ts').CreateEngine} */
export const createEngine = async ({ kind, spec }, context) => {
  for (const model of spec.models) {
    const load = () => misbehave(model.settings.onLoad);
    await (model.settings.announced === true ? context.loading(model.id, load) : load());
  }
  if (spec.models.length === 0) throw new EngineError('MODEL_NOT_INSTALLED', 'no model is installed');
  switch (kind) {
    case 'stt':
      return { kind, engine: createStt() };
    case 'tts':
      return { kind, engine: createTts(spec.models) };
    case 'wake':
      return { kind, engine: createWake(spec.settings) };
    default:
      throw new EngineError('ENGINE_FAILED', 'no test engine of this kind');
  }
};

/** @param {unknown} how */
function misbehave(how) {
  switch (how) {
    case 'abort':
      process.kill(process.pid, 'SIGABRT');
      break;
    case 'segv':
      process.kill(process.pid, 'SIGSEGV');
      break;
    case 'throw':
      throw new EngineError('MODEL_CORRUPT', 'the model is damaged');
    default:
  }
}

/** Hears how many samples there were and the hints in force; speech is whatever is not silence. */
function createStt() {
  let hints = { names: [], terms: [] };
  return {
    languages: ['en', 'de'],
    async *transcribe(audio, { language = 'en', signal }) {
      let heard = 0;
      let loudest = 0;
      for await (const samples of audio) {
        signal.throwIfAborted();
        heard += samples.length;
        for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
        yield { kind: 'partial', text: `${heard} samples` };
      }
      signal.throwIfAborted();
      const text = loudest === 0 ? '' : [`${heard} samples`, ...hints.names].join(' ');
      yield { kind: 'final', text, language };
    },
    async useHints(next) {
      hints = next;
    },
    async [Symbol.asyncDispose]() {},
  };
}

/** Speaks 50 ms of a tone per word. The words abort, segv, fail and busy do what they say. */
function createTts(models) {
  const voices = models.map(({ id, languages, attribution }) => ({
    name: id,
    languages,
    speakers: [],
    description: id,
    attribution,
    rateHz: 22_050,
  }));
  return {
    voices,
    async *speak(text, { voice = voices[0].name, signal }) {
      if (text.length > 8_000) throw new RequestError('REQUEST_TOO_LARGE', 'the text is too long');
      const names = voices.map(({ name }) => name);
      if (!names.includes(voice))
        throw new RequestError('REQUEST_VOICE_UNKNOWN', `unknown voice${didYouMean(voice, names)}`);
      for (const word of text.match(/\w+/gu) ?? []) {
        signal.throwIfAborted();
        misbehave(word);
        if (word === 'fail') throw new EngineError('ENGINE_FAILED', 'the voice failed');
        if (word === 'busy') stayBusy(signal);
        yield { samples: new Int16Array(1_102).fill(word.length * 100), rateHz: 22_050 };
      }
    },
    async [Symbol.asyncDispose]() {},
  };
}

/** Like a native call with a progress callback: blocks the thread until aborted, five seconds at most. */
function stayBusy(signal) {
  const end = Date.now() + 5_000;
  while (!isAborted(signal) && Date.now() < end);
}

/** Hears a word in every loud second (sample value 1000 × its place in the list), once per run of it. */
function createWake(settings) {
  let words = settings.words.map(wordOf);
  return {
    get words() {
      return words;
    },
    async *listen(audio, { names, signal }) {
      const unknown = (names ?? []).find((name) => !words.some((word) => word.name === name));
      if (unknown !== undefined) throw new RequestError('REQUEST_INVALID', `unknown wake word "${unknown}"`);
      let heard = 0;
      let last = -1;
      for await (const samples of audio) {
        signal.throwIfAborted();
        heard += samples.length;
        const place = Math.round(samples[0] / 1_000) - 1;
        const word = words[place];
        if (place !== last && word && (names ?? [word.name]).includes(word.name))
          yield { name: word.name, phrase: word.phrase, atMs: heard / 16, score: 1, energyDb: -30 };
        last = place;
      }
      signal.throwIfAborted();
    },
    async useSettings(next) {
      words = next.words.map(wordOf);
      return words;
    },
    async [Symbol.asyncDispose]() {},
  };
}

const wordOf = ({ phrase, name = phrase }) => ({
  name,
  phrase,
  languages: ['en'],
  attribution: { name: 'test', url: 'https://example.org' },
  description: phrase,
});
