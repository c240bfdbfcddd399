import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDecimals, isNegativeDecimal, multiplyDecimals, subtractDecimals } from "./decimals";

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 15n), fc.nat(9999))
  .map(([isNegative, whole, part]) => `${isNegative ? "-" : ""}${whole}.${String(part).padStart(4, "0")}`);

describe("decimals", () => {
  it("do not lose cents as floats do", () => {
    expect(addDecimals(["0.1", "0.2"])).toBe("0.3");
    expect(subtractDecimals("86.14", "100")).toBe("-13.86");
    expect(addDecimals([])).toBe("0");
  });

  it("come back when what was added is taken away", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(Number(subtractDecimals(subtractDecimals(addDecimals([a, b]), b), a)) === 0).toBe(true);
      }),
    );
  });

  it("multiply to the last digit", () => {
    expect(multiplyDecimals("0.1", "0.2")).toBe("0.02");
    expect(multiplyDecimals("-12.5", "1385.5")).toBe("-17318.75");
    expect(multiplyDecimals("0", "1385")).toBe("0");
  });

  it("know their sign", () => {
    expect([isNegativeDecimal("-0.01"), isNegativeDecimal("-0.00"), isNegativeDecimal("3")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
