import { readSbom } from "../reuse/bill-of-materials.ts";

// npm run --silent sbom > sbom.cdx.json: the bill of materials of what is installed, in CycloneDX.
console.log(JSON.stringify(await readSbom("."), undefined, 2));
