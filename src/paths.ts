/** Where every file of the site is. One export a path, so that a script carries those that it uses. */

declare const brand: unique symbol;
/** Path of a file from the site's root, without a leading slash: `articles/voa-2016.html`. */
export type SitePath = string & { readonly [brand]: true };

/* @__NO_SIDE_EFFECTS__ */
const path = (text: string) => text as SitePath;

export const home = path('index.html');
export const about = path('about.html');
export const voices = path('voices.html');
export const timeline = path('timeline.html');
export const map = path('map.html');
export const network = path('network.html');
export const search = path('search.html');
export const verify = path('verify.html');
export const accessibility = path('accessibility.html');
export const data = path('data.html');
export const offline = path('offline.html');
export const manifest = path('manifest.webmanifest');
export const feed = path('feed.xml');
export const notFound = path('404.html');
export const articles = path('articles/index.html');
export const article = (id: string) => path(`articles/${id}.html`);
export const citation = (id: string, ending: string) => path(`articles/${id}.${ending}`);
export const entities = path('entities/index.html');
export const entity = (id: string) => path(`entities/${id}.html`);
export const sources = path('sources/index.html');
export const source = (id: string) => path(`sources/${id}.html`);
export const claims = path('claims/index.html');
export const ledger = (article: string) => path(`claims/${article}.html`);
export const questions = path('questions/index.html');
export const question = (id: string) => path(`questions/${id}.html`);
export const dataFile = (name: string) => path(`data/${name}`);
export const asset = (name: string) => path(`assets/${name}`);
/** The picture that shows a page where its address is shared. */
export const picture = (page: SitePath) => path(`pictures/${page.replace(/\.html$/, '.png')}`);
