export interface StackOptions {
  /** Data folder; GREENROOM_DATA or `.greenroom` when absent. */
  data?: string;
  /** The portal's; 0 takes any free one; absent PORT or the first free one from 4310. */
  port?: number | string;
  /** Scales how long the sandbox's resources take; 0 is at once. */
  durations?: number | string;
  /** Settings; process.env when absent. */
  env?: Record<string, string | undefined>;
}

export interface Stack {
  /** The portal. */
  url: string;
  /** Undefined unless AWS_MODE is sandbox. */
  sandboxUrl: string | undefined;
  /** As the portal and the worker sign in to it. */
  databaseUrl: string;
  /** As the role that owns its tables. */
  ownerUrl: string;
  workerUrl: string;
  /** Changes with a restart. */
  readonly workerPid: number;
  /** Stops the worker gracefully and starts another, which is ready when this resolves. */
  restartWorker(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts every part of Greenroom and resolves when each answers. The checkout must be installed and built. */
export function startStack(options?: StackOptions): Promise<Stack>;
