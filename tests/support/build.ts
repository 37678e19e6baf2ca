// npm run build:tests: builds the site under test, as `npm run build` does.
import "./site-under-test.ts";

await import("../../src/tasks/build.ts");
