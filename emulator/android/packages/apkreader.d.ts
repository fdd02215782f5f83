/** What is used of the untyped package; its parser's output is read out defensively in apk.ts. */
declare module '@devicefarmer/adbkit-apkreader' {
  export default class ApkReader {
    static open(apk: string | Buffer): Promise<ApkReader>;
    readManifest(): Promise<Record<string, unknown>>;
  }
}
