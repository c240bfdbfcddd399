import { createResolver, readModule, sourceFiles } from "./project.mjs";

export default {
  name: "no import cycles",
  /** @param {import("./project.mjs").Project} project */
  run(project) {
    const resolve = createResolver(project);
    const graph = new Map(
      sourceFiles(project).map((file) => [
        file,
        // A type disappears at run time and may point back.
        readModule(project, file)
          .imports.filter((entry) => !entry.isType)
          .map(({ request }) => resolve(file, request))
          .filter(Boolean),
      ]),
    );
    return findCycles(graph).map((cycle) => `${cycle.join(" → ")} → ${cycle[0]}`);
  },
};

/** Depth first; every cycle is reported once, from its first file in the alphabet. */
function findCycles(graph) {
  const state = new Map();
  const path = [];
  const found = new Map();
  const visit = (file) => {
    state.set(file, "open");
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === "open") {
        const cycle = path.slice(path.indexOf(next));
        const first = cycle.indexOf([...cycle].sort()[0]);
        const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
        found.set(turned.join(), turned);
      } else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(file, "done");
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file);
  return [...found.values()];
}
