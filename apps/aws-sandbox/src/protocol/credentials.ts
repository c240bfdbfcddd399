import type { Place } from "../state/store";

const DEFAULT_ACCOUNT = "000000000000";
const DEFAULT_REGION = "us-east-1";

/**
 * Account and region of a request, from the SigV4 credential scope. Signatures are not checked: the sandbox listens
 * on loopback only. An access key id that is, or holds after `ASIA`, twelve digits names the account.
 */
export function placeOf(authorization: string | undefined): Place {
  const [, accessKeyId = "", region = DEFAULT_REGION] =
    /Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\//.exec(authorization ?? "") ?? [];
  const account = /^(?:A[KS]IA)?(\d{12})/.exec(accessKeyId)?.[1];
  return { accountId: account ?? DEFAULT_ACCOUNT, region };
}

/** Whether a request carries a SigV4 signature, which no form of a web page can. Whose it is, is not checked. */
export const isSigned = (authorization: string | undefined): boolean =>
  authorization?.startsWith("AWS4-HMAC-SHA256 ") ?? false;

/** An access key id whose holder acts in this account. */
export function accessKeyIdFor(accountId: string): string {
  return `ASIA${accountId}SBOX`;
}
