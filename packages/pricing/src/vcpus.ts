/** Instances below "large" have two vCPUs in the T families from T3 on, one otherwise. */
const SMALL = new Set(["nano", "micro", "small", "medium"]);

/**
 * vCPUs of an instance type, from its size as AWS names them: "large" is 2, "xlarge" 4, "8xlarge" 32.
 * Undefined for sizes without a rule ("metal", "12" of an unknown scheme).
 * @param type "t3.medium", "db.r4.8xlarge"
 */
export function vcpusOf(type: string): number | undefined {
  const [family = "", size = ""] = type.replace(/^(db|cache)\./, "").split(".");
  if (SMALL.has(size)) return family === "t2" && size !== "medium" ? 1 : /^t/.test(family) ? 2 : 1;
  if (size === "large") return 2;
  const multiple = /^(\d*)xlarge$/.exec(size);
  return multiple ? 4 * Number(multiple[1] || 1) : undefined;
}
