import type { ZoneTiming } from '../counting/scene.ts';
import type { Field } from './field.ts';
import { MAX_NAME_LENGTH } from './shape-fields.ts';
import type { ZoneRule } from './site.ts';

/** Reads an id of the site, which no other part of it may have. */
export type ReadId = (id: Field) => number;

const MAX_TIMING_MS = 600_000;

/** What the zones of pictures and those of the floor have in common. */
export function readZoneRule(
  fields: Readonly<Record<'id' | 'name' | 'kind' | 'timing', Field>>,
  readId: ReadId,
): ZoneRule {
  return {
    id: readId(fields.id),
    name: readName(fields.name),
    kind: fields.kind.oneOf(['area', 'queue', 'staff']),
    timing: readTiming(fields.timing),
  };
}

/** A name that the operator types, not empty. */
export function readName(name: Field): string {
  return name.text({ least: 1, most: MAX_NAME_LENGTH });
}

function readTiming(timing: Field): ZoneTiming {
  const fields = timing.object(['enterMs', 'leaveMs', 'bridgeMs']);
  const range = { least: 0, most: MAX_TIMING_MS };
  return {
    enterMs: fields.enterMs.number(range),
    leaveMs: fields.leaveMs.number(range),
    bridgeMs: fields.bridgeMs.number(range),
  };
}
