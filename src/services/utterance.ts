/** The audio of one request: events in any format in, samples for an engine out. */
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { createConverter } from '../audio/converter.ts';
import type { PcmConverter } from '../audio/converter.ts';
import { checkPcmFormat, type PcmFormat } from '../audio/pcm.ts';
import { silenceDbfs } from '../audio/level.ts';
import { RequestError } from '../core/errors.ts';
import type { Inbox, Received } from './inbox.ts';
import type { WyomingEventOf } from 'wyoming-ts';

export type UtteranceOptions = {
  /** Longest audio taken; more is refused. Absent: any length. */
  readonly maxSeconds?: number;
  /** Called for every event of audio. */
  readonly onAudio?: () => void;
  readonly signal: AbortSignal;
};

const samplesPerMs = 16;

/** Converted at a time, a dozen milliseconds in the costliest format: other peers wait so long. */
const pieceBytes = 32 * 1024;

/** A converter for a new format takes some 20 ms to make, and no microphone changes its format in the middle. */
const maxFormats = 8;

/** Iterate once. Ends at `audio-stop`, or when the peer leaves or asks for something else. */
export class Utterance implements AsyncIterable<Int16Array> {
  readonly #inbox: Inbox;
  readonly #options: UtteranceOptions;
  #converter:
    | {
        readonly format: PcmFormat;
        readonly pcm: PcmConverter;
        /** How many formats there were with this one. */
        readonly formatCount: number;
      }
    | undefined;
  #sampleCount = 0;
  #squareSum = 0;
  #end: { readonly stoppedAtMs?: number } | undefined;
  readonly #ending = new AbortController();
  /** Timestamp of the first chunk, which a client's clock counts from; 0 when it sent none. */
  #firstTimestampMs: number | undefined;

  constructor(inbox: Inbox, options: UtteranceOptions) {
    this.#inbox = inbox;
    this.#options = options;
  }

  /** Length of what was heard so far. */
  get audioMs(): number {
    return this.#sampleCount / samplesPerMs;
  }

  /** Loudness of what was heard so far, in dBFS. */
  get energyDb(): number {
    const power = this.#squareSum / Math.max(1, this.#sampleCount) / 32_768 ** 2;
    return power === 0 ? silenceDbfs : Math.max(silenceDbfs, 10 * Math.log10(power));
  }

  get firstTimestampMs(): number {
    return this.#firstTimestampMs ?? 0;
  }

  /** Monotonic time at which `audio-stop` was read or `end` was called; undefined while there was neither. */
  get stoppedAtMs(): number | undefined {
    return this.#end?.stoppedAtMs;
  }

  /** True when the peer left without `audio-stop`: nobody waits for what it said. */
  get isAbandoned(): boolean {
    return this.#end !== undefined && this.#end.stoppedAtMs === undefined;
  }

  /** Takes no more audio from this monotonic time on. What the peer still sends is the caller's to skip. */
  end(atMs: number): void {
    this.#end ??= { stoppedAtMs: atMs };
    this.#ending.abort();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Int16Array, void> {
    const signal = AbortSignal.any([this.#options.signal, this.#ending.signal]);
    for (;;) {
      const received = await this.#next(signal);
      if (!received || received.event.type === 'audio-stop') {
        this.#end ??= received ? { stoppedAtMs: received.atMs } : {};
        const tail = this.#converter?.pcm.end();
        if (tail && tail.length > 0) yield this.#count(tail);
        return;
      }
      this.#options.onAudio?.();
      if (received.event.type === 'audio-chunk') yield* this.#inPieces(received.event, signal);
      // The chunks say it again; a peer that sends none should hear of it as well.
      else if (received.event.type === 'audio-start') checkPcmFormat(formatOf(received.event.data));
    }
  }

  async #next(signal: AbortSignal): Promise<Received | undefined> {
    try {
      return await this.#inbox.nextWithin(signal);
    } catch (error) {
      if (this.#ending.signal.aborted && !this.#options.signal.aborted) return undefined;
      throw error;
    }
  }

  async *#inPieces(
    { data, payload }: WyomingEventOf<'audio-chunk'>,
    signal: AbortSignal,
  ): AsyncGenerator<Int16Array, void> {
    this.#firstTimestampMs ??= data.timestamp ?? 0;
    for (let offset = 0; offset < payload.length && !signal.aborted; offset += pieceBytes) {
      if (offset > 0) await letOthersRun();
      yield* this.#convert(data, payload.subarray(offset, offset + pieceBytes));
    }
  }

  /** Every chunk names its format: it may come without an `audio-start`, or change. */
  *#convert(data: WyomingEventOf<'audio-chunk'>['data'], payload: Uint8Array): Generator<Int16Array, void> {
    const format = formatOf(data);
    const known = this.#converter;
    if (
      known?.format.rateHz === format.rateHz &&
      known.format.widthBytes === format.widthBytes &&
      known.format.channels === format.channels
    ) {
      yield this.#count(known.pcm.push(payload));
      return;
    }
    if (known) yield this.#count(known.pcm.end());
    const formatCount = (known?.formatCount ?? 0) + 1;
    if (formatCount > maxFormats)
      throw new RequestError('REQUEST_INVALID', 'the audio changes its format again and again');
    const pcm = createConverter(format);
    this.#converter = { format, pcm, formatCount };
    yield this.#count(pcm.push(payload));
  }

  #count(samples: Int16Array): Int16Array {
    this.#sampleCount += samples.length;
    for (const sample of samples) this.#squareSum += sample * sample;
    const { maxSeconds } = this.#options;
    if (maxSeconds !== undefined && this.audioMs > maxSeconds * 1_000)
      throw new RequestError(
        'REQUEST_TOO_LARGE',
        `the utterance is longer than ${maxSeconds} seconds; that bounds the memory and time one request may take`,
      );
    return samples;
  }
}

type WireFormat = WyomingEventOf<'audio-start' | 'audio-chunk'>['data'];

const formatOf = ({ rate, width, channels }: WireFormat): PcmFormat => ({
  rateHz: rate,
  widthBytes: width,
  channels,
});
