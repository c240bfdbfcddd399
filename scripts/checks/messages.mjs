import { parseSync } from "vite";
import { isTest, sourceFiles } from "./project.mjs";

const CATALOG = /^packages\/messages\/src\/(en|ko)\/(pages|messages)\/[a-z-]+\.ts$/;
/**
 * Particles that depend on the last sound of the word before, in the form for both, or right behind a value.
 */
const UNSURE_PARTICLE =
  /은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)|과\(와\)|와\(과\)|\(으\)로|\(이\)/;
const PARTICLE_BEHIND_VALUE = /\{\w+\}["'”’]?(은|는|이|가|을|를|과|와|으로|로)(?![가-힣])/;
/** A particle right behind quoted Korean words, whose last sound is known. */
const PARTICLE_BEHIND_QUOTE = /([가-힣])["'”’](은|는|이|가|을|를|과|와|으로|로)(?![가-힣])/g;

export default {
  name: "every message is used, and said in English and Korean",
  /** @param {import("./project.mjs").Project} project */
  run(project) {
    const english = readCatalog(project, "en");
    const korean = readCatalog(project, "ko");
    return [
      ...[...english.keys()].filter((key) => !korean.has(key)).map((key) => `Korean lacks ${key}`),
      ...[...korean.keys()].filter((key) => !english.has(key)).map((key) => `English lacks ${key}`),
      ...[...english].flatMap(([key, text]) => differentValues(key, text, korean.get(key))),
      ...[...english, ...korean].filter(([, text]) => text.trim() === "").map(([key]) => `${key} is empty`),
      ...[...korean].flatMap(([key, text]) => particleProblems(key, text)),
      ...[...korean].filter(([key, text]) => isEnglish(text) && text === english.get(key)).map(untranslated),
      ...findUnused(project, english),
      ...findUnknown(project, english),
    ];
  },
};

/** Texts by "pages.<key>" and "messages.<key>", from literals of the catalog's files. */
function readCatalog(project, locale) {
  const texts = new Map();
  for (const file of project.files) {
    const [, of, kind] = CATALOG.exec(file) ?? [];
    if (of !== locale) continue;
    for (const node of parseSync(file, project.read(file)).program.body) {
      for (const { init } of node.declaration?.declarations ?? []) collect(init, kind, texts);
    }
  }
  return texts;
}

function collect(node, path, into) {
  if (node.expression) collect(node.expression, path, into);
  else if (node.type === "Literal") into.set(path, String(node.value));
  else if (node.type === "ObjectExpression") {
    for (const { key, value } of node.properties) collect(value, `${path}.${key.name ?? key.value}`, into);
  }
}

function particleProblems(key, text) {
  const found = UNSURE_PARTICLE.exec(text) ?? PARTICLE_BEHIND_VALUE.exec(text);
  return [
    ...(found ? [`${key}: “${found[0]}” is wrong after half of all words; put a noun between`] : []),
    ...[...text.matchAll(PARTICLE_BEHIND_QUOTE)]
      .filter(([, last, particle]) => !particlesAfter(last).includes(particle))
      .map(([said]) => `${key}: “${said}” has the particle of another last sound`),
  ];
}

/** The particles that follow a syllable: Unicode orders Hangul by its final sound, and ㄹ is the eighth. */
function particlesAfter(syllable) {
  const final = (syllable.codePointAt(0) - 0xac00) % 28;
  const open = final === 0 ? ["는", "가", "를", "와"] : ["은", "이", "을", "과"];
  return [...open, final === 0 || final === 8 ? "로" : "으로"];
}

const isEnglish = (text) => /[a-z]{3,} [a-z]{2,}/.test(text.replace(/\{[^{}]*\}/g, ""));
const untranslated = ([key]) => `${key} is not translated`;

function differentValues(key, english, korean) {
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

/** Code that may name a message: what runs, and the catalog's own helpers. */
const codeOf = (project) =>
  sourceFiles(project).filter((file) => !isTest(file) && !CATALOG.test(file) && !file.startsWith("e2e/"));

/**
 * A key counts as used where it is written out, or where a text with holes or a variable of that place may
 * become it.
 */
function findUnused(project, english) {
  const names = new Set();
  const patterns = [];
  const open = new Set();
  for (const file of codeOf(project)) {
    const text = project.read(file);
    const places = placesIn(text);
    for (const name of namesIn(text)) {
      names.add(`messages.${name}`);
      for (const { namespace } of places) names.add(`pages.${namespace}.${name}`);
    }
    for (const [, template] of text.matchAll(/`([\w.-]*(?:\$\{[^{}`]*\}[\w.-]*)+)`/g)) {
      const body = template.replace(/\$\{[^{}]*\}/g, "\u0000");
      // A group and what of it: whatever group is named here is looked up in.
      if (body === "\u0000.\u0000") {
        for (const name of namesIn(text)) open.add(`messages.${name}`);
        for (const { namespace } of places)
          patterns.push(new RegExp(`^pages\\.${namespace}\\.[\\w-]+\\.[\\w-]+$`));
      }
      if (!/^[\w.\u0000-]+$/.test(body) || !/\w{3}/.test(body)) continue;
      const pattern = body.replaceAll(".", "\\.").replaceAll("\u0000", "[\\w.-]+");
      patterns.push(new RegExp(`^messages\\.${pattern}$`));
      for (const { namespace } of places) patterns.push(new RegExp(`^pages\\.${namespace}\\.${pattern}$`));
    }
    for (const { namespace, isOpen, hasVariable } of places) {
      if (isOpen) open.add(`pages.${namespace}`);
      if (!hasVariable) continue;
      const direct = new RegExp(`^pages\\.${namespace}\\.[\\w-]+$`);
      // A variable is one of the keys here; where there are only groups, it names a key of one of them.
      if ([...english.keys()].some((key) => direct.test(key))) patterns.push(direct);
      else open.add(`pages.${namespace}`);
    }
  }
  return [...english.keys()]
    .filter((key) => !names.has(key) && !isBelow(key, open) && !patterns.some((pattern) => pattern.test(key)))
    .map((key) => `nobody says ${key}`);
}

const namesIn = (text) => [...text.matchAll(/["']([\w.-]+)["']/g)].map(([, name]) => name);

/** Everything below a namespace whose translator is called with a variable, or handed on. */
function isBelow(key, open) {
  for (let end = key.lastIndexOf("."); end > 0; end = key.lastIndexOf(".", end - 1)) {
    if (open.has(key.slice(0, end))) return true;
  }
  return false;
}

/**
 * The namespaces that a file asks for, and whether it says by other means than a literal what it wants of
 * one.
 */
function placesIn(text) {
  const taken = [...text.matchAll(/\bPAGES(?:\.\w+|\[\w+\])\.(\w+)/g)].map(([, namespace]) => ({
    namespace,
    isOpen: true,
  }));
  const asked = [...text.matchAll(/(?:(\w+) = )?(?:await )?(?:use|get)Translations\("([\w.]+)"\)/g)].map(
    ([, name, namespace]) => ({
      namespace,
      isOpen: !name || new RegExp(`[({,=]\\s*${name}\\s*[,)}]`).test(text),
      hasVariable: new RegExp(`\\b${name}(\\.(rich|has|raw|markup))?\\(\\s*[^"'\`\\s]`).test(text),
    }),
  );
  return [...taken, ...asked];
}

/** Schemas name a message by its key, which no compiler sees. */
const NAMED_BY_SCHEMA =
  /["'`]((?:spec|name|reason|lifetime|input|remedy|rule|trail)\.[a-z]\w*(?:\.\w+)*)["'`]/g;

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;

function findUnknown(project, english) {
  return codeOf(project)
    .filter((file) => /^(packages|infra-templates)\//.test(file))
    .flatMap((file) =>
      [...project.read(file).replace(COMMENT, "").matchAll(NAMED_BY_SCHEMA)]
        .filter(([, key]) => !english.has(`messages.${key}`))
        .map(([, key]) => `${file} names ${key}, which no catalog has`),
    );
}
