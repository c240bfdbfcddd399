import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { processIdentity } from "./identity.mjs";
import { choosePort } from "./ports.mjs";

/** Memory to give back and threads to end keep a dying process busy. */
const SERVER = `globalThis.memory = Array.from({ length: 6 }, () => Buffer.alloc(20e6, 1));
require("node:http").createServer().listen(0, "127.0.0.1", function () { console.log(this.address().port); });`;
const SERVERS = 10;

it("law: who has no identity any more has let go of its port", async () => {
  for (let n = 0; n < SERVERS; n++) {
    const server = spawn(process.execPath, ["-e", SERVER]);
    const port = Number(String((await once(server.stdout, "data"))[0]));
    server.kill("SIGTERM");
    while (processIdentity(server.pid ?? 0)) {
      // To look without a pause is what finds it between its first and its last thread's end.
    }
    expect(await choosePort(port)).toBe(port);
  }
});
