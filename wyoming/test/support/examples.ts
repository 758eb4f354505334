/** Every event with every field set, to a value that is not its default; and with none that may be missing. */
import type { WyomingEvent } from '../../src/event.ts';

const context = { conversation_id: 'c1', nested: { list: [1, null, 'zwei'] } };
const format = { rate: 22_050, width: 4, channels: 2 };
const artifact = (name: string) => ({
  name,
  attribution: { name: `maker of ${name}`, url: `https://example.org/${name}` },
  installed: true,
  description: `what ${name} is`,
  version: '1.2.3',
});
const model = (name: string) => ({ ...artifact(name), languages: ['de', 'en-GB'] });

/** Several of one type where fields exclude each other. */
export const fullExamples: readonly WyomingEvent[] = [
  { type: 'describe', data: {} },
  {
    type: 'info',
    data: {
      asr: [
        {
          ...artifact('asr'),
          models: [model('asr-model')],
          supports_transcript_streaming: true,
          requires_external_vad: false,
          prefers_auto_gain_enabled: false,
          prefers_noise_reduction_enabled: false,
        },
      ],
      tts: [
        {
          ...artifact('tts'),
          voices: [{ ...model('voice'), speakers: [{ name: 'alba' }, { name: 'bert' }] }],
          supports_synthesize_streaming: true,
        },
      ],
      handle: [
        {
          ...artifact('handle'),
          models: [model('handle-model')],
          supports_handled_streaming: true,
          supports_home_control: true,
        },
      ],
      intent: [{ ...artifact('intent'), models: [model('intent-model')] }],
      wake: [{ ...artifact('wake'), models: [{ ...model('wake-model'), phrase: 'hallo haus' }] }],
      mic: [{ ...artifact('mic'), mic_format: format }],
      snd: [{ ...artifact('snd'), snd_format: format }],
      satellite: {
        ...artifact('satellite'),
        area: 'Küche',
        has_vad: true,
        active_wake_words: ['wake-model'],
        max_active_wake_words: 2,
        supports_trigger: true,
      },
    },
  },
  { type: 'select-program', data: { name: 'asr' } },
  { type: 'audio-start', data: { ...format, timestamp: 17 } },
  { type: 'audio-chunk', data: { ...format, timestamp: 18 }, payload: Buffer.from([0, 10, 123, 255]) },
  { type: 'audio-stop', data: { timestamp: 19 } },
  {
    type: 'transcribe',
    data: {
      name: 'asr-model',
      language: 'de',
      context,
      vad_sensitivity: 'relaxed',
      transcript_names: ['Küchenlicht'],
      transcript_terms: ['dimmen'],
    },
  },
  { type: 'transcript', data: { text: 'Licht an 💡', language: 'de', context } },
  { type: 'transcript-start', data: { language: 'de', context } },
  { type: 'transcript-chunk', data: { text: ' Licht' } },
  { type: 'transcript-stop', data: {} },
  {
    type: 'synthesize',
    data: { text: 'Erledigt.', voice: { name: 'voice', speaker: 'alba' }, text_format: 'ssml', context },
  },
  { type: 'synthesize', data: { text: 'Erledigt.', voice: { language: 'de' } } },
  {
    type: 'synthesize-start',
    data: { voice: { name: 'voice', speaker: 'bert' }, text_format: 'markdown', context },
  },
  { type: 'synthesize-start', data: { voice: { language: 'de' } } },
  { type: 'synthesize-chunk', data: { text: 'Erle' } },
  { type: 'synthesize-stop', data: {} },
  { type: 'synthesize-stopped', data: {} },
  { type: 'detect', data: { names: ['wake-model'], context } },
  { type: 'detection', data: { name: 'wake-model', timestamp: 1_234, speaker: 'alba', context } },
  { type: 'not-detected', data: { context } },
  { type: 'voice-started', data: { timestamp: 5 } },
  { type: 'voice-stopped', data: { timestamp: 6 } },
  { type: 'recognize', data: { text: 'Licht an', context } },
  {
    type: 'intent',
    data: {
      name: 'HassTurnOn',
      entities: [{ name: 'area', value: { id: 3, of: ['Küche'] } }],
      text: 'Erledigt.',
      context,
    },
  },
  { type: 'intents-start', data: { context } },
  { type: 'intents-stop', data: { context } },
  { type: 'not-recognized', data: { text: 'Wie bitte?', context } },
  { type: 'handled', data: { text: 'Erledigt.', context } },
  { type: 'not-handled', data: { text: 'Das geht nicht.', context } },
  { type: 'handled-start', data: { context } },
  { type: 'handled-chunk', data: { text: 'Erle' } },
  { type: 'handled-stop', data: {} },
  { type: 'played', data: {} },
  { type: 'ping', data: { text: 'a' } },
  { type: 'pong', data: { text: 'a' } },
  { type: 'error', data: { text: 'Es brennt.', code: 'fire' } },
  { type: 'run-satellite', data: {} },
  { type: 'pause-satellite', data: {} },
  { type: 'satellite-connected', data: {} },
  { type: 'satellite-disconnected', data: {} },
  { type: 'streaming-started', data: {} },
  { type: 'streaming-stopped', data: {} },
  {
    type: 'run-pipeline',
    data: {
      start_stage: 'wake',
      end_stage: 'tts',
      restart_on_end: true,
      wake_word_name: 'wake-model',
      wake_word_names: ['wake-model', 'other'],
      announce_text: 'Es klingelt.',
    },
  },
  {
    type: 'timer-started',
    data: { id: 't1', total_seconds: 3_723, name: 'Tee', start_hours: 1, start_minutes: 2, start_seconds: 3 },
  },
  { type: 'timer-updated', data: { id: 't1', is_active: true, total_seconds: 60 } },
  { type: 'timer-cancelled', data: { id: 't1' } },
  { type: 'timer-finished', data: { id: 't1' } },
  { type: 'user-event', data: { name: 'doorbell', data: { door: 'front' }, context } },
];

