import { type Document, type LineCounter, parseDocument } from "yaml";
import { TemplateError } from "./template-error";

/** More texts and collections than any author leaves so; each costs a reading of the whole. */
const MAX_REPAIRS = 50;

/**
 * Parses YAML as leniently as CloudFormation's reader (SnakeYAML) does where the strict grammar does not:
 * quoted texts and flow collections may go on at the indent of their key, and of a key that stands twice the
 * last one counts.
 * @param lineCounter is filled for the positions of errors
 */
export function readYaml(text: string, lineCounter: LineCounter): Document.Parsed {
  let document = parse(text, lineCounter);
  let repaired = text;
  for (let repairs = 0; repairs < MAX_REPAIRS && document.errors.length > 0; repairs++) {
    const next = indentContinuation(repaired, document);
    if (next === null) break;
    repaired = next;
    document = parse(repaired, lineCounter);
  }
  return document;
}

function parse(text: string, lineCounter: LineCounter): Document.Parsed {
  lineCounter.lineStarts.length = 0;
  try {
    return parseDocument(text, {
      version: "1.2",
      schema: "core",
      logLevel: "error",
      lineCounter,
      uniqueKeys: false,
    });
  } catch {
    throw new TemplateError("Template format error: YAML not well-formed.");
  }
}

/**
 * The text with those lines indented further at which a quoted text or a flow collection was cut off, which
 * changes neither; null when that is not what is wrong.
 */
function indentContinuation(text: string, { errors: [problem] }: Document.Parsed): string | null {
  const at = problem?.pos[0] ?? 0;
  const quote = problem?.code === "MISSING_CHAR" && /^Missing closing (["'])/.exec(problem.message)?.[1];
  const isFlow = problem?.code === "BAD_INDENT" && problem.message.startsWith("Flow");
  if (!quote && !isFlow) return null;
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const from = quote ? text.indexOf("\n", lineStart) + 1 : lineStart;
  const to = quote ? endOfQuoted(text, from, quote) : endOfLine(text, from);
  if (from === 0 && quote) return null;
  const indent = " ".repeat(2 + (/^ */.exec(text.slice(lineStart))?.[0].length ?? 0));
  return text.slice(0, from) + text.slice(from, to).replace(/^(?=[^\r\n])/gm, indent) + text.slice(to);
}

function endOfQuoted(text: string, from: number, quote: string): number {
  const rest = quote === '"' ? /^[^"\\]*(?:\\[\s\S][^"\\]*)*"/ : /^[^']*(?:''[^']*)*'/;
  return from + (rest.exec(text.slice(from))?.[0].length ?? 0);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
