import { z } from "zod";

/** The parts of STS's answers that are relied on. */
export const assumedReply = z.object({
  Credentials: z.object({
    AccessKeyId: z.string(),
    SecretAccessKey: z.string(),
    SessionToken: z.string(),
    Expiration: z.date(),
  }),
});
export const identityReply = z.object({ Account: z.string(), Arn: z.string() });
