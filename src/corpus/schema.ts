/**
 * What a content file may hold: one schema per kind of record, one doc comment per field.
 * Unknown keys are errors everywhere, so a misspelt key can never be lost.
 */
import { z } from 'zod';
import { isEdtf } from './dates.ts';

/** What a skeleton of a record holds where an editor is to write. */
const filled = [(text: string) => text !== 'TODO', { error: 'Still to be filled in.', abort: true }] as const;

/** A record's id: lower-case ASCII words joined by hyphens; it becomes a file name and an anchor and is never reused. */
export const id = z
  .string()
  .refine(...filled)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'An id is lower-case letters, digits and single hyphens.')
  .refine((text) => text !== 'index', 'The id index is taken by the list of all records.');

/** EDTF level 1 (ISO 8601-2, Library of Congress 2019-02-04): `2016-06-28?`, `2015-06~`, `2016-12-03/2016-12-05`. */
export const edtf = z
  .string()
  .refine(...filled)
  .refine((text) => !/^\d{4}-\d\d(-\d\d)?[?~%]?$/.test(text) || isEdtf(text), {
    error: 'The calendar has no such day or month. What a document prints that cannot be right stands under `printed`.',
    abort: true,
  })
  .refine((text) => !/^(\d.*)\/\1$/.test(text), { error: 'An EDTF interval has two different dates. Write this one once.', abort: true })
  .refine(
    isEdtf,
    'Not an EDTF level 1 date. Examples: 2016-06-28, 2016-06, 2015-06~, 2016-06-28?; an interval, the earlier date first: 2016-12-03/2016-12-05.',
  );

/** Control characters, which HTML and XML forbid, and those that turn the direction of a text: a reader sees neither. */
export const hidden = /[[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]--[\t\n]]/v;

const line = z
  .string()
  .trim()
  .min(1, 'Must not be empty.')
  .refine(...filled)
  .refine((text) => !hidden.test(text) && text.isWellFormed(), 'Must not hold a control character.');
const languageTag = z.string().refine(isLanguageTag, 'Not a BCP 47 language tag, such as en, ar or en-GB.');

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function isLanguageTag(tag: string): boolean {
  try {
    const { language } = new Intl.Locale(tag);
    // Every language of two letters has a name; none of more than three is registered: `English` is well-formed and means nothing.
    return language.length === 2 ? languageNames.of(language) !== undefined : language.length === 3;
  } catch {
    return false;
  }
}
const webAddress = z.url({ protocol: /^https?$/, error: 'Not a web address: it must start with http:// or https://.' });

/** A locator as files write it: `4` is block 4, `4.2` is its second sentence. Quote it: YAML reads 4.10 as 4.1. */
export const locatorText = z
  .string({ error: 'A locator must be quoted text such as "4.2"; unquoted, YAML reads 4.10 as the number 4.1.' })
  .regex(/^[1-9]\d*(?:\.[1-9]\d*)?$/, 'Not a locator. Write "4" for block 4 or "4.2" for its second sentence.');

/** Degrees north, and the same up to where the maps end. */
const latitude = (limit: number) => degrees(limit, `A latitude lies between -${limit} and ${limit}: may it be the longitude?`);
const longitude = degrees(180, 'A longitude lies between -180 and 180.');

function degrees(limit: number, message: string) {
  return z.number().min(-limit, message).max(limit, message);
}

/** How sure we are of an editorial finding. */
export const confidence = z.enum(['high', 'medium', 'low']);

/** A date that a source prints or implies, with the two kept apart. */
const dated = {
  /** The date as we read it, EDTF level 1. */
  when: edtf.optional(),
  /** The date exactly as the document prints it, where that differs in kind from `when` ("[June 15]", "31 June 2016"). */
  printed: line.optional(),
  /** Why `when` says what it says, where the document does not print it in full. */
  basis: line.optional(),
};

