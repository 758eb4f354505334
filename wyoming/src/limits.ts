/** Bounds of everything a peer can make us keep, each beside its reason. */

export type FrameLimits = {
  /**
   * Longest header line, its line end included. 64 KiB is the line limit of the reference's asyncio reader, so
   * no longer header can be in use.
   */
  readonly headerBytes: number;
  /**
   * Longest data block. The largest one in use is the `info` of a server with every Piper voice, some hundred
   * KiB; the reference itself has no limit.
   */
  readonly dataBytes: number;
  /**
   * Longest payload. Peers send 10 to 100 ms of audio per event; 4 MiB is 22 s of 48 kHz 16-bit stereo, room for
   * a client that sends a whole utterance at once.
   */
  readonly payloadBytes: number;
};

export type ConnectionLimits = FrameLimits & {
  /**
   * Sends that may wait for a slow peer at the same time. A turn sends from one or two tasks that await each
   * send; more waiting ones mean that nobody awaits.
   */
  readonly waitingSends: number;
  /**
   * How long a graceful close waits for a peer to take what was sent. A satellite plays slower than we make
   * audio, and the system's buffers hold some seconds of it.
   */
  readonly flushMs: number;
  /**
   * How long a graceful close waits for the peer to end its side while what it still sends is thrown away.
   * Closing at once would reset the connection and could take the last events with it; 2 s is many round trips.
   */
  readonly lingerMs: number;
};

export type ServerLimits = ConnectionLimits & {
  /**
   * Connections served at once. Below the common soft limit of 1,024 open files; a home has tens (one per
   * request, satellite and poll).
   */
  readonly connections: number;
  /** How long `close()` lets running handlers finish: a spoken answer being sent, at most. */
  readonly graceMs: number;
};

export const defaultLimits: ServerLimits = {
  headerBytes: 64 * 1024,
  dataBytes: 1024 * 1024,
  payloadBytes: 4 * 1024 * 1024,
  waitingSends: 64,
  flushMs: 30_000,
  lingerMs: 2_000,
  connections: 1_000,
  graceMs: 5_000,
};
