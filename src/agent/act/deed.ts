/** What changes something without being a wish for a device: it has to be asked for by the speaker all the same. */

export type Deed =
  | { readonly do: 'start_timer' | 'change_timer' | 'announce' | 'remember' | 'forget' }
  /** A tool of another program that may change something there: its name as that program calls it. */
  | { readonly do: 'outside'; readonly tool: string; readonly server: string };