// ── site ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const site = z.strictObject({
  /** The site's name, on every page. */
  title: line,
  /** One line under the name on the home page. */
  tagline: line,
  /** Two or three sentences for the home page and for search engines. */
  description: line,
  /**
   * Public address of the site's root. Canonical links, the titles and pictures shown where a page is shared, the feed and
   * the sitemap are built from it; leave it out and none are made, as nothing could point at them.
   */
  base: webAddress.optional(),
  /** Language of the annotations: one that puts spaces between its words, which is how search tells them apart. */
  language: languageTag.refine(
    (tag) => !/^(?:zh|ja|th)\b/i.test(tag),
    'Search cannot read Chinese, Japanese or Thai, which put no spaces between words.',
  ),
  /** Licence of the text in `content/`. */
  licence: z.strictObject({ /** Its name. */ name: line, /** Its address. */ address: webAddress }),
  /** Who publishes the annotations. */
  publisher: line,
  /** What the accounts are about, as a list of entity ids, most important first. */
  subjects: z.array(id).default([]),
  /** Words whose use is counted in every document at ingest, grouped by what they stand for. */
  terms: z
    .array(
      z.strictObject({
        /** What the words of this group stand for, in neutral words. */
        group: line,
        /** The words or phrases, counted as whole words without regard to case, plurals and possessives included. */
        words: z.array(line).min(1, 'A group needs at least one word.'),
        /** What the counts show, one sentence, without a verdict. */
        shows: line.optional(),
      }),
    )
    .default([]),
  /**
   * Words and phrases that readers may use for each other, a list for each idea: search that is asked for one looks for
   * the others too, and says so. All forms of a word go with it; a word may stand in several lists.
   */
  synonyms: z.array(z.array(line).min(2, 'A list of synonyms has at least two.')).default([]),
  /** Words that take a side; outside quotation marks they are problems. Plurals and possessives are included. */
  loaded: z.array(line).default([]),
  /** The about page: sections of Markdown. */
  about: z.array(z.strictObject({ /** Heading. */ heading: line, /** Markdown. */ text: line })).default([]),
  /** The base map's licence and origin, and any other credit that must be shown. */
  credits: z.array(line).default([]),
});

// ── source ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One step in the life of a document. PROV-O: each step is an activity with an agent. */
const custodyStep = z.strictObject({
  /** What happened. */
  event: z.enum(['written', 'translated', 'published', 'republished', 'captured', 'ingested']),
  /** Entity id of who did it, where known. */
  by: id.optional(),
  /** When, EDTF level 1, where known. */
  when: edtf.optional(),
  /** What is known or unknown about the step, in one or two sentences. */
  note: line.optional(),
});

export const source = z.strictObject({
  /** One letter that stands for the source everywhere; with a number after it where a corpus has more sources than letters. */
  siglum: z
    .string()
    .refine(...filled)
    .regex(/^\p{Lu}\d{0,3}$/u, 'A siglum is one capital letter, or one and a number.'),
  /** CSL-JSON item type of the original. */
  type: z.enum(['article-newspaper', 'article-magazine', 'post-weblog', 'webpage', 'report', 'broadcast']),
  /** Title as the document prints it. */
  title: line,
  /** Authors; an empty list says that the document names none. */
  authors: z
    .array(
      z.strictObject({
        /** Name as published. */
        name: line,
        /** Entity id of the person. */
        entity: id.optional(),
        /** Where the name comes from, where the document itself does not print it. */
        basis: line.optional(),
      }),
    )
    .default([]),
  /** Entity id of the outlet that originated the text. */
  outlet: id,
  /** Entity id of the outlet that published this version, where it is another. */
  republishedBy: id.optional(),
  /** When the original was published. */
  published: z.strictObject({
    /** EDTF level 1. */
    when: edtf,
    /** The date as the document prints it; left out where it prints none. */
    printed: line.optional(),
    /** How the date is known, one or two sentences. */
    basis: line,
    /** The pieces of evidence, each for or against. */
    evidence: z
      .array(
        z.strictObject({
          /** Does it speak for or against the date given? */
          speaks: z.enum(['for', 'against']),
          /** Where in the document. */
          at: locatorText.optional(),
          /** The evidence, in our words. */
          says: line,
        }),
      )
      .default([]),
  }),
  /** The span of time the account tells of, EDTF level 1. */
  covers: edtf.optional(),
  /** Address of publication. */
  address: webAddress.optional(),
  /** What is known about the address (found in a stored copy, checked on a day, …). */
  addressNote: line.optional(),
  /** Language of the document. */
  language: languageTag,
  /** Language it was first written in, where it is another. */
  originalLanguage: languageTag.optional(),
  /** Custody chain, first step first. PROV-O `wasDerivedFrom`. */
  custody: z.array(custodyStep).min(1, 'A source needs at least one custody step.'),
});

