/** What changes something without being a wish for a device: it has to be asked for by the speaker all the same. */

export type Deed =
  /** `seconds`: the length, or how much is added; null where it is about none. */
  | { readonly do: 'start_timer' | 'change_timer'; readonly seconds: number | null }
  /** Cancelled or paused, one or all. */
  | { readonly do: 'stop_timer' }
  /** `text`: what is told, kept, or forgotten about. */
  | { readonly do: 'announce' | 'remember' | 'forget'; readonly text: string }
  /** A tool of another program that may change something there: its name as that program calls it. */
  | {
      readonly do: 'outside';
      readonly tool: string;
      readonly server: string;
      /** All texts that it is given. */
      readonly texts: readonly string[];
      /** Those of them that name whom it is for. */
      readonly whom: readonly string[];
    };
