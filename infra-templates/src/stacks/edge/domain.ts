import { z } from "zod";

/** ACM takes 64 characters at most as a certificate's first name. */
const LONGEST_DOMAIN = 64;
/** CloudFront and ACM refuse a top-level part of one letter. */
const TOP_LABEL = /^[a-z][a-z0-9-]*[a-z0-9]$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A domain in lower case with at least two parts, such as spring-sale.tickets.example. Problems are keys of SPEC_MESSAGES. */
export const domainSchema = z.string().superRefine((value, context) => {
  const refuse = (message: string, params: Record<string, string | number> = {}) =>
    context.addIssue({ code: "custom", message, params: { value, ...params } });
  if (value.length > LONGEST_DOMAIN) return refuse("spec.domain.long", { maximum: LONGEST_DOMAIN });
  const labels = value.split(".");
  const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label));
  if (!isDomain || !TOP_LABEL.test(labels.at(-1) ?? "")) refuse("spec.domain.form");
});

/** The API's own name; clients call it directly or below /api of the site. */
export const apiDomain = (domain: string) => `api.${domain}`;
/** Where CloudFront finds the load balancer: a name that the load balancer's certificate covers. */
export const originDomain = (domain: string) => `origin.${domain}`;
export const wwwDomain = (domain: string) => `www.${domain}`;
/** Both certificates cover these, so that switching options on and off replaces neither. */
export const certificateDomains = (domain: string) => [domain, `*.${domain}`];

const namesOf = (domain: string) => [
  domain,
  ...[apiDomain, originDomain, wwwDomain].map((name) => name(domain)),
];

/**
 * Domains that nobody else may have beside this one, itself among them: those with a name that this one answers at too, now or with
 * another option on. CloudFront gives a name to one distribution of the world, and a zone of such a name would take it from the other's.
 */
export function rivalDomains(domain: string): string[] {
  const above = domain.slice(domain.indexOf(".") + 1);
  return namesOf(above).includes(domain) ? [...namesOf(domain), above] : namesOf(domain);
}
