// The readers of what pages say in data, best source first.
import type { Read } from '../finding';
import { readJsonLdPeople } from './json-ld';
import { readMicrodata } from './microdata';
import { readMicroformats } from './microformats';
import { readOpenGraph } from './open-graph';
import { readRel } from './rel';

export const structuredSources: Read[] = [
  readJsonLdPeople,
  readMicroformats,
  readMicrodata,
  readRel,
  readOpenGraph,
];
