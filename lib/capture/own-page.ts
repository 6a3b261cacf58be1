// Is this a page on which an organization shows its own people? Only then is it their company.
import type { Page } from './finding';

const own =
  /(?:^|[^\p{L}])(?:(?:our|the|meet the|unser|das|nuestro|notre|il nostro|nosso|o nosso)?[\s-]?team|teams|staff|our people|people|who we are|leadership|management|mitarbeiter(?:innen)?|ansprechpartner|ueber-uns|über uns|wir|equipo|quienes-somos|quiénes somos|nosotros|equipe|équipe|qui-sommes-nous|chi-siamo|chi siamo|le persone|quem-somos|zespol|zespół|about|about-us|about us|contact|contact us|contacts|contacto|kontakt|contatti|contato|impressum|imprint|directory|faculty|docenti|vorstand|board|hakkimizda|o-nas|tuandui|team members|members|conseil-municipal|le conseil municipal|intranet|lawyers|attorneys|rechtsanwälte|kanzlei|medewerkers|fortroendevalda)(?:$|[^\p{L}])|团队|團隊|关于我们|联系我们|师资|成员|スタッフ|社員|弁護士|員工|教师|チーム|お問い合わせ|会社概要|فريق|اتصل بنا|من نحن|تواصل|команда|сотрудники|контакты|кафедра|팀|문의/iu;
const others =
  /(?:^|[^\p{L}])(?:speakers?|ponentes?|programme|agenda|conference|conf|summit|congress|jornadas|colloque|intervenants?|referenten|relatori|forum|foro|thread|topic|viewtopic|review|reviews|article|news|blog|post|event|events|lineup)(?:$|[^\p{L}])|登壇者|講演者|嘉宾|讲者/iu;

/** True by the page's address, title and first heading, unless they speak of an event, an article or a forum. */
export function isOwnPage({ document, url }: Page): boolean {
  const heading = document.querySelector('h1')?.textContent.slice(0, 200) ?? '';
  const path = decoded(url.pathname).toLowerCase();
  if (others.test(path)) return false;
  const said = `${path} | ${document.title.slice(0, 200)} | ${heading}`.toLowerCase();
  return own.test(said) && !others.test(`${document.title.slice(0, 200)} | ${heading}`);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
