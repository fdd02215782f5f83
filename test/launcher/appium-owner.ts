// A process that starts Appium, prints the port, and waits to be killed. Its arguments are the log file
// and ANDROID_HOME.
import { AppiumServer } from '../../launcher/appium.ts';

const [logFile = '', androidHome = ''] = process.argv.slice(2);
const { signal } = new AbortController();
const { port } = await AppiumServer.start({ logFile, androidHome, signal });
process.stdout.write(`${port}\n`);
setInterval(() => undefined, 60_000);
