/**
 * Runs the module named by its argument. A CommonJS module, so that what it loads is required: of aws-cdk-lib only the parts in use
 * are then read, where an `import` of it reads each package whole (1.5 s and 60 MB more).
 */
require(process.argv[2]);
