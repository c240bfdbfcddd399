import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cidrsOverlap, findOverlap, readNetwork, suggestFreeCidr } from "./cidr";

const address = (value: number) =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
const network = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 32 }))
  .map(([value, prefix]) => {
    const size = 2 ** (32 - prefix);
    return `${address(Math.floor(value / size) * size)}/${prefix}`;
  });

describe("readNetwork", () => {
  it.each(["10.0.0.0/16", "0.0.0.0/0", "255.255.255.255/32", "192.168.4.0/22"])("reads %s", (text) => {
    expect(readNetwork(text)).not.toBeNull();
  });
  it.each([
    "10.0.0.1/16",
    "256.0.0.0/8",
    "10.0.0.0/33",
    "10.0.0/16",
    "ten",
    "",
    "10.0.0.0",
    "010.0.0.0/8",
    " 10.0.0.0/16",
  ])("refuses %j", (text) => {
    expect(readNetwork(text)).toBeNull();
  });
});

describe("overlap", () => {
  it("is what comparing every address would say", () => {
    const small = fc
      .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }))
      .map(([last, prefix]) => {
        const size = 2 ** (32 - prefix);
        return {
          text: `10.0.0.${Math.floor(last / size) * size}/${prefix}`,
          first: Math.floor(last / size) * size,
          size,
        };
      });
    fc.assert(
      fc.property(small, small, (a, b) => {
        const addresses = (n: typeof a) => Array.from({ length: n.size }, (_, index) => n.first + index);
        const inB = new Set(addresses(b));
        expect(cidrsOverlap(a.text, b.text)).toBe(addresses(a).some((one) => inB.has(one)));
      }),
    );
  });
  it("is symmetric, and every network overlaps itself", () => {
    fc.assert(
      fc.property(network, network, (a, b) => {
        expect(cidrsOverlap(a, a)).toBe(true);
        expect(cidrsOverlap(a, b)).toBe(cidrsOverlap(b, a));
      }),
    );
  });
  it("names the pair", () => {
    expect(findOverlap(["10.1.0.0/16", "10.2.0.0/16"], ["10.2.128.0/20"])).toEqual({
      wanted: "10.2.0.0/16",
      taken: "10.2.128.0/20",
    });
    expect(findOverlap(["10.1.0.0/16"], ["10.2.0.0/16", "nonsense"])).toBeNull();
  });
});

describe("suggestFreeCidr", () => {
  it("never suggests what is taken", () => {
    fc.assert(
      fc.property(fc.array(network, { maxLength: 40 }), (taken) => {
        const suggested = suggestFreeCidr(taken);
        if (suggested !== null) expect(findOverlap([suggested], taken)).toBeNull();
      }),
    );
  });
  it("gives up only when every /16 is touched", () => {
    const all = Array.from({ length: 256 }, (_, second) => `10.${second}.7.0/24`);
    expect(suggestFreeCidr(all)).toBeNull();
    expect(suggestFreeCidr(all.toSpliced(41, 1))).toBe("10.41.0.0/16");
  });
});
