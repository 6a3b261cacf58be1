// Addresses of the pages that sites have about their people: `/team/marta-ruiz`, `/u/henk`, `/@henk`.

const profilePath =
  /\/(?:@[\w.-]+|(?:team|staff|people|person|members?|users?|u|profiles?|profil|perfil|authors?|autor|autores|autora|auteur|auteurs|autore|speakers?|sprecher|ponentes?|intervenants?|relatori|bio|faculty|by|byline|redaktion|mitarbeiter|equipo|equipe|persone|contributors?|in|anwaelte|doctors|lawyers|attorneys|agents|memberlist(?:\.php)?|reviewers?|rvwr|experts?|kullanici|uzytkownik|usuario|usuarios|benutzer|membre|membres|nutzer)(?:\/|[?=].*?)[^/]+)\/?/i;

/** True where an address is of somebody's own page, as far as its path says so. */
export const isProfilePath = (href: string): boolean => href.length < 1000 && profilePath.test(href);

const social =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:linkedin|twitter|x|github|gitlab|facebook|instagram|xing|youtube|tiktok|orcid|behance|dribbble|mastodon|medium|researchgate|weibo|zhihu|threads|bsky|pinterest|vimeo|soundcloud|goodreads|note|qiita|stackoverflow)\.[a-z.]{2,7}(?:\/|$)/i;

/** True for addresses of the sites that people have profiles on everywhere. */
export const isSocial = (href: string): boolean => social.test(href);
