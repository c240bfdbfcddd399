import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { whole } from "../../spec/setting-types";
import { sourceCidrs } from "../../spec/source-cidrs";

export const BASTION_TYPES = ["t4g.micro", "t4g.small", "t4g.medium"] as const;
/** A security group takes 60 rules of each direction; this leaves room for others. */
const MOST_SSH_CIDRS = 20;

export const bastionSettings = z.strictObject({
  enabled: z.boolean(),
  instanceType: z.enum(BASTION_TYPES),
  /** Empty: nobody reaches it from outside but through Session Manager. */
  sshCidrs: sourceCidrs(MOST_SSH_CIDRS),
  /** The image itself takes 8 GB. */
  diskGb: whole(8, 200),
});
export type BastionSettings = z.infer<typeof bastionSettings>;

/** On wherever there is a cluster: its API has no public address, so that nobody else would reach it. */
export const BASTION_SIZES: Record<Size, BastionSettings> = {
  dev: { enabled: true, instanceType: "t4g.micro", sshCidrs: [], diskGb: 10 },
  staging: { enabled: true, instanceType: "t4g.micro", sshCidrs: [], diskGb: 10 },
  loadtest: { enabled: true, instanceType: "t4g.micro", sshCidrs: [], diskGb: 10 },
  prod: { enabled: true, instanceType: "t4g.small", sshCidrs: [], diskGb: 20 },
};
