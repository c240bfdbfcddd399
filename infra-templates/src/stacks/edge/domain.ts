import { message } from "@greenroom/messages";
import { parse } from "tldts";
import { z } from "zod";
import { refuse } from "../../spec/refuse";
import type { SpecIssue } from "../../spec/spec-issue";

/** ACM takes 64 characters at most as a certificate's first name. */
const LONGEST_DOMAIN = 64;
/** CloudFront and ACM refuse a top-level part of one letter. */
const TOP_LABEL = /^[a-z][a-z0-9-]*[a-z0-9]$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A domain in lower case with at least two parts, such as spring-sale.your-company.com. */
export const domainSchema = z.string().superRefine((value, context) => {
  if (value.length > LONGEST_DOMAIN)
    return refuse(context, message("spec.domain.long", { value, maximum: LONGEST_DOMAIN }));
  const labels = value.split(".");
  const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label));
  if (!isDomain || !TOP_LABEL.test(labels.at(-1) ?? ""))
    refuse(context, message("spec.domain.form", { value }));
});

/**
 * Top-level names that are set apart and never delegated: RFC 2606 and 6761 (test, example, invalid,
 * localhost), RFC 6762 (local), RFC 7686 (onion), RFC 9476 (alt), ICANN's resolution 2024.07.29.06
 * (internal), and arpa, which is the internet's own.
 */
const RESERVED_TOP_NAMES = [
  "alt",
  "arpa",
  "example",
  "internal",
  "invalid",
  "local",
  "localhost",
  "onion",
  "test",
];
/** Second-level names that IANA holds for examples (RFC 2606, section 3). */
const RESERVED_DOMAINS = ["example.com", "example.net", "example.org"];

const SUFFIXES = { extractHostname: false, allowPrivateDomains: true };

/**
 * Why a domain can never be delegated to a zone of ours, so that neither its certificates nor its records
 * would ever work: it lies in a reserved name, in a top-level domain that does not exist, or is itself a
 * suffix that names are registered below (Public Suffix List, https://publicsuffix.org/list/, of registries
 * and of companies).
 * @param path the setting that asks for the domain
 */
export function delegationIssues(domain: string, path: string): SpecIssue[] {
  const within = (name: string) => domain === name || domain.endsWith(`.${name}`);
  const top = domain.slice(domain.lastIndexOf(".") + 1);
  const reserved = [...RESERVED_TOP_NAMES, ...RESERVED_DOMAINS].find(within);
  if (reserved)
    return [{ path, message: message("spec.domain.reserved", { value: domain, suffix: reserved }) }];
  const { isIcann, isPrivate, publicSuffix } = parse(domain, SUFFIXES);
  if (!isIcann && !isPrivate)
    return [{ path, message: message("spec.domain.noSuchTop", { value: domain, suffix: top }) }];
  return publicSuffix === domain
    ? [{ path, message: message("spec.domain.publicSuffix", { value: domain }) }]
    : [];
}

/** The API's own name; clients call it directly or below /api of the site. */
export const apiDomain = (domain: string) => `api.${domain}`;
/** Where CloudFront finds the load balancer: a name that the load balancer's certificate covers. */
export const originDomain = (domain: string) => `origin.${domain}`;
export const wwwDomain = (domain: string) => `www.${domain}`;
/** Both certificates cover these, so that switching options on and off replaces neither. */
export const certificateDomains = (domain: string) => [domain, `*.${domain}`];

/** The names that the distribution answers to, and passes on to the load balancer. */
export function siteNames(edge: { domain: string; viewerFunction: string; alb: boolean }): string[] {
  return [
    edge.domain,
    ...(edge.viewerFunction === "redirect" ? [wwwDomain(edge.domain)] : []),
    ...(edge.alb ? [apiDomain(edge.domain)] : []),
  ];
}

const namesOf = (domain: string) => [
  domain,
  ...[apiDomain, originDomain, wwwDomain].map((name) => name(domain)),
];

/**
 * Domains that nobody else may have beside this one, itself among them: those with a name that this one
 * answers at too, now or with another option on. CloudFront gives a name to one distribution of the world,
 * and a zone of such a name would take it from the other's.
 */
export function conflictingDomains(domain: string): string[] {
  const above = domain.slice(domain.indexOf(".") + 1);
  return namesOf(above).includes(domain) ? [...namesOf(domain), above] : namesOf(domain);
}