/** What a block of the document is. */
const blockRole = z.enum([
  'headline',
  'standfirst',
  'byline',
  'heading',
  'prose',
  'quotation',
  'caption',
  'list',
  'disclaimer',
  'boilerplate',
]);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'Not a SHA-256 in lower-case hex; run ingest again.');

const seal = {
  /** SHA-256 of the UTF-8 bytes of the normalised text. */
  sha256,
};

/** Written by `npm run ingest`; the only field meant for editing is a block's `role`. */
export const manifest = z.strictObject({
  /** Id of the source. */
  source: id,
  /** Name of the document file. */
  file: line,
  /** Size of the file, bytes. */
  bytes: z.int().positive(),
  /** SHA-256 of the file's raw bytes. */
  sha256,
  /** Words in the whole document, for rates. */
  words: z.int().nonnegative(),
  /** ICU version that cut the sentences; offsets are kept, so a later ICU moves nothing. */
  segmenter: line,
  /** The blocks in order, numbered from 1. */
  blocks: z
    .array(
      z
        .strictObject({
          /** Number of the block, from 1. */
          block: z.int().positive(),
          /** What the block is; proposed at ingest, corrected by an editor. */
          role: blockRole,
          /** Length of the normalised block, Unicode code points. */
          length: z.int().positive(),
          ...seal,
          /** The sentences in order. */
          sentences: z.array(
            z.strictObject({
              /** First code point in the normalised block (Web Annotation TextPositionSelector `start`). */
              start: z.int().nonnegative(),
              /** One past the last code point (`end`). */
              end: z.int().positive(),
              ...seal,
            }),
          ),
        })
        .refine(
          ({ length, sentences }) =>
            sentences.every(({ start, end }, i) => (sentences[i - 1]?.end ?? 0) <= start && start < end && end <= length),
          {
            path: ['sentences'],
            message: 'Sentences must stand in order within their block; run ingest again.',
          },
        ),
    )
    .refine((blocks) => blocks.every(({ block }, i) => block === i + 1), 'Blocks must stand in order, numbered from 1; run ingest again.'),
  /** How often each word of `site.yaml`'s term list occurs in the document's information-bearing blocks. */
  terms: z.record(z.string(), z.int().nonnegative()),
});

// ── article ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export const article = z.strictObject({
  /** Id of the source that this article is about. */
  source: id,
  /** One or two sentences for lists, previews and search engines. */
  summary: line,
  /** Which entity a shared name means in this article: `Hezbollah: hezbollah`. */
  resolve: z.record(z.string(), id).default({}),
  /** Information-bearing sentences that no claim cites, each with the reason: `"6.4": rhetorical question`. */
  uncited: z.record(locatorText, line).default({}),
});

// ── claim ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const claimKind = z.enum([
  'casualties',
  'force-size',
  'control',
  'event',
  'movement',
  'statement',
  'assessment',
  'cause',
  'forecast',
  'supply',
  'organisation',
  'diplomacy',
]);

export const claimStance = z.enum(['asserted', 'alleged', 'denied', 'disputed', 'predicted']);

