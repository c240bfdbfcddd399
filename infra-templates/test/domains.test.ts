import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLUEPRINTS, type BlueprintModel, describeSpecProblems } from "../src/catalog";

type Spec = Record<string, Record<string, unknown>>;

/** Every field of every blueprint that asks for a domain. */
const ASKED = BLUEPRINTS.flatMap((model) =>
  model.sections
    .flatMap(({ fields }) => fields)
    .filter(({ path }) => /domain/i.test(path))
    .map(({ path }) => [`${model.id} ${path}`, { model, path }] as const),
);

function problemsOf(
  model: BlueprintModel,
  path: string,
  domain: string,
  today: string | null = "2026-11-30",
) {
  const preset = model.presets.find(({ key }) => key === "prod");
  const spec = structuredClone(preset?.spec) as Spec;
  const [section = "", field = ""] = path.split(".");
  spec[section]![field] = domain;
  return describeSpecProblems(model, spec, { region: "ap-northeast-2", stage: "prod", today })
    .filter((problem) => problem.field === path)
    .map(({ message }) => message.key);
}

const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,8}[a-z0-9])?$/);
const below = (names: readonly string[]) =>
  fc
    .tuple(fc.array(label, { minLength: 1, maxLength: 3 }), fc.constantFrom(...names))
    .map(([labels, name]) => [...labels, name].join("."));

it("is asked for somewhere", () => expect(ASKED.length).toBeGreaterThanOrEqual(2));

describe.each(ASKED)("the domain of %s", (_, { model, path }) => {
  it("is refused below every name that is never delegated (RFC 2606, 6761, 6762, 7686, 8375, 9476)", () => {
    const reserved = below([
      ...[
        "test",
        "example",
        "invalid",
        "localhost",
        "local",
        "onion",
        "alt",
        "internal",
        "home.arpa",
        "arpa",
      ],
      ...["example.com", "example.net", "example.org"],
    ]);
    fc.assert(
      fc.property(reserved, (domain) => {
        expect(problemsOf(model, path, domain), domain).toEqual(["spec.domain.reserved"]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    "tickets.acm",
    "tickets.corp",
    "tickets.lan",
    "tickets.home",
    "shop.tickets",
    "tickets.nosuchtop",
  ])("is refused as %s, below a top-level domain that does not exist", (domain) => {
    const isReal = domain === "shop.tickets";
    expect(problemsOf(model, path, domain)).toEqual(isReal ? [] : ["spec.domain.noSuchTop"]);
  });

  it.each(["co.kr", "or.kr", "co.uk", "com.au", "seoul.kr", "co.jp", "github.io"])(
    "is refused as %s, which domains are registered below",
    (domain) => expect(problemsOf(model, path, domain)).toEqual(["spec.domain.publicSuffix"]),
  );

  it.each([
    "localhost",
    "tickets",
    "kr",
    "Tickets.com",
    "tickets..com",
    "-a.com",
    "a_b.com",
    `${"a".repeat(62)}.kr`,
  ])("is refused as %s, which is no name for a certificate", (domain) =>
    expect(problemsOf(model, path, domain)[0]).toMatch(/^spec\.domain\.(form|long)$/),
  );

  it.each(["tickets.kr", "sale.box-office.co.kr", "tickets.xn--3e0b707e", "a.b.c.tickets.dev"])(
    "may be %s",
    (domain) => expect(problemsOf(model, path, domain)).toEqual([]),
  );

  it("stays readable where it was asked for before this was checked", () => {
    expect(problemsOf(model, path, "tickets.example", null)).toEqual([]);
  });
});
