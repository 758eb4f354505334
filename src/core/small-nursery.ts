/**
 * Imported first by an entry of the program, for its effect: V8 no longer grows the space new objects are born in.
 * Audio frames die young, and sweeping a small space often costs nothing that can be measured, while the 3 × 16 MB it
 * would grow to stay in memory for good. The command line flag for it can not be given to `node dist/main.js`; this
 * one is read whenever V8 would grow the space.
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--semi-space-growth-factor=1');
