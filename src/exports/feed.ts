/**
 * `feed.xml`: accounts and questions as RSS 2.0 (RSS Advisory Board), for readers who wait for new ones. RSS and not Atom,
 * which wants a date for every entry: no record says when an account was written, and the same corpus gives the same bytes.
 */
import { x } from 'xastscript';
import { sourceOf } from '../corpus/corpus.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { canonical, paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import { xmlFile } from './xml.ts';

/** The feed of a site that has an address. */
export function feed(corpus: Corpus): string {
  const { site, articles, questions } = corpus;
  const address = (page: SitePath) => canonical(site.base, page)!;
  const item = (page: SitePath, title: string, description: string) =>
    x('item', [
      x('title', title),
      x('link', address(page)),
      x('guid', { isPermaLink: 'true' }, address(page)),
      x('description', description),
    ]);
  const channel = x('channel', [
    x('title', site.title),
    x('link', address(paths.home)),
    x('description', site.description),
    x('language', site.language),
    x('atom:link', { rel: 'self', type: 'application/rss+xml', href: address(paths.feed) }),
    ...Array.from(articles.values(), ({ id, summary }) => item(paths.article(id), sourceOf(corpus, id).record.title, summary)),
    ...Array.from(questions.values(), ({ id, question, why }) => item(paths.question(id), question, why)),
  ]);
  return xmlFile(
    x('rss', { 'version': '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' }, [channel]),
    new Set(['rss', 'channel', 'item']),
  );
}
