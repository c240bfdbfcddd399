import { refusals } from "../errors";
import { randomUpper } from "../resources/random-id";
import type { Place } from "../state/store";
import { assumedRoleArn, readRoleArn, readSessionToken, userArn } from "./session-token";

const DEFAULT_ACCOUNT = "000000000000";
const DEFAULT_REGION = "us-east-1";

/**
 * Account and region of a request, from the SigV4 credential scope. Signatures are not checked: the sandbox
 * listens on loopback only. An access key id that is, or holds after `ASIA`, twelve digits names the account.
 */
export function placeOf(authorization: string | undefined): Place {
  const [, accessKeyId = "", region = DEFAULT_REGION] =
    /Credential=([^/,\s]+)\/\d{8}\/([a-z0-9-]+)\//.exec(authorization ?? "") ?? [];
  const account = /^(?:A[KS]IA)?(\d{12})/.exec(accessKeyId)?.[1];
  return { accountId: account ?? DEFAULT_ACCOUNT, region };
}

/**
 * Whether a request carries a SigV4 signature, which no form of a web page can. Whose it is, is not checked.
 */
export const isSigned = (authorization: string | undefined): boolean =>
  authorization?.startsWith("AWS4-HMAC-SHA256 ") ?? false;

/** Who calls, from where: the account and region of the key, or of the session that the token tells of. */
export interface Caller extends Place {
  callerArn: string;
}

/**
 * @throws ExpiredToken for a session that is over, InvalidClientTokenId when key and token are of different
 * accounts
 */
export function callerOf(authorization: string | undefined, sessionToken: string | undefined): Caller {
  const place = placeOf(authorization);
  const session = sessionToken === undefined ? null : readSessionToken(sessionToken);
  if (!session) return { ...place, callerArn: userArn(place.accountId, place.region) };
  if (readRoleArn(session.roleArn)?.accountId !== place.accountId) throw refusals.invalidToken();
  if (session.until <= Date.now()) throw refusals.expiredToken();
  return { ...place, callerArn: assumedRoleArn(session) };
}

/** A new access key id whose holder acts in this account. */
export function accessKeyIdFor(accountId: string): string {
  return `ASIA${accountId}${randomUpper(4)}`;
}
