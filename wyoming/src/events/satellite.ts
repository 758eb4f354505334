/** State of a voice satellite; here the satellite is the server and Home Assistant connects to it. */
import { defineEvent } from '../define.ts';

/** The client is ready to run pipelines. */
export const runSatellite = defineEvent('run-satellite', {});

/** The client will run no pipelines for now. */
export const pauseSatellite = defineEvent('pause-satellite', {});

export const satelliteConnected = defineEvent('satellite-connected', {});

export const satelliteDisconnected = defineEvent('satellite-disconnected', {});

export const streamingStarted = defineEvent('streaming-started', {});

export const streamingStopped = defineEvent('streaming-stopped', {});
