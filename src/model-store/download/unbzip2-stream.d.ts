/** The package has no types of its own; only what is used of it. */
declare module 'unbzip2-stream' {
  /** A stream of the time before `node:stream`: bzip2 in, its content out, an `error` event for damaged input. */
  export default function unbzip2Stream(): NodeJS.ReadWriteStream;
}
