import { message } from "@greenroom/messages";
import { z } from "zod";
import { listSetting } from "./list-setting";

/** E-mail addresses in small letters; more people than ten are reached through a mailing list. */
export const emailList = listSetting({ maximum: 10 }, (entry, value) =>
  z.email().safeParse(entry).success && entry === entry.toLowerCase()
    ? null
    : message("spec.email", { value }),
);

const SIGNS: Record<string, string> = { "@": "At", ".": "Dot", "-": "Dash", _: "Under", "+": "Plus" };

/**
 * "rina.choi@example.com" → "RinaDotchoiAtexampleDotcom": a logical id's part that stays when other addresses
 * come and go.
 */
export function emailId(email: string): string {
  const id = email.replace(/[^a-z0-9]/g, (sign) => SIGNS[sign] ?? `X${sign.charCodeAt(0)}`);
  return id.charAt(0).toUpperCase() + id.slice(1);
}
