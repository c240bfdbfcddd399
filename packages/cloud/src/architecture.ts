// An entry of its own: the portal draws what is deployed, and must not load the adapters and the diff with it.
export { architectureOf, type StackSource } from "@greenroom/template";
