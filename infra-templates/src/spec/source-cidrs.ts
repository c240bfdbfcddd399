import { message } from "@greenroom/messages";
import { formatCidr, isPrivate, networkOf, parseCidr } from "./cidr-schema";
import { type EntryCheck, listSetting } from "./list-setting";

/** A network wider than this is no longer somebody's: it is a part of the internet. */
const WIDEST_SOURCE_PREFIX = 8;

const checkSource: EntryCheck = (entry, value) => {
  const cidr = parseCidr(entry);
  if (!cidr) return message("spec.cidr.form", { value });
  if (cidr.prefix < WIDEST_SOURCE_PREFIX) return message("spec.cidr.tooOpen", { value });
  const aligned = networkOf(cidr);
  if (aligned.address !== cidr.address) {
    return message("spec.cidr.unaligned", { value, suggestion: formatCidr(aligned) });
  }
  return null;
};

const checkPublicSource: EntryCheck = (entry, value) => {
  const problem = checkSource(entry, value);
  if (problem) return problem;
  const cidr = parseCidr(entry);
  return cidr && isPrivate(cidr) ? message("spec.cidr.notPublic", { value }) : null;
};

/**
 * Networks that may reach something, by name: at most `maximum`, none so wide that it is a part of the
 * internet.
 */
export const sourceCidrs = (maximum: number) => listSetting({ maximum }, checkSource);

/** The same for something that only the internet reaches: private networks never arrive there. */
export const publicSourceCidrs = (maximum: number) => listSetting({ maximum }, checkPublicSource);
