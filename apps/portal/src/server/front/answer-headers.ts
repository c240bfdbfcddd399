/**
 * The headers of every answer, files and errors included (OWASP ASVS 5.0, V3.4). Pages replace the content
 * policy by their own, which names the scripts of one answer.
 * @param publicUrl the address people open; over https, browsers are told to stay there
 */
export function answerHeaders(publicUrl: string): Record<string, string> {
  return {
    "content-security-policy":
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    ...(new URL(publicUrl).protocol === "https:" && {
      "strict-transport-security": "max-age=31536000; includeSubDomains",
    }),
  };
}
