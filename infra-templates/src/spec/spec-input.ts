import { z } from "zod";

/** The longest text of any form is a list of addresses, a tenth of this. */
const MAX_TEXT = 2_000;
/** Beyond any count, size or amount that a form asks for, and still exact. */
const MAX_NUMBER = 1_000_000_000_000;
/** The longest list has 50 entries, the largest group 30 settings. */
const MAX_ENTRIES = 200;
const MAX_KEY = 60;

const scalarSchema = z.union([
  z.string().max(MAX_TEXT),
  z.number().min(-MAX_NUMBER).max(MAX_NUMBER),
  z.boolean(),
  z.null(),
]);

const groupOf = (setting: z.ZodType) =>
  z
    .record(z.string().max(MAX_KEY), setting)
    .refine((group) => Object.keys(group).length <= MAX_ENTRIES, "input.tooManySettings");
const settingOf = (setting: z.ZodType) =>
  z.union([...scalarSchema.options, z.array(setting).max(MAX_ENTRIES), groupOf(setting)]);

/**
 * A spec as anybody may send it: settings in groups, four levels deep, of bounded size. What they mean is for
 * the blueprint's own schema to say (`describeSpecProblems`), which also words what is wrong with them.
 */
export const specInputSchema: z.ZodType<Record<string, unknown>, Record<string, unknown>> = groupOf(
  settingOf(settingOf(settingOf(scalarSchema))),
);
