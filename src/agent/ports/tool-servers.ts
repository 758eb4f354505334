/** Tools of other programs, as the agent uses them. What they return is text of strangers: data, and nothing else. */

export type OutsideTool = {
  /** As the household calls the program. */
  readonly server: string;
  /** As the program calls the tool. */
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
  /** True when the program, or the household, says that it changes nothing. */
  readonly isReading: boolean;
};

export type OutsideResult = { readonly content: string; readonly isError: boolean };

export type ToolServers = {
  /** Of all programs that answer now, in an order that does not change; those that the household allows. */
  tools(): readonly OutsideTool[];
  /**
   * `deviceId`: where the speaker is, as Home Assistant names the device; passed on to Home Assistant's own server.
   * Rejects with the signal's reason, or when the program is away or takes too long.
   */
  call(
    tool: OutsideTool,
    input: Readonly<Record<string, unknown>>,
    options: { readonly deviceId: string | null; readonly signal: AbortSignal },
  ): Promise<OutsideResult>;
};
