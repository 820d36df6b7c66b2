/** Whose word a claim rests on: the first step of its voice, put into one of four kinds. */
import type { VoiceStep } from './schema.ts';

export const voiceKinds = ['named', 'organisation', 'anonymous', 'unattributed'] as const;

/**
 * `named`: a person with a name. `organisation`: an organisation, group or state. `anonymous`: somebody described but
 * not named. `unattributed`: the outlet's own voice, no source given.
 */
export type VoiceKind = (typeof voiceKinds)[number];

export const voiceKindLabel: Record<VoiceKind, string> = {
  named: 'named person',
  organisation: 'organisation',
  anonymous: 'anonymous source',
  unattributed: 'outlet’s own voice',
};

/** The kind of one step. */
export function stepKind(step: VoiceStep): VoiceKind {
  if (step.person !== undefined) return 'named';
  if (step.organisation !== undefined) return 'organisation';
  if (step.outlet !== undefined || step.as === 'unattributed') return 'unattributed';
  return 'anonymous';
}

/** The kind of a whole chain: that of its nearest speaker. */
export function voiceKind(voice: readonly VoiceStep[]): VoiceKind {
  return voice[0] === undefined ? 'unattributed' : stepKind(voice[0]);
}

/** The entity that speaks at a step, if it is one. */
export function speaker(step: VoiceStep): string | undefined {
  return step.person ?? step.organisation ?? step.outlet;
}

/** The name of who speaks at a step, or the words for somebody who cannot be named. */
export function speakerName(step: VoiceStep, entities: ReadonlyMap<string, { name: string }>): string {
  return entities.get(speaker(step) ?? '')?.name ?? step.as!;
}
