/** What this server offers right now, as Wyoming `info`. */
import { createInfo } from 'wyoming-ts';
import type { WyomingEventOf } from 'wyoming-ts';
import type { InstalledModel } from '../core/installed-model.ts';
import { packageVersion } from '../core/version.ts';
import type { Voice } from '../engines/tts/engine.ts';
import type { WakeWord } from '../engines/wake/engine.ts';

/** What a client can rely on: a loading engine's requests wait until it is ready. */
export type Availability =
  | { readonly state: 'loading' | 'ready' }
  | { readonly state: 'absent' }
  | { readonly state: 'failed'; readonly reason: string };

/** Of this machine or another one. */
export type OfferedModel = Pick<InstalledModel, 'id' | 'languages' | 'attribution' | 'fingerprint'>;

/** Each is absent when this server does not offer the service at all. */
export type Offer = {
  readonly stt?: {
    readonly availability: Availability;
    readonly models: readonly OfferedModel[];
    /** True: the server hears where a sentence ends, and the client must not look for it. */
    readonly endsSentences?: boolean;
  };
  readonly tts?: { readonly availability: Availability; readonly voices: readonly Voice[] };
  readonly wake?: { readonly availability: Availability; readonly words: readonly WakeWord[] };
  readonly handle?: { readonly languages: readonly string[] };
};

/** Home Assistant names its entities by the program, and keeps them as long as the name stays. */
const programName = 'hearken';
const attribution = { name: 'Hearken', url: '' };

/** @throws ProtocolError for an offer that Home Assistant would reject. */
export function describeOffer({ stt, tts, wake, handle }: Offer): WyomingEventOf<'info'> {
  return createInfo({
    asr: stt
      ? [
          {
            ...program('Streaming speech-to-text', stt.availability),
            supports_transcript_streaming: true,
            requires_external_vad: stt.endsSentences !== true,
            models: ifInstalled(stt.availability, stt.models.map(sttModel)),
          },
        ]
      : [],
    tts: tts
      ? [
          {
            ...program('Text-to-speech', tts.availability),
            supports_synthesize_streaming: true,
            voices: ifInstalled(tts.availability, tts.voices.map(ttsVoice)),
          },
        ]
      : [],
    wake: wake
      ? [
          {
            ...program('Wake words', wake.availability),
            models: ifInstalled(wake.availability, wake.words.map(wakeModel)),
          },
        ]
      : [],
    handle: handle
      ? [
          {
            ...program('Voice assistant for the home', { state: 'ready' }),
            supports_handled_streaming: true,
            supports_home_control: true,
            models: [
              {
                ...program('Voice assistant for the home', { state: 'ready' }),
                languages: [...handle.languages],
              },
            ],
          },
        ]
      : [],
  });
}

function program(description: string, availability: Availability) {
  const why = availability.state === 'failed' ? availability.reason : 'no model is on this machine';
  const installed = isInstalled(availability);
  return {
    name: programName,
    attribution,
    installed,
    description: installed ? description : `${description}, not installed: ${why}`,
    version: packageVersion,
  };
}

export function isInstalled({ state }: Availability): boolean {
  return state === 'loading' || state === 'ready';
}

function ifInstalled<Artifact>(availability: Availability, artifacts: Artifact[]): Artifact[] {
  return isInstalled(availability) ? artifacts : [];
}

function sttModel({ id, languages, attribution: by, fingerprint }: OfferedModel) {
  return {
    name: id,
    attribution: { ...by },
    installed: true,
    description: id,
    version: fingerprint,
    languages: [...languages],
  };
}

function ttsVoice({ name, attribution: by, description, languages, speakers, fingerprint }: Voice) {
  return {
    name,
    attribution: { ...by },
    installed: true,
    description,
    version: fingerprint ?? packageVersion,
    languages: [...languages],
    ...(speakers.length > 0 && { speakers: speakers.map((speaker) => ({ name: speaker })) }),
  };
}

function wakeModel({ name, phrase, attribution: by, description, languages }: WakeWord) {
  return {
    name,
    phrase,
    attribution: { ...by },
    installed: true,
    description,
    version: packageVersion,
    languages: [...languages],
  };
}
