#!/usr/bin/env node
import { runCommand } from '../src/command.ts';

process.exitCode = await runCommand({
  args: process.argv.slice(2),
  env: process.env,
  clock: () => new Date(),
  print: (line) => console.log(line),
});
