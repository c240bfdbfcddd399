import { isMessageKey, type Message, message, verbatim } from "@greenroom/messages";

/*
 * A component's name is an id that Infracost, usage files and rows know it by: `[place: ]charge[ (kind,
 * kind)]`, such as "Root volume: Storage (general purpose SSD, gp3)". Each part has its text in the catalog,
 * so nothing of it is made while estimating.
 */

/**
 * What a name says. Parts that the catalog does not know, such as an instance type or what AWS's bill calls
 * it, stay as they are.
 */
export function componentMessage(name: string): Message {
  const [place, ...rest] = name.split(": ");
  if (place === undefined || rest.length === 0) return chargeMessage(name);
  const charge = rest.join(": ");
  if (place === NOT_PRICED) return message("pricing.name.notPriced", { property: charge });
  return message("pricing.name.labelled", { label: chargeMessage(place), name: chargeMessage(charge) });
}

/** The place of the component that names a property whose charge is not priced. */
export const NOT_PRICED = "Not priced";

function chargeMessage(charge: string): Message {
  const known = catalogText("component", charge);
  if (known) return known;
  const volume = /^Volume (\d+)$/.exec(charge)?.[1];
  if (volume) return message("pricing.name.volume", { number: volume });
  const at = charge.lastIndexOf(" (");
  const base = at > 0 && charge.endsWith(")") ? catalogText("component", charge.slice(0, at)) : null;
  if (!base) return verbatim(charge);
  const kinds = charge.slice(at + 2, -1).split(", ");
  return message("pricing.name.qualified", { name: base, qualifier: kindsMessage(kinds) });
}

function kindsMessage([kind = "", ...others]: readonly string[]): Message {
  const first = kindMessage(kind);
  if (others.length === 0) return first;
  return message("pricing.qualifier.list", { first, rest: kindsMessage(others) });
}

/** A tier ("next 40TB"), a period ("within 30 days"), or a word of the catalog ("on-demand"). */
function kindMessage(kind: string): Message {
  const known = catalogText("componentKind", kind);
  if (known) return known;
  const [word = "", ...rest] = kind.split(" ");
  const bound = rest.join(" ");
  switch (word) {
    case "first":
      return message("pricing.qualifier.first", { bound });
    case "next":
      return message("pricing.qualifier.next", { bound });
    case "over":
      return message("pricing.qualifier.over", { bound });
    case "above":
      return message("pricing.qualifier.above", { bound });
    case "within":
      return message("pricing.qualifier.within", { days: bound.replace(/ days$/, "") });
    case "year":
      return message("pricing.qualifier.year", { number: bound });
    default:
      return verbatim(kind);
  }
}

/** What a unit says ("1M requests"). Units that are symbols ("GB", "WCU") read the same in both languages. */
export function unitMessage(unit: string): Message {
  return catalogText("componentUnit", unit) ?? verbatim(unit);
}

function catalogText(group: "component" | "componentKind" | "componentUnit", id: string): Message | null {
  const key = `${group}.${id}`;
  return isMessageKey(key) ? { key } : null;
}
