/** A satellite's request to run part of a voice pipeline. */
import * as z from 'zod';
import { defineEvent } from '../define.ts';
import { list, optional, withDefault } from '../fields.ts';

/** The stages in the order they run. */
const stages = ['wake', 'asr', 'intent', 'handle', 'tts'] as const;
const stage = z.enum(stages);

export const runPipeline = defineEvent(
  'run-pipeline',
  {
    start_stage: stage,
    end_stage: stage,
    /** Run again from the start after the end. */
    restart_on_end: withDefault(z.boolean(), false),
    /** The wake word the satellite heard by itself. */
    wake_word_name: optional(z.string()),
    /** Wake words to listen for when starting at `wake`. */
    wake_word_names: optional(list(z.string())),
    /** Text to speak when starting at `tts`. */
    announce_text: optional(z.string()),
  },
  {
    check: ({ start_stage, end_stage }) => stages.indexOf(start_stage) <= stages.indexOf(end_stage),
    message: 'end_stage comes before start_stage',
  },
);
