/** A picture of the gallery. */
export interface Sheet {
  readonly file: string;
  readonly title: string;
  readonly caption: string;
}

const INTRO = `\
# Screens of the emulated phone

Made by \`npm run gallery\`, which walks every phone through the journeys of
\`test/emulator/gallery/journeys/\`: edit those, not this file. Each phone is shown in the language that
it is sold with, on a clock that stands still, so that a second run changes no file unless a screen
has changed. \`npm test\` looks at the same screens in every language and at font scales 1.0 and 1.3, and
fails where a text does not fit. The pictures are what a person sees, pages
and keyboards that screenshots leave out too.

None of these screens was compared with a real phone. Names, order and many texts of what they show
come from public sources ([emulator/README.md](../../emulator/README.md)); colours, sizes, spacing,
icons and pictures are our own approximations, legal texts our own short wording.
`;

/** The page that shows the sheets, as Markdown. */
export function galleryPage(sheets: readonly Sheet[]): string {
  const sections = sheets.map(
    ({ file, title, caption }) => `## ${title}\n\n${caption}.\n\n![${title}](${file})\n`,
  );
  return [INTRO, ...sections].join('\n');
}
