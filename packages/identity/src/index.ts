export { isPlatformEngineer, may, roleIn, type Subject, visibleTeamIds } from "./may";
export { createCallerFactory, publicProcedure, router, signedInProcedure } from "./procedures";
