import { isAppError } from "@greenroom/errors";
import { runCommandLine } from "../command-line";
import { readCommand, USAGE } from "./options";
import { runEstimate } from "./run-estimate";

// Whoever reads only the first lines (`| head`) has what it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

await runCommandLine({
  usage: USAGE,
  readCommand,
  run: (command) => runEstimate(command, new Date()),
  isForUser: isAppError,
});
