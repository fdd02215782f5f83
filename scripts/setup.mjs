// npm run setup: what every other command does first, by itself, for image builds and offline hours.
import { main, prepare } from './prepare.mjs';

await main(async () => {
  const { ANDROID_HOME } = await prepare();
  console.log(
    `Ready: the dependencies are installed, adb is in ${ANDROID_HOME ?? ''}/platform-tools`,
  );
});
