const FOLDER = "apps/portal/messages";
const LOCALES = ["en", "ko"];

export default {
  name: "English and Korean say the same things",
  /** @param {import("./project.mjs").Project} project */
  run(project) {
    const files = LOCALES.map((locale) => `${FOLDER}/${locale}.json`);
    if (files.every((file) => !project.files.includes(file))) return [];
    const absent = files.filter((file) => !project.files.includes(file));
    if (absent.length) return absent.map((file) => `${file} is missing`);
    const [english, korean] = files.map((file) => flatten(JSON.parse(project.read(file))));
    return [
      ...[...english.keys()].filter((key) => !korean.has(key)).map((key) => `ko.json lacks ${key}`),
      ...[...korean.keys()].filter((key) => !english.has(key)).map((key) => `en.json lacks ${key}`),
      ...[...english].flatMap(([key, text]) => differentPlaceholders(key, text, korean.get(key))),
      ...[...english, ...korean].filter(([, text]) => text === "").map(([key]) => `${key} is empty`),
    ];
  },
};

function differentPlaceholders(key, english, korean) {
  if (korean === undefined) return [];
  const [wanted, got] = [english, korean].map((text) => [...argumentsOf(text)].sort().join(", "));
  return wanted === got ? [] : [`${key}: English uses {${wanted}}, Korean uses {${got}}`];
}

/** Names of the arguments of an ICU message, also those inside the branches of plural and select. */
function argumentsOf(text, into = new Set()) {
  for (const inner of bracedParts(text)) {
    const [, name, kind, branches] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*,?([\s\S]*))?$/.exec(inner) ?? [];
    if (name) into.add(name);
    if (["plural", "select", "selectordinal"].includes(kind)) {
      for (const branch of bracedParts(branches)) argumentsOf(branch, into);
    }
  }
  return into;
}

/** The outermost {…} parts, without their braces. */
function bracedParts(text) {
  const parts = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "{" && depth++ === 0) start = index + 1;
    else if (text[index] === "}" && --depth === 0) parts.push(text.slice(start, index));
  }
  return parts;
}

function flatten(value, prefix = "", into = new Map()) {
  for (const [key, child] of Object.entries(value)) {
    if (typeof child === "object" && child !== null) flatten(child, `${prefix}${key}.`, into);
    else into.set(prefix + key, child);
  }
  return into;
}
