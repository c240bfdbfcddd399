import { z } from "zod";

/** More people than this are reached through a mailing list. */
const MOST = 10;

/** E-mail addresses, each once. What is wrong with any of them is told of the list as a whole: it is one field of the form. */
export const emailList = z.array(z.string()).superRefine((emails, context) => {
  const refuse = (message: string, params: Record<string, string | number>) =>
    context.addIssue({ code: "custom", message, params });
  const wrong = emails.find((email) => !z.email().safeParse(email).success);
  if (wrong !== undefined) return refuse("spec.email.form", { value: wrong });
  const ids = emails.map(emailId);
  const twice = emails.find((_, index) => ids.indexOf(ids[index] ?? "") !== index);
  if (twice !== undefined) return refuse("spec.email.twice", { value: twice });
  if (emails.length > MOST) refuse("spec.email.many", { value: emails.length, maximum: MOST });
});

const SIGNS: Record<string, string> = { "@": "At", ".": "Dot", "-": "Dash", _: "Under", "+": "Plus" };

/** "rina.choi@example.com" → "RinaDotchoiAtexampleDotcom": a logical id's part that stays when other addresses come and go. */
export function emailId(email: string): string {
  const id = email.toLowerCase().replace(/[^a-z0-9]/g, (sign) => SIGNS[sign] ?? `X${sign.charCodeAt(0)}`);
  return id.charAt(0).toUpperCase() + id.slice(1);
}
