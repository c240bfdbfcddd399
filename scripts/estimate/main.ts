import { isAppError } from "@greenroom/errors";
import { readCommand, USAGE, UsageError } from "./options";
import { runEstimate } from "./run-estimate";

// Whoever reads only the first lines (`| head`) has what it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

try {
  const command = readCommand(process.argv.slice(2));
  if (command) {
    const { output, warnings, exitCode } = runEstimate(command, new Date());
    console.log(output);
    for (const warning of warnings) console.error(warning);
    process.exitCode = exitCode;
  } else {
    console.log(USAGE);
  }
} catch (error) {
  if (!(error instanceof UsageError) && !isAppError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
