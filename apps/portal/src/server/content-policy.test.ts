import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { contentPolicy, NOTICES_STYLE_HASH } from "./content-policy";

describe("contentPolicy", () => {
  it("allows nothing inline but what carries the nonce of the answer", () => {
    const policy = contentPolicy("bm9uY2U=", false);
    expect(policy).not.toContain("unsafe-");
    expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
    expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U='");
  });

  it("knows the style element of the installed notices", () => {
    const entry = createRequire(path.resolve("packages/ui/package.json")).resolve("sonner");
    const source = readFileSync(entry, "utf8");
    const [, text = '""'] = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source) ?? [];
    const hash = createHash("sha256")
      .update(JSON.parse(text) as string)
      .digest("base64");
    expect(NOTICES_STYLE_HASH).toBe(`sha256-${hash}`);
  });
});
