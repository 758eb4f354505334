/** What a store keeps under an id, with the time it was last written, ms since the epoch. */
export type Kept<T> = { readonly id: string; readonly value: T; readonly atMs: number };
