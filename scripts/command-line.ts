/** A word of the command line is wrong; the message says what to type instead. */
export class UsageError extends Error {}

interface Outcome {
  output: string;
  warnings?: readonly string[];
  exitCode: number;
}

interface CommandLine<Command> {
  usage: string;
  /** Null asks for help. */
  readCommand: (args: readonly string[]) => Command | null;
  run: (command: Command) => Outcome | Promise<Outcome>;
  /** Whether an error's message is meant for whoever typed the command, as a UsageError's is. */
  isForUser: (error: unknown) => error is Error;
}

/**
 * Runs what was typed and prints what it says, the usage when help was asked for, and what is wrong as one
 * line.
 */
export async function runCommandLine<Command>({
  usage,
  readCommand,
  run,
  isForUser,
}: CommandLine<Command>): Promise<void> {
  try {
    const command = readCommand(process.argv.slice(2));
    if (!command) return console.log(usage);
    const { output, warnings = [], exitCode } = await run(command);
    console.log(output);
    for (const warning of warnings) console.error(warning);
    process.exitCode = exitCode;
  } catch (error) {
    if (!(error instanceof UsageError) && !isForUser(error)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
