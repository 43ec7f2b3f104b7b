#!/usr/bin/env node
import { runAuditCommand } from '../src/audit/command.ts';

process.exitCode = await runAuditCommand({
  args: process.argv.slice(2),
  env: process.env,
  print: (line) => console.log(line),
});
