type Entry = Readonly<Record<string, unknown>>;

/** Properties that name an element of a list, the surest first. AWS returns such lists in any order. */
const IDENTITIES = [
  "Id",
  "Key",
  "IndexName",
  "PolicyName",
  "AttributeName",
  "Region",
  "DeviceName",
  "Device",
  "DeviceIndex",
  "ParameterName",
  "ContainerName",
  "Sid",
  "Name",
  "LogType",
  "AvailabilityZone",
  "ResourceType",
] as const;

export const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The property that tells the elements of both lists apart, if there is one. */
export function findIdentity(...lists: readonly (readonly unknown[])[]): string | undefined {
  return IDENTITIES.find((name) => lists.every((list) => isToldApartBy(list, name)));
}

function isToldApartBy(list: readonly unknown[], name: string): boolean {
  const names = list.map((entry) => (isEntry(entry) ? entry[name] : undefined));
  return (
    names.every((value) => typeof value === "string" || typeof value === "number") &&
    new Set(names.map(String)).size === names.length
  );
}
