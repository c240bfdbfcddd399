import fc from "fast-check";
import { seed } from "./share";

/** Set-up of each test file: properties draw from one seed, so that what failed can be repeated. */
fc.configureGlobal({ seed });
