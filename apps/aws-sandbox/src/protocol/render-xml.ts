/** What an action answers: undefined fields are left out, lists become `<member>` elements. */
export type Result = string | number | boolean | undefined | Result[] | { [field: string]: Result };

const NAMESPACES: Record<string, string> = {
  "2010-05-15": "http://cloudformation.amazonaws.com/doc/2010-05-15/",
  "2011-06-15": "https://sts.amazonaws.com/doc/2011-06-15/",
};

export function renderResponse(action: string, version: string, result: Result, requestId: string): string {
  const namespace = NAMESPACES[version] ?? NAMESPACES["2010-05-15"];
  const body = `<${action}Result>${render(result)}</${action}Result>`;
  const metadata = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
  return `<?xml version="1.0"?>\n<${action}Response xmlns="${namespace}">${body}${metadata}</${action}Response>`;
}

export function renderError(
  error: { code: string; message: string; httpStatus: number },
  requestId: string,
): string {
  const type = error.httpStatus >= 500 ? "Receiver" : "Sender";
  const body = render({ Type: type, Code: error.code, Message: error.message });
  return `<?xml version="1.0"?>\n<ErrorResponse><Error>${body}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
}

function render(value: Result): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.map((item) => `<member>${render(item)}</member>`).join("");
  if (typeof value === "object") {
    return Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([field, item]) => `<${field}>${render(item)}</${field}>`)
      .join("");
  }
  return escapeXml(String(value));
}

function escapeXml(value: string): string {
  return value
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\r/g, "&#xD;");
}
