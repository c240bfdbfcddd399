/**
 * The style element that sonner (notices) puts into the page from its script. A test holds it to the
 * installed version.
 */
export const NOTICES_STYLE_HASH = "sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=";

/** It puts that element there empty first, and fills it then. */
const EMPTY_STYLE_HASH = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

/**
 * The style attribute by which Base UI hides the inputs of its selects and switches. A test holds it to the
 * installed version.
 */
export const HIDDEN_INPUT_STYLE_HASH = "sha256-5F9GrKBhqyaNOeYUtJnXqF6zx18El+yIK5QJdjPDOus=";

/**
 * The content policy of a page: scripts and styles are files of ours or carry the answer's nonce. Scripts may
 * set styles of an element one by one; other style attributes in HTML, and style elements of a stranger, do
 * nothing.
 * @param nonce of this answer
 */
export function contentPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // A development server sends its styles as elements, without a nonce.
    isDevelopment
      ? "style-src 'self' 'unsafe-inline'"
      : `style-src 'self' 'nonce-${nonce}' '${NOTICES_STYLE_HASH}' '${EMPTY_STYLE_HASH}'`,
    // The hash allows that one attribute, as it is, and no other.
    `style-src-attr 'unsafe-hashes' '${HIDDEN_INPUT_STYLE_HASH}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
