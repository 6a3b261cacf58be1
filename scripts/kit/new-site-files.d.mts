/** What the files of a new site are made of. */
export type NewSite = { name: string; variable: string; title: string; hosts: string[] };
export function titleOf(name: string): string;
export function recipeSource(site: NewSite): string;
export function goldenHtml(site: NewSite): string;
export function goldenJson(site: NewSite): string;
