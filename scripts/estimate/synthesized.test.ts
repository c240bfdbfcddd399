import { readdirSync } from "node:fs";
import path from "node:path";
import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import { describe, expect, it } from "vitest";
import { writeTemplates } from "../synth/write-templates";
import { estimateInFolder } from "../testing/estimate-in-folder";

const { folder, run } = estimateInFolder();

const PRESETS = BLUEPRINTS.flatMap(({ id, presets }) => presets.map(({ key }) => [id, key] as const));

describe("npm run estimate of what npm run synth writes", () => {
  it.each(PRESETS)("%s %s: warns of nothing", (blueprint, preset) => {
    process.env.CDK_VALIDATION = "false";
    writeTemplates({
      blueprint,
      preset,
      overrides: {},
      region: "ap-northeast-2",
      name: "sample",
      account: "111122223333",
      out: folder.path,
    });
    const files = readdirSync(folder.path)
      .filter((name) => name.endsWith(".template.json"))
      .map((name) => path.join(folder.path, name));
    const { output, warnings } = run(...files, "--format", "json");
    expect(warnings).toEqual([]);
    expect(output).not.toContain('"notKnown": [');
  });
});