/** A figure with its unit and qualifiers. */
export const measure = z
  .strictObject({
    /** What is counted, in the plural: `civilians killed`. Also the unit where `unit` is left out. */
    of: line,
    /** The figure; leave it out for a range. */
    value: z.number('Must be a number; a range is `min` and `max`.').optional(),
    /** Lower end of a range. */
    min: z.number().optional(),
    /** Upper end of a range. */
    max: z.number().optional(),
    /** Unit, where it is not what is counted: `km`, `km²`, `days`, `people`. */
    unit: line.optional(),
    /** The source says "about", "around", "estimated". */
    approx: z.boolean().optional(),
    /** The source says "more than", "at least". */
    atLeast: z.boolean().optional(),
    /** The source says "up to", "at most". */
    atMost: z.boolean().optional(),
  })
  .refine((m) => (m.value === undefined) !== (m.min === undefined && m.max === undefined), {
    message: 'A measure has either `value`, or `min` and/or `max`.',
  })
  .refine(({ min = -Infinity, max = Infinity }) => min <= max, { path: ['max'], message: 'Must not be less than `min`.' });

/**
 * One link of the attribution chain. Exactly one of `person`, `organisation`, `outlet`, `as` says who speaks;
 * `as: unattributed` is the finding that the text names nobody.
 */
const voiceStep = z
  .strictObject({
    /** Entity id of a named person. */
    person: id.optional(),
    /** Entity id of an organisation, group or state that speaks as such. */
    organisation: id.optional(),
    /** Entity id of an outlet, speaking in its own voice, reporting, translating or republishing. */
    outlet: id.optional(),
    /** Who speaks where no entity can be named: `a military source`, `some experts`, `unattributed`. */
    as: line.optional(),
    /** The person's or outlet's part: `spokesman`, `original reporting`, `translation and republication`. */
    role: line.optional(),
  })
  .refine((s) => [s.person, s.organisation, s.outlet, s.as].filter((v) => v !== undefined).length === 1, {
    message: 'A step of a voice has exactly one of `person`, `organisation`, `outlet`, `as`.',
  });

export const claim = z
  .strictObject({
    /** Where the document says it; a list where the statement runs over several sentences. */
    at: z.union([locatorText, z.array(locatorText).min(1, 'Must not be empty.')], {
      error: 'A locator must be quoted text such as "4.2", or a list of them.',
    }),
    /** The statement in our words: one checkable thing. */
    says: line,
    /** What sort of statement it is. */
    kind: claimKind,
    ...dated,
    /** Entity ids of the places it is about. */
    where: z.array(id).default([]),
    /** Entity ids of those who act or are concerned. */
    who: z.array(id).default([]),
    /** Entity ids of events, weapons or documents it is about. */
    about: z.array(id).default([]),
    /** Figures. */
    measures: z.array(measure).default([]),
    /** Attribution chain, nearest speaker first. */
    voice: z.array(voiceStep).min(1, 'A claim needs a voice; `as: unattributed` is a finding too.'),
    /** How the nearest speaker puts it. */
    stance: claimStance,
    /** The document's own words of doubt or certainty, at most three words each: `reportedly`, `appears`. */
    certainty: z.array(line).default([]),
  })
  .refine(({ when, printed }) => printed === undefined || when !== undefined, {
    path: ['printed'],
    message: 'A printed date needs a `when` beside it.',
  });

/** A file of claims, by id. Claim ids are unique in the whole corpus: every one is an anchor in the ledger. */
export const claimFile = z.record(z.string(), z.unknown());

// ── note ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const noteKind = z.enum([
  'dating',
  'correction',
  'identification',
  'caption',
  'translation',
  'anonymity',
  'stance',
  'context',
  'gap',
]);

// ── entity ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const entityType = z.enum(['person', 'group', 'organisation', 'outlet', 'place', 'event', 'weapon', 'document']);

