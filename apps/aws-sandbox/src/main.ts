import { parseArgs } from "node:util";
import { startSandbox } from "./index";

const USAGE = "Usage: npm run sandbox -- [--port 4566] [--durations 0.025] [--data DIRECTORY]";
const DEFAULT_PORT = "4566";
const DEFAULT_DURATIONS = "0.025";

function fail(message: string): never {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { port: { type: "string" }, durations: { type: "string" }, data: { type: "string" } },
    });
    return values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const { port = DEFAULT_PORT, durations = DEFAULT_DURATIONS, data } = readOptions();
if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
  fail(`--port is "${port}"; give a number from 0 to 65535.`);
if (durations === "" || !(Number(durations) >= 0))
  fail(`--durations is "${durations}"; give a factor such as 0.1.`);

try {
  const options = { port: Number(port), durations: Number(durations), ...(data && { dataDir: data }) };
  const sandbox = await startSandbox(options);
  console.log(`AWS sandbox is ready: ${sandbox.url}`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
  }
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (!taken) throw error;
  fail(`Port ${port} is in use. Stop what listens there, or give another with --port.`);
}
