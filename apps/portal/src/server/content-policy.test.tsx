import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Select, Switch } from "@greenroom/ui";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { contentPolicy, HIDDEN_INPUT_STYLE_HASH, NOTICES_STYLE_HASH } from "./content-policy";

const hashOf = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

describe("contentPolicy", () => {
  it("allows nothing inline but what carries the nonce of the answer", () => {
    const policy = contentPolicy("bm9uY2U=", false);
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
    expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U='");
  });

  it("knows the style element of the installed notices", () => {
    const entry = createRequire(path.resolve("packages/ui/package.json")).resolve("sonner");
    const source = readFileSync(entry, "utf8");
    const [, text = '""'] = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source) ?? [];
    expect(NOTICES_STYLE_HASH).toBe(hashOf(JSON.parse(text) as string));
  });

  it("knows the style attribute of the installed selects and switches", () => {
    const controls = [
      <Switch key="switch" checked aria-label="s" onCheckedChange={() => {}} />,
      <Select key="select" value={1} aria-label="s" onValueChange={() => {}} options={[]} />,
    ];
    for (const control of controls) {
      const html = renderToStaticMarkup(control);
      const styles = [...html.matchAll(/ style="([^"]*)"/g)].map(([, style = ""]) => style);
      expect(styles.length).toBeGreaterThan(0);
      expect([...new Set(styles.map(hashOf))]).toEqual([HIDDEN_INPUT_STYLE_HASH]);
    }
  });
});