const entityName = z.strictObject({
  /** The name. */
  text: line,
  /** BCP 47 language tag. */
  lang: languageTag.default('en'),
  /** Former, short, or spelling variant; left out for a current full name. */
  kind: z.enum(['variant', 'short', 'former', 'translation', 'alias']).optional(),
  /** Where documents use it: `al-monitor-2015 8` (source id, block). */
  in: z.array(z.string().regex(/^[a-z0-9-]+ [1-9]\d*$/, 'Write a source id, a space, a block number.')).default([]),
  /** Where the name comes from, where it is not in a document. */
  source: line.optional(),
  /** `false`: too common a word to be linked wherever it occurs; search still finds it. */
  link: z.boolean().default(true),
});

const relation = z.strictObject({
  /** What this entity is to the target. Each has an inverse that the target's page shows. */
  type: z.enum([
    'renamed-to',
    'successor-of',
    'part-of',
    'member-of',
    'leads',
    'commands',
    'allied-with',
    'fights-against',
    'supports',
    'affiliated-with',
    'located-in',
    'located-near',
    'based-in',
    'works-for',
    'publishes',
    'not-to-be-confused-with',
  ]),
  /** Entity id. */
  to: id,
  /** When it held, EDTF level 1. */
  when: edtf.optional(),
  /** Ids of the claims that say so. */
  evidence: z.array(id).default([]),
  /** What must be known to read it rightly, or where it comes from if no claim says so. */
  note: line.optional(),
});

export const entity = z.strictObject({
  /** The name this site uses: neutral, in the current full form. */
  name: line,
  /** Who or what, in at most fifteen words. */
  summary: line,
  /** Every other name, and every spelling that a document uses, `name` itself included where one does. */
  names: z.array(entityName).default([]),
  /** Authority identifiers. */
  ids: z
    .strictObject({
      /** Wikidata item. */
      wikidata: z
        .string()
        .regex(/^Q\d+$/, 'A Wikidata item is Q and digits.')
        .optional(),
      /** GeoNames id. */
      geonames: z.string().regex(/^\d+$/, 'A GeoNames id is digits.').optional(),
      /** OCHA p-code. */
      ocha: line.optional(),
      /** Any other identifier, with its scheme: `UN QDe.137`. */
      other: line.optional(),
    })
    .default({}),
  /** Where the identifiers and foreign-script names come from. */
  authority: line.optional(),
  /** Position of a place, WGS 84. */
  position: z
    .strictObject({
      /** Degrees north. */
      lat: latitude(90),
      /** Degrees east. */
      lon: longitude,
      /** Estimated radius of uncertainty, metres. */
      precision: z.number().positive(),
      /** `low`: draw an area, not a pin. */
      confidence,
      /** Data set and record. */
      source: line,
      /** Licence of the data. */
      licence: line.optional(),
      /** How it was cross-checked, or what is doubtful. */
      note: line.optional(),
    })
    .optional(),
  /** Finer kind within the type: `district`, `road`, `air base`, `country`; `battle`, `statement`. */
  subtype: line.optional(),
  /** When an event took place, EDTF level 1. */
  when: edtf.optional(),
  /** Entity ids of where an event took place. */
  where: z.array(id).default([]),
  /** Entity ids of who took part in an event. */
  participants: z.array(id).default([]),
  /** Ids of the claims that tell an event. */
  claims: z.array(id).default([]),
  /** Relations to other entities. */
  relations: z.array(relation).default([]),
  /** One sentence for the reader who might take this entity for another. */
  disambiguation: line.optional(),
});

// ── question ────────────────────────────────────────────────────────────────────────────────────────────────────────

