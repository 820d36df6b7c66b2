import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, expect } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { checkLinks } from '../../src/integrations/links.ts';
import { articles, claims, entities, mentions, pages, questions, sources } from './corpus.ts';
import { dist } from './places.ts';

const html = (page: string) => readFileSync(join(dist, page), 'utf8');

test('every page is valid', async () => {
  test.setTimeout(240_000);
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Custom properties that tie a note to its block are data, not design.
      'no-inline-style': 'off',
      // Titles of documents are as long as they are.
      'long-title': 'off',
      // Void elements and attributes, and those of the many footnotes, are written in the shortest valid way.
      'attr-quotes': 'off',
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'no-trailing-whitespace': 'off',
      'doctype-style': 'off',
      // Forms that choose what a page shows act at once; what they choose may be several things of one sort.
      'wcag/h32': 'off',
      'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    },
  });
  const faults: string[] = [];
  for (const page of pages) {
    const { results } = await validator.validateString(html(page), page);
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages) faults.push(`${page}:${line}:${column} ${ruleId} ${message}`);
  }
  expect(faults.slice(0, 20)).toEqual([]);
});

test('every link and anchor leads somewhere, and no address starts at the host’s root', async () => {
  const { checked, dead } = await checkLinks(dist);
  expect(dead).toEqual([]);
  expect(checked).toBeGreaterThan(1000);
});

test('the data files hold what the pages show', () => {
  for (const { id, url, source, claims: cited } of articles) {
    const text = html(url);
    expect(text).toContain(`data-article="${id}"`);
    expect(sources.some((record) => record.id === source)).toBe(true);
    for (const claim of cited) expect(text, claim).toContain(`data-claim="${claim}"`);
    expect(text.match(/ id="p\d+"/g)!.length).toBeGreaterThan(0);
  }
  for (const { id, url, block } of claims) {
    expect(url.endsWith(`#${id}`)).toBe(true);
    expect(html(url.split('#')[0]!)).toContain(`id="${id}"`);
    expect(html('claims/index.html')).toContain(`id="${id}"`);
    expect(block).toBeGreaterThan(0);
  }
  for (const { url } of [...entities, ...sources, ...questions]) expect(pages).toContain(url);
  for (const { article, paragraph, entity } of mentions) {
    expect(html(`articles/${article}.html`)).toContain(`id="${paragraph}"`);
    expect(entities.some(({ id }) => id === entity)).toBe(true);
  }
});
