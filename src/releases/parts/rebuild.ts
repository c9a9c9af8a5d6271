import type { ReleasePart } from '../release.js';
import { CHECKSUMS } from './checksums.js';

/** REBUILD.md: the command that makes the same bytes again, and the hash to compare with. */
export const rebuild: ReleasePart = {
  name: 'rebuild',
  *files({ project, version, command, history }, made) {
    const manifest = made.find((file) => file.path === CHECKSUMS)?.sha256 ?? '';
    const unicode = history[0]?.unicode;
    const lines = [
      `# How to make ${project.title} ${version} again`,
      '',
      'In the folder of the dataset, at the state it was released from:',
      '',
      `    ${command}`,
      '',
      `The manifest hash, which is the SHA-256 of ${CHECKSUMS}, is then again`,
      '',
      `    ${manifest}`,
      '',
      ...(unicode
        ? [`with a Node.js of Unicode ${unicode}, which \`node -p process.versions.unicode\` tells.`, '']
        : []),
      `To check a copy of this folder: \`sha256sum -c ${CHECKSUMS}\`.`,
    ];
    yield { path: 'REBUILD.md', content: `${lines.join('\n')}\n` };
  },
};
