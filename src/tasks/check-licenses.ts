import { componentsOf, readSbom } from "../reuse/bill-of-materials.ts";
import { licenceProblems } from "../reuse/licences.ts";

// npm run check:licenses: whether the licence of every installed package fits EUPL-1.2; exit code 1 when one does not.
const components = componentsOf(await readSbom("."));
const problems = licenceProblems(components);

for (const problem of problems) console.error(problem);
if (problems.length === 0) {
  console.log(`The licences of ${components.length} packages fit EUPL-1.2.`);
} else {
  console.error("\nChoose another package, or add the licence with its reason to src/reuse/licences.ts.");
  process.exitCode = 1;
}
