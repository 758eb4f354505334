/** What the demo home's facts look like. */
export type DemoFloor = {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly aliases?: readonly string[];
};

export type DemoArea = {
  readonly id: string;
  readonly name: string;
  readonly floor: string | null;
  readonly aliases?: readonly string[];
};

export type DemoLabel = { readonly id: string; readonly name: string };

/** One call of a scene or a script. */
export type DemoCall = {
  readonly service: string;
  readonly entityIds: readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
};

/** An event of a calendar, counted from today. */
export type DemoEvent = {
  readonly summary: string;
  readonly inDays: number;
  /** Absent: the whole day. */
  readonly hour?: number;
  readonly lengthHours?: number;
  readonly description?: string;
  readonly location?: string;
};

export type DemoEntity = {
  readonly id: string;
  readonly name: string;
  readonly area: string | null;
  readonly state: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly aliases?: readonly string[];
  /** Ids of the house's labels. */
  readonly labels?: readonly string[];
  /** It has no unique id: the registry does not know it. */
  readonly unregistered?: boolean;
  /** Not exposed to voice: there to prove that it stays invisible. */
  readonly hidden?: boolean;
  /**
   * A misfit: its integration raises an error; it never answers a command; it answers seconds late; it starts to
   * move and comes to rest half-way.
   */
  readonly fault?: 'refuses' | 'silent' | 'slow' | 'stops';
  /** What a scene or a script calls. */
  readonly calls?: readonly DemoCall[];
  /** Open items of a list. */
  readonly items?: readonly string[];
  /** Of a calendar. */
  readonly events?: readonly DemoEvent[];
  /** What a script takes. */
  readonly fields?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

export type DemoHouse = {
  readonly floors: readonly DemoFloor[];
  readonly areas: readonly DemoArea[];
  readonly labels?: readonly DemoLabel[];
  readonly entities: readonly DemoEntity[];
};
