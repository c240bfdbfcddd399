import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

type Part =
  | "home"
  | "catalog"
  | "requests"
  | "environments"
  | "runs"
  | "drift"
  | "costs"
  | "audit"
  | "accounts";

/** The title of a page's tab: the part of the portal it belongs to, in the reader's language. */
export function titledAs(part: Part): () => Promise<Metadata> {
  return async () => ({ title: (await getTranslations("nav"))(part) });
}