export const question = z.strictObject({
  /** The question, ending in a question mark. */
  question: z.string().regex(/\?$/, 'A question ends in a question mark.'),
  /** Heading under which the index lists it. */
  subject: line,
  /** Why it matters, one or two sentences. */
  why: line,
  /** The answers: ids of claims, each with what it answers in a few words. */
  answers: z
    .array(
      z.strictObject({
        /** Id of the claim. */
        claim: id,
        /** The answer, shortest form, for a table cell. */
        answer: line,
        /** Index of the claim's measure that answers, from 0, where the answer is a figure. */
        measure: z.int().nonnegative().optional(),
        /** Figures are drawn on one axis only within one series (same unit, same subject). */
        series: line.optional(),
      }),
    )
    .min(2, 'A question needs at least two answers.'),
  /** What the accounts agree on. */
  agree: z.array(line).default([]),
  /** Where they conflict. */
  conflict: z.array(line).default([]),
  /** What cannot be compared, and why. */
  incomparable: z.array(line).default([]),
  /**
   * Answers of which the lines above say how they stand to each other, two at a time, in the words of CiTO: `claim` agrees with,
   * disagrees with, or qualifies `with`. For data files; a pair that is not here is not judged.
   */
  pairs: z
    .array(
      z.strictObject({
        /** Id of a claim that answers. */
        claim: id,
        /** How it stands to the other. */
        relation: z.enum(['agreesWith', 'disagreesWith', 'qualifies']),
        /** Id of the other claim. */
        with: id,
      }),
    )
    .default([]),
  /** What would settle it. */
  settle: z.array(line).default([]),
});

// ── base map ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a layer shows, and so how it is drawn: areas, lines, water, or names at points. */
export const drawn = z.enum(['land', 'region', 'district', 'lake', 'border', 'river', 'name']);

/** The record of a base map, `geo/<id>.yaml`; its shapes stand beside it in `geo/<id>.topojson`. */
export const baseMap = z.strictObject({
  /** What must be known to read it rightly: whose lines it shows, what was changed, what is missing. */
  note: line.optional(),
  /** The objects of the topology that are drawn, each with its origin. */
  layers: z
    .array(
      z.strictObject({
        /** Name of the object in the topology. Rings are wound clockwise, as d3-geo takes them; a `name` layer holds points with a `name` each. */
        object: line,
        /** What it shows. */
        draw: drawn,
        /** Who is to be credited, in a few words for the line under the map. */
        credit: line,
        /** Data set and version. */
        source: line,
        /** Licence of the data. */
        licence: line,
      }),
    )
    .min(1, 'A base map needs at least one layer.'),
  /** The maps that are drawn, the narrowest first: a place is drawn on the first that holds it. */
  views: z
    .array(
      z.strictObject({
        /** Anchor of the map; unique in the corpus. */
        id,
        /** Heading of the map. */
        title: line,
        /** What it shows, degrees. */
        extent: z
          .strictObject({
            west: longitude,
            south: latitude(80),
            east: longitude,
            north: latitude(80),
          })
          .refine(({ west, south, east, north }) => west < east && south < north, 'West must be less than east, south less than north.'),
        /** The layers drawn, the lowest first. */
        layers: z.array(line).min(1, 'A view needs at least one layer.'),
      }),
    )
    .min(1, 'A base map needs at least one view.'),
});

/** As much of a TopoJSON file as is checked before it is read: its frame, not its geometries. */
export const topology = z.looseObject({
  type: z.literal('Topology'),
  arcs: z.array(z.array(z.array(z.number()))),
  objects: z.record(z.string(), z.looseObject({ type: z.string() })),
});

export type Site = z.infer<typeof site>;
export type SourceRecord = z.infer<typeof source>;
export type Manifest = z.infer<typeof manifest>;
export type BlockRole = z.infer<typeof blockRole>;
export type ArticleRecord = z.infer<typeof article>;
export type ClaimRecord = z.infer<typeof claim>;
export type Measure = z.infer<typeof measure>;
export type VoiceStep = z.infer<typeof voiceStep>;
export type EntityType = z.infer<typeof entityType>;
export type EntityRecord = z.infer<typeof entity>;
export type RelationType = EntityRecord['relations'][number]['type'];
export type QuestionRecord = z.infer<typeof question>;
export type BaseMapRecord = z.infer<typeof baseMap>;
