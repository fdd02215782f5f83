// npm run check: everything that can be said about the code without running it.
import { runChecks } from './checks.mjs';
import { Processes } from './processes.mjs';
import { main, prepare } from './prepare.mjs';
import { checkLine, checksSum } from './tables.mjs';

await main(async () => {
  await prepare({ adb: false });
  const processes = new Processes();
  processes.passSignalsOn();
  const checks = await runChecks(processes, (checked) => console.log(checkLine(checked)));
  console.log(`\n${checksSum(checks)}`);
  if (!checks.every(({ ok }) => ok) || processes.stoppedBy !== undefined) process.exitCode = 1;
});
