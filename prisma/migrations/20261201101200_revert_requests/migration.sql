-- A request that the drift of an environment is undone.
ALTER TYPE "RequestKind" ADD VALUE 'REVERT' BEFORE 'DESTROY';
