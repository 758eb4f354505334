/** Lengths of time in milliseconds. */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** By the clock; a day on which the clocks change is an hour shorter or longer. */
export const dayMs = 24 * hourMs;
