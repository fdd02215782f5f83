// npm run setup: what the other commands do first, by themselves, for image builds and offline hours.
import { main, prepare } from './prepare.mjs';

await main(async () => {
  const { ANDROID_HOME, CHROME_PATH } = await prepare({ chromium: true });
  console.log(
    `Ready: the dependencies are installed, adb is in ${ANDROID_HOME ?? ''}/platform-tools, the browser of the tests is ${CHROME_PATH ?? ''}`,
  );
});
