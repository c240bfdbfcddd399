/** A sign-in form posts a token, a subject and an address: far less than this. */
const MAX_BODY_LENGTH = 16_384;
const MAX_LENGTH = 2_048;
const WORD = /^[\w-]{1,64}$/;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * Whether next-auth can read what was sent to it. It answers 500 to an address that it cannot parse, to an
 * error that is no word and to a body that is not what its content type says, and logs the text as it came.
 * @param segments of the path behind /api/auth
 * @param request read from a clone, so that its body is there for next-auth
 */
export async function isAuthInput(segments: string[], request: Request): Promise<boolean> {
  if (segments.length > 2 || !segments.every((segment) => WORD.test(segment))) return false;
  const query = new URL(request.url).searchParams;
  const cookies = (request.headers.get("cookie") ?? "").split(";").flatMap((pair) => {
    const [name = "", value = ""] = pair.trim().split("=", 2);
    return name.endsWith("callback-url") ? [decode(value)] : [];
  });
  const body = await readBody(request);
  if (!body) return false;
  const addresses = [query.getAll("callbackUrl"), body.getAll("callbackUrl"), cookies].flat();
  return addresses.every(isAddress) && query.getAll("error").every((error) => WORD.test(error));
}

/** A path of ours or a web address; where it leads is decided by the redirect itself. */
const isAddress = (value: string): boolean =>
  value.length <= MAX_LENGTH &&
  !CONTROL.test(value) &&
  (value.startsWith("/") || /^https?:\/\/[^/]/.test(value)) &&
  URL.canParse(value, "http://portal.invalid");

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "\u0000";
  }
}

/** The fields of a form or of a flat JSON object of texts; undefined for anything else. */
async function readBody(request: Request): Promise<URLSearchParams | undefined> {
  if (request.method !== "POST") return new URLSearchParams();
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_LENGTH) return undefined;
  const text = await request.clone().text();
  if (text.length > MAX_BODY_LENGTH) return undefined;
  if (!request.headers.get("content-type")?.includes("application/json")) return new URLSearchParams(text);
  try {
    const fields: unknown = JSON.parse(text);
    if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return undefined;
    const pairs = Object.entries(fields);
    return pairs.every(([, value]) => typeof value === "string") ? new URLSearchParams(pairs) : undefined;
  } catch {
    return undefined;
  }
}
