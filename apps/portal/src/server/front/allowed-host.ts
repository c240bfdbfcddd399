import { isLoopbackHost } from "@greenroom/config";

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i;

/**
 * Whether the portal answers under this name: the one of its public address and, where that is a loopback
 * address, every loopback name. Under any other name a page of another site could reach it (DNS rebinding).
 * @param host a Host header, with or without a port
 * @param publicUrl the address people open (NEXTAUTH_URL)
 */
export function isAllowedHost(host: string, publicUrl: string): boolean {
  const own = new URL(publicUrl);
  const address = `${own.protocol}//${host}`;
  if (!HOST.test(host) || !URL.canParse(address)) return false;
  const asked = new URL(address);
  if (asked.host === own.host) return true;
  return isLoopbackHost(own.hostname) && isLoopbackHost(asked.hostname);
}
