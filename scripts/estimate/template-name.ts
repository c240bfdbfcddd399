import path from "node:path";

/** "network.template.yaml" → "network". */
export function stemOf(file: string): string {
  return path.basename(file).replace(/(\.template)?\.(json|ya?ml|template)$/, "");
}