const emptyInfo = { asr: [], tts: [], handle: [], intent: [], wake: [], mic: [], snd: [] };
const bareArtifact = { name: 'bare', attribution: { name: '', url: '' }, installed: false };

export const bareExamples: readonly WyomingEvent[] = [
  { type: 'info', data: emptyInfo },
  {
    type: 'info',
    data: {
      ...emptyInfo,
      tts: [
        {
          ...bareArtifact,
          voices: [{ ...bareArtifact, languages: [] }],
          supports_synthesize_streaming: false,
        },
      ],
      wake: [{ ...bareArtifact, models: [{ ...bareArtifact, languages: [] }] }],
      satellite: bareArtifact,
    },
  },
  { type: 'audio-start', data: format },
  { type: 'audio-chunk', data: format, payload: Buffer.alloc(0) },
  { type: 'audio-stop', data: {} },
  { type: 'transcribe', data: {} },
  { type: 'transcript', data: { text: '' } },
  { type: 'transcript-start', data: {} },
  { type: 'synthesize', data: { text: '' } },
  { type: 'synthesize-start', data: {} },
  { type: 'detect', data: {} },
  { type: 'detection', data: {} },
  { type: 'not-detected', data: {} },
  { type: 'voice-started', data: {} },
  { type: 'voice-stopped', data: {} },
  { type: 'recognize', data: { text: '' } },
  { type: 'intent', data: { name: 'HassNevermind', entities: [] } },
  { type: 'intents-start', data: {} },
  { type: 'intents-stop', data: {} },
  { type: 'not-recognized', data: {} },
  { type: 'handled', data: {} },
  { type: 'not-handled', data: {} },
  { type: 'handled-start', data: {} },
  { type: 'ping', data: {} },
  { type: 'pong', data: {} },
  { type: 'error', data: { text: '' } },
  { type: 'run-pipeline', data: { start_stage: 'asr', end_stage: 'asr', restart_on_end: false } },
  { type: 'timer-started', data: { id: 't1', total_seconds: 0 } },
  { type: 'user-event', data: { name: '' } },
];
