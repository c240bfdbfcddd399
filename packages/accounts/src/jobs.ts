import { defineJob } from "@greenroom/queue";
import { z } from "zod";

const payload = z.strictObject({ testId: z.string().max(64) });

/** A queue of its own: somebody waits for the answer, and runs do not wait for it. */
export const testAccount = defineJob({ name: "accounts.test", queue: "accounts", payload });

export const ACCOUNTS_JOBS = [testAccount] as const;
