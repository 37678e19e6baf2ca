import { enableCompileCache } from "node:module";

// Loaded before a command by `node --import`, so that it starts sooner. Node keeps the compiled
// code of each file by a hash of its content. The folder may be deleted at any time.
enableCompileCache(".cache/node");
